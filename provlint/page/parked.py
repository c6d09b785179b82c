"""A domain that is for sale, or on which no site stands any more, or none yet.

Wordings and hosts are those of the parking services and of the pages that web servers and hosts put up themselves
(Vissers et al., "Parking sensors: analyzing and detecting parked domains", NDSS 2015; their own pages, 2026-11).
"""

import re

from provlint.page.scan import Scan
from provlint.page.wording import Wording, folded, fullmatch

_NAME = r"[\w.-]{1,80}\.[a-z]{2,24}"
_DOMAIN = rf"(?:the |this |your )?(?:domain|domain name|website|web address)(?: name)?(?: {_NAME})?"
_WORDING = Wording(
    "for sale|for lease|for purchase|buy this|this domain|parked|domain parking|expired|pending renewal"
    "|registered at|no longer active|nquire about|premium domain|kauf|geparkt|à vendre|en vente|venta|venda"
    "|te koop|vendita|прода|припаркован|na sprzedaż|出售|转让|売出し中|で取得されています"
    "|도메인|satılık|till salu|til salg|myytävänä|na prodej|eladó|đang được bán"
    "|registered with|recently registered|bereits registriert",
    rf"{_DOMAIN} (?:is|may be|might be|could be) (?:now |currently |available )?(?:for sale|for lease"
    rf"|available for purchase)"
    rf"|buy this (?:domain|website)|(?:purchase|acquire|own) this domain|make an offer on this domain"
    rf"|is parked (?:free|by|courtesy)|(?:domain|website|{_NAME})[^.]{{0,40}} for sale by"
    rf"|this (?:page|domain|web ?page) is parked"
    rf"|{_DOMAIN} (?:has )?expired|{_DOMAIN} is (?:parked|pending renewal|registered at|no longer active)"
    rf"|{_NAME} (?:is|may be) (?:listed )?for sale|domain is for sale"
    rf"|{_DOMAIN} (?:was recently|has been) registered (?:at|with)"
    rf"|(?:owner of|offering) (?:{_NAME}|this domain)[^.]{{0,60}}for sale"
    rf"|(?:inquire|enquire) about (?:this domain|{_NAME})"
    r"|(?:interested in|own|get) this domain"
    rf"|(?:diese|die) domain (?:{_NAME} )?[^.]{{0,60}}(?:zu verkaufen|zum verkauf|kaufen)"
    r"|domain (?:zu verkaufen|kaufen|geparkt)|diese domain ist bereits registriert"
    rf"|(?:nom de domaine (?:[\w.-]+ )?|domaine {_NAME} )est (?:à vendre|en vente)"
    r"|(?:este )?dominio (?:[\w.-]+ )?(?:está )?(?:en|a la) venta"
    r"|(?:este )?domínio (?:[\w.-]+ )?está (?:à )?venda|(?:dit|deze) (?:domein|domeinnaam)[^.]{0,40}te koop"
    r"|dominio (?:[\w.-]+ )?(?:è )?in vendita|домен (?:[\w.-]+ )?(?:прода[её]тся|припаркован)"
    r"|domena (?:[\w.-]+ )?(?:jest )?na sprzedaż"
    r"|도메인(?:은|을|이)? 판매|satılık alan adı|alan adı satılık|domän(?:en)? är till salu|domæne(?:t)? er til salg"
    r"|domene(?:t)? er til salgs|verkkotunnus on myytävänä|doména je na prodej|domain eladó|tên miền này đang được bán"
    r"|域名(?:[\w.-]+)?(?:正在)?(?:出售|转让)|このドメインは(?:売出し中|、?.{1,20}で取得されています)",
)
#: What a page about buying domains says as well: it counts where it is said loud.
_LOUD = Wording(
    "domain for sale|domain parking|parked domain|premium domain|domaine ",
    rf"domain for sale|domain parking|parked domain|premium domain (?:available|for sale)"
    rf"|domaine (?:{_NAME} )?est (?:à vendre|en vente)",
)
_VACANT = Wording(
    "suspended|welcome to nginx|default page|server test page|iis windows server"
    "|default web site page|future home of|under construction|coming soon|no website configured"
    "|no longer available|hosting account|hier entsteht",
    r"account (?:has been )?suspended|this account has been suspended|welcome to nginx|apache2? (?:\w+ )?default page"
    r"|apache http server test page|iis windows server|default web site page|future home of something"
    r"|site (?:is )?(?:under construction|coming soon)|there is no website configured at this address"
    r"|web server's default page|website is no longer available|hosting account (?:has )?expired"
    r"|hier entsteht (?:eine|in kürze)[^.]{0,40}(?:website|webseite|internetpräsenz|homepage)",
)
#: A heading that another page may begin with.
_WHOLE = re.compile(r"it works")
_SERVICES = (
    "sedoparking.com", "parkingcrew.net", "bodis.com", "parklogic.com", "dan.com", "afternic.com", "hugedomains.com",
    "above.com", "skenzo.com", "uniregistry.com", "cashparking.com", "domainmarket.com", "voodoo.com", "fabulous.com",
    "parking.godaddy.com", "img1.wsimg.com/parking-lander", "sav.com/parking", "d38psrni17bvxu.cloudfront.net",
)  # fmt: skip
#: In the source of pages that show advertisements to who mistypes an address: the key by which blockers let them pass
#: (Vissers et al., 2015), and what a page without words hands over to.
_SOURCE = ("data-adblockkey=", "window.park = ", 'window.location.href="/lander"')
_SHORT = 1_500  # characters: a page about buying domains has more to say
_SILENT = 60  # of one that a script fills
_HEAD = 5_000  # characters of its source


def parked(page: Scan, source: str, length: int) -> str:
    """The evidence, as words for a sentence, or ""; `length` counts the characters of the page's own text."""
    if length > _SHORT:
        return ""
    loud, said = folded(" . ".join((page.title, *page.headings))), folded(page.text[:_SHORT])
    found = _WORDING.search(loud) or _WORDING.search(said) or _VACANT.search(loud) or _LOUD.search(loud)
    if found is None and length <= _SHORT // 3:
        found = _VACANT.search(said)
    if found:
        return f"it says “{found[0][:120]}”"
    if whole := fullmatch((page.title, *page.headings[:1]), _WHOLE):
        return f"it says “{whole}”"
    if length <= _SILENT and (mark := next((mark for mark in _SOURCE if mark in source[:_HEAD]), "")):
        return f"it has nothing but “{mark.rstrip(' =')}”, a mark of parked domains"
    service = next((name for name in _SERVICES if any(name in address for address in page.addresses)), "")
    return f"it is built by {service}" if service else ""
