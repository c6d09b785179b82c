"""A wall against robots in place of the page.

Wordings and names of scripts are those of the walls themselves: Cloudflare, AWS WAF, Akamai, Imperva, DataDome, HUMAN,
Sucuri, DDoS-Guard, and the captchas of Google and hCaptcha (the vendors' documentation and pages, 2026-11).
"""

import re

from provlint.page.scan import Scan
from provlint.page.wording import Wording, folded, fullmatch

#: Titles that no page has but a wall, and the same in other languages.
_TITLE = re.compile(
    r"attention required!?|(?:verify|confirm|prove|verifying) (?:that )?(?:you are|you're"
    r"|your?) (?:a )?(?:not a robot|"
    r"human)|are you (?:a )?(?:robot|human|bot)|robot or human|(?:security|browser|human|bot|robot"
    r"|captcha) (?:verification"
    r"|challenge)|checking your browser(?: before accessing .*)?|pardon our interruption"
    r"|access to this page has "
    r"been denied|(?:you have been|you've been) blocked|request (?:blocked|rejected|unsuccessful)|ddos-guard"
    r"|ddos protection by .*"
    r"|sorry,? you have been blocked|(?:\w+ )?security checkpoint|client challenge|vérification de sécurité"
    r"|sicherheits(?:über)?prüfung|(?:sind sie|bist du) ein (?:mensch|roboter)\??"
    r"|êtes-vous un (?:humain|robot)|¿?eres un (?:humano|robot)|sicherheitsabfrage|verificación de seguridad"
    r"|your access to this (?:site|service) has been (?:limited|blocked)|human verification"
    r"|вы не робот\??|проверка безопасности|安全验证|安全驗證|访问验证|人机验证|보안 (?:확인|검사)"
    r"|セキュリティ(?:チェック|確認)"
)
#: Titles that other pages may have too: they count on a page that says next to nothing.
_TITLE_MAYBE = re.compile(
    r"just a moment|access denied|one moment,? please|please wait|captcha"
    r"|(?:security|browser|human|bot|robot|captcha) check|un momento|un instant|einen moment(?: bitte)?"
    r"|nur einen moment|请稍候|しばらくお待ちください|un attimo|um momento|even geduld"
)
#: "That you are a human, not a robot", in the languages of the walls.
_PROOF = (
    r"(?:bestätig|beweis|verifizier|zeig)\w{1,4}(?: sie| uns)?(?: bitte)?,? dass (?:sie|du)"
    r" (?:ein mensch|kein (?:ro)?bot)"
    r"|(?:vérifi|confirm|prouv)\w{1,4} que vous (?:êtes (?:un )?(?:être )?humain|n'êtes pas un (?:ro)?bot)"
    r"|(?:verifi|confirm|demuestr|compr)\w{1,7} que (?:usted )?(?:no )?(?:eres|es) (?:un )?"
    r"(?:ser )?(?:humano|(?:ro)?bot)"
    r"|(?:verific|conferm|dimostr)\w{1,4} (?:di|che) (?:non )?(?:essere|sei) (?:un )?(?:essere )?(?:umano|(?:ro)?bot)"
    r"|(?:verifi|confirm|prov)\w{1,4} (?:se|que) você (?:não )?é (?:um )?(?:ser )?(?:humano|robô)"
    r"|(?:controleer|bevestig|bewijs|verifieer) (?:of|dat) (?:u|je|jij) (?:een mens|geen (?:ro)?bot)"
    r"|(?:potwierdź|zweryfikuj),? że (?:jesteś człowiekiem|nie jesteś robotem)"
    r"|(?:bekräfta|verifiera|bekreft|bekræft) att? du"
    r" (?:är (?:en )?människa|inte är en robot|er et menneske|ikke er en robot)"
    r"|(?:insan olduğunuzu|robot olmadığınızı) (?:doğrula|kanıtla)"
    r"|stell\w{1,2} sicher,? dass (?:sie|du) (?:kein (?:ro)?bot|ein mensch)"
    r"|assur\w{1,4} que vous n'êtes pas un (?:ro)?bot"
    r"|(?:подтвердите|докажите),? что (?:вы (?:не робот|человек)|запросы отправляли вы)"
    r"|(?:证明|確認|确认|验证|驗證)您(?:是|不是)(?:人类|人類|真人|机器人|機器人)"
    r"|(?:完成|进行)(?:以下|下列|下方)?(?:安全)?验证|(?:拖动|按住)滑块"
    r"|ロボットでは(?:ありません|ないこと)|ロボットでないこと|人間であることを"
    r"|xác minh (?:rằng )?bạn (?:là con người|không phải (?:là )?robot)|คุณ(?:เป็นมนุษย์|ไม่ใช่หุ่นยนต์|ไม่ใช่โรบอต)"
    r"|(?:підтвердьте|доведіть),? що ви (?:не робот|людина)|ověřte,? že (?:jste člověk|nejste robot)"
    r"|nem vagy(?:ok)? robot"
    r"|verifikasi bahwa anda (?:adalah )?(?:manusia|bukan robot)|vahvista,? että (?:olet ihminen|et ole robotti)"
    r"|think that you are a bot"
    r"|로봇이 아닙니다|로봇이 아님을|사람인지 확인|자동 ?입력 ?방지"
)
_WORDING = Wording(
    "dass sie |dass du |que vous | bot|robot|umano|robô|een mens|jesteś|människa|menneske|olduğunuzu|робот"
    "|человек|запросы отправляли|您|验证|滑块|ロボット|人間である|로봇이|사람인지|입력"
    "|xác minh|คุณ|що ви|ověřte|nem vagy|manusia|vahvista"
    "|human|your browser|votre navigateur|ihres browsers"
    "|ihr browser|navegador|site connection|review the security|javascript|captcha|security check|& hold|and hold"
    "|unusual|blocked|incapsula|bots use|have permission|puzzle|browser look|browser seem|browser appear|request look"
    "|request seem|request appear|ray id|your access to this|url was rejected",
    rf"{_PROOF}|(?:verify|confirm|prove|verifying|mak(?:e|ing) sure|ensur(?:e|ing)) (?:that )?(?:you are"
    r"|you're) (?:a )?(?:not a (?:ro)?bot|human|a human)"
    r"|verifying your browser|vérification de votre navigateur|überprüfung ihres browsers|ihr browser wird überprüft"
    r"|comprobando (?:su|tu) navegador"
    r"|checking (?:if the site connection is secure|your browser before)"
    r"|needs to review the security of your connection"
    r"|enable (?:javascript and cookies|cookies and javascript) to continue|complete the (?:captcha|security check)"
    r"|press (?:&|and) hold|unusual (?:traffic|activity) from your|why have i been blocked|incapsula incident id"
    r"|bots use|you don't have permission to access|solve the (?:captcha|puzzle)|i'm not a robot|i am not a robot"
    r"|(?:browser|request) (?:looks|looked|seems|appears)[^.]{0,40}(?:automated|robot|bot)|ray id"
    r"|your access to this (?:site|service) has been (?:limited|blocked)|requested url was rejected\. please consult",
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
    "anubis_challenge",
    "sucuri_cloudproxy",
    "kpsdk",
    "/_fs-ch-",
    "/.well-known/sgcaptcha",
)
#: A field that a reader fills in: the form of a page, which a captcha guards. A wall has one for a captcha's letters.
_FIELD = re.compile(r"<(?:textarea|select)\b|<input(?![^>]*\btype=[\"']?(?:hidden|submit|button|checkbox|image))")
_SHORT = 1_000  # characters: no wall has more to say
_NEXT_TO_NOTHING = 450
_MOST_LINKS = 4  # on a wall; a page with a form that a captcha guards has the links of its site


def challenge(page: Scan, source: str, length: int) -> str:
    """The evidence, as words for a sentence, or ""; `length` counts the characters of the page's own text."""
    if length > _SHORT:
        return ""
    if title := fullmatch((page.title,), _TITLE):
        return f"its title is “{title}”"
    if heading := fullmatch(page.headings[:1], _TITLE):
        return f"its heading is “{heading}”"
    if length <= _NEXT_TO_NOTHING and (title := fullmatch((page.title,), _TITLE_MAYBE)):
        return f"its title is “{title}”"
    said = _WORDING.search(folded(f"{page.title} . {page.text} {page.aside[:_SHORT]}"))
    if said:
        return f"it says “{said[0]}”"
    if page.passwords or length > _SHORT // 4:
        return ""
    lower = source[: 50 * _SHORT].lower()
    if _FIELD.search(lower) or lower.count("<a ") > _MOST_LINKS:
        return ""
    script = next((name for name in _SCRIPTS if any(name in address for address in page.addresses)), "")
    script = script or next((name for name in _SOURCE if name in lower), "")
    return f"it loads {script} and little else" if script else ""
