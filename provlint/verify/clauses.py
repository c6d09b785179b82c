"""What follows a passage in its sentence: a clause that limits it, or nothing that turns its meaning."""

import re
from collections import Counter

from provlint.text.sentences import split
from provlint.verify.source import SourceIndex

_STOP = re.compile(r"[.!?…‽؟。！？]|\n")
_MARKS = re.compile(r"[\"״“”„«»‹›「」『』]|''|``|(?<=[\w.,!?])[’'](?!\w)|(?<!\w)‘")
_SAMPLE = 1000  # words of a page by which its language is told
_MOST_SPLIT = 200  # words between two passages that are taken apart with care for abbreviations
_SOME = 60  # words: fewer do not tell the language
_PLAIN = 12  # of so many words one is among the commonest, in a text of their language
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
            "assuming",
            "pending",
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
    ("other", "than"), ("once", "it"), ("once", "the"), ("once", "they"), ("once", "we"), ("once", "you"),
    ("once", "he"), ("once", "she"), ("once", "i"), ("once", "these"), ("once", "our"), ("once", "all"),
    ("even", "if"), ("even", "though"), ("only", "if"), ("es", "sei", "denn"), ("à", "moins"), ("bien", "que"),
    ("à", "condition"), ("alors", "que"), ("a", "menos"), ("con", "tal"), ("a", "meno"), ("a", "patto"), ("a", "não"),
    ("o", "ile"), ("除", "非"), ("如", "果"), ("不", "过"), ("不", "過"), ("虽", "然"), ("雖", "然"), ("只", "要"),
    ("subject", "to"), ("with", "the", "exception"), ("mit", "ausnahme"), ("à", "l'exception"),
)  # fmt: skip
#: Words that open another statement as well as a limit.
_ADVERSATIVE = frozenset([
    "but", "yet", "though", "although", "however", "whereas", "tho", "aber", "doch", "jedoch", "sondern", "allerdings",
    "obwohl", "mais", "cependant", "toutefois", "néanmoins", "pero", "sino", "aunque", "ma", "però", "mas", "porém",
    "maar", "echter", "hoewel", "men", "fast", "но", "однако", "хотя", "ale", "lecz", "jednak", "choć", "chociaż", "但",
])  # fmt: skip
#: With these behind it, such a word still limits what stands before.
_NARROWING = frozenset([
    "only", "not", "never", "when", "nur", "nicht", "nie", "erst", "seulement", "pas", "jamais", "quand", "solo",
    "sólo", "no", "nunca", "cuando", "non", "mai", "só", "não", "alleen", "niet", "bara", "inte", "только", "не",
    "tylko", "只",
])  # fmt: skip
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
    if told and told not in counts and (sample.total() < _SOME or counts[best] * _PLAIN < sample.total()):
        return told  # of a language not known here, with a few words of another in its furniture
    return best if counts[best] else told or "en"


def limiting_clause(index: SourceIndex, first: int, last: int, language: str) -> str:
    """The clause that limits words `first:last`, as written; "" if the sentence ends with them or goes on otherwise."""
    if last >= len(index) or index.block_number(last) != index.block_number(last - 1):
        return ""
    if resumed := _resumed(index, last, language):
        return resumed
    between = _outer(index.page.text[index.span(first)[0] : index.span(last - 1)[1]], index.between(last))
    if _STOP.search(between.replace("\n", " ")) or _MARKS.search(between):
        return ""  # the sentence ends here, or the words of the one who speaks
    return index.text(last, _sentence_end(index, last)) if _limits(index, last, language) else ""


def _limits(index: SourceIndex, word: int, language: str) -> bool:
    """Whether a limiting clause begins with a word."""
    if index.forms[word] in _LIMITS.get(language, _LIMITS["en"]):
        return True
    phrase = next((phrase for phrase in _PHRASES if index.same(word, list(phrase))), ())
    return bool(phrase) and not any(index.between(word + at).strip() for at in range(1, len(phrase)))


def _resumed(index: SourceIndex, last: int, language: str) -> str:
    """The limiting clause with which a speaker goes on in the same sentence: “…,” she said, “but …”."""
    start, end = index.span(last - 1)[1], index.page.blocks[index.block_number(last)].end
    found = _GOES_ON.match(index.page.text, start, min(end, start + _AHEAD))
    if not found:
        return ""
    word = next((at for at in range(last, min(len(index), last + _LONGEST)) if index.span(at)[0] >= found.end()), 0)
    if not word or index.page.text[index.span(word)[0]].isupper() or not _limits(index, word, language):
        return ""
    # "But I also think" is another statement; "but only if", "but not before" belong to the first.
    after = index.forms[word + 1] if word + 1 < len(index) else ""
    if index.forms[word] in _ADVERSATIVE and after not in _NARROWING and not _limits(index, word + 1, language):
        return ""
    return index.text(word, _sentence_end(index, word))


def _outer(passage: str, between: str) -> str:
    """What stands behind a passage, without the marks that close what was opened inside it."""
    for opening, closing in ("‘’", "“”", "«»", "„“"):
        opened = passage.count(opening) - (passage.count(closing) if closing != "’" else len(_CLOSED.findall(passage)))
        between = between.replace(closing, "", max(0, opened))
    return between.replace('"', "", passage.count('"') % 2)


_AHEAD = 250  # characters in which a speaker goes on
_GOES_ON = re.compile(r"\s?(?:[,–—]\s?[”\"’»“]|[”\"»“]\s?,)\s[^.!?;“”„«»\"\n]{2,200}?,\s(?:[“„«\"‘]|‚)\s?")
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
    blocks = index.block_number(first) - index.block_number(last - 1)
    if first - last > _MOST_SPLIT:
        return len(_END.findall(index.page.text, index.span(last - 1)[1], index.span(first)[0])) + blocks
    text = index.page.text[index.span(last - 1)[0] : index.span(first)[0]]
    return len(split(" ".join(text.split()))) - 1 + blocks


_END = re.compile(r"[.!?…‽][\"”’»“')\]]*+[ \t\n\u00a0]++(?=[\"“„«‘(\[]*+[^\Wa-z])|[。！？]")
