"""What a watching run looks at between two checks: documents, their folders, settings, rules and tables, the baseline.

Times and sizes are asked again and again, which works on every file system – events do not come from shares and
containers – and costs little. Folders tell of new documents, for which alone the tree is walked again.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.read.files import find

_PAUSE = 0.3  # seconds between two looks, at least
_LONGEST_PAUSE = 2.0
_SHARE = 50  # between these, a pause is so many times as long as the look before it cost: 2 % of a processor
_SETTLING = 0.1  # seconds without a change before a change counts: editors write in several steps
_STEPS = 20  # such steps, for whoever never stops writing
_WALK = 20  # looks after which the tree is walked in any case: a folder without documents may get its first

_Stamp = tuple[int, int, int]
_GONE: _Stamp = (0, 0, 0)


class Watched:
    """The files of a run as they were when they were last noted."""

    def __init__(self, paths: Sequence[str]) -> None:
        """`paths` are those the run was given."""
        self._paths = paths
        self._settings = Settings()
        self._documents: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self._noted: dict[str, _Stamp] = {}
        self._folders: dict[str, _Stamp] = {}
        self._looks = 0

    def note(self, settings: Settings, others: Iterable[str]) -> None:
        """Note how everything is now, before it is read; `others` are files beside documents, rules and tables."""
        self._settings = settings
        self._others = (*others, *_rule_files(settings))
        self._walk()
        self._noted = self._stamps()

    def wait(self) -> list[str]:
        """Return when something changed and has settled: what was changed, added or taken away, by path."""
        pause = _PAUSE
        while True:
            time.sleep(pause)
            started = time.process_time()
            if self._changed():
                return self._settled()
            pause = min(_LONGEST_PAUSE, max(_PAUSE, _SHARE * (time.process_time() - started)))

    def _settled(self) -> list[str]:
        before = self._stamps()
        for _ in range(_STEPS):
            time.sleep(_SETTLING)
            self._walk()
            now = self._stamps()
            if now == before:
                break
            before = now
        return self._changed()

    def _changed(self) -> list[str]:
        self._looks += 1
        if self._looks % _WALK == 0 or _stamps(self._folders) != self._folders:
            self._walk()
        now = self._stamps()
        return sorted(path for path in now.keys() | self._noted.keys() if now.get(path) != self._noted.get(path))

    def _walk(self) -> None:
        try:
            self._documents = find(self._paths, self._settings, os.getcwd()).files
        except UserError:  # a path that was given is not there now; the next check says so if it stays away
            self._documents = tuple(path for path in self._documents if os.path.lexists(path))
        self._folders = _stamps(_folders_of(self._documents, self._paths))

    def _stamps(self) -> dict[str, _Stamp]:
        lists = (os.path.join(folder, ".gitignore") for folder in self._folders)
        found = _stamps((*self._documents, *self._others, *lists))
        return {path: stamp for path, stamp in found.items() if stamp != _GONE}


def _stamps(paths: Iterable[str]) -> dict[str, _Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> _Stamp:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return _GONE
    return status.st_mtime_ns, status.st_size, status.st_ino


def _folders_of(documents: Iterable[str], paths: Sequence[str]) -> dict[str, None]:
    """The folders that documents lie in, and those on the way to them from the folders that were given."""
    folders = dict.fromkeys(path for path in paths if os.path.isdir(path))
    for folder in {os.path.dirname(path) for path in documents}:
        while folder not in folders:
            folders[folder or "."] = None
            if folder == os.path.dirname(folder):
                break
            folder = os.path.dirname(folder)
    return folders


def _rule_files(settings: Settings) -> Iterator[str]:
    for folder in settings.rule_folders:
        for place, _, names in os.walk(os.path.join(settings.root, folder)):
            yield from (os.path.join(place, name) for name in names)
