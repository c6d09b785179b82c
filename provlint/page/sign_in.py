"""A page on which one signs in, in place of the page: its title says so, or a password is all that it asks for."""

import re

from provlint.page.scan import Scan
from provlint.page.wording import folded, fullmatch

_LOGIN = (
    r"(?:log|sign)[ -]?(?:in|on)|log ?in|(?:please |you must |you need to )(?:log|sign) in|authentication required|"
    r"(?:account|member|user|customer|subscriber) (?:login|log in|sign in)|single sign[ -]on|se connecter"
    r"|connexion|identification|"
    r"anmelden|anmeldung|einloggen|iniciar sesión|inicia sesión|acceder|acceso|accedi|accesso|entrar"
    r"|iniciar sessão|inloggen|"
    r"aanmelden|logga in|logg inn|log ind|kirjaudu(?: sisään)?|zaloguj(?: się)?|logowanie|přihlášení"
    r"|prihlásenie|войти|вход|увійти|"
    r"giriş(?: yap)?|bejelentkezés|autentificare|σύνδεση"
    r"|登录|登入|登陆|ログイン|로그인|تسجيل الدخول|כניסה|đăng nhập|masuk"
)
_TITLE = re.compile(rf"(?:{_LOGIN})(?: (?:to|in to|into|with|bei|à|en|a|em|op) .{{1,60}}| page| required| form)?")
_ASKED = re.compile(
    rf"(?:please |you must |you need to |you have to |must be )(?:log|sign|logged|signed)[ -]?in\b"
    rf"|(?:{_LOGIN}) to (?:continue|view|read|see)"
)
_SHORT = 700
_MIDDLE = 2_000


def sign_in(page: Scan, length: int) -> str:
    """The evidence, as words for a sentence, or ""; `length` counts the characters of the page's own text."""
    title = fullmatch((page.title,), _TITLE)
    heading = fullmatch(page.headings[:1], _TITLE)
    if title and length <= _MIDDLE and (page.passwords or length <= _SHORT):
        return f"its title is “{title}”"
    if not page.passwords or length > _MIDDLE:
        if heading and length <= _SHORT and _ASKED.search(folded(page.text[:_SHORT])):
            return f"its heading is “{heading}”"
        return ""
    if heading:
        return f"its heading is “{heading}”"
    return "it has a field for a password and little else" if length <= _SHORT else ""


def is_hint(page: Scan) -> bool:
    """Whether anything of it is there, so that a closer look is worth its while."""
    return page.passwords > 0 or bool(fullmatch((page.title,), _TITLE))
