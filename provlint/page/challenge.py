"""A wall against robots in place of the page.

Wordings and names of scripts are those of the walls themselves: Cloudflare, AWS WAF, Akamai, Imperva, DataDome, HUMAN,
Sucuri, DDoS-Guard, and the captchas of Google and hCaptcha (the vendors' documentation and pages, 2026-11).
"""

import re

from provlint.page.scan import Scan
from provlint.page.wording import folded, fullmatch

_TITLE = re.compile(
    r"just a moment|attention required!?|(?:verify|confirm|prove|verifying) (?:that )?(?:you are|you're"
    r"|your?) (?:a )?(?:not a robot|"
    r"human)|are you (?:a )?(?:robot|human|bot)|robot or human|(?:security|browser|human|bot|robot"
    r"|captcha) (?:check|verification"
    r"|challenge)|checking your browser(?: before accessing .*)?|pardon our interruption|access denied"
    r"|access to this page has "
    r"been denied|(?:you have been|you've been) blocked|request (?:blocked|rejected|unsuccessful)|ddos-guard"
    r"|ddos protection by .*"
    r"|one moment,? please|please wait|captcha|sorry,? you have been blocked|vérification de sécurité"
    r"|sicherheitsprüfung"
    r"|un momento|un instant|einen moment(?: bitte)?|nur einen moment|请稍候|しばらくお待ちください"
)
_WORDING = re.compile(
    r"(?:verify|confirm|prove|verifying|make sure|ensure) (?:that )?(?:you are"
    r"|you're) (?:a )?(?:not a (?:ro)?bot|human|a human)"
    r"|checking (?:if the site connection is secure|your browser before)"
    r"|needs to review the security of your connection"
    r"|enable (?:javascript and cookies|cookies and javascript) to continue|complete the (?:captcha|security check)"
    r"|press (?:&|and) hold|unusual (?:traffic|activity) from your|why have i been blocked|incapsula incident id"
    r"|bots use|you don't have permission to access|solve the (?:captcha|puzzle)|i'm not a robot|i am not a robot"
    r"|(?:browser|request) (?:looks|looked|seems|appears)[^.]{0,40}(?:automated|robot|bot)|ray id"
)
#: Scripts that only stand on a wall; those that walls also put on pages they let through are not among them.
_SCRIPTS = (
    "captcha-delivery.com", "_incapsula_resource", "/cdn-cgi/challenge-platform/h/", "challenge.js?", "px-captcha",
    "/_sec/cp_challenge", "awswaf.com", "check.ddos-guard.net", "challenges.cloudflare.com", "hcaptcha.com",
    "recaptcha",
)  # fmt: skip
_SOURCE = (
    "_cf_chl_opt",
    "px-captcha",
    "captcha-delivery.com",
    "_incapsula_resource",
    "awswafcookiedomainlist",
    "gokuprops",
)
_SHORT = 1_000  # characters: no wall has more to say


def challenge(page: Scan, source: str, length: int) -> str:
    """The evidence, as words for a sentence, or ""; `length` counts the characters of the page's own text."""
    if length > _SHORT:
        return ""
    if title := fullmatch((page.title,), _TITLE):
        return f"its title is “{title}”"
    if heading := fullmatch(page.headings[:1], _TITLE):
        return f"its heading is “{heading}”"
    said = _WORDING.search(folded(f"{page.text} {page.aside[:_SHORT]}"))
    if said:
        return f"it says “{said[0]}”"
    if page.passwords or length > _SHORT // 4:
        return ""
    lower = source[: 50 * _SHORT].lower()
    script = next((name for name in _SCRIPTS if any(name in address for address in page.addresses)), "")
    script = script or next((name for name in _SOURCE if name in lower), "")
    return f"it loads {script} and little else" if script else ""
