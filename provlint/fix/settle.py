"""Changes that are wanted → those that can stand together: each proved by reading the document they make."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from provlint.fix.edits import applied
from provlint.fix.shape import Reading, same
from provlint.model.findings import Edit

_MOST_READINGS = 200  # of one document; what is not proved by then is withheld
_MOST_CHARACTERS = 40_000_000  # in all of them


class Change(NamedTuple):
    """Edits that belong together, in the ways they can be written, the best first."""

    ways: tuple[tuple[Edit, ...], ...]


class Settled(NamedTuple):
    """The document they make; its edits, sorted; the indices of the changes they come from, and of those withheld."""

    reading: Reading
    edits: tuple[Edit, ...]
    made: tuple[int, ...]
    withheld: tuple[int, ...]
    readings: int  # how often the document was read


def allowance(source: str) -> int:
    """How often a document of this size may be read to prove its changes."""
    return max(8, min(_MOST_READINGS, _MOST_CHARACTERS // max(1, len(source))))


Holds = Callable[[Reading, Reading, Sequence[Edit]], bool]


def settle(
    old: Reading, changes: Sequence[Change], read: Callable[[str], Reading], most: int, holds: Holds = same
) -> Settled:
    """Try the changes, which must not meet, all at once; halve what does not hold until the culprits are found.

    `most` is how often the document may be read for it.
    """
    settler = _Settler(old, changes, read, most, holds)
    settler.add([*range(len(changes))])
    return settler.settled()


class _Settler:
    def __init__(
        self, old: Reading, changes: Sequence[Change], read: Callable[[str], Reading], most: int, holds: Holds
    ) -> None:
        self._old, self._changes, self._read, self._most, self._holds = old, changes, read, most, holds
        self._chosen: dict[int, tuple[Edit, ...]] = {}
        self._last = old
        self._readings = 0

    def add(self, wanted: list[int]) -> None:
        """Choose a way for each of these changes, where there is one that holds beside those chosen before."""
        waiting = [wanted] if wanted else []
        while waiting:
            batch = waiting.pop()
            if self._try({at: self._changes[at].ways[0] for at in batch}):
                continue
            if len(batch) > 1:
                half = len(batch) // 2
                waiting += [batch[half:], batch[:half]]
            else:
                any(self._try({batch[0]: way}) for way in self._changes[batch[0]].ways[1:])

    def settled(self) -> Settled:
        made = tuple(sorted(self._chosen))
        withheld = tuple(at for at in range(len(self._changes)) if at not in self._chosen)
        return Settled(self._last, self._edits(self._chosen), made, withheld, self._readings)

    def _try(self, more: dict[int, tuple[Edit, ...]]) -> bool:
        if self._readings >= self._most:
            return False
        self._readings += 1
        edits = self._edits({**self._chosen, **more})
        new = self._read(applied(self._old.document.source, edits))
        if not self._holds(self._old, new, edits):
            return False
        self._last = new
        self._chosen.update(more)
        return True

    def _edits(self, chosen: dict[int, tuple[Edit, ...]]) -> tuple[Edit, ...]:
        return tuple(sorted(edit for edits in chosen.values() for edit in edits))
