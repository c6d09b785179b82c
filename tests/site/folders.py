"""Real folders of documents, and what a site says of their links."""

from collections.abc import Callable, Mapping
from pathlib import Path

from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file, read_text
from provlint.site.site import Routes, Site

Ask = Callable[[str, str], Answer | None]


def lay(folder: Path, files: Mapping[str, str]) -> None:
    """Make files, and the folders they lie in."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def read(path: str) -> Document | None:
    form = format_of(path, Settings())
    return read_file(path, path, form, 1_000_000) if form else None


def ask(folder: Path, files: Mapping[str, str], routes: Routes | None = None) -> Ask:
    """The answer for a link (path of the document, address) in a repository of these files."""
    lay(folder, files)
    (folder / ".git").mkdir(exist_ok=True)
    site = Site((str(folder),), routes or Routes(), read)

    def answer(path: str, url: str) -> Answer | None:
        full = str(folder / path)
        document = read(full) if (folder / path).exists() else read_text("", "markdown", full)
        assert document
        return site.answer(document, url)

    return answer


def verdict(answer: Answer | None) -> str:
    return answer.verdict if answer else "not asked"
