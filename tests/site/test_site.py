"""Local links, asked in real folders."""

import os
import sys
from pathlib import Path

import pytest

from provlint.read.reader import read_text
from provlint.site.site import Routes, Site
from tests.read.repositories import git
from tests.site.folders import ask, lay, read, verdict

#: Whether HTML is read: without a reader of pages nothing can be said of what stands in one.
HAS_HTML = read_text("", "html", "a.html").format == "html"
PAGES = {
    "README.md": "# Harbour\n",
    "docs/wall.md": "# The wall\n\n## Cost\n",
    "docs/a b.md": "# Both\n",
    "docs/Über.md": "# Über uns\n",
    "docs/tides/index.md": "# Tides\n\n## Springs\n",
    "docs/figures.csv": "a,b\n",
    "docs/page.html": '<h2 id="x-1">Wall</h2>\n',
    "notes/README.md": "# Notes\n",
    "empty.txt": "Wall\n\nCost\n",
    "src/wall.py": "x = 1\n",
}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("wall.md", "ok"),
        ("./wall.md", "ok"),
        ("../docs/wall.md", "ok"),
        ("..//docs/./wall.md", "ok"),
        ("wall.md?raw=true", "ok"),
        ("wall.html", "ok"),
        ("wall", "ok"),
        ("page.html", "ok"),
        ("figures.csv", "ok"),
        ("a%20b.md", "ok"),
        ("a b.md", "ok"),
        ("%C3%9Cber.md", "ok"),
        ("U\u0308ber.md", "ok"),
        ("tides", "ok"),
        ("tides/", "ok"),
        ("../src/wall.py#L1", "fragment-unverifiable"),
        ("..", "ok"),
        (".", "ok"),
        ("walls.md", "dead"),
        ("tides/wall.md", "dead"),
        ("wall.md/cost", "dead"),
        ("figures.CSV", "dead"),
        ("Wall.md", "dead"),
        ("../Docs/wall.md", "dead"),
        ("a%00b.md", "dead"),
        ("x" * 5000, "dead"),
        ("/docs/wall.md", "unchecked"),
        ("https://www.gov.uk/", "not asked"),
        ("//www.gov.uk/", "not asked"),
        ("mailto:clerk@harbour.co.uk", "not asked"),
        ("wall.md#cost", "ok"),
        ("wall.md#Cost", "ok"),
        ("wall.md#price", "fragment-missing"),
        ("wall.html#price", "fragment-missing"),
        ("tides/#springs", "ok"),
        ("tides#neaps", "fragment-missing"),
        ("../notes/#notes", "ok"),
        ("../notes#others", "fragment-missing"),
        ("../src#wall", "fragment-unverifiable"),
        ("figures.csv#row=3", "fragment-unverifiable"),
        ("../empty.txt#cost", "fragment-unverifiable"),
        ("page.html#x-1", "ok" if HAS_HTML else "fragment-unverifiable"),
        ("%C3%9Cber.md#%C3%BCber-uns", "ok"),
        ("#here", "ok"),
        ("#there", "fragment-missing"),
        ("#", "ok"),
    ],
)
def test_links_of_a_plain_repository(url: str, expected: str, tmp_path: Path) -> None:
    answer = ask(tmp_path, {**PAGES, "docs/me.md": "# Here\n"})
    assert verdict(answer("docs/me.md", url)) == expected


def test_a_name_in_other_letters_is_named(tmp_path: Path) -> None:
    found = ask(tmp_path, {"Wall.md": ""})("a.md", "wall.md")
    assert found
    assert "Wall.md" in found.reason


@pytest.mark.parametrize(
    "url",
    ["../../issues", "../../issues/12", "../../pulls", "../../wiki/Home", "../../releases/latest", "../../-/issues",
     "../../../issues/", "../blob/main/wall.md"],
)  # fmt: skip
def test_pages_of_the_code_host_are_not_asked(url: str, tmp_path: Path) -> None:
    assert verdict(ask(tmp_path, PAGES)("README.md", url)) == "unchecked"


