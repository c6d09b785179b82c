"""The signs of a sentence → how much it needs a source, 0…1, and why.

Graded rules, not a trained model: each sign adds or takes away a weight set by hand, up to a number of times, and the
sum becomes a score by the logistic function. The order of the weights follows what Hassan et al. 2017 found to tell
check-worthy sentences (figures first, then verbs in the past, then length), what editors of Wikipedia ask sources for
(statistics, superlatives, science; Redi et al., "Citation Needed", 2019), and Konstantinovskiy et al. 2021, who leave
out plans, predictions and personal experience.
"""

from math import exp
from typing import NamedTuple

from provlint.extract.claims.signs import Signs


class _Weight(NamedTuple):
    weight: float
    most: int  # how often the sign counts


_WEIGHTS = {
    # what is stated
    "figure": _Weight(0.7, 2), "digit": _Weight(0.5, 1), "year": _Weight(0.3, 1), "scale": _Weight(0.6, 2),
    "quantity": _Weight(0.3, 2), "measure": _Weight(0.35, 3), "money": _Weight(0.3, 2), "casualty": _Weight(0.4, 1),
    "change": _Weight(0.4, 2), "law": _Weight(0.3, 2), "study": _Weight(0.25, 2), "ranking": _Weight(0.15, 2),
    "comparison": _Weight(0.15, 2), "cause": _Weight(0.1, 1), "reporting": _Weight(0.3, 1),
    # of whom and when: names and the past
    "capital": _Weight(0.25, 4), "acronym": _Weight(0.35, 2), "past": _Weight(0.45, 2), "ed": _Weight(0.4, 2),
    "perfect": _Weight(0.3, 1), "dated": _Weight(0.35, 2), "month": _Weight(0.4, 1), "weekday": _Weight(0.2, 1),
    # that nothing is stated: wishes, plans, orders, questions
    "modal": _Weight(-0.65, 3), "intent": _Weight(-0.1, 1), "opens-with-order": _Weight(-0.6, 1),
    "imperative": _Weight(-0.1, 2), "question": _Weight(-0.8, 2), "exclamation": _Weight(-0.8, 1),
    "greeting": _Weight(-0.5, 1), "timeless": _Weight(-0.25, 1), "opens-with-pronoun": _Weight(-0.2, 1),
    # that it is somebody's view
    "stance": _Weight(-0.7, 1), "subjective": _Weight(-0.4, 4), "manner": _Weight(-0.25, 2),
    "hedge": _Weight(-0.25, 2), "argument": _Weight(-0.3, 2), "figurative": _Weight(-0.3, 2),
    "negation": _Weight(-0.2, 2), "break": _Weight(-0.1, 2), "first-person": _Weight(-0.35, 2), "we": _Weight(-0.1, 1),
    "you": _Weight(-0.3, 1),
}  # fmt: skip
_BASE = -2.4  # a sentence without signs scores near 0.1; one with a figure, a name and a past tense passes 0.6
_PER_WORD = 0.05
_MOST_WORDS = 18
_FEWEST_WORDS = 5  # shorter ones seldom say who did what
_SHORT = -1.0


def score(signs: Signs) -> float:
    """How much a sentence with these signs needs a source: 0…1, rounded to four places."""
    total = _BASE + _PER_WORD * min(len(signs.words), _MOST_WORDS)
    if len(signs.words) < _FEWEST_WORDS:
        total += _SHORT
    for sign, count in signs.counts.items():
        graded = _WEIGHTS.get(sign)
        if graded:
            weight, most = graded
            total += weight * (count if count < most else most)
    return round(1 / (1 + exp(-total)), 4)
