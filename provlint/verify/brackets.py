"""Words in brackets against the words of the page they stand for: an explanation, or another meaning?"""

import re
from collections.abc import Sequence

from provlint.verify.sameness import negated

_MOST_REPLACED = 7  # words that a bracket may stand for
_SAME_START = 4  # letters by which two nouns are forms of one
_MOST_INSERTED = 14  # words of an insertion that explains
_POLAR = (
    "all every each always both|some several partly sometimes|few little rarely seldom hardly|many much often mostly|"
    "more increase increased rise rose higher up growth gain|"
    "less fewer decrease decreased fall fell lower down decline loss|"
    "good great better best well right|bad poor worse worst badly wrong|"
    "before|after|against oppose opposed oppose opposes|"
    "for support supported supports favour favor|may might could can|must shall will should|first|last|"
    "true false|guilty|innocent|legal|illegal|possible|impossible|likely|unlikely|win won|lose lost|success|failure|"
    "safe|dangerous unsafe|agree agreed|disagree disagreed|accept accepted|reject rejected|yes|"
    "alle jeder immer|einige manche|wenige selten|viele oft|mehr|weniger|gut besser|schlecht schlechter|muss|kann|"
    "tous toujours|quelques|peu rarement|beaucoup souvent|plus|moins|bon mieux|mauvais pire|doit|peut"
)
_POLES = {word: number for number, group in enumerate(_POLAR.split("|")) for word in group.split()}
_PRONOUNS = (
    "he she they it him her them his hers its their theirs we us our i me my you your this that these those "
    "er sie es ihn ihm ihr ihnen sein ihre wir uns il elle ils elles lui leur eux on nous él ella ellos lo la le"
)
PRONOUNS = frozenset(_PRONOUNS.split())
#: Nouns that take up what was named before, or say of what kind it is: a bracket may say which.
_TAKEN_UP = (
    "group company firm agency organisation organization body board committee council panel court judge team party "
    "government administration authority authorities department ministry office office-holder institution bureau "
    "country nation state city place area region site building house school university hospital "
    "man woman guy boy girl person people child kid family couple victim suspect defendant patient official officer "
    "president minister mayor senator governor chairman director leader chief boss coach player candidate "
    "thing issue matter problem situation case event incident crisis attack decision move step measure bill law act "
    "legislation rule regulation plan proposal deal agreement contract pact treaty programme program project policy "
    "report study document letter book film show game article story piece paper statement interview speech meeting "
    "product drug vaccine virus disease system tool device software app machine car vehicle ship plane "
    "money amount sum cost price tax fund payment figure number rate day time year period process work job"
)
_GENERIC = frozenset(_TAKEN_UP.split())
_DEFINITE = re.compile(r"(?:the|this|that|these|those|our|their|its)((?: [a-z-]+){1,2})", re.IGNORECASE)


def definite(words: str) -> bool:
    """Whether words are an article and a noun, with one word between them at most."""
    return _DEFINITE.fullmatch(words) is not None


def renamed(inserted: str, replaced: str) -> str:
    """Why a bracket that stands for one thing names another, in words for a sentence; "" if it may well be the same.

    Only "the" and a noun against "the" and another noun tells that, and not where one of the two could take up
    anything: "the company", "the bill". Whom a pronoun stands for, or whose title it is, nobody can tell from a page.
    """
    one, two = _DEFINITE.fullmatch(inserted), _DEFINITE.fullmatch(replaced)
    if not one or not two:
        return ""
    here, there = one[1].lower().split(), two[1].lower().split()
    if any(word.rstrip("s") in _GENERIC or word in _GENERIC for word in (here[-1], there[-1])):
        return ""
    if any(a[:_SAME_START] == b[:_SAME_START] for a in here for b in there):
        return ""
    return "the bracket names something else"


def turns(inserted: Sequence[str], replaced: Sequence[str]) -> str:
    """Why an insertion changes what is said, in words for a sentence; "" if it does not."""
    if negated(inserted) != negated(replaced):
        return "the bracket adds a negation" if negated(inserted) else "the bracket leaves out a negation"
    if len(replaced) > _MOST_REPLACED or len(inserted) > _MOST_INSERTED:
        return "the bracket stands for more than a few words"
    figures = {form for form in replaced if form[:1].isdigit()}
    if replaced and figures - set(inserted):
        return "the bracket changes a figure"
    poles = {_POLES[form] for form in replaced if form in _POLES}
    other = {_POLES[form] for form in inserted if form in _POLES}
    if replaced and poles != other and poles and other:
        return "the bracket turns the meaning"
    if not replaced and len(inserted) == 1 and other:
        return "the bracket adds a word that turns the meaning"
    return ""
