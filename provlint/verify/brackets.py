"""Words in brackets against the words of the page they stand for: an explanation, or another meaning?"""

from collections.abc import Sequence

from provlint.verify.sameness import negated

_MOST_REPLACED = 7  # words that a bracket may stand for
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
