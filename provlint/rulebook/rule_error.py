"""Why a part of a rule file cannot stand; the loader adds the file and makes it a `UserError`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class RuleError(Exception):
    """What is wrong at `key` ("" for the key that is being read), as one plain sentence without a full stop."""

    def __init__(self, reason: str, key: str = "") -> None:
        super().__init__(reason, key)
        self.reason = reason
        self.key = key


@contextmanager
def reading(key: str) -> Iterator[None]:
    """Give a `RuleError` from inside that names no key this one."""
    try:
        yield
    except RuleError as error:
        raise RuleError(error.reason, error.key or key) from None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence: "; did you mean …?" for the nearest known word, or a few known ones, or ""."""
    from difflib import get_close_matches

    by_case = {name.lower(): name for name in known}
    least = 0.8 if any(sign.isdigit() for sign in word) else 0.6  # "PL999" is not near "PL609"
    near = get_close_matches(word.lower()[:100], by_case, n=1, cutoff=least)
    if near:
        return f"; did you mean {by_case[near[0]]}?"
    return f"; known: {', '.join(by_case.values())}" if 0 < len(by_case) <= 40 else ""


def shown(word: str) -> str:
    """A word of the user's, quoted for a sentence: visible and not longer than 60 characters."""
    from provlint.text.visible import cut, visible

    return f'"{visible(cut(word, 60))}"'
