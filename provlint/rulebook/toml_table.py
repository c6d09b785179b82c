"""A TOML table as a rule file holds it: values taken by key and type, everything else refused by name."""

from collections.abc import Collection, Mapping
from typing import TypeVar, get_args

from provlint.rulebook.rule_error import RuleError, did_you_mean, shown

Word = TypeVar("Word", bound=str)
_DEEPEST = 8
_REQUIRED = "a required key is missing"


class Table:
    """Typed access to one table; `place` goes before the key in refusals ("[[bad]] 2, ")."""

    def __init__(self, values: object, known: Collection[str], place: str = "") -> None:
        self.place = place
        if not isinstance(values, Mapping):
            raise RuleError("must be a table", place.rstrip(", ."))
        self.values = values
        for key in values:
            if key not in known:
                raise self.error(key, "unknown key" + did_you_mean(key, known))

    def error(self, key: str, reason: str) -> RuleError:
        """The refusal of a key of this table."""
        from provlint.text.visible import cut, visible

        return RuleError(reason, self.place + visible(cut(key, 60)))

    def require(self, keys: Collection[str]) -> None:
        """Refuse a table that lacks one of the keys."""
        for key in keys:
            if key not in self.values:
                raise self.error(key, _REQUIRED)

    def text(self, key: str, default: str = "") -> str:
        """Text without control characters other than line ends."""
        value = self.raw_text(key, default)
        if not value.replace("\n", " ").isprintable():
            raise self.error(key, "holds a control character")
        return value

    def raw_text(self, key: str, default: str = "") -> str:
        """Text of any kind."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be text")
        return value

    def word(self, key: str, literal: object, default: Word) -> Word:
        """One word of a `Literal`."""
        words: tuple[Word, ...] = get_args(literal)
        value = self.text(key, default)
        for word in words:
            if word == value:
                return word
        raise self.error(key, f"unknown word {shown(value)}" + did_you_mean(value, words))

    def flag(self, key: str, default: bool) -> bool:
        """`true` or `false`."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def number(self, key: str, default: int) -> int:
        """A whole number from 1."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.error(key, "must be a whole number from 1")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of text."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "must be a list of text")
        return tuple(value)

    def tables(self, key: str) -> list[object]:
        """An array of tables, `[[key]]`; what each holds is checked by who reads it."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, f"must be an array of tables: [[{key}]]")
        return value

    def pairs(self, key: str) -> tuple[tuple[str, object], ...]:
        """A table as pairs of key and plain value; dates become ISO text."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise self.error(key, "must be a table")
        return tuple((name, self._plain(key, item, 1)) for name, item in value.items())

    def _plain(self, key: str, value: object, depth: int) -> object:
        if depth > _DEEPEST:
            raise self.error(key, f"nested more than {_DEEPEST} deep")
        if isinstance(value, Mapping):
            return {name: self._plain(key, item, depth + 1) for name, item in value.items()}
        if isinstance(value, list):
            return [self._plain(key, item, depth + 1) for item in value]
        return value if isinstance(value, str | int | float) else str(value)