@pytest.mark.parametrize(
    "url",
    ["../secret.md", "../../secret.md", "docs/../../secret.md", "%2e%2e/secret.md", "..\\secret.md", "file:///etc/hosts",
     "FILE:///etc/hosts", "C:\\secret.md", "c:/secret.md", "\\\\host\\share"],
)  # fmt: skip
def test_what_leads_out_is_refused_alike_whether_it_is_there_or_not(url: str, tmp_path: Path) -> None:
    lay(tmp_path, {"secret.md": "# Secret\n"})
    answer = ask(tmp_path / "repository", PAGES)
    found = answer("README.md", url)
    assert verdict(found) == "refused"
    assert answer("README.md", url.replace("secret", "nothing")) == found
    assert answer("README.md", f"{url}#secret") == found


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")
def test_links_of_the_file_system(tmp_path: Path) -> None:
    lay(tmp_path, {"secret/a.md": "# Secret\n"})
    top = tmp_path / "repository"
    opened: list[str] = []
    lay(top, {**PAGES, ".git/config": ""})
    (top / "out").symlink_to(tmp_path / "secret")
    (top / "out.md").symlink_to(tmp_path / "secret/a.md")
    (top / "in").symlink_to("docs")
    (top / "loop").symlink_to("loop")
    (top / "loop.md").symlink_to("loop.md")
    (top / "docs/up").symlink_to("..")
    (top / "nothing.md").symlink_to("gone.md")
    os.mkfifo(top / "pipe.md")

    def watch(path: str) -> object:
        opened.append(os.path.realpath(path))
        return read(path)

    site = Site((str(top),), Routes(), watch)  # type: ignore[arg-type]
    document = read_text("", "markdown", str(top / "README.md"))
    expected = {
        "out/a.md#x": "refused", "out/none.md": "refused", "out.md#x": "refused", "in/wall.md#cost": "ok",
        "loop": "dead", "loop.md#x": "dead", "loop/a.md": "dead", "docs/up/docs/up/docs/wall.md": "ok",
        "nothing.md": "dead", "pipe.md#x": "dead",
    }  # fmt: skip
    assert {url: verdict(site.answer(document, url)) for url in expected} == expected
    assert opened == [str(top / "docs/wall.md")]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")
def test_a_document_behind_a_link_stands_in_two_folders(tmp_path: Path) -> None:
    answer = ask(tmp_path, {**PAGES, "CHANGES.md": "# Changes\n"})
    (tmp_path / "docs/changes.md").symlink_to("../CHANGES.md")
    assert verdict(answer("docs/changes.md", "wall.md")) == "ok"
    assert verdict(answer("docs/changes.md", "docs/wall.md")) == "ok"
    assert verdict(answer("docs/changes.md", "gone.md")) == "dead"


