"""Words that take up a source named earlier: "said in the piece", "An excerpt from the article:".

A definite noun phrase whose noun is a kind of document points back to one the reader has met (Halliday and Hasan,
"Cohesion in English", 1976, ch. 2). That a document of the kind is linked above is what makes the pointing believable.
"""

from provlint.text.patterns import lazy

_KINDS = (
    r"(?:analysis|announcement|article|blog|book|column|conversation|editorial|email|episode|essay|hearing|interview"
    r"|lecture|letter|memo|memorandum|op-ed|paper|piece|podcast|poll|post|presentation|recording|release|report"
    r"|research|speech|statement|story|study|summit|survey|talk|testimony|thread|transcript|tweet|video|webinar"
    r"|workshop)"
)
_TAKEN_UP = lazy(
    rf"\b(?:the|this|that|same|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|The|This|That)\s(?:[\w-]++\s){{0,2}}?{_KINDS}(?:s|es)?\b"
)


def takes_up(text: str) -> bool:
    """Whether the words speak of a document as one that was named before."""
    return _TAKEN_UP.search(text) is not None
