"""Fixes and ignores in whole documents: each as its place asks for it, nothing else changed, nothing left to do."""

import codecs
import os
from pathlib import Path

import pytest

from provlint.model.findings import Report
from provlint.run.check import check
from provlint.run.ignore import ignore
from provlint.run.mend import Mended, Mender
from provlint.settings.load import load
from tests.read.repositories import git

TODAY = "2025-06-01"
TAIL = "utm_source=mail"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(**settings: object) -> Report:
    return check((".",), load((".",), overrides=settings), today=TODAY).report


def mend(name: str, data: bytes, *, unsafe: bool = False, **settings: object) -> Mended:
    Path(name).write_bytes(data)
    loaded = load((".",), overrides=settings)
    (mended,) = Mender(loaded, (".",), None, TODAY).mend(report(**settings).findings, unsafe=unsafe)
    return mended


def again(name: str, mended: Mended, **settings: object) -> Report:
    Path(name).write_bytes(mended.data)
    return report(**settings)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", f"See [x](https://harbour.co.uk/a?{TAIL}).\n", "See [x](https://harbour.co.uk/a).\n"),
        ("a.md", f"See [x](https://harbour.co.uk/a?y=1&{TAIL}#f 't').\n", "See [x](https://harbour.co.uk/a?y=1#f 't').\n"),
        ("a.md", f"See [x](<https://harbour.co.uk/a(b?{TAIL}>).\n", "See [x](<https://harbour.co.uk/a(b>).\n"),
        ("a.md", f"See [x](https://harbour.co.uk/a\\(b?{TAIL}).\n", "See [x](https://harbour.co.uk/a\\(b).\n"),
        ("a.md", f"See <https://harbour.co.uk/a?{TAIL}>.\n", "See <https://harbour.co.uk/a>.\n"),
        ("a.md", f"See https://harbour.co.uk/a?{TAIL}.\n", "See https://harbour.co.uk/a.\n"),
        ("a.md", f"[x][r]\n\n[r]: https://harbour.co.uk/a?{TAIL}\n", "[x][r]\n\n[r]: https://harbour.co.uk/a\n"),
        (
            "a.md",
            f'<a href="https://harbour.co.uk/a?b=1&amp;{TAIL}&amp;c=2">x</a>\n',
            '<a href="https://harbour.co.uk/a?b=1&amp;c=2">x</a>\n',
        ),
        ("a.md", f"---\nurl: https://harbour.co.uk/a?{TAIL}\n---\nWords.\n", "---\nurl: https://harbour.co.uk/a\n---\nWords.\n"),
        (
            "a.html",
            f"<p><a href='https://harbour.co.uk/a?b=1&{TAIL}'>x</a> é</p>\r\n",
            "<p><a href='https://harbour.co.uk/a?b=1'>x</a> é</p>\r\n",
        ),
        ("a.rst", f"See `x <https://harbour.co.uk/a?{TAIL}>`_ there.\n", "See `x <https://harbour.co.uk/a>`_ there.\n"),
        ("a.txt", f"See https://harbour.co.uk/a?{TAIL} there.\n", "See https://harbour.co.uk/a there.\n"),
        (
            "a.md",
            f"[x](https://www.google.com/url?q=https%3A%2F%2Fharbour.co.uk%2Fa%3Fb%3D1%26{TAIL}&sa=D)\n",
            "[x](https://harbour.co.uk/a?b=1)\n",
        ),
        (
            "a.md",
            "[x](https://www.google.com/url?q=https%3A%2F%2Fharbour.co.uk%2F)a%26copy;b&sa=D)\n",
            None,
        ),
        (
            "a.html",
            '<a href="https://www.google.com/url?q=https%3A%2F%2Fharbour.co.uk%2Fa%3Fb%3D1%26copy%3D2&amp;sa=D">x</a>\n',
            '<a href="https://harbour.co.uk/a?b=1&amp;copy=2">x</a>\n',
        ),
        (
            "a.md",
            "[x](https://www.google.com/url?q=https%3A%2F%2Fharbour.co.uk%2Fa%28b&sa=D)\n",
            "[x](https://harbour.co.uk/a\\(b)\n",
        ),
        (
            "a.md",
            "The [wall](https://www.google.com/amp/s/www.dawn.com/news/12) fell.\n",
            "The [wall](https://www.dawn.com/news/12) fell.\n",
        ),
        ("a.md", f"See [x](https://harbour.co.uk/a?y=%20&{TAIL}) é \U0001f600.\r\nß\r", "See [x](https://harbour.co.uk/a?y=%20) é \U0001f600.\r\nß\r"),
    ],
)  # fmt: skip
def test_each_place_is_written_as_it_asks_for(name: str, before: str, after: str | None) -> None:
    mended = mend(name, before.encode())
    if after is None:
        assert again(name, mended).findings == () or mended.data == before.encode()
        return
    assert mended.data.decode() == after
    assert [one for one in again(name, mended).findings if one.fix] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Words <!-- provlint: ignore[PL125] once -->\nmore.\n", "Words\nmore.\n"),
        ("One.\n\n<!-- provlint: ignore[PL125] once -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n<!-- provlint: ignore[PL125] once -->\nTwo.\n", "One.\n\nTwo.\n"),
        ("<!-- provlint: ignore-file[PL125] once -->\nTwo.\n", "Two.\n"),
    ],
)
def test_an_ignore_that_holds_nothing_back_goes(before: str, after: str) -> None:
    assert mend("a.md", before.encode()).data.decode() == after


