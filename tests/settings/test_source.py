from contextlib import suppress
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.settings.source import read
from tests.settings.folders import refusal


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("=", "provlint.toml:1: is not valid TOML: invalid statement (column 1)"),
        ("jobs = 1\nselect = [", "provlint.toml:2: is not valid TOML: "),
        ("\n[severity", "provlint.toml:2: is not valid TOML: "),
        ("jobs = 1\njobs = 2", "provlint.toml:2: is not valid TOML: cannot overwrite a value"),
        (b"a = '\xff'", "provlint.toml:1: is not UTF-8 text: byte 0xff"),
        ("a = 1".encode("utf-16"), "provlint.toml:1: is not UTF-8 text"),
        ("jobs = " + "9" * 5_000, "provlint.toml: holds a number of too many digits"),
        ("a = " + "[" * 20_000, "provlint.toml:1: is nested more than 32 deep"),
        ("a = " + "{a=" * 20_000, "provlint.toml:1: is nested more than 32 deep"),
        (".".join("a" * 40_000) + " = 1", "provlint.toml:1: has a key of more than 32 parts"),
        ("[" + ".".join("a" * 40_000) + "]", "provlint.toml:1: has a key of more than 32 parts"),
    ],
)
def test_what_is_no_toml_is_said_in_one_sentence(toml: str | bytes, said: str, tmp_path: Path) -> None:
    refused = refusal(tmp_path, toml)
    assert said in refused
    assert "\n" not in refused


def test_a_byte_order_mark_and_any_line_ends_are_fine() -> None:
    source = read(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "x")
    assert source.values == {"a": 1, "b": 2}
    assert source.line(("b",)) == 2


def test_each_key_has_its_line() -> None:
    toml = '''
a = """
[no.table]
"""
"b.c".d = [ # "
  1,
]
[e]
f.g = 'x'
[[h]]
i = 1
[[h]]
j = { k = 1 }
l = [
  { m = 1 },
  { m = 2 },
]
'''
    source = read(toml.encode(), "x")
    places = {
        ("a",): 2, ("b.c",): 5, ("b.c", "d"): 5, ("e",): 8, ("e", "f"): 9, ("e", "f", "g"): 9, ("h",): 10, ("h", 0): 10,
        ("h", 0, "i"): 11, ("h", 1): 12, ("h", 1, "j"): 13, ("h", 1, "j", "k"): 13,
        ("h", 1, "l", 0): 15, ("h", 1, "l", 1, "m"): 16,
    }  # fmt: skip
    assert {path: source.line(path) for path in places} == places


def test_a_table_is_found_with_its_lines() -> None:
    source = read(b"[tool.x]\na = 1\n[tool.provlint]\nb = 2\n", "pyproject.toml").table(("tool", "provlint"), "")
    assert source is not None
    assert source.values == {"b": 2}
    assert source.line(("b",)) == 4
    assert read(b"[tool.x]\n", "").table(("tool", "provlint"), "") is None


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(UserError, match=r"p\.toml:2: tool\.provlint: must be a table"):
        read(b"[tool]\nprovlint = 3\n", "p.toml").table(("tool", "provlint"), "p.toml")


@pytest.mark.parametrize(
    "piece",
    ['"', "'", '"""', "'''", "\\", "[", "{", "a.", "a = 1\n", "[a]\n", "[[a]]\n", "#", "=", "\r", "é", "a = {b = "],
)
def test_hostile_repetition_is_read_or_refused(piece: str) -> None:
    for head in ("", "a = ", 'a = "'):
        with suppress(UserError):
            read((head + piece * 20_000).encode(), "x")
