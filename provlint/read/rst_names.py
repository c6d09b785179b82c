"""Reference names, footnotes and citations: what is defined, what is used, and which belongs to which."""

from collections.abc import Iterator
from typing import NamedTuple

from provlint.model.document import Label, Target
from provlint.model.words import CitationKind
from provlint.read.rst_text import normal_name


class Use(NamedTuple):
    """A reference by name, or the next anonymous one (`name` is ""); places and label as in `Target`."""

    name: str
    start: int
    end: int
    label: str
    outer_start: int
    outer_end: int
    noted: bool  # it stands in a footnote


class NoteUse(NamedTuple):
    """`[label]_` at `start:end`."""

    kind: CitationKind
    label: str
    start: int
    end: int


class Definition(NamedTuple):
    """An explicit target with an address; the label's place covers the name, the address is at `start:end`."""

    name: str
    label_start: int
    label_end: int
    start: int
    end: int
    url: str


class Names:
    """Everything of one document that has a name."""

    def __init__(self) -> None:
        self.uses: list[Use] = []
        self.note_uses: list[NoteUse] = []
        self.notes: list[NoteUse] = []
        self.definitions: list[Definition] = []
        self.anonymous: list[str] = []  # addresses in order; "" for a place in this document
        self.open = False  # another file is included, and may define more
        self._addresses: dict[str, str] = {}
        self._aliases: dict[str, str] = {}
        self._local: set[str] = set()

    def define(self, name: str, url: str) -> None:
        """An address for a name; the first one counts."""
        self._addresses.setdefault(normal_name(name), url)

    def define_alias(self, name: str, other: str) -> None:
        """A name that leads where another does."""
        self._aliases.setdefault(normal_name(name), normal_name(other))

    def wait_anonymous(self) -> str:
        """An anonymous target for what comes next: the name to define when its address is known."""
        key = f"\x00{len(self.anonymous)}"
        self._local.add(key)
        self.anonymous.append(key)
        return key

    def define_local(self, name: str) -> None:
        """A name for a place in this document."""
        self._local.add(normal_name(name))

    def add_anonymous_alias(self, other: str) -> None:
        """An anonymous target that leads where a name does."""
        key = f"\x00{len(self.anonymous)}"  # no written name holds a NUL
        self._aliases[key] = normal_name(other)
        self.anonymous.append(key)

    def resolve(self) -> tuple[list[Target], list[Label]]:
        """All references, definitions and notes as targets and labels."""
        targets: list[Target] = []
        labels: list[Label] = []
        used: set[str] = set()
        count = sum(not use.name for use in self.uses)
        # As docutils has it: when there are more or fewer, nobody can tell which belong together.
        addresses = iter(self.anonymous if len(self.anonymous) == count else ())
        for use in self.uses:
            found, ends = self._lead(use.name) if use.name else self._next(addresses)
            used.update(ends)
            if use.name or found is None:
                key = use.name or " ".join(use.label.split())
                labels.append(Label("reference-label", "use", use.start, use.end, key, found is not None or self.open))
            if found:
                kind = "footnote" if use.noted else "reference"
                targets.append(Target(kind, use.start, use.end, found, *use[3:6], footnote=use.noted))  # type: ignore[arg-type]
        labels += self._defined(used)
        labels += _note_labels(self.note_uses, self.notes, is_open=self.open)
        return targets, labels

    def _lead(self, name: str) -> tuple[str | None, list[str]]:
        """Where a name leads ("" for a place in this document, None for nowhere), and the names on the way."""
        key, passed = normal_name(name), []
        seen = {key}
        while True:
            passed.append(key)
            if key in self._addresses:
                found: str | None = self._addresses[key]
                break
            if key in self._local:
                found = ""
                break
            following = self._aliases.get(key)
            if following is None or following in seen:
                found = None
                break
            key = following
            seen.add(key)
        for name_passed in passed[:-1]:  # so that no long chain is walked twice
            self._aliases[name_passed] = key
        return found, passed

    def _next(self, addresses: Iterator[str]) -> tuple[str | None, list[str]]:
        found = next(addresses, None)
        return self._lead(found) if found and found[0] == "\x00" else (found, [])

    def _defined(self, used: set[str]) -> Iterator[Label]:
        seen: set[str] = set()
        for name, start, end, _, _, url in self.definitions:
            key = normal_name(name)
            # docutils lets a name be given again where the address is the same.
            is_first = key not in seen or self._addresses.get(key) == url
            is_used = key in used or self.open or not (self.uses or self.note_uses)
            yield Label("reference-label", "definition", start, end, " ".join(name.split()), is_first, is_used)
            seen.add(key)


def _note_labels(uses: list[NoteUse], notes: list[NoteUse], *, is_open: bool) -> Iterator[Label]:
    """Footnotes and citations; when another file is included (`is_open`), its notes may be meant.

    Numbers for `[#]`, `[#name]` and `[*]` are given as docutils gives them.
    """
    use_keys, note_keys = _keyed(uses), _keyed(notes)
    known, wanted = set(note_keys), set(use_keys)
    numbers = _numbers(notes)
    for note, key in zip(uses, use_keys, strict=True):
        is_known = is_open or key in known or (note.label.isdecimal() and note.label in numbers)
        yield Label(note.kind, "use", note.start, note.end, _shown(note, key), is_known)
    seen: set[str] = set()
    unnamed = iter(numbers)
    for note, key in zip(notes, note_keys, strict=True):
        is_used = is_open or key in wanted or (note.label == "#" and next(unnamed) in wanted)
        yield Label(note.kind, "definition", note.start, note.end, _shown(note, key), key not in seen, is_used)
        seen.add(key)


def _keyed(notes: list[NoteUse]) -> list[str]:
    """A key for each: the label without `#`; `#1`, `#2`… and `*1`, `*2`… for those without a name."""
    keys, counts = [], {"#": 0, "*": 0}
    for note in notes:
        if note.label in counts:
            counts[note.label] += 1
            keys.append(f"{note.label}{counts[note.label]}")
        else:
            keys.append(normal_name(note.label.lstrip("#")))
    return keys


def _shown(note: NoteUse, key: str) -> str:
    """The key as written: a bibliography may tell capitals from small letters, though references do not."""
    return note.label if note.kind == "key" else key


def _numbers(notes: list[NoteUse]) -> list[str]:
    """The numbers that footnotes `[#]` get, in order."""
    taken = {note.label for note in notes if note.label.isdecimal()}
    number, numbers = 0, []
    for note in notes:
        if note.label.startswith("#"):
            number += 1
            while str(number) in taken:
                number += 1
            if note.label == "#":
                numbers.append(str(number))
    return numbers
