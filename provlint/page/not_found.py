"""A page that says that it is not there, whatever its status said.

The wordings are those of the error pages that content management systems and web servers ship with, in the languages
with the most pages on the web (W3Techs, 2026), and of the sentences that follow them. They count where they are the
title, a heading or the sentence of a page that has little else to say: a page about error pages has more.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from provlint.page.scan import Scan
from provlint.page.wording import Wording, folded, fullmatch
from provlint.text.patterns import lazy

_THIS = r"(?>(?:the |this |that |requested |your )*)"
_THING = (
    r"(?:page|file|document|article|url|content|resource|item|post|site|object|story|product|record|entry|topic|thread"
    r"|question|profile|user|video|event|listing|report|image|publication|requested page)"
)
_DIE = "(?:die |diese )?"
_NOT = (
    r"(?:was |is |could |can |has |does )?(?:been )?(?:be )?"
    r"(?:not |cannot be |can't be |couldn't be |no longer )(?:be )?"
)
#: One a line; the curly words stand for the three above, and for an article.
_PHRASES = r"""
{THIS}{THING}(?: you(?: requested|.{3,5} looking for))? {NOT}(?:found|available|published|here)
{THIS}{THING} {NOT}exists?
(?:page|file|content|article) (?:cannot|can't|could not|couldn't) be (?:found|displayed|located)
(?:page|content|article) (?:does not|doesn't|no longer|does no longer) exists?
(?:page|content|article) (?:removed|deleted|expired|unavailable|missing|gone)
(?:missing|lost) (?:page|file)
not found
nothing found
nothing (?:was )?found(?: here)?
(?:we )?(?:can't|couldn't|cannot|could not) find (?:that|this|the|your) page
(?:we're |we are )?(?:sorry )?(?:that|this|the) page (?:can't|cannot|could not|couldn't) be found
that page doesn't exist
page introuvable
broken link
dead link
invalid (?:url|page|link)
{DIE}(?:seite|datei)(?: wurde| konnte| ist)? (?:leider )?nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar)(?: werden)?
{DIE}(?:seite|datei) (?:existiert|gibt es) (?:leider )?nicht(?: \(?mehr)?
diese (?:seite|datei) gibt es (?:leider )?nicht(?: \(?mehr)?
nicht gefunden
(?:la |cette )?page (?:demandée |recherchée )?(?:est )?(?:non trouvée|introuvable|inexistante|supprimée|indisponible)
(?:la |cette )?page (?:demandée |recherchée )?(?:n'existe (?:pas|plus)|n'a pas été trouvée)
non trouvée?
(?:la |esta )?página (?:solicitada )?no (?:encontrada|existe|(?:está )?disponible)
(?:la |esta )?página (?:solicitada )?no se (?:ha encontrado|encuentra|encontró)
no (?:encontramos|se encontró|hemos encontrado) (?:la|esta) página
no se encuentra la página
no encontrad[oa]
(?:a )?página (?:não|nao) (?:encontrada|existe|disponível)
não encontrad[oa]
(?:la )?pagina non (?:trovata|esiste|disponibile|è stata trovata)
non trovat[oa]
(?:de )?pagina (?:is )?niet (?:gevonden|beschikbaar)
pagina bestaat niet(?: meer)?
sidan (?:kunde inte hittas|hittades inte|finns inte)
siden (?:ble |blev )?(?:desværre |dessverre )?ikke fun(?:net|nen|det)
side ikke funnet
siden findes ikke
siden finnes ikke
sivua ei (?:löydy|löytynyt)
no s'ha trobat la pàgina
(?:la )?pàgina no (?:trobada|existeix)
(?:strona|strony) nie (?:została )?(?:znaleziona|znaleziono|istnieje)
nie znaleziono(?: strony)?
stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)
страница не (?:найдена|существует)
не найдено
сторінк[ау] не (?:знайдено|існує)
страницата не е намерена
sayfa bulunamad[ıi]
η σελίδα δεν βρέθηκε
(?:az |a keresett |a kért )?oldal nem (?:található|létezik)
pagina nu (?:a fost găsită|există)
halaman tidak ditemukan
(?:không tìm thấy trang|trang không tồn tại)
(?:抱歉|对不起|對不起|很抱歉)?[,\uff0c]?(?:您(?:所|要)?(?:访问|查找|請求|请求|訪問|浏览)的)?(?:页面|頁面|网页|網頁|内容|文章|找不到)(?:不存在|未找到|找不到|没有找到|已(?:被)?删除|页面|頁面|网页|網頁)
(?:お探しの|指定された|ご指定の|申し訳(?:ありません|ございません)[、。]?(?:お探しの)?)?(?:ページ|記事)(?:は|が)?(?:見つかりません(?:でした)?|存在しません|削除されました)
(?:ขออภัย ?)?ไม่พบ(?:หน้า|เพจ|บทความ)(?:เว็บ)?(?:นี้|ที่(?:คุณ|ท่าน)?(?:ต้องการ|ค้นหา|กำลังค้นหา|ร้องขอ|เรียก|มองหา))?
stranica nije (?:pronađena|pronađeno)
stran(?:i)? ni (?:bila |mogoče )?naj(?:dena|ti)
lehte ei leitud
puslapis nerastas
lapa nav atrasta
(?:यह )?(?:पृष्ठ|पेज) नहीं मिला
페이지를 찾을 수 없습니다
(?:(?:(?:عفو|عذر)\S{1,3} ?)?الصفحة (?:المطلوبة |التي تبحث عنها )?غير موجودة|لم يتم العثور على الصفحة)
(?:ה)?(?:דף|עמוד) לא נמצא
صفحه (?:مورد نظر )?(?:پیدا|یافت) نشد
"""
_CODE = (
    r"(?>(?:http |error |erreur |fehler |errore |erro |fout |ошибка |status |code |page )*)"
    r"(?:404|410)(?: errors?| page)?"
)
_LEAD = (
    r"(?>(?:(?:oo*ps|uh[ -]?oh|sorry|whoops|hmm|ups|oups|hoppla|huch|vaya|ops|désolé|entschuldigung|leider|lo sentimos"
    r"|errore?|fehler)[ ,.!:…?¡-]*+)*)"
)
_ANY = "|".join(
    phrase.replace("{DIE}", _DIE).replace("{THIS}", _THIS).replace("{THING}", _THING).replace("{NOT}", _NOT)
    for phrase in _PHRASES.split("\n")[1:-1]
)
_WHOLE = lazy(
    rf"{_LEAD}(?:{_CODE}[ ,.!:()-]*)?(?:{_ANY})[ ,.!:()-]*(?:{_CODE})?"
    rf"|{_LEAD}{_CODE}(?: not found)?"
)
_ONLY_CODE = re.compile(_CODE)
_SENTENCE = Wording(
    "requested|looking for|tried to|followed|find t|locate t|no longer exists|n't exist|not exist"
    "|has been removed|has been deleted|gesuchte|gewünschte|aufgerufene|angefordert|suchen|aufrufen"
    "|cercando|richiesta|procura|die u zoekt|recherchez|demande|cherchez|demandée|que busca|que intenta"
    "|está buscando|solicitad|that page c|at this location|diese seite|diese datei",
    r"(?:page|url|article|document|file|content|story|link) (?:that )?(?:you|you've|you have|you are|you're"
    r"|you were)? ?"
    r"(?:requested|are looking for|were looking for|tried to (?:reach|open|visit)|followed|looking for)[^.]{0,60}"
    r"(?:not|no longer|n't|removed|moved|deleted)"
    r"|the requested (?:url|page|resource)[^.]{0,200}(?:not found|could not be found|does not exist)"
    r"|(?:we|i) (?:couldn't|could not|can't|cannot|were unable to) (?:find|locate) (?:the|that|this) (?:page|article)"
    r"|(?:this|the|that) (?:page|article|content) (?:no longer exists|does(?:n't| not) exist"
    r"|has been (?:removed|deleted))|that page (?:can't|cannot|could not|couldn't) be found"
    r"|nothing was found at this location"
    r"|diese (?:seite|datei) (?:gibt es|existiert) (?:leider )?nicht(?: mehr)?"
    r"|no (?:hemos encontrado|encontramos|podemos encontrar) la página que (?:busca|buscas|buscaba|buscabas|intenta)"
    r"|(?:die|diese) (?:von ihnen )?(?:gesuchte|gewünschte|aufgerufene|angeforderte) (?:seite|datei)[^.]{0,60}"
    r"(?:nicht|entfernt)"
    r"|(?:seite|datei),? (?:die|der|nach der) sie (?:suchen|aufrufen|angefordert)[^.]{0,60}(?:nicht|entfernt)"
    r"|(?:pagina|página|pàgina) (?:che (?:stai|state) cercando|richiesta|que (?:você )?procura|die u zoekt)"
    r"[^.]{0,60}(?:non? |não |niet)"
    r"|la page (?:que vous (?:recherchez|demandez|cherchez|avez demandée)|demandée)[^.]{0,60}"
    r"(?:pas|plus|introuvable|supprimée)"
    r"|la página (?:que (?:busca|buscas|intenta|está buscando|ha solicitado)|solicitada)[^.]{0,60}(?:no |eliminada)",
)
#: What a page may say that search engines are told not to keep, and that says nothing else.
_WEAK = lazy(
    r"(?:no longer|not|isn't|is not) (?:available|here|exist|there)"
    r"|(?:page|content|article) (?:is |was |has been )?(?:gone|unavailable|removed|deleted|missing)"
    r"|(?:nothing|couldn't find|could not find|can't find|cannot find|unable to find)\b|(?:oops|whoops|uh[ -]?oh)\b"
    r"|(?:sorry|we apologi[sz]e)\b[^.]{0,80}(?:page|link|address|content)"
    r"|(?:page|content) (?:cannot|can't|could not) be (?:displayed|shown|loaded)|not available\b"
    r"|nicht (?:mehr )?(?:verfügbar|vorhanden)|n'est plus disponible|ya no está disponible"
)
#: The number of the status, said anywhere: tutorials and forums say it, too.
_NUMBER = Wording(" 404| 410", r"\b(?:error|http|status)(?: code| status)?:? (?:404|410)\b")
#: A title or heading that says nothing but that something went wrong.
_ONLY_LEAD = lazy(rf"(?=.){_LEAD}(?:problem|erreur)?")
#: How systems name the page in its own source, whatever language it speaks (WordPress's `body_class`, Drupal, Ghost).
_MARK = re.compile(
    r"(?<![\w-])(?:(?:error|page|http|is|template|path)-?404|404-?(?:page|error|template)|(?:page|error)-?not-?found)(?![\w-])",
    re.IGNORECASE,
)
_CLASS = re.compile(r"\s(?:class|id)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
_HEAD = 200_000  # characters of a source in which its body begins
_LONGEST_TAG = 2_000
_SHORT = 600  # characters of a page that has nothing else to say
_MIDDLE = 3_000  # of one with a search form, a list of links and a footer
_LONG = 12_000  # of one that says it twice, as its title and as its heading, among all the links of its site
_SUBTITLE = 3  # words
_PROSE = 1_000  # of what no link holds: a page about missing pages says more


class Extent(NamedTuple):
    """How much a page says beside its furniture, in letters."""

    all: int
    prose: int  # without what stands in links


def not_found(page: Scan, mark: str, extent: Extent, *, noindex: bool) -> str:
    """The evidence, as words for a sentence, or ""; `mark` is what `marked` found in the page's source."""
    title = _said((page.title,))
    heading = _said(page.headings[:2])
    sure = [text for text in (title, heading) if text and not fullmatch((text,), _ONLY_CODE)]
    most = (_SHORT, _MIDDLE, _LONG)[len(sure)]
    if (title or heading) and ((extent.all <= most and extent.prose <= _PROSE) or (sure and noindex)):
        return f"its title is “{page.title}”" if title else f"its heading is “{heading}”"
    if mark and extent.prose <= _PROSE:
        return f"its source calls it “{mark}”"
    said = folded(page.text[:_MIDDLE])
    if extent.all <= _SHORT and (found := _SENTENCE.search(said)):
        return f"it says “{found[0][:120]}”"
    if extent.all <= _SHORT // 2 and (found := _NUMBER.search(said)):
        return f"it says “{found[0]}”"
    if noindex and extent.all <= _SHORT // 2 and (found := _WEAK.search(f"{folded(page.title)} . {said}")):
        return f"it says “{found[0][:120]}”, and asks search engines to forget it"
    return ""


def is_hint(page: Scan, mark: str) -> bool:
    """Whether anything of it is there, so that a closer look is worth its while."""
    loud = (page.title, *page.headings[:2])
    return bool(mark or fullmatch(loud, _WHOLE) or fullmatch(loud, _ONLY_LEAD))


def marked(source: str) -> str:
    """What the source of a page says of it in the class or name of its body; "" for nothing."""
    at = source.find("<body", 0, _HEAD)
    if at < 0 or (end := source.find(">", at, at + _LONGEST_TAG)) < 0:
        return ""
    for found in _CLASS.finditer(source, at, end):
        if mark := _MARK.search(found[1] or found[2] or ""):
            return mark[0]
    return ""


def _said(texts: Iterable[str]) -> str:
    """The first of the texts that says it, and not only before a colon: what follows one is what the text is about."""
    return next((text for text in texts if fullmatch((_without_subtitle(text),), _WHOLE)), "")


def _without_subtitle(text: str) -> str:
    after = text.partition(": ")[2]
    return after if len(after.split()) >= _SUBTITLE else text
