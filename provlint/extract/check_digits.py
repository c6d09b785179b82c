"""Check digits of book and serial numbers: ISO 2108 (ISBN) and ISO 3297 (ISSN)."""

_TEN = "X"


def isbn10(digits: str) -> bool:
    """Whether ten characters, digits and perhaps a last X, are weighted 10 to 1 to a multiple of 11."""
    return sum(_value(char) * (10 - at) for at, char in enumerate(digits)) % 11 == 0


def isbn13(digits: str) -> bool:
    """Whether thirteen digits, weighted 1 and 3 in turn, add up to a multiple of 10."""
    return sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(digits)) % 10 == 0


def issn(digits: str) -> bool:
    """Whether eight characters, digits and perhaps a last X, are weighted 8 to 1 to a multiple of 11."""
    return sum(_value(char) * (8 - at) for at, char in enumerate(digits)) % 11 == 0


def isbn_as_13(digits: str) -> str:
    """The thirteen digits of an ISBN: an old one of ten is the same book behind 978."""
    if len(digits) != len("0306406152"):
        return digits
    stem = "978" + digits[:9]
    return stem + str(-sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(stem)) % 10)


def _value(char: str) -> int:
    return 10 if char == _TEN else int(char)
