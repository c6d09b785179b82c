"""Which HTML element is what: a block, a mark, no prose; what it closes. Base: the HTML standard, tree construction."""

from provlint.model.words import BlockKind, MarkKind


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


#: Elements that break the line: their tags end a block of words.
BLOCKS = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure",
    "footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol optgroup p pre search section",
    "summary table tbody td tfoot th thead tr ul xmp plaintext frameset",
)
#: Blocks inside which what stands outside cannot be closed.
BARRIERS = _words("td th table caption")
#: Start tag → the open elements it closes, and the ones behind which it closes nothing.
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (_words("li"), _words("ul ol menu dir td th table blockquote")),
    "dt": (_words("dt dd"), _words("dl td th table blockquote")),
    "dd": (_words("dt dd"), _words("dl td th table blockquote")),
    "td": (_words("td th"), _words("tr table")),
    "th": (_words("td th"), _words("tr table")),
    "tr": (_words("tr"), _words("table")),
    "thead": (_words("thead tbody tfoot caption"), _words("table")),
    "tbody": (_words("thead tbody tfoot caption"), _words("table")),
    "tfoot": (_words("thead tbody tfoot caption"), _words("table")),
}
#: What a block's words are, where nothing around it says otherwise.
KINDS: dict[str, BlockKind] = {
    "li": "list-item", "dt": "list-item", "dd": "list-item", "td": "table", "th": "table", "caption": "caption",
    "figcaption": "caption", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading",
}  # fmt: skip
#: Kinds that the first block inside has; what follows it there are paragraphs.
FIRST_ONLY: frozenset[BlockKind] = frozenset(("list-item", "table"))
#: Elements whose text is shown as it stands, as code is.
PREFORMATTED = _words("pre listing xmp plaintext")
#: Elements that give `header`, `footer` and `aside` a meaning of their own.
SECTIONING = _words("article main section blockquote figure details")
MARKS: dict[str, MarkKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis", "strong": "strong",
    "b": "strong", "s": "strike", "strike": "strike", "del": "strike", "code": "code", "kbd": "code", "samp": "code",
    "tt": "code", "math": "math",
}  # fmt: skip
#: Elements whose text is no prose: controls, drawings, what stands in for a film, glosses over a word.
UNREAD = _words(
    "select button textarea datalist svg canvas video audio object rt rp noscript annotation annotation-xml progress",
    "meter applet map",
)
#: Their content is text up to their own end tag, and none of it is shown.
RAW = _words("script style iframe noembed noframes textarea")
#: Elements that hold nothing.
VOID = _words("area base basefont br col embed frame hr image img input link meta param source track wbr")
