"""Documents that did not change since an earlier run → what that run found, in place of reading them again.

An outcome is taken when the document, what its links and keys were looked up in, and the context of the run are as they
were. Relations hold between documents: they are looked for anew when any document changed, and only those documents are
judged again whose relations are others than before.
"""

import marshal
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from provlint.model.relations import Relation
from provlint.model.seen import Seen
from provlint.run.outcome import Outcome
from provlint.run.plain import packed, packed_sketch, plain, unpacked, unpacked_sketch
from provlint.site.tree import Tree, digest_of
from provlint.site.witness import Witness, stamp_of
from provlint.store.findings import Kept, Store, read, write

Judge = Callable[[Sequence[str]], Sequence[Outcome]]
Holds = Callable[[Sequence[tuple[str, int]]], bool]
_MOST = 200_000  # documents of a store


class Keeper:
    """The store of a run: gives what still holds, takes what was found anew."""

    def __init__(self, folder: str, context: str, roots: Sequence[str], answers_hold: Holds | None = None) -> None:
        """`context` names the store in `folder`; `roots` are those of the site that documents were answered by.

        `answers_hold` tells whether answers of the web, by key and mark, are still the same; None: nobody is asked.
        """
        self._folder, self._context = folder, context
        self._answers_hold = answers_hold
        self._store = read(folder, context)
        self._witness = Witness(Tree(tuple(roots)))
        self._documents: dict[str, Kept] = {}
        self._whole = self._store.whole
        self._changed = False

    def known(self, files: Sequence[str]) -> dict[str, Outcome]:
        """The outcomes that still hold, by path."""
        held = {path: kept for path in files if (kept := self._held(path))}
        self._documents |= held
        return {path: unpacked(kept.outcome)._replace(seen=kept.seen) for path, kept in held.items()}

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Keep the outcomes that were found anew, as far as it is known what they rest on."""
        for outcome in outcomes:
            path, seen = outcome.document.path, outcome.seen
            kept = self._documents.get(path)
            if kept and kept.seen is seen:
                continue
            self._documents.pop(path, None)  # what was held, and then judged again
            if seen and seen.digest and not outcome.document.unread:
                self._documents[path] = Kept(seen, _ground(seen), packed(outcome), packed_sketch(outcome.sketch))
                self._changed = True

    def related(self, results: Sequence[Outcome]) -> list[Outcome] | None:
        """The outcomes with relations counted, if nothing changed at all since they last were; else None."""
        key, paths = self._store.whole
        if not key or key != self._key(results):
            return None
        again = {path: self._documents[path].related for path in paths}
        if any(kept is None for kept in again.values()):
            return None
        self._whole = key, paths
        return [unpacked(kept[1]) if (kept := again.get(outcome.document.path)) else outcome for outcome in results]

    def sketched(self, results: Sequence[Outcome]) -> list[Outcome]:
        """The outcomes with their sketches."""
        return [
            outcome
            if outcome.sketch or not (kept := self._documents.get(outcome.document.path))
            else outcome._replace(sketch=unpacked_sketch(kept.sketch))
            for outcome in results
        ]

    def again(self, by_path: Mapping[str, Sequence[Relation]], judge: Judge) -> dict[str, Outcome]:
        """The outcome of each document with its relations; `judge` gives those whose relations were others before."""
        digests = {path: _digest(_bytes(repr(tuple(relations)))) for path, relations in by_path.items()}
        known = {
            path: unpacked(kept.related[1])
            for path, digest in digests.items()
            if (kept := self._documents.get(path)) and kept.related and kept.related[0] == digest
        }
        missing = [path for path in by_path if path not in known]
        found = dict(zip(missing, judge(missing), strict=True))
        for path, outcome in found.items():
            kept = self._documents.get(path)
            if kept and outcome.seen and kept.ground == _ground(outcome.seen):
                self._documents[path] = kept._replace(related=(digests[path], packed(outcome)))
        return known | found

    def whole(self, results: Sequence[Outcome], related: Sequence[str]) -> None:
        """Note which documents of all these have relations, so that the next run need not look for them."""
        if key := self._key(results):
            self._whole = key, tuple(related)

    def close(self) -> None:
        """Keep what was found for the next run."""
        if not self._changed and self._whole == self._store.whole:
            return
        others = {
            path: kept
            for path, kept in self._store.documents.items()
            if path not in self._documents and os.path.lexists(path)
        }
        room = max(0, _MOST - len(self._documents))
        older = dict([*others.items()][-room:]) if room else {}
        write(self._folder, self._context, Store(older | self._documents, self._whole))

    def _held(self, path: str) -> Kept | None:
        kept = self._store.documents.get(path)
        if kept is None or not self._witness.holds(path, kept.seen):
            return None
        if kept.seen.answers and not (self._answers_hold and self._answers_hold(kept.seen.answers)):
            return None
        stamp = stamp_of(path)
        if stamp and stamp == kept.seen.stamp:
            return kept
        if digest_of(path) != kept.seen.digest:
            return None
        if stamp:
            self._changed = True
        return kept._replace(seen=kept.seen._replace(stamp=stamp))

    def _key(self, results: Sequence[Outcome]) -> bytes:
        """A digest of all that these outcomes rest on; b"" when there is one whose grounds are not known."""
        grounds = []
        for outcome in results:
            kept = self._documents.get(outcome.document.path)
            if kept is None and not outcome.document.unread:  # what cannot be read is related to nothing
                return b""
            grounds += [_bytes(outcome.document.path), kept.ground if kept else b""]
        return _digest(b"\n".join(grounds))


def _ground(seen: Seen) -> bytes:
    return _digest(marshal.dumps(plain(seen._replace(stamp=())), 2))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # names of files need not be text


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
