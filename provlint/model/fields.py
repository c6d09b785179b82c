"""What a record's annotations say of its fields: name, type, closed word list and the words that explain it."""

from typing import Literal, NamedTuple, get_args

from provlint.model.records import Record

FieldType = Literal["text", "number", "truth"]
_TYPES: dict[type, FieldType] = {str: "text", int: "number", float: "number", bool: "truth"}


class Field(NamedTuple):
    """One field of a record; `words` is its closed word list, () for text that may be anything."""

    name: str
    type: FieldType
    words: tuple[str, ...]
    meaning: str


def fields_of(record: type[Record]) -> dict[str, Field]:
    """The fields of a kind of record by name, in order."""
    return {name: _field(name, annotation) for name, annotation in record.__annotations__.items()}


def _field(name: str, annotation: object) -> Field:
    held, meaning = get_args(annotation)
    if held in _TYPES:
        return Field(name, _TYPES[held], (), meaning)
    return Field(name, "text", get_args(held), meaning)
