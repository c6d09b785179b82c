"""A revision → what has changed since the working tree left it: committed, staged, unstaged and untracked."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from provlint.errors import UserError
from provlint.history.git import Git, GitError
from provlint.history.patch import WHOLE, Touched, parsed

_OPTION = "--since"
_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all",
    "--submodule=short", "--find-renames", "--diff-filter=d", "--word-diff=none", "--inter-hunk-context=0",
    "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--full-index", "--numstat", "-z", "--patch",
)  # fmt: skip
_GONE = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all", "--no-renames",
    "--diff-filter=D", "--name-only", "-z",
)  # fmt: skip


class Changes(NamedTuple):
    """What changed, by POSIX path from the working folder; a file that is merely renamed has no lines."""

    base: str  # the commit that was compared with, as 40 or 64 hexadecimal digits
    files: Mapping[str, Touched]
    gone: tuple[str, ...] = ()  # paths at which a file stood, moved away or deleted
    moved: Mapping[str, str] = {}  # by the new path of a file the one it had
    before: Mapping[str, str] = {}  # by the path of a file that lost lines the object that it was


def changes(revision: str, folder: str) -> Changes:
    """What the working tree of the repository around `folder` has that the merge base with `revision` has not.

    `UserError` for a folder outside a repository, for what is no revision, and where a clone is too shallow to tell.
    """
    git = Git(folder)
    try:
        inside, _, prefix = git.ask("rev-parse", "--is-inside-work-tree", "--show-prefix").partition(b"\n")
        if inside != b"true":  # settings can name any folder as the one that Git compares
            raise UserError(_OPTION, revision, "the working folder is no part of what Git takes for the working tree")
        return _changes(git, os.fsdecode(prefix.removesuffix(b"\n")), _merge_base(git, revision))
    except GitError as error:  # no repository, or one that is damaged or whose settings Git refuses
        raise UserError(_OPTION, revision, f"Git answers: {error}") from None


def _changes(git: Git, prefix: str, base: str) -> Changes:
    # All that is untracked is new, wherever it lies: without `:/` only this folder's would be listed.
    others = ("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
    told, untracked, gone = git.each((*_DIFF, base, "--"), others, (*_GONE, base, "--"))
    listing, _, patch = told.partition(b"\0\0")  # the paths and counts, then the patch
    hunks, counted = parsed(patch), [*_counted(listing)]
    files = {name: WHOLE if binary else hunks.touched.get(name, Touched()) for name, _, binary in counted}
    files |= dict.fromkeys(_split(untracked), WHOLE)

    def here(name: bytes) -> str:
        return _from_here(os.fsdecode(name), prefix)

    return Changes(
        base,
        {here(name): lines for name, lines in files.items()},
        tuple(map(here, _split(gone))),
        {here(name): here(was) for name, was, _ in counted if name != was},
        {here(name): was.decode("ascii") for name, was in hunks.before.items()},
    )


def texts_before(change: Changes, paths: Sequence[str], folder: str) -> Mapping[str, bytes]:
    """What stood in files that lost lines; without what a partial clone lacks."""
    found = Git(folder).objects([change.before[path] for path in paths])
    return {path: data for path, data in zip(paths, found, strict=True) if data is not None}


def reader_at(revision: str, folder: str) -> Callable[[str], bytes | None]:
    """A function from the path of a file (from `folder`) to its bytes in a revision, None if it was not there."""
    git = Git(folder)
    commit = _commit(git, revision, "--config-from")
    prefix = git.line("rev-parse", "--show-prefix")

    def read(path: str) -> bytes | None:
        name = os.path.normpath(os.path.join(prefix, path)).replace(os.sep, "/")
        try:
            return git.ask("cat-file", "blob", f"{commit}:{name}")
        except GitError:
            return None

    return read


def _commit(git: Git, revision: str, option: str = _OPTION) -> str:
    if not revision or "\0" in revision or revision.startswith("^"):
        raise UserError(option, revision, "give a revision, such as origin/main")
    try:
        return git.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        raise UserError(option, revision, "is no revision of this repository" + _shallow(git)) from None


def _merge_base(git: Git, revision: str) -> str:
    commit = _commit(git, revision)
    try:
        return git.line("merge-base", commit, "HEAD")
    except GitError:
        raise UserError(_OPTION, revision, "has no commit in common with what is checked out" + _shallow(git)) from None


def _shallow(git: Git) -> str:
    """How to get what a shallow clone lacks, "" for a full one."""
    if git.line("rev-parse", "--is-shallow-repository") != "true":
        return ""
    return (
        "; this clone is shallow and may lack it: `git fetch --unshallow` gets the rest"
        " (with actions/checkout: fetch-depth: 0)"
    )


def _counted(listing: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each changed file's path, the one it had, and whether Git takes it for binary and so counts no lines."""
    fields = iter(_split(listing))
    for field in fields:
        added, _, name = field.split(b"\t", 2)
        was = name or next(fields)  # of a renamed file its old path and its new one follow
        yield name or next(fields), was, added == b"-"


def _split(listing: bytes) -> list[bytes]:
    return [name for name in listing.split(b"\0") if name]


def _from_here(name: str, prefix: str) -> str:
    return os.path.relpath(name, prefix).replace(os.sep, "/") if prefix else name
