"""What follows a passage in its sentence: a clause that limits it, or nothing that turns its meaning."""

import re
from collections import Counter

from provlint.verify.source import SourceIndex

_STOP = re.compile(r"[.!?…‽؟。！？]|\n")
_MARKS = re.compile(r"[\"“”„«»‹›「」『』]|''|``|(?<=[\w.,!?])[’'](?!\w)|(?<!\w)‘")
_SAMPLE = 1000  # words of a page by which its language is told
_LONGEST = 40  # words of a limiting clause that are shown

#: First words of clauses that limit what stands before them, by language; adversative, conditional, concessive and
#: exceptive subordinators (for English: Quirk et al., "A Comprehensive Grammar", 1985, 15.33–15.44).
_LIMITS: dict[str, frozenset[str]] = {
    "en": frozenset(
        [
            "but",
            "unless",
            "except",
            "excepting",
            "although",
            "though",
            "tho",
            "if",
            "however",
            "until",
            "till",
            "provided",
            "providing",
            "albeit",
            "whereas",
            "barring",
            "only",
            "lest",
            "yet",
        ]
    ),
    "de": frozenset(
        [
            "aber",
            "doch",
            "jedoch",
            "sondern",
            "außer",
            "ausser",
            "wenn",
            "falls",
            "obwohl",
            "obgleich",
            "sofern",
            "soweit",
            "solange",
            "allerdings",
            "bis",
            "wenngleich",
            "vorausgesetzt",
            "ausgenommen",
        ]
    ),
    "fr": frozenset(
        [
            "mais",
            "sauf",
            "si",
            "s'il",
            "s'ils",
            "quoique",
            "cependant",
            "toutefois",
            "néanmoins",
            "pourvu",
            "excepté",
            "hormis",
            "jusqu'à",
        ]
    ),
    "es": frozenset(["pero", "sino", "salvo", "excepto", "aunque", "si", "hasta", "siempre"]),
    "it": frozenset(["ma", "però", "tranne", "salvo", "eccetto", "sebbene", "benché", "se", "finché", "purché"]),
    "pt": frozenset(["mas", "porém", "exceto", "salvo", "embora", "se", "até", "contanto"]),
    "nl": frozenset(["maar", "echter", "tenzij", "mits", "hoewel", "behalve", "als", "tot", "indien"]),
    "sv": frozenset(["men", "om", "utom", "fast", "fastän", "tills", "förutsatt"]),
    "ru": frozenset(["но", "если", "однако", "хотя", "пока", "кроме", "разве"]),
    "pl": frozenset(["ale", "lecz", "jednak", "jeśli", "jeżeli", "chyba", "choć", "chociaż", "dopóki", "oprócz"]),
    "zh": frozenset(["但"]),
}
#: Limits of several words, whatever the language: (first words).
_PHRASES = (
    ("as", "long", "as"), ("so", "long", "as"), ("in", "case"), ("on", "condition"), ("apart", "from"),
    ("other", "than"),
    ("even", "if"), ("even", "though"), ("only", "if"), ("es", "sei", "denn"), ("à", "moins"), ("bien", "que"),
    ("à", "condition"), ("alors", "que"), ("a", "menos"), ("con", "tal"), ("a", "meno"), ("a", "patto"), ("a", "não"),
    ("o", "ile"), ("除", "非"), ("如", "果"), ("不", "过"), ("不", "過"), ("虽", "然"), ("雖", "然"), ("只", "要"),
    ("subject", "to"), ("with", "the", "exception"), ("mit", "ausnahme"), ("à", "l'exception"),
)  # fmt: skip
_COMMON = {
    "en": ["the", "of", "and", "that", "was", "is", "for", "with"],
    "de": ["der", "die", "und", "das", "nicht", "ist", "mit", "ein"],
    "fr": ["le", "les", "des", "est", "une", "dans", "que", "pour"],
    "es": ["el", "los", "que", "una", "para", "las", "del", "por"],
    "it": ["il", "che", "di", "una", "per", "della", "sono", "con"],
    "pt": ["o", "que", "uma", "para", "não", "os", "da", "em"],
    "nl": ["de", "het", "een", "van", "dat", "niet", "zijn", "met"],
    "sv": ["och", "att", "det", "som", "är", "för", "inte", "på"],
    "ru": ["и", "в", "не", "на", "что", "с", "по", "это"],
    "pl": ["i", "w", "nie", "na", "że", "się", "z", "jest"],
    "zh": ["的", "了", "在", "是", "和", "不", "有", "这"],
}


def language_of(index: SourceIndex) -> str:
    """The language of the page: by its commonest words, or as the page says where these do not tell."""
    sample = Counter(index.forms[:_SAMPLE])
    counts = {name: sum(sample[word] for word in words) for name, words in _COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    told = index.page.language
    if told in counts and counts[told] * 2 >= counts[best]:
        return told
    return best if counts[best] else told or "en"


def limiting_clause(index: SourceIndex, first: int, last: int, language: str) -> str:
    """The clause that limits words `first:last`, as written; "" if the sentence ends with them or goes on otherwise."""
    if last >= len(index) or index.block_number(last) != index.block_number(last - 1):
        return ""
    between = _outer(index.page.text[index.span(first)[0] : index.span(last - 1)[1]], index.between(last))
    if _STOP.search(between.replace("\n", " ")) or _MARKS.search(between):
        return ""  # the sentence ends here, or the words of the one who speaks
    limits = _LIMITS.get(language, _LIMITS["en"])
    if index.forms[last] not in limits and not any(index.same(last, list(phrase)) for phrase in _PHRASES):
        return ""
    return index.text(last, _sentence_end(index, last))


def _outer(passage: str, between: str) -> str:
    """What stands behind a passage, without the marks that close what was opened inside it."""
    for opening, closing in ("‘’", "“”", "«»", "„“"):
        opened = passage.count(opening) - (passage.count(closing) if closing != "’" else len(_CLOSED.findall(passage)))
        between = between.replace(closing, "", max(0, opened))
    return between.replace('"', "", passage.count('"') % 2)


_CLOSED = re.compile(r"’(?!\w)")


def _sentence_end(index: SourceIndex, first: int) -> int:
    """The word after the last one of the sentence that word `first` stands in."""
    block = index.block_number(first)
    for word in range(first + 1, min(len(index), first + _LONGEST)):
        between = index.between(word).replace("\n", " ")
        if index.block_number(word) != block or _STOP.search(between) or _MARKS.search(between):
            return word
    return min(len(index), first + _LONGEST)


def sentence_ends(index: SourceIndex, word: int) -> bool:
    """Whether a sentence, or what somebody is quoted to say, ends or begins right before a word."""
    between = index.between(word).replace("\n", " ")
    return bool(_STOP.search(between) or _MARKS.search(between) or '"' in between)


def sentences_between(index: SourceIndex, last: int, first: int) -> int:
    """How many sentences end between the word before `last` and word `first`."""
    if first <= last:
        return 0
    start, end = index.span(last - 1)[1], index.span(first)[0]
    text = index.page.text[start:end]
    return len(_END.findall(text)) + index.block_number(first) - index.block_number(last - 1)


_END = re.compile(r"[.!?…‽][\"”’»“')\]]*+[ \t\n\u00a0]++(?=[\"“„«‘(\[]*+[^\Wa-z])|[。！？]")
