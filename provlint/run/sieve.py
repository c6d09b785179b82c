"""Only what is new: the documents a change touches, the findings it adds or touches, less those that were accepted."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from provlint.history.patch import WHOLE, Touched
from provlint.model.baseline import Entry, Sifted
from provlint.model.findings import Finding, HeldBack
from provlint.model.rules import Rule
from provlint.read.decode import load
from provlint.run.plan import Plan

if TYPE_CHECKING:
    from provlint.history.changes import Changes

_NO_LINES = Touched()


class Asked(NamedTuple):
    """What the command line asks for: a revision, a baseline file, whether that file is to be written."""

    since: str = ""
    baseline: str = ""
    write: bool = False


class Sieve:
    """What a run is narrowed to. `UserError` for a revision or a baseline that cannot be used."""

    def __init__(self, asked: Asked, limit: int) -> None:
        """`limit` is the size in bytes of the largest document that is read."""
        self._asked = asked
        self._limit = limit
        self._change: Changes | None = None
        self._changed: dict[str, Touched] | None = None
        self._bereft: Mapping[str, Container[tuple[int, int]]] = {}
        self._about_files: frozenset[str] = frozenset()
        self._accepted: Sequence[Entry] = ()
        self._count = 0
        self._with_lines: frozenset[str] = frozenset()
        if asked.since:
            from provlint.history.changes import changes

            # A link is no document: what it leads to has changes of its own.
            self._change = changes(asked.since, ".")
            files = self._change.files.items()
            self._changed = {path: lines for path, lines in files if not os.path.islink(path)}
        if asked.baseline and (not asked.write or os.path.lexists(asked.baseline)):
            from provlint.run.baseline import read

            self._accepted = read(asked.baseline)

    def documents(self, files: tuple[str, ...], plan: Plan) -> tuple[str, ...]:
        """The files among these that changed, or lost what they link to; all without a revision."""
        if self._changed is None or self._change is None:
            return files
        self._count = len(files)
        self._about_files = frozenset(rule.id for rule in plan.rulebook.rules if rule.needs == "site")
        if self._change.gone or self._change.before:
            from provlint.run.bereft import bereft_links

            self._bereft = bereft_links(self._change, files, plan)
        self._with_lines = frozenset(self._lines_of(files, self._changed))
        return tuple(path for path in files if path in self._with_lines or path in self._bereft)

    def _lines_of(self, files: tuple[str, ...], changed: dict[str, Touched]) -> Iterator[str]:
        """The files among these of which lines changed."""
        real_folder = lru_cache(maxsize=None)(os.path.realpath)
        real = {os.path.realpath(path): path for path in changed}
        for path in files:
            if path not in changed:  # it may be known by another name, through a link
                folder, name = os.path.split(path)
                full = os.path.join(real_folder(folder or "."), name)
                known = real.get(os.path.realpath(full) if os.path.islink(full) else full)
                if known is None:
                    continue
                changed[path] = changed[known]
            if changed[path] == _NO_LINES:  # it was renamed, or may be run now
                continue
            if _has_lone_returns(path, self._limit):
                changed[path] = WHOLE  # Git and we count its lines differently
            yield path

    def sift(
        self, findings: Sequence[Finding], run: Iterable[str], judged: Sequence[Rule], unread: frozenset[str]
    ) -> Sifted:
        """What is new among the findings of a run.

        `run` are its documents, `unread` those among them that could not be read, `judged` its rules.
        """
        touched = [one for one in findings if one.path in unread or self.touches(one)]
        paths = frozenset(run)
        notes = [self._narrowed(paths)] if self._changed is not None and paths else []
        nothing = "" if paths or not self._count else f"Nothing to check: {self._unchanged()}."
        if not self._asked.baseline:
            return Sifted(touched, notes=tuple(notes), nothing=nothing)
        from provlint.judge.baseline import about_two_places, entries_of, match
        from provlint.run.baseline import left_to_say, rooted

        rules = frozenset(rule.id for rule in judged)
        named = lru_cache(maxsize=None)(partial(rooted, baseline=self._asked.baseline))
        paths = frozenset(map(named, paths))
        folder = os.path.dirname(os.path.abspath(self._asked.baseline))
        gone = frozenset(
            path
            for path in {entry.path for entry in self._accepted} - paths
            if not os.path.lexists(os.path.join(folder, path))
        )
        matched = match(
            findings, self._accepted, run=paths, gone=gone, named=named, paired=frozenset(about_two_places(judged))
        )
        known = {id(one) for one, accepted in zip(findings, matched.accepted, strict=True) if accepted}
        if self._asked.write:
            kept = [entry for entry in self._accepted if entry.path not in paths | gone or entry.rule not in rules]
            entries = [*entries_of(findings, named), *kept]
            return Sifted([], len(findings), tuple(notes), entries, nothing, [self._accept(one) for one in findings])
        notes += left_to_say(matched.left, rules, paths | gone)
        new = [one for one in touched if id(one) not in known]
        known_here = [self._accept(one) for one in touched if id(one) in known]
        return Sifted(new, len(known_here), tuple(notes), nothing=nothing, accepted=known_here)

    def _accept(self, finding: Finding) -> HeldBack:
        return HeldBack(finding, "baseline", f"accepted in {self._asked.baseline}")

    def touches(self, finding: Finding) -> bool:
        """Whether the change added or touched the lines of a finding, or those of the other place it is about."""
        if self._changed is None:
            return True
        here = self._changed.get(finding.path, _NO_LINES)
        if here.touches(finding.line, finding.end_line) or any(
            self._changed.get(other.path, _NO_LINES).touches(other.line, other.line) for other in finding.related
        ):
            return True
        return finding.id in self._about_files and (finding.start, finding.end) in self._bereft.get(finding.path, ())

    def _unchanged(self) -> str:
        one = f"the only document has not changed since {self._asked.since}"
        return one if self._count == 1 else f"none of {self._count:,} documents changed since {self._asked.since}"

    def _narrowed(self, run: frozenset[str]) -> str:
        documents = f"{self._count:,} {'document' if self._count == 1 else 'documents'}"
        others = len(run - self._with_lines)
        bereft = f"; {others:,} more {'links' if others == 1 else 'link'} to what is gone" if others else ""
        return f"Since {self._asked.since}: {len(run) - others:,} of {documents} changed{bereft}."


def _has_lone_returns(path: str, limit: int) -> bool:
    data = load(path, limit).data
    return data.count(b"\r") != data.count(b"\r\n")