def test_an_ignore_that_keeps_two_paragraphs_apart_stays() -> None:
    before = b"One\n<!-- provlint: ignore[PL125] once -->\ntwo.\n"
    mended = mend("a.md", before)
    assert mended.data == before
    assert mended.notes == ("1 fix was withheld: the document would read differently elsewhere",)


def test_ignores_of_other_formats() -> None:
    rst = b"One.\n\n.. provlint: ignore[PL125] once\n\nTwo.\n"
    assert mend("a.rst", rst).data == b"One.\n\nTwo.\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (b"", "cp1252"), (b"", "utf-8"),
    ],
)  # fmt: skip
def test_encoding_mark_and_line_ends_stay(mark: bytes, codec: str) -> None:
    words = "Café “naïve” Straße, déjà vu – très élégant, garçon, à bientôt.\r\n" * 3
    before = f"{words}[x](https://harbour.co.uk/a?{TAIL})\r{words}"
    mended = mend("a.md", mark + before.encode(codec))
    assert mended.data == mark + before.replace(f"?{TAIL}", "").encode(codec)


@pytest.mark.skipif(os.name == "nt", reason="names of files are stricter there")
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["a.md", "sp ace.md", "new\nline.md", 'q"uote.md', "back\\slash.md", "ünï.md"])
def test_git_applies_the_difference_whatever_encoding_and_name(folder: Path, codec: str, name: str) -> None:
    before = f"Café [x](https://harbour.co.uk/a?{TAIL})\r\n\r\nStraße, déjà vu, très élégant.\r\n".encode(codec)
    mended = mend(name, before)
    (folder / "patch").write_bytes(mended.diff)
    git(folder, "init", "-q")
    git(folder, "apply", "--whitespace=nowarn", "patch")
    assert (folder / name).read_bytes() == mended.data != before


def test_a_text_of_wide_units_has_no_difference_to_apply() -> None:
    mended = mend("a.md", f"See [x](https://harbour.co.uk/a?{TAIL}) there.\n".encode("utf-16"))
    assert mended.diff == b""
    assert mended.data != mended.was


