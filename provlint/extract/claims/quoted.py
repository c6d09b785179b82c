"""The words of a block → the same words with what stands between quotation marks blanked: it is the speaker's."""

from provlint.text.patterns import lazy

_MARKED = lazy(
    r"“[^“”]{0,2000}”?|„[^“”„]{0,2000}[“”]?|«[^«»]{0,2000}»?|\"[^\"]{0,2000}\"?|''(?>(?:[^']|'(?!')){0,2000})''"
)


def unquoted(plain: str) -> str:
    """`plain` with each quotation, its marks too, replaced by spaces of the same length; an open one ends the block."""
    if not ("“" in plain or '"' in plain or "''" in plain or "«" in plain or "„" in plain):
        return plain
    return _MARKED.sub(lambda found: " " * len(found[0]), plain)
