"""Host patterns of the settings: a name stands for itself, `*.` and a name for the names below it, by whole labels."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from provlint.text.globs import url_matcher
from provlint.text.url_hosts import ascii_host
from provlint.web.target import Target

_Value = TypeVar("_Value")


def matches(pattern: str, host: str) -> bool:
    """Whether `host` (lower case, punycode) is what the pattern names; `*` alone is any host."""
    pattern = ascii_host(pattern)
    return pattern in ("*", host) or (pattern.startswith("*.") and host.endswith(pattern[1:]))


def first(patterns: Sequence[tuple[str, _Value]], host: str, default: _Value) -> _Value:
    """What the first pattern that matches stands for."""
    return next((value for pattern, value in patterns if matches(pattern, host)), default)


def skipper(patterns: tuple[str, ...]) -> Callable[[Target], bool]:
    """A test whether the settings leave an address out: by its host, or by a glob of all of it if it has a "/"."""
    hosts = [pattern for pattern in patterns if "/" not in pattern]
    in_globs = url_matcher(tuple(pattern for pattern in patterns if "/" in pattern))
    return lambda target: any(matches(pattern, target.host) for pattern in hosts) or in_globs(target.url)
