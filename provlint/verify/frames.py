"""What stands before a passage in its sentence: words that deny what follows, or nothing that turns it.

The cues are verbs and phrases of denial with a clause as their object (for English: Quirk et al., "A Comprehensive
Grammar", 1985, 16.30–16.34 on factual verbs); the clause must follow at once, without a quotation mark of its own: what
a speaker is quoted to deny is another's, and whoever quotes it may well have said so.
"""

import re

from provlint.verify.clauses import sentence_ends
from provlint.verify.sameness import negated
from provlint.verify.source import SourceIndex

_BLANK = " \n\t\u00a0"
_WHOLE = 5  # words of a sentence that is quoted as one
_REACH = 14  # words before the passage that are looked at
_CLAIM = r"(?:claims?|ideas?|notions?|suggestions?|allegations?|accusations?|reports?|rumou?rs?|assertions?|charges?)"
#: When and where somebody did so; no second verb.
_WHEN = (
    r"(?: (?!(?:and|but|or|it|sa(?:y|id|ys|ying)|told|tell\w*|add\w*|und|aber|oder|es|sagte?|erklärte?)\b)[\w’']+){0,4}"
)
_PIECE = r"(?:article|story|report|post|page|piece)"  # whose editor corrects it in a note
#: "Nobody denies that", "there is no doubt that" affirm what follows.
_NOT_DENIED = "".join(
    rf"(?<!{word} )" for word in ("no", "not", "n['’]t", "never", "nobody", "no one", "cannot", "without", "beyond",
                                    "any", "little", "hardly", "nor")
)  # fmt: skip
_FRAMES = {
    "en": (
        rf"{_NOT_DENIED}(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|disbelieve[sd]?)"
        rf"(?: (?:the |any |all |these |those |such )?{_CLAIM})?{_WHEN} that"
        rf"|{_NOT_DENIED}doubt(?:s|ed|ing|ful)?{_WHEN} (?:that|if|whether)"
        rf"|(?:earlier|previous|original) versions? of (?:this|the) {_PIECE}(?: \w+){{0,2}}"
        r" (?:said|stated|reported|wrote|claimed|suggested)(?: \w+ly)?(?: that)?"
        rf"|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?) (?:the |any |all |these |those |such )?{_CLAIM} that"
        r"|(?:false|untrue|incorrect|wrong|a lie|a myth|nonsense|not true|not the case|not correct|never true)"
        r"(?: to (?:say|claim|suggest|think|believe))?(?: that)?"
        rf"|no (?:evidence|proof|indication|sign|{_CLAIM})(?: \w+)? that"
        r"|(?:nobody|no one|none of (?:us|them)|never|not|n[’']t)(?: \w+ly| ever| even)? "
        r"(?:claim|say|said|saying|think|believe|suggest|mean|imply|allege|assert)(?:s|ed|ing)?(?: that)?"
    ),
    "de": (
        rf"(?:bestreite[nt]?|bestritt(?:en)?|leugne(?:t|n|te|ten)|dementier(?:t|en|te|ten)){_WHEN}, dass"
        r"|(?:falsch|unwahr|nicht wahr|nicht richtig|gelogen), dass"
        r"|(?:niemand|keiner) (?:sagt|behauptet|glaubt|sagte|behauptete|glaubte), dass"
        r"|kein(?:e|en)? (?:beweise?|hinweise?|anzeichen|belege?)(?: dafür)?, dass"
    ),
    "fr": (
        r"(?:nie|nient|nié|niait|dément|démenti|conteste|contesté) que"
        r"|(?:faux|inexact|pas vrai) (?:que|de dire que)|personne ne (?:dit|croit|prétend|pense) qu[e’']"
        r"|aucune preuve que"
    ),
    "es": (
        r"(?:niega|niegan|negó|negaron|desmintió|desmiente) que|(?:falso|mentira|no es cierto|no es verdad) que"
        r"|nadie (?:dice|cree|afirma|piensa) que"
    ),
}  # fmt: skip
_PATTERNS = {name: re.compile(rf"(?:(?<=\s)|^)(?:{cues})$", re.IGNORECASE) for name, cues in _FRAMES.items()}


def denying_frame(index: SourceIndex, first: int, language: str) -> str:
    """The words that deny what word `first` begins, as written; "" if none stand right before it in its sentence."""
    pattern = _PATTERNS.get(language)
    start = max(index.starts[index.block_number(first)], first - _REACH)
    if pattern is None or start >= first or index.between(first).strip(_BLANK):
        return ""
    for word in range(first - 1, start, -1):
        if sentence_ends(index, word):
            start = word
            break
    before = index.text(start, first)
    return before if pattern.search(before) else ""


def negation_left_out(index: SourceIndex, first: int, last: int, opening: str) -> str:
    """The "not" right before a passage that is quoted without it as if its sentence began there; "" for none.

    `opening` is how the quotation begins: with a capital where the page has none, it is a sentence. Scripts without
    capitals tell it by the whole sentence, from the negation that opens it to its end.
    """
    if first == 0 or index.block_number(first) != index.block_number(first - 1) or index.between(first).strip(_BLANK):
        return ""
    if not negated([index.forms[first - 1]]):
        return ""
    letter = index.page.text[index.span(first)[0]]
    if letter.lower() != letter.upper():
        return index.text(first - 1, first) if opening.isupper() and letter.islower() else ""
    opens = first == 1 or index.block_number(first - 2) != index.block_number(first) or sentence_ends(index, first - 1)
    return index.text(first - 1, first) if opens and last - first >= _WHOLE else ""
