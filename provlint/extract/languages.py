"""A stretch of prose → the language it is told to be in, where that is another than English.

Told by its commonest words, of which running text holds a fifth or more (Zipf), or by letters that English has none of.
A short text, a list of names and a mixture are told to be nothing.
"""

from provlint.text.patterns import lazy

_LETTERS = lazy(r"[^\W\d_]+")
_FEWEST = 20  # words that can tell
_EACH = 150  # characters of English that have a "the" or an "and"; no other language has either so often
_SHARE = 0.12  # of the words that are among the commonest ones of the language
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "that",
        "was",
        "for",
        "with",
        "are",
        "this",
        "it",
        "on",
        "as",
        "be",
        "by",
        "at",
        "from",
        "have",
        "not",
    ]
)
_COMMONEST = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die und das nicht ist den von mit dem ein eine auf für sich des auch werden wird im zu als bei nach",
        "fr": "le la les des et est une du dans pour que qui sur au par pas avec sont ce il elle aux plus un",
        "es": "el la los las de y del una por con que en para se su al es lo como más fue",
        "it": "il la di che e del della per una un nel con sono le gli dei alla è non si da al",
        "pt": "o a os as de e do da dos das uma um para com que em não por se no na ao é",
        "nl": "de het een van en niet dat zijn op te voor met die er aan bij ook naar is wordt",
        "sv": "och att det som en på är av för med den till inte har ett om de i",
        "pl": "i w nie na się z do to że jest jak po od za przez dla są",
        "tr": "ve bir bu için ile olarak da de olan çok daha gibi en ne var",
        "id": "yang dan di dengan untuk dari ini itu dalam tidak pada akan adalah oleh juga",
    }.items()
}
_OTHER_LETTERS = lazy(r"[\u0370-\u1cff\u3040-\ud7af]")


def other_language(prose: str) -> str:
    """The code of the language, `other` for one of other letters, "" for English and for what cannot be told."""
    if (prose.count(" the ") + prose.count(" and ")) * _EACH > len(prose):
        return ""
    words = _LETTERS.findall(prose.lower())
    if not prose.isascii() and len(_OTHER_LETTERS.findall(prose)) * 2 > sum(map(len, words)):
        return "other"
    if len(words) < _FEWEST:
        return ""
    english = sum(map(_ENGLISH.__contains__, words))
    if english > _SHARE * len(words):
        return ""
    shares = {language: sum(map(common.__contains__, words)) for language, common in _COMMONEST.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] > max(_SHARE * len(words), 2 * english) else ""
