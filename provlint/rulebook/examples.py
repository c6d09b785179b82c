"""The `[[bad]]` and `[[good]]` tables of a rule file → Examples."""

from provlint.model.rules import Example
from provlint.model.words import Format
from provlint.rulebook.toml_table import Table

_KEYS = ("text", "at", "nth", "format", "path", "files", "settings", "hex", "web", "sources")


def read_examples(table: Table) -> tuple[Example, ...]:
    """The examples of a rule, bad ones first, each in its order; `RuleError` for one that cannot be tested."""
    return tuple(
        _example(Table(values, _KEYS, f"[[{key}]] {number}, "), key == "bad")
        for key in ("bad", "good")
        for number, values in enumerate(table.tables(key), 1)
    )


def _example(table: Table, bad: bool) -> Example:
    if not table.values.keys() & {"text", "hex"} or (table.values.get("text") and "hex" in table.values):
        raise table.error("text", "an example has either text or hex")
    default: Format = "markdown"
    example = Example(
        bad=bad,
        text=table.raw_text("text"),
        at=table.raw_text("at"),
        nth=table.number("nth", 1),
        format=table.word("format", Format, default),
        path=_relative(table, "path", table.raw_text("path")),
        files=_files(table),
        settings=table.pairs("settings"),
        hex=_hex(table),
        web=table.pairs("web"),
        sources=_pages(table),
    )
    _check_place(table, example)
    return example


def _check_place(table: Table, example: Example) -> None:
    if example.at and not example.bad:
        raise table.error("at", "only a bad example has a finding to place")
    if not example.at and "nth" in table.values:
        raise table.error("nth", "counts occurrences of `at`, which is missing")
    if example.at and not example.hex and example.text.count(example.at) < example.nth:
        raise table.error("at", "does not stand in the text" + (" that often" if example.nth > 1 else ""))


def _files(table: Table) -> tuple[tuple[str, str], ...]:
    files = []
    for path, content in table.pairs("files"):
        if not isinstance(content, str):
            raise table.error("files", "must give text for each path")
        files.append((_relative(table, "files", path), content))
    return tuple(files)


def _pages(table: Table) -> tuple[tuple[str, str], ...]:
    pages = []
    for address, page in table.pairs("sources"):
        if not isinstance(page, str):
            raise table.error("sources", "must give the text of a page for each address")
        pages.append((address, page))
    return tuple(pages)


def _relative(table: Table, key: str, path: str) -> str:
    """A path that stays inside the folder an example is tried in."""
    if path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"):
        raise table.error(key, "must be a relative path with /, without ..")
    return path


def _hex(table: Table) -> str:
    text = table.raw_text("hex")
    try:
        bytes.fromhex(text)
    except ValueError:
        raise table.error("hex", "must be pairs of hexadecimal digits") from None
    return text
