"""Signs on a page that its words are not there to be read: a wall for payers or robots, a shell that a script fills.

None of them decides alone whether a quotation is there: they are asked only when it was not found.
"""

import re
from typing import NamedTuple

from provlint.model.matches import PageBlock
from provlint.page.unseen import Unseen

_SHELL = 60  # words: a page with fewer is no article that could be searched
_NOTICE = 100  # words: a notice in the article's place is no longer
_TEASER = 250  # words: an article with more is not just the part before a wall
_LAST = 2_500  # characters at the end of a long article among which a wall may stand
_MOST = 400_000  # characters of a page with few words that are searched
_TEXT = re.compile(r"[^\W_]++")
_WALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read|unlock|access)|(?:sign|log) ?in (?:or (?:subscribe|register) )?to "
    r"(?:continue|keep|read|view|unlock)|(?:to )?(?:continue|keep) reading,? (?:subscribe|sign|log|register|this)"
    r"|(?:this|the) (?:article|story|content|page) is (?:only )?(?:for|available to|reserved for|exclusive to"
    r"|exclusively for) "
    r"(?:our |paying |paid |premium )?(?:subscribers|members|registered)|for (?:subscribers|members) only"
    r"|subscribers? only"
    r"|already a (?:subscriber|member)\?|you have (?:reached|read) (?:your|all)[^.]{0,40}(?:limit|free articles)"
    r"|create (?:a free|an) account to (?:continue|read)|unlock this (?:article|story)"
    r"|become a (?:subscriber|member) to (?:read|continue)"
    r"|nur für abonnent|jetzt (?:weiterlesen|abonnieren)|weiterlesen mit"
    r"|dieser (?:artikel|beitrag|inhalt) ist (?:nur )?(?:für|exklusiv)"
    r"|um (?:diesen artikel |den artikel |weiterzulesen|weiter zu lesen)"
    r"|sie haben bereits ein (?:abo|digital)|mit dem abo"
    r"|réservée? (?:à nos |aux )abonn|il vous reste \d+ ?% de|abonnez-vous pour (?:lire|continuer|accéder)|déjà abonné"
    r"|pour lire la suite|la suite (?:est |de cet article )[^.]{0,20}abonn"
    r"|solo para suscriptores|suscr[ií]bete para|exclusivo para suscriptores|riservat[oa] agli abbonati|abbonati per"
    r"|alleen voor abonnees|exclusivo para assinantes|assine para",
    re.IGNORECASE,
)
_ROBOTS = re.compile(
    r"(?:checking|verifying) (?:your browser|(?:that )?you are (?:a )?human)|are you a (?:human|robot)"
    r"|just a moment\.\.\."
    r"|attention required!|access (?:to this page has been )?denied|enable (?:javascript and )?cookies to continue"
    r"|unusual traffic from|pardon our interruption|request unsuccessful|please (?:complete|solve) the captcha"
    r"|bot (?:detection|verification)|security check to access|ddos protection by",
    re.IGNORECASE,
)
_SCRIPT_PLEA = re.compile(
    r"(?:enable|requires?|need|turn on|activate|without|aktivieren\w*|aktiviere|activer|activez|activar|habilit\w+"
    r"|benötig\w+)"
    r"\b[^.<]{0,60}javascript|javascript[^.<]{0,60}(?:enabled?|required|disabled|aktivier|activ|nécessaire|erforderlich|deaktiviert)",
    re.IGNORECASE,
)
_ROOT = re.compile(
    r"<(?:div|main|section)\b[^>]{0,200}\bid=[\"']?(?:root|app|__next|__nuxt|___gatsby|react-root|main-app|svelte|ember\d*+|app-root)"
    r"[\"']?[^>]{0,200}>|<app-root\b|data-reactroot|ng-app=|__NEXT_DATA__|__NUXT__|window\.__INITIAL_STATE__",
    re.IGNORECASE,
)
_WALLED = re.compile(
    r"(?:class|id)=[\"'][^\"'>]{0,200}?(?:paywall|regwall|piano-offer|subscriber-only|premium-content|metered)",
    re.IGNORECASE,
)
#: Pages that a server, a consent manager or a law puts in the article's place; each says so in little room.
_ERROR = re.compile(
    r"(?:(?:http )?(?:error|status) )?(?:40[0-9]|410|429|451|50[0-9]|52[0-9])\s*(?:\Z|[:|–—-]"
    r"|(?:(?:page )?not found|forbidden|error|bad|service|gateway|unauthorized|unavailable|too many|internal)\b)"
    r"|(?:bad gateway|gateway time-?out|internal server error|service (?:temporarily )?unavailable|page not found"
    r"|forbidden|too many requests)\s*(?:\Z|[|–—-])",
    re.IGNORECASE,
)
_INSTEAD = {
    "it asks for consent": r"we value your privacy|before you continue to|we and our (?:\d+ )?(?:trusted )?partners"
    r"|wir (?:schätzen|respektieren) ihre privatsphäre|wir und unsere (?:\d+ )?partner|nous et nos (?:\d+ )?partenaires"
    r"|nosotros y nuestros (?:\d+ )?socios|noi e i nostri (?:\d+ )?partner|wij en onze (?:\d+ )?partners"
    r"|(?:accept|reject) all cookies|alle cookies akzeptieren|accepter tous les cookies",
    "it is closed to readers in some places": r"unavailable due to legal reasons|access cannot be granted at this time"
    r"|(?:unavailable|not (?:currently )?available) (?:in|from|to \w+ in) (?:your|most)"
    r" (?:country|region|location|european)",
    "it asks for the reader's age": r"you must be (?:over )?(?:18|21|of legal age)"
    r"|are you (?:over|at least) (?:18|21)\b|(?:verify|confirm) your age",
}
_INSTEAD_OF = {why: re.compile(said, re.IGNORECASE) for why, said in _INSTEAD.items()}
_SIGN_IN = re.compile(r"<input\b[^>]{0,300}\btype=[\"']?password", re.IGNORECASE)