def test_the_repository_is_the_root_and_not_the_folder_that_was_named(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    lay(tmp_path, PAGES)
    site = Site((str(tmp_path / "docs"),), Routes(), read)
    document = read_text("", "markdown", str(tmp_path / "docs/me.md"))
    assert verdict(site.answer(document, "../README.md")) == "ok"
    assert verdict(site.answer(document, "../../README.md")) == "refused"


def test_a_submodule_that_was_not_fetched_is_not_asked(tmp_path: Path) -> None:
    answer = ask(tmp_path, PAGES)
    (tmp_path / "vendor/charts").mkdir(parents=True)
    assert verdict(answer("README.md", "vendor/charts/north.md")) == "unchecked"
    assert verdict(answer("README.md", "vendor/other/north.md")) == "dead"


@pytest.mark.parametrize(
    ("builder", "url", "expected"),
    [
        ("mkdocs.yml", "wall.md", "ok"),
        ("mkdocs.yml", "../wall/", "ok"),
        ("mkdocs.yml", "walls.md", "dead"),
        ("mkdocs.yml", "walls/", "unchecked"),
        ("mkdocs.yml", "figures.png", "dead"),
        ("mkdocs.yml", "walls.html", "unchecked"),
        ("docs/conf.py", "walls.html", "unchecked"),
        ("docs/conf.py", "genindex", "unchecked"),
        ("docs/conf.py", "walls.md", "dead"),
        ("docs/conf.py", "harbour.wall", "unchecked"),
        ("docs/conf.py", "walls.png", "dead"),
        ("docs/conf.py", "#label", "fragment-unverifiable"),
        ("docs/conf.py", "wall.md#label", "fragment-missing"),
        ("hugo.toml", "../wall/", "ok"),
        ("hugo.toml", "../../2020/walls/", "unchecked"),
        ("hugo.toml", "walls.png", "unchecked"),
        ("hugo.toml", "walls.md", "dead"),
        ("hugo.toml", "#label", "fragment-missing"),
        ("docs/book.toml", "tides/index.html#springs", "ok"),
    ],
)
def test_what_only_a_builder_can_resolve_is_not_asked(builder: str, url: str, expected: str, tmp_path: Path) -> None:
    answer = ask(tmp_path, {**PAGES, builder: "", "docs/me.md": "# Here\n"})
    assert verdict(answer("docs/me.md", url)) == expected


def test_a_builder_in_another_folder_says_nothing(tmp_path: Path) -> None:
    answer = ask(tmp_path, {**PAGES, "docs/hugo.toml": ""})
    assert verdict(answer("README.md", "walls/")) == "dead"


def test_a_page_that_is_built_cannot_be_verified(tmp_path: Path) -> None:
    answer = ask(tmp_path, {"a.md": "{% include b.html %}\n", "b.md": "# B\n"})
    assert verdict(answer("b.md", "a.md#wall")) == "fragment-unverifiable"
    assert verdict(answer("a.md", "#wall")) == "fragment-unverifiable"
    assert verdict(answer("a.md", "b.md#wall")) == "fragment-missing"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/wall/", "ok"),
        ("/wall.html#cost", "ok"),
        ("/wall/#price", "fragment-missing"),
        ("/tides/", "ok"),
        ("/gone.md", "dead"),
        ("/../../etc/passwd", "refused"),
        ("https://harbour.co.uk/site/wall/", "ok"),
        ("https://harbour.co.uk/site", "ok"),
        ("https://harbour.co.uk/site/wall/#price", "fragment-missing"),
        ("https://harbour.co.uk/sites/wall/", "not asked"),
        ("/notes/2020/north/", "ok"),
    ],
)
def test_routes_that_settings_give(url: str, expected: str, tmp_path: Path) -> None:
    top = tmp_path.resolve()
    routes = Routes(f"{top}/docs", "https://harbour.co.uk/site/", (("/notes/", f"{top}/notes"),))
    answer = ask(top, {**PAGES, "notes/2020/north.md": ""}, routes)
    assert verdict(answer("README.md", url)) == expected


@pytest.mark.skipif(not HAS_HTML, reason="pages are not read yet")
def test_a_saved_page_leads_where_its_page_did(tmp_path: Path) -> None:
    head = '<head><link rel="canonical" href="https://www.gov.uk/a/"></head>'
    body = '<body><a href="b.html">b</a></body>'
    answer = ask(tmp_path, {"saved.html": f"<html>{head}{body}</html>", "plain.html": f"<html>{body}</html>"})
    assert verdict(answer("plain.html", "b.html")) == "dead"
    assert verdict(answer("saved.html", "b.html")) == "unchecked"


def test_a_page_written_by_hand_may_lead_to_pages_built_from_their_sources(tmp_path: Path) -> None:
    answer = ask(tmp_path, {"docs/index.html": "<p>", "docs/ref/wall.rst": "Wall\n====\n"})
    assert verdict(answer("docs/index.html", "ref/wall.html")) == "ok"
    assert verdict(answer("docs/index.html", "ref/sea.html")) == "dead"
