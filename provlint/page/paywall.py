"""A page whose text is for subscribers: its structured data or its wording say so.

`isAccessibleForFree` is schema.org's word, which search engines ask paywalled sites for; `article:content_tier` is
Facebook's. A metered page can be read at first, so it is none.
"""

import re

from provlint.page.scan import Scan
from provlint.page.wording import Wording, folded

_DATA = re.compile(r"\"isAccessibleForFree\"\s*+:\s*+\"?(?:false|no|0)\b", re.IGNORECASE)
_WORDING = Wording(
    "subscribe|member|sign up| mit |abonn|suscriptores|abbonati|assinantes",
    r"(?:subscribe|become a (?:member|subscriber)|sign up|log in or subscribe) (?:now |today )?to (?:continue"
    r"|keep|read|unlock)"
    r"|(?:this|the) (?:article|story|content|page) is (?:only |exclusively )?(?:available |reserved )?(?:for"
    r"|to) (?:our )?(?:paid |paying )?"
    r"(?:subscribers|members)|(?:subscriber|member)s?[ -]only|(?:for )?subscribers only|already a subscriber\?"
    r"|(?:jetzt|weiter)(?:lesen)? mit [\w+]+ (?:plus|abo)|nur für abonnenten|réservé (?:à nos|aux) abonnés"
    r"|(?:contenido|solo) (?:exclusivo )?"
    r"para suscriptores|riservato agli abbonati|alleen voor abonnees|exclusivo para assinantes",
)
_MOST = 6_000  # characters: a locked page shows its beginning only


def paywall(page: Scan, length: int) -> str:
    """The evidence, as words for a sentence, or ""; `length` counts the characters of the page's own text."""
    if _DATA.search(page.data) or page.metas.get("isaccessibleforfree", "").strip().lower() in ("false", "no", "0"):
        return "its data say that it cannot be read for free"
    if page.metas.get("article:content_tier", "").strip().lower() == "locked":
        return "its data call it locked"
    if length > _MOST:
        return ""
    found = _WORDING.search(folded(page.text))
    return f"it says “{found[0][:120]}”" if found else ""
