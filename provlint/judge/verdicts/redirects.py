"""The way an answer went from address to address → what it says about the page that was cited.

A page that was taken down seldom says so: its address leads to the home page, to a form to sign in, or to an error page
that answers 200 (Bar-Yossef et al., "Sic transit gloria telae", 2004; Meneses et al., "Identifying soft 404 error
pages", 2012). A change of scheme, `www.` or the last slash alone is no move.
"""

import re
from itertools import pairwise

from provlint.model.answers import Answer
from provlint.model.web import WebAnswer
from provlint.text.normal import Parts, normal_host, percent_decoded, split

_PERMANENT = frozenset((301, 308))
_LONG_CHAIN = 6  # hops after which a chain is worth a note: browsers stop at 20
_INDEX = re.compile(
    r"/(?:index|default|home|homepage|main|start|startseite|startpage|accueil|inicio|portada|hauptseite|welcome)"
    r"(?:\.[a-z]{2,5})?/?\Z",
    re.IGNORECASE,
)
_LOCALE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?\Z", re.IGNORECASE)
#: Parameters by which no page is chosen: language and where a reader came from.
_ASIDE = re.compile(r"(?:lang|hl|locale|language|ref|source|from|via|utm_\w+|fbclid|gclid|cb|v|_ga)\Z", re.IGNORECASE)
_LOGIN = re.compile(
    r"(?:log[-_]?(?:in|on)|sign[-_]?(?:in|on)|wp-login|servicelogin|user_?login|authwall|connexion|se-connecter|anmelden"
    r"|anmeldung|\w+:user_?login|einloggen|inloggen|iniciar-sesion|acceder|accedi|entrar|logga-in|kirjaudu|zaloguj|giris)(?:\.[a-z]{3,5})?\Z",
    re.IGNORECASE,
)
_LOGIN_MAYBE = re.compile(
    r"(?:auth|authenticate|authorize|oauth2?|sso|saml2?|cas|idp|adfs|openid|session|sessions|accounts?|shibboleth)\Z",
    re.IGNORECASE,
)
#: Places to which walls against robots lead (SiteGround, Yandex, Imperva, Amazon, and names of one's own).
_CAPTCHA = re.compile(
    r"(?:(?:sg|show|check|validate|solve|verify|bot|human)[-_]?captcha|captcha[-_]?(?:check|challenge|page|verify))"
    r"(?:\.[a-z]{3,5})?\Z",
    re.IGNORECASE,
)
_CAPTCHA_MAYBE = re.compile(
    r"captcha(?:\.[a-z]{3,5})?\Z|(?:human|bot|robot)[-_](?:check|verification|challenge)\Z", re.IGNORECASE
)
_RETURN = re.compile(
    r"(?:next|return(?:_?(?:url|to|path))?|redirect(?:_?(?:url|uri|to))?|continue|service|goto|dest(?:ination)?"
    r"|back_?(?:url|to)?|target|r|ru|came_from|origin(?:al)?_?(?:url|path)?|from|ref(?:errer)?|samlrequest|url|state"
    r"|client_id|response_type|wa|wtrealm)\Z",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:(?:err(?:or)?s?|erreurs?|fehler|fout|errore)(?:[-_]?(?:page|seite))?[-_]?(?:404)?"
    r"|404[-_]?(?:error|page|not[-_]?found)?|(?:page|file)?[-_]?not[-_]?found|oops|missing"
    r"|page[-_]?(?:missing|unavailable|gone)|errorpage|error[-_]page|http[-_]?404|fourohfour|pagina-no-encontrada"
    r"|page-(?:non|introuvable)(?:-trouvee)?|seite-nicht-gefunden|nicht-gefunden|niet-gevonden)(?:\.[a-z]{3,5})?\Z",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(r"/(?:web/)?[0-9]{4,14}(?:[a-z]{2}_)?/((?:https?:)?/?/?.+)\Z", re.IGNORECASE)
#: Parameters by which a page is chosen, and those by which one tells what went wrong.
_CHOICE = re.compile(r"(?:action|do|op|page|view|mode|title|option|task|route|cmd|module)\Z", re.IGNORECASE)
_FAULT = re.compile(r"(?:err(?:or)?(?:[-_]?(?:code|msg))?|status|code|msg|message|reason)\Z", re.IGNORECASE)
_MISSING = re.compile(r"(?:404|410|(?:page)?[-_+]?not[-_+]?found)\Z", re.IGNORECASE)
_SLUG = re.compile(r".*(?:-|_|\.[a-z]{3,5}\Z)", re.IGNORECASE)
_FEWEST_LABELS, _COUNTRY, _SECOND_LEVEL = 3, 2, 3  # co.uk, com.au: a short label under a country is no site
_SHORT = 12  # letters: what is shorter may be the code of a shortener


def from_way(answer: WebAnswer) -> Answer | None:
    """What only the way tells of a page that answered: it leads to a sign-in, an error page, the home page; or None."""
    if len(answer.hops) < 2:
        return None
    cited, final = split(answer.url), split(answer.final_url)
    to = f"it redirects to {answer.final_url}"
    if _is_captcha(cited, final):
        return Answer("blocked", f"{to}, where one has to prove to be no robot", "challenge")
    if is_login(cited, final, bool(answer.page and answer.page.sign_in)):
        return Answer("auth-required", f"{to}, where one signs in", "login")
    if (_names(final, _ERROR) and not _names(cited, _ERROR)) or _says_missing(final):
        return Answer("suspect", f"{to}, an error page that calls itself a success", "error-page")
    if leads_home(cited, final):
        return Answer("suspect", f"{to}, the home page: the page that was cited seems to be gone", "homepage")
    return None


def moved(answer: WebAnswer) -> Answer:
    """`ok`, `redirected-permanent` or `redirected-temporary` for a page that is there."""
    hops = answer.hops
    if len(hops) < 2 or is_cosmetic(answer.url, answer.final_url):
        return Answer("ok", "")
    steps = f" in {len(hops) - 1} steps" if len(hops) > 2 else ""
    note = f"a chain of {len(hops) - 1} redirects" if len(hops) > _LONG_CHAIN else ""
    # `hops[at]` was reached because of what `hops[at - 1]` answered; a refresh has no word for "for ever".
    lasting = all(hop.status in _PERMANENT and after.cause == "location" for hop, after in pairwise(hops))
    if lasting:
        return Answer(
            "redirected-permanent", f"it has moved for good{steps}, to {answer.final_url}", "moved", note=note
        )
    return Answer("redirected-temporary", f"it leads{steps} to {answer.final_url} for now", "moved", note=note)


def is_cosmetic(first: str, last: str) -> bool:
    """Whether two addresses differ only in scheme, `www.`, a last slash, or an archive's time of one page."""
    return _bare(first) == _bare(last)


def _bare(url: str) -> str:
    parts = split(url)
    host = normal_host(parts.host).removeprefix("www.")
    path = parts.path
    if "archive" in host and (inner := _ARCHIVED.match(path)):
        return f"{host} {_bare(_whole(inner[1]))}"
    path = percent_decoded(path)
    if (found := _INDEX.search(path)) and not parts.query:
        path = path[: found.start()]
    port = "" if parts.port in ("80", "443") else parts.port
    return f"{host}:{port}{path.rstrip('/')}?{parts.query}"


def _whole(url: str) -> str:
    return re.sub(r"\A(?:https?:)?/{0,2}", "http://", url)


def is_login(cited: Parts, final: Parts, form: bool) -> bool:
    """Whether `final` is a place to sign in that `cited` is not; `form` says that its page is one."""
    if _names(cited, _LOGIN) or _asks_for(cited, _LOGIN):
        return False
    if _names(final, _LOGIN) or _asks_for(final, _LOGIN) or _NEW_SESSION.search(final.path):
        return True
    first_label = final.host.lower().partition(".")[0]
    maybe = _names(final, _LOGIN_MAYBE) and not _names(cited, _LOGIN_MAYBE)
    elsewhere = first_label in _LOGIN_HOSTS and final.host.lower() != cited.host.lower()
    returns = any(_RETURN.match(name) for name, value in _parameters(final.query) if value)
    return (maybe or elsewhere) and (returns or form)


def _is_captcha(cited: Parts, final: Parts) -> bool:
    """Whether `final` is a wall's place and `cited` is none; a page about captchas leads to its own new address."""
    if "captcha" in cited.path.lower():
        return False
    return _names(final, _CAPTCHA) or (bool(final.query) and _names(final, _CAPTCHA_MAYBE))


_NEW_SESSION = re.compile(r"/sessions?/new/?\Z", re.IGNORECASE)
_LOGIN_HOSTS = frozenset(("login", "signin", "accounts", "account", "auth", "sso", "idp", "id", "cas", "secure", "my"))


def leads_home(cited: Parts, final: Parts) -> bool:
    """Whether a deep address has led to a home page."""
    if not _is_home(final) or _is_home(cited):
        return False
    if _site(cited) == _site(final):
        return not _has_moved_out(cited, final)
    # From another site it may be a shortener's or a campaign's address, unless it names a document of its own.
    segments = [segment for segment in cited.path.split("/") if segment]
    last = segments[-1] if segments else ""
    return len(segments) > 1 or (len(last) > _SHORT and bool(_SLUG.match(last)))


def _has_moved_out(cited: Parts, final: Parts) -> bool:
    """Whether a section of a site has become a host of its own: `site.org/blog` is now `blog.site.org`."""
    last = percent_decoded(cited.path).rstrip("/").rpartition("/")[2].lower()
    return cited.host.lower() != final.host.lower() and last == final.host.lower().partition(".")[0]


def _is_home(parts: Parts) -> bool:
    path = _INDEX.sub("", parts.path).rstrip("/")
    return (not path or bool(_LOCALE.match(path))) and all(_ASIDE.match(name) for name, _ in _parameters(parts.query))


def _site(parts: Parts) -> str:
    """What two hosts of one site have in common, as far as letters tell; an address literal is its own site."""
    host = normal_host(parts.host)
    labels = host.split(".")
    if host.startswith("[") or labels[-1].isdigit() or len(labels) < _FEWEST_LABELS:
        return host
    country = len(labels[-1]) == _COUNTRY and len(labels[-2]) <= _SECOND_LEVEL
    return ".".join(labels[-3 if country else -2 :])


def _says_missing(parts: Parts) -> bool:
    """Whether a parameter says that a page is missing: `?error=404`, `?code=not_found`, `?notfound=1`."""
    return any(
        _MISSING.match(name) or (_FAULT.match(name) and _MISSING.match(value))
        for name, value in _parameters(parts.query)
    )


def _asks_for(parts: Parts, what: re.Pattern[str]) -> bool:
    """Whether a parameter chooses the page, and it is one of those."""
    return any(
        what.match(name) or (_CHOICE.match(name) and what.match(percent_decoded(value)))
        for name, value in _parameters(parts.query)
    )


def _names(parts: Parts, what: re.Pattern[str]) -> bool:
    return any(what.match(segment) for segment in percent_decoded(parts.path).split("/") if segment)


def _parameters(query: str) -> list[tuple[str, str]]:
    pairs = (part.partition("=") for part in query.split("&") if part)
    return [(name, value) for name, _, value in pairs]
