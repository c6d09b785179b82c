"""Whether a paragraph of lines is a table, a drawing or program code: text laid out in columns, not prose."""

from provlint.read.text_forms import is_rule, marker
from provlint.read.text_lines import Line
from provlint.text.patterns import lazy

_CODE_OPENS = lazy(
    r"[$%] \S|>>> |#!|# ?(?:include|define|if|ifn?def|endif)\b|//|/\*|\*/|[{}]|\./\w"
    r"|</?(?!https?:|ftp:|www\.|mailto:|[\w.+-]+@)[a-zA-Z!?]"
    r"|(?:def|class|function|fn|func|struct|enum) \w+ ?[({:]|(?:import|from|using|package) [\w.]+;?\Z"
    r"|(?:from \S+ import|return|const|var|let|public|private|static|void|int|char) .*[;({]\Z"
    r"|(?:if|for|while) ?\(.*[{;:)]\Z"
    r"|[\w.\[\]]+ ?[-+*/|:]?= ?[^=\s]|[\w.]+\([^)]*\)[;:,]?\Z|[-+]{3} |@@ "
)
_CODE_ENDS = lazy(r"[{}]|\);|[\w\])\"'] ?;|\\|\*/|/?>")
_TIGHT = lazy(r",(?=\S)(?!\d{3}(?!\d))")  # the comma in 7,155 parts nothing
_FEWEST_RECORDS = 3  # two lines with tight commas may be typing errors
_ENCODED = lazy(r"[A-Za-z0-9+/]{60,}={0,2}")  # base64 in lines of 60 to 76 (RFC 2045)
_WIDEST = 250  # columns in which a table's gaps are looked for
_CODE_INDENT = 4  # columns: a single line is code only where it is set off as Markdown and mails set code off
_SAMPLE = 40  # lines: enough to tell marks from letters


def is_table(text: str, lines: list[Line]) -> bool:
    """Whether most lines are split into columns by bars, tabs, dot leaders or gaps of three spaces."""
    barred = gapped = 0
    for line in lines:
        start = line.start + len(marker(text, line.start, line.end))
        bordered = text[line.start] == "+" == text[line.end - 1]
        barred += bordered or text.count("|", line.start, line.end) >= 2
        gapped += has_gap(text, start, min(line.end, start + _WIDEST))
    fewest_gapped = max(3, len(lines))  # two lines with a gap each may be a heading and its date
    return len(lines) >= 2 and (_is_most(barred, len(lines)) or _is_most(gapped, fewest_gapped))


def _is_most(part: int, whole: int) -> bool:
    """Whether a form holds for three lines in five: more than half, since captions and blank cells break it."""
    return part * 5 >= whole * 3


def has_gap(text: str, start: int, end: int) -> bool:
    """Whether a line without outer white space has what parts columns: three spaces, a tab, dot leaders."""
    find = text.find  # asked of every line: a loop over the four would cost more than they do
    return (
        find("   ", start, end) >= 0
        or find("\t", start, end) >= 0
        or find("....", start, end) >= 0
        or find(". . . .", start, end) >= 0
    )


def has_values(text: str, lines: list[Line]) -> bool:
    """Whether lines are records of values parted by commas (RFC 4180), which prose always follows by a space."""
    if len(lines) < _FEWEST_RECORDS:
        return False
    return all(len(_TIGHT.findall(text, line.start, line.end)) >= 2 for line in lines)


def may_have_values(text: str) -> bool:
    """Whether a text has commas enough without a space after them to hold such records."""
    return text.count(",") - text.count(", ") - text.count(",\n") >= 2 * _FEWEST_RECORDS


def is_code(text: str, lines: list[Line]) -> bool:
    """Whether most lines open or close as program text does, or hold fewer letters and figures than marks.

    Separators count on neither side: they underline titles as often as they part code.
    """
    told = [line for line in lines if not is_rule(text, line.start, line.end)]
    coded = sum(_is_coded(text, line) for line in told)
    if told and _is_most(coded, len(told)):
        return len(told) > 1 or told[0].indent >= _CODE_INDENT
    if len(told) < 2:
        return False
    ink = "".join(text[line.start : line.end] for line in told[:_SAMPLE]).replace(" ", "")
    return sum(map(str.isalnum, ink)) * 2 < len(ink)


def _is_coded(text: str, line: Line) -> bool:
    end = min(line.end, line.start + _WIDEST)
    if _ENCODED.fullmatch(text, line.start, end) or _CODE_OPENS.match(text, line.start, end):
        return True
    return _CODE_ENDS.fullmatch(text, max(line.start, end - 2), end) is not None and not text[line.start].isupper()
