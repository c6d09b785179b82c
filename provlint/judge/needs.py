"""What rules are about → the kinds of facts that a document must be searched for; links are always looked for."""

from collections.abc import Iterable

_CITED = frozenset({"citation", "identifier"})
#: Kind of subject → the facts its records are made of.
_MADE_OF: dict[str, frozenset[str]] = {
    "document": _CITED | {"outlet"},
    "block": frozenset(),
    "link": frozenset(),
    "citation": _CITED,
    "claim": _CITED | {"claim"},
    "phrase": _CITED | {"claim"},
    "excerpt": frozenset({"excerpt"}),
    "identifier": frozenset({"identifier"}),
    "passage": frozenset({"excerpt", "passage"}),
    "outlet": frozenset({"outlet"}),
    "quotation": _CITED | {"quotation", "outlet"},  # the outlet that words were said to
    "match": _CITED | {"quotation", "outlet", "excerpt"},
    "story": frozenset({"outlet", "story"}),
    "attribution": _CITED | {"quotation"},
    "relation": _CITED | {"quotation"},
    "suppression": frozenset(),
}
#: What a report counts in each document.
COUNTED = ("quotation", "claim", "excerpt", "outlet")


def facts_for(subjects: Iterable[str]) -> frozenset[str]:
    """The facts that records of these kinds of subjects are made of: "claim" stands for phrases and "quotation" for
    attributions too, which are found with them."""
    return frozenset[str]().union(*(_MADE_OF[subject] for subject in subjects))
