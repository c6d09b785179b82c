"""Lines of words → the set of them."""


def word_set(*lines: str) -> frozenset[str]:
    """The words in `lines`, which stand with a space between."""
    return frozenset(word for line in lines for word in line.split())