def test_unsafe_fixes_wait_to_be_asked_for(folder: Path) -> None:
    rules = folder / "rules" / "links"
    rules.mkdir(parents=True)
    (rules / "no-http.toml").write_text(
        'id = "ACME101"\nname = "no-http"\non = "link"\nmessage = "no {canonical}"\nwhen = \'canonical != url\'\n'
        '[fix]\nfield = "url"\nby = "canonical"\nsafe = false\n'
    )
    data = f"[x](https://harbour.co.uk/a?{TAIL})\n".encode()
    asked: dict[str, object] = {"rule_folders": ("rules",), "select": ("ACME101",)}
    Path("a.md").write_bytes(data)
    loaded = load((".",), overrides=asked)
    assert list(Mender(loaded, (".",), None, TODAY).mend(report(**asked).findings, unsafe=False)) == []
    assert mend("a.md", data, unsafe=True, **asked).data == b"[x](https://harbour.co.uk/a)\n"


def test_an_address_with_a_secret_is_left_alone() -> None:
    Path("a.md").write_text(f"[x](https://user:secret@harbour.co.uk/a?{TAIL})\n")
    assert [one.fix for one in report().findings if one.fix] == []


def test_many_fixes_in_one_line_and_the_rest_of_the_bytes() -> None:
    link = f"[x](https://harbour.co.uk/a?{TAIL}) \u2028 \x0c &nbsp; é "
    mended = mend("a.md", (link * 50).encode())
    assert mended.data.decode() == link.replace(f"?{TAIL}", "") * 50
    assert mended.number == 50


IGNORED = "kept as it was sent"


def ignored(name: str, text: str, **settings: object) -> tuple[str, Report, Mended]:
    Path(name).write_bytes(text.encode())
    loaded = load((".",), overrides=settings)
    (mended,) = ignore(Mender(loaded, (".",), None, TODAY), report(**settings).findings, IGNORED)
    return mended.data.decode(), again(name, mended, **settings), mended


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "See [x]().\nMore.\n", f"See [x](). <!-- provlint: ignore[PL125] {IGNORED} -->\nMore.\n"),
        ("a.md", "See [x]()  \nMore.\r\n", f"See [x]() <!-- provlint: ignore[PL125] {IGNORED} -->  \nMore.\r\n"),
        ("a.md", "See [x]()\\\nMore.\n", f"See [x]() <!-- provlint: ignore[PL125] {IGNORED} -->\\\nMore.\n"),
        ("a.md", "[x]\n\n[x]: <>\n", f"[x]\n\n<!-- provlint: ignore-next-line[PL125] {IGNORED} -->\n[x]: <>\n"),
        (
            "a.md",
            f"---\nurl: https://harbour.co.uk/a?{TAIL}\n---\n\nWords.\n",
            f"---\nurl: https://harbour.co.uk/a?{TAIL}\n---\n<!-- provlint: ignore-file[PL126] {IGNORED} -->\n\nWords.\n",
        ),
        ("a.mdx", "> See [x]() and\n> more.\n", f"> See [x]() and {{/* provlint: ignore[PL125] {IGNORED} */}}\n> more.\n"),
        ("a.html", "<p>See <a href=''>x</a>.</p>\n", f"<p>See <a href=''>x</a>.</p> <!-- provlint: ignore[PL125] {IGNORED} -->\n"),
        (
            "a.rst",
            "Words.\n\nSee `x <http:///x>`_ there.\n",
            f"Words.\n\n.. provlint: ignore-next-line[PL120] {IGNORED}\n\nSee `x <http:///x>`_ there.\n",
        ),
        (
            "a.txt",
            f"Words.\n\nSee https://harbour.co.uk/a?{TAIL} there.\n",
            f"Words.\n\nprovlint: ignore-next-line[PL126] {IGNORED}\nSee https://harbour.co.uk/a?{TAIL} there.\n",
        ),
    ],
)  # fmt: skip
def test_an_ignore_stands_where_it_changes_nothing(name: str, before: str, after: str) -> None:
    text, left, mended = ignored(name, before)
    assert text == after
    assert (left.findings, left.suppressed) == ((), mended.number)


def test_no_ignore_in_tables_and_code() -> None:
    text = "| a | b |\n|---|---|\n| [x]() | c |\n"
    after, _, mended = ignored("a.md", text)
    assert after == text
    assert "no ignore can stand beside PL125 on line 3" in mended.notes[0]
