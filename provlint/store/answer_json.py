"""What was kept of an address ↔ one line of JSON: the same values give the same bytes, broken lines give nothing."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from provlint.model.web import Hop, Look, Page, WebAnswer

_ENCODER = json.JSONEncoder(ensure_ascii=True, allow_nan=False, check_circular=False, sort_keys=True,
                            separators=(",", ":"))  # fmt: skip
_SCAN = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # without the search for white space around the value
_NONE = WebAnswer("")
_BLANK = Page()
_SETS = frozenset(name for name, value in _BLANK._asdict().items() if isinstance(value, frozenset))
_PAGES = ("page", "sibling")
_ANSWER_TYPES = {name: type(value) for name, value in _NONE._asdict().items() if name not in _PAGES}
_PAGE_TYPES = {name: list if name in _SETS else type(value) for name, value in _BLANK._asdict().items()}
_PAGE_TYPES["sample"] = _ANSWER_TYPES["hops"] = _ANSWER_TYPES["headers"] = list


class Kept(NamedTuple):
    """An answer, the fragments it was asked for, and the looks of earlier days, oldest first.

    `mark` tells it from every other answer that the store has had under its key; 0: it is not in the store.
    """

    answer: WebAnswer
    fragments: frozenset[str] = frozenset()
    looks: tuple[Look, ...] = ()
    mark: int = 0


def encode(kept: Kept) -> str:
    """One line of ASCII JSON without what is at its default."""
    row: dict[str, Any] = {"answer": _answer(kept.answer)}
    if kept.fragments:
        row["fragments"] = sorted(kept.fragments)
    if kept.looks:
        row["looks"] = [list(look) for look in kept.looks]
    return _ENCODER.encode(row)


def decode(line: str) -> Kept:
    """The same, from its line; `ValueError` for anything else, whatever it is."""
    try:
        row = json.loads(line)
        answer = row["answer"]
        _check(answer)
        for look in row.get("looks", ()):
            _check_row(look, _LOOK)
        return _kept(row, frozenset(map(_text, row.get("fragments", ()))))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not an answer: {error!r}"[:200]) from None


def decode_own(line: str) -> Kept:
    """The same for a line that is known to be as `encode` gave it: no value is looked at. `ValueError` as above."""
    try:
        row, end = _SCAN(line, 0)
        if end != len(line):
            raise ValueError("more than one value")
        return _kept(row, frozenset(row.get("fragments", ())))
    except (KeyError, TypeError, AttributeError, RecursionError, StopIteration) as error:
        raise ValueError(f"not an answer: {error!r}"[:200]) from None


_LOOK = (str, bool, int, str, str)


def _kept(row: dict[str, Any], fragments: frozenset[str]) -> Kept:
    return Kept(_as_answer(row["answer"]), fragments, tuple([Look(*look) for look in row.get("looks", ())]))


def _answer(answer: WebAnswer) -> dict[str, Any]:
    row = _told(answer._asdict(), _NONE._asdict())
    row["url"] = answer.url
    for name in _PAGES:
        page = getattr(answer, name)
        if page is not None:
            row[name] = _told(page._asdict(), _BLANK._asdict())
    return row


def _told(values: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """The values that are not at their default, sets in order."""
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in values.items()
        if value != defaults[name]
    }


def _as_answer(values: dict[str, Any]) -> WebAnswer:
    if "hops" in values:
        values["hops"] = tuple([Hop(*hop) for hop in values["hops"]])
    if "headers" in values:
        values["headers"] = tuple(map(tuple, values["headers"]))
    for name in _PAGES:
        if name in values:
            values[name] = _as_page(values[name])
    return WebAnswer(**values)


def _as_page(values: dict[str, Any]) -> Page:
    for name in _SETS:
        if name in values:
            values[name] = frozenset(values[name])
    if "sample" in values:
        values["sample"] = tuple(values["sample"])
    return Page(**values)


def _check(row: dict[str, Any]) -> None:
    """`TypeError` unless every value of an answer has the type it should."""
    _check_types({name: row[name] for name in row if name not in _PAGES}, _ANSWER_TYPES)
    for hop in row.get("hops", ()):
        _check_row(hop, (str, int, str))
    for header in row.get("headers", ()):
        _check_row(header, (str, str))
    for page in (row[name] for name in _PAGES if name in row):
        _check_types(page, _PAGE_TYPES)
        for name in _SETS & page.keys():
            _check_row(page[name], (str,) * len(page[name]))
        _check_row(page.get("sample", []), (int,) * len(page.get("sample", [])))


def _check_types(values: dict[str, Any], types: dict[str, Any]) -> None:
    for name, value in values.items():
        if type(value) is not types[name]:
            raise TypeError(name)


def _check_row(values: list[Any], types: Sequence[type]) -> None:
    if len(values) > len(types) or any(type(value) is not kind for value, kind in zip(values, types, strict=False)):
        raise TypeError(types)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
