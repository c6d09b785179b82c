"""Paths and command line → Settings: the nearest settings file, then `--config`, then the other options on top.

Without any of them the defaults come back at once, and nothing is imported for it.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.settings.location import Content, SettingsFile, candidates, given

if TYPE_CHECKING:
    from provlint.settings.source import Source

_SHARED_TABLE = ("tool", "provlint")


class Loaded(NamedTuple):
    """The settings of a run and, for each key that something was said of, who said it."""

    settings: Settings
    sources: Mapping[str, str]


def load(
    paths: Iterable[str] = (),
    *,
    config: Sequence[str] = (),
    isolated: bool = False,
    overrides: Mapping[str, object] | None = None,
    cwd: str = "",
) -> Settings:
    """The settings that govern a run over `paths`, which need not exist; `UserError` for any that cannot stand.

    `config` holds at most one settings file, in place of the one that would be found, and pieces of TOML
    (`fail-on = "error"`). `isolated` looks for no file. `overrides` are keys of a settings file (`-` or `_` between
    words) and `no_ignores`, said by whoever runs provlint and so trusted. What is said later wins; rules to ignore and
    the `extend-` lists are added up, tables joined key by key, and a `select` starts anew. `cwd` is the working folder.
    """
    return load_with_sources(paths, config=config, isolated=isolated, overrides=overrides, cwd=cwd).settings


def load_with_sources(
    paths: Iterable[str] = (),
    *,
    config: Sequence[str] = (),
    isolated: bool = False,
    overrides: Mapping[str, object] | None = None,
    cwd: str = "",
    content: Content | None = None,
) -> Loaded:
    """The same with who said what, for `--show-settings`; `content` gives settings files in place of the disk."""
    cwd = os.path.abspath(cwd or os.getcwd())
    named, pieces = _sorted_out(config, cwd)
    if isolated and named:
        raise UserError("--config", named[0], "a settings file cannot be given with --isolated")
    files: Iterable[SettingsFile] = ()
    if named:
        files = [given(named[0], cwd)]
    elif not isolated:
        files = candidates(paths, cwd, content)
    governing = _governing(files)
    if governing is None and named:
        raise UserError(named[0], ".".join(_SHARED_TABLE), "there is no such table")
    if governing is None and not pieces and not overrides:
        return Loaded(Settings(), {})
    from provlint.settings.layers import Layers

    layers = Layers(cwd)
    if governing:
        layers.add_file(*governing)
    for piece in pieces:
        layers.add_piece(piece)
    layers.add_overrides(overrides or {})
    return Loaded(layers.settings(), layers.sources)


def _sorted_out(config: Sequence[str], cwd: str) -> tuple[list[str], list[str]]:
    """The settings file that `--config` names, if any, and the pieces of TOML."""
    named = [piece for piece in config if "=" not in piece or os.path.lexists(os.path.join(cwd, piece))]
    if any(not piece.strip() for piece in config):  # what an empty variable in a script becomes
        raise UserError("--config", "", "is empty; give a settings file or KEY=VALUE")
    if len(named) > 1:
        raise UserError("--config", named[1], "only one settings file can be given")
    return named, [piece for piece in config if piece not in named]


def _governing(files: Iterable[SettingsFile]) -> "tuple[SettingsFile, Source] | None":
    """The first file that holds settings, read."""
    for file in files:
        from provlint.settings.source import read

        source = read(file.data, file.shown)
        table = source.table(_SHARED_TABLE, file.shown) if file.is_shared else source
        if table is not None:
            return file, table
    return None
