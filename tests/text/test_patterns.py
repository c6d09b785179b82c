"""Expressions that are compiled at their first use: each of the package's compiles, and does what a compiled one does."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import provlint
from provlint.text.patterns import lazy

_MODULES = [
    module.name for module in pkgutil.walk_packages(provlint.__path__, "provlint.") if "__main__" not in module.name
]


@pytest.mark.parametrize("name", _MODULES)
def test_every_expression_of_a_module_compiles(name: str) -> None:
    for value in vars(importlib.import_module(name)).values():
        for one in value.values() if isinstance(value, dict) else [value]:
            if type(one) is type(lazy("")):
                assert one.groups >= 0


def test_no_group_is_possessive() -> None:
    """CPython before 3.11.5 goes wrong there, up to a search without end (python/cpython#106052)."""
    possessive = re.compile(
        r"(?<![(\\])\)(?:[*+?]|\{\{?\d*,?\d*\}\}?)\+"
    )  # but in "()*+" the signs stand for themselves
    for path in Path(provlint.__file__).parent.rglob("*.py"):
        assert not possessive.search(path.read_text(encoding="utf-8")), path


def test_it_does_what_the_compiled_one_does() -> None:
    late, compiled = lazy(r"(b+)c", re.IGNORECASE), re.compile(r"(b+)c", re.IGNORECASE)
    text = "aBBc bc"
    for _ in range(2):
        assert [found.span() for found in late.finditer(text)] == [found.span() for found in compiled.finditer(text)]
        assert late.sub("-", text) == compiled.sub("-", text)
        assert late.search(text, 4).group(1) == "b"  # type: ignore[union-attr]
        assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)


def test_a_mistake_is_told_at_the_first_use() -> None:
    wrong = lazy("(")
    with pytest.raises(re.error):
        wrong.search("a")
