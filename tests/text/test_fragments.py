"""Text fragments: what is written, and that a browser goes to the very words."""

import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from provlint.page.passages import standing
from provlint.text.fragments import text_fragment, with_fragment

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LONG = (
    "The harbour wall, built in 1902 and raised twice, will stand for another hundred years unless the sea comes first, "
    "and nobody on the council expects that it will"
)
PASSAGES = [
    ("The eels came back", "", ""),
    ("dashes - and, commas & ampersands stand here", "", ""),
    ("100% of the well-known 3,5 % rule", "", ""),
    ("Über die Brücke, sagte Käthe", "", ""),
    (LONG, "", ""),
    ("never again", "what he said was", "and he meant it"),
]


def test_signs_with_a_meaning_are_encoded() -> None:
    assert text_fragment("well-known, this & that all") == ":~:text=well%2Dknown%2C%20this%20%26%20that%20all"


def test_a_long_passage_is_given_by_its_ends() -> None:
    assert text_fragment(LONG) == ":~:text=The%20harbour%20wall%2C%20built%20in,council%20expects%20that%20it%20will"


def test_a_short_passage_is_told_by_what_stands_around_it() -> None:
    written = text_fragment("never again", "what he said was", "and he meant it")
    assert written == ":~:text=what%20he%20said%20was-,never%20again,-and%20he%20meant%20it"


def test_an_address_keeps_its_own_fragment() -> None:
    assert with_fragment("https://harbour.co.uk/a#b", ":~:text=x") == "https://harbour.co.uk/a#b:~:text=x"
    assert with_fragment("https://harbour.co.uk/a#:~:text=old", ":~:text=x") == "https://harbour.co.uk/a#:~:text=x"
    assert with_fragment("https://harbour.co.uk/a", "") == "https://harbour.co.uk/a"
    assert text_fragment(" ") == ""


@pytest.mark.parametrize(("passage", "before", "after"), PASSAGES)
def test_what_is_written_is_read_back(passage: str, before: str, after: str) -> None:
    directive = text_fragment(passage, before, after).partition("text=")[2]
    assert standing([directive], f"Some words. {before} {passage} {after} More words.") == {directive}
    assert not standing([directive], "Some other words that are not the passage.")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with all passages, each after a screen of nothing; the address of the server that gives it."""
    folder = tmp_path_factory.mktemp("pages")
    gap = "<div style='height:3000px'></div>"
    shown = gap.join(
        f"<p id=p{number}>{before} {passage.replace('&', '&amp;')} {after}</p>"
        for number, (passage, before, after) in enumerate(PASSAGES)
    )
    decoy = "<p>He was never again seen, and the eels were gone.</p>"
    # What is scrolled to is told by the title: the paragraph nearest to the middle of the window.
    script = (
        "<script>setInterval(() => { const m = innerHeight / 2; let best = '', near = 400;"
        "for (const p of document.querySelectorAll('p[id]')) { const r = p.getBoundingClientRect();"
        "const d = Math.abs((r.top + r.bottom) / 2 - m); if (d < near) { near = d; best = p.id; } }"
        "document.body.dataset.at = scrollY ? best : 'top'; }, 50)</script>"
    )
    page = f"<!doctype html><meta charset=utf-8><body>{decoy}{gap}{shown}{gap}{script}"
    (folder / "page.html").write_text(page, encoding="utf-8")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given: object) -> None:
            super().__init__(*given, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/page.html"
    server.shutdown()
    server.server_close()
    thread.join()


def scrolled_to(address: str, profile: Path) -> str:
    """The paragraph that a browser stands at after it opened the address."""
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
    done = subprocess.run(
        [str(CHROMIUM), *options, f"--user-data-dir={profile}", "--window-size=800,600", "--virtual-time-budget=4000",
         "--dump-dom", address],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    found = re.search(r'data-at="(\w*)"', done.stdout)
    assert found, done.stderr[-2000:]
    return found[1]


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
@pytest.mark.parametrize("number", range(len(PASSAGES)))
def test_a_browser_goes_to_the_passage(address: str, number: int, tmp_path: Path) -> None:
    passage, before, after = PASSAGES[number]
    assert scrolled_to(with_fragment(address, text_fragment(passage, before, after)), tmp_path) == f"p{number}"


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_a_browser_stays_at_the_top_for_words_that_are_not_there(address: str, tmp_path: Path) -> None:
    assert scrolled_to(with_fragment(address, text_fragment("no such words stand here")), tmp_path) == "top"
