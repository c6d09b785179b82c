"""What a change took away → the links of old text that led to it, and those that a moved document left behind.

What may be gone are files, and anchors in files that lost lines.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from provlint.extract.document import Extractor
from provlint.history.changes import Changes, texts_before
from provlint.model.document import Document
from provlint.read.decode import load
from provlint.read.files import format_of
from provlint.read.reader import read_bytes, read_file, read_text
from provlint.run.local import open_site
from provlint.run.plan import Plan
from provlint.site.anchors import Anchors
from provlint.site.site import Site
from provlint.text.normal import percent_decoded
from provlint.text.paths import posix

Span = tuple[int, int]

_UNESCAPED = re.compile(r"[A-Za-z0-9._~-]+")  # what no format and no encoding of an address writes otherwise
_TELLING = 4  # characters; shorter names are looked for with what follows them in a link, as any text may hold them
_ENDS = ")>#?\"' \n"  # what stands behind an address
_INDEXES = frozenset({"index", "_index", "README", "readme", "Readme"})  # names that documents have everywhere


def bereft_links(change: Changes, files: Sequence[str], plan: Plan) -> Mapping[str, frozenset[Span]]:
    """The places of links that led somewhere before the change and may lead nowhere now, by document.

    Whether they do is for the rules to say. Read are the documents that moved, or name something that is gone.
    """
    gone = [path for path in change.gone if not os.path.lexists(path)]
    gone += _folders(gone)
    lost = _lost_anchors(change, plan)
    if not gone and not lost:
        return {}
    words = frozenset(word for path in gone for word in _words(path))
    words |= {word for path in lost for one in (path, *_folder_of(path)) for word in _words(one)}
    limit = plan.settings.max_file_size
    suspects = [
        path for path in files if path in change.moved or path in lost or _has_any(words, load(path, limit).data)
    ]
    before = _Before(plan, frozenset(map(_absolute, gone)), change.moved, lost)
    return {path: spans for path in suspects if (spans := frozenset(before.links(path)))}


def _lost_anchors(change: Changes, plan: Plan) -> Mapping[str, Anchors]:
    """The documents that lost anchors with the lines they lost, each with the anchors it had."""
    formats = {
        path: form
        for path in change.before
        if (form := format_of(path, plan.settings)) and form != "text" and os.path.isfile(path)
    }
    lost: dict[str, Anchors] = {}
    for path, data in texts_before(change, [*formats], ".").items() if formats else ():
        then = read_bytes(data, path, formats[path])
        now = read_file(path, path, formats[path], plan.settings.max_file_size)
        if not (then.problem or now.problem) and Anchors(now).lacks(had := Anchors(then)):
            lost[path] = had
    return lost


class _Before:
    """Tells which links led somewhere before a change."""

    def __init__(self, plan: Plan, gone: frozenset[str], moved: Mapping[str, str], lost: Mapping[str, Anchors]) -> None:
        self._settings = plan.settings
        self._extractor = Extractor(plan.tables)
        self._site = open_site(plan.settings, plan.paths)
        self._gone, self._moved = gone, moved
        self._own = lost
        self._lost = {_absolute(one): anchors for path, anchors in lost.items() for one in (path, *_folder_of(path))}

    def links(self, path: str) -> Iterator[Span]:
        document = read_file(path, path, format_of(path, self._settings) or "markdown", self._settings.max_file_size)
        if document.problem:
            return
        leads = _leading(self._site, document, self._moved.get(path, path), self._gone)
        for link in self._extractor.facts(document, wanted=frozenset()).links:
            if link.url and (leads(link.url) or self._led_into(document, link.url)):
                yield link.start, link.end

    def _led_into(self, document: Document, url: str) -> bool:
        """Whether an address led to an anchor in a file that has lost some."""
        address, _, fragment = url.strip().partition("#")
        if not (fragment and self._lost):
            return False
        if not address:
            anchors = self._own.get(document.path)
        else:
            anchors = self._lost.get(self._site.would_reach(document, url, self._lost))
        return anchors is not None and anchors.has(percent_decoded(fragment))


def _leading(site: Site, document: Document, was: str, gone: frozenset[str]) -> Callable[[str], bool]:
    """Whether an address in a document that stood at `was` led to a file."""
    then = document if was == document.path else read_text(document.source, document.format, was)

    def led(url: str) -> bool:
        if site.would_reach(then, url, gone):
            return True
        answer = site.answer(then, url) if then is not document else None
        return answer is not None and answer.verdict == "ok"

    return led


def _folder_of(path: str) -> list[str]:
    """The folder that a document is the page of."""
    folder, name = os.path.split(path)
    return [folder] if folder and os.path.splitext(name)[0] in _INDEXES else []


def _folders(gone: Iterable[str]) -> list[str]:
    """The folders above that are gone with them."""
    found: dict[str, None] = {}
    for path in gone:
        folder = os.path.dirname(path)
        while folder and folder not in found and not os.path.lexists(folder):
            found[folder] = None
            folder = os.path.dirname(folder)
    return [*found]


def _absolute(path: str) -> str:
    folder, name = os.path.split(path)
    return posix(os.path.join(os.path.realpath(folder or "."), name))


def _words(path: str) -> list[bytes]:
    """What a document must contain that links to a path; its ending may be left out."""
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    if stem in _INDEXES or len(stem) < _TELLING:
        return [f"{stem}.".encode()] if stem != name else [f"{stem}/{end}".encode() for end in _ENDS]
    longest = max(_UNESCAPED.findall(stem), key=len, default="")
    if len(longest) >= min(_TELLING, len(stem)):
        return [longest.encode()]
    return [stem.encode("utf-8", "surrogateescape"), quote(stem).encode(), quote(stem).lower().encode()]


def _has_any(words: Iterable[bytes], data: bytes) -> bool:
    return any(word in data for word in words)