class Signs(NamedTuple):
    """What the signs are looked for in: the page, its visible words and blocks, its title, what stands in tags."""

    page: str
    text: str
    blocks: tuple[PageBlock, ...]
    title: str
    unseen: Unseen


def unavailable(signs: Signs) -> str:
    """Why the page's words cannot be read, in words for a sentence about it; "" when nothing speaks for it."""
    shown = [block for block in signs.blocks if block.region in ("article", "furniture")]
    if not _count(signs.text, shown, 1):
        return "it holds no words"
    article = [block for block in shown if block.region == "article"]
    count = _count(signs.text, article, _TEASER + 1)
    if not signs.unseen.free:
        return "it says that the article is not free to read"
    if count > _TEASER:
        return _wall(signs.text[max(0, article[-1].end - _LAST) : article[-1].end])
    return _wall(signs.text[: shown[-1].end][:_MOST]) or _short(signs, count, signs.page[:_MOST])


def _wall(text: str) -> str:
    found = _WALL.search(text)
    return f"it shows a wall for subscribers, “{' '.join(found[0].split())}”" if found else ""


def _short(signs: Signs, count: int, page: str) -> str:
    """Why a page with so few words is not the article."""
    if _ROBOTS.search(f"{signs.title}\n{signs.text[:_MOST]}"):
        return "it shows a check against robots"
    if _WALLED.search(page):
        return "it shows a wall for subscribers"
    if count < _SHELL and (_ROOT.search(page) or _SCRIPT_PLEA.search(page)):
        return "a script makes its text"
    if count < _SHELL and _SIGN_IN.search(page):
        return "it asks to sign in"
    return _instead(signs) if count < _NOTICE else ""


def _instead(signs: Signs) -> str:
    """What a server, a consent manager or a law put in the article's place; "" for nothing."""
    shown = signs.text[:_MOST]
    if _ERROR.match(signs.title.strip()) or _ERROR.match(shown.strip()):
        return "it is an error page"
    for why, pattern in _INSTEAD_OF.items():
        if found := pattern.search(shown):
            return f"{why}, “{' '.join(found[0].split())}”"
    return ""


def _count(text: str, blocks: list[PageBlock], most: int) -> int:
    """Words in the blocks, counted no further than `most`."""
    count = 0
    for block in blocks:
        for _ in _TEXT.finditer(text, block.start, block.end):
            count += 1
            if count >= most:
                return count
    return count
