"""What a document's answers rest on: which folders and files of the repository were looked at, and how they were.

A later run asks whether they are still so; then the answers are still right, and nothing needs to be looked up.
"""

import os
import time
from hashlib import blake2b

from provlint.model.seen import Seen
from provlint.site.tree import Tree, folders_of

_SETTLED = 2.0  # seconds; within them a file may change again without its time changing (the coarsest file systems)


class Witness:
    """Notes what the lookups of one tree rest on, and tells whether what was noted earlier still is so."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._shapes: dict[str, bytes] = {}
        self._places: dict[str, str] = {}

    def begin(self) -> None:
        """Forget what was asked up to now: the next document is looked at."""
        for asked in (self._tree.listed, self._tree.rooted, self._tree.opened):
            asked.clear()

    def seen(self, path: str) -> Seen:
        """What was asked since `begin` for the document at `path`."""
        tree = self._tree
        if not (tree.listed or tree.rooted):
            return Seen()
        tops = tuple((folder, tree.root_of(folder)) for folder in sorted(tree.rooted))
        files = tuple((file, tree.digest(file)) for file in sorted(tree.opened))
        folders = tuple((folder, self._shape(folder)) for folder in sorted(tree.listed))
        return Seen(places=folders_of(path), tops=tops, folders=folders, files=files)

    def holds(self, path: str, seen: Seen) -> bool:
        """Whether the repository would still answer the document at `path` as it did."""
        return not seen.places or (
            all(self._shape(folder) == shape for folder, shape in seen.folders)
            and all(self._tree.root_of(folder) == top for folder, top in seen.tops)
            and all(self._tree.digest(file) == digest for file, digest in seen.files)
            and self._starts(path) == seen.places
        )

    def _shape(self, folder: str) -> bytes:
        if folder not in self._shapes:
            self._shapes[folder] = blake2b(self._tree.shape(folder), digest_size=16).digest()
        return self._shapes[folder]

    def _starts(self, path: str) -> tuple[str, ...]:
        """`folders_of`, with the real path of each folder looked up once."""
        folder = os.path.dirname(path)
        if os.path.islink(path):
            return folders_of(path)
        if folder not in self._places:
            self._places[folder] = folders_of(path)[0]
        return (self._places[folder],)


def stamp_of(path: str) -> tuple[int, ...]:
    """Times, size and number of a file; () when it is not there or was written just now."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    newest = max(status.st_mtime, status.st_ctime)
    if not newest + _SETTLED < time.time():
        return ()
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
