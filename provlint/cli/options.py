"""The options that several commands share, and what they say to the settings."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from provlint.cli.sections import Command, section
from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.model.words import CONFIDENCES

_settings, _rules, _documents = section("Settings"), section("Rules"), section("Documents")
_running, _failure = section("Processes and cache"), section("Exit code")
_LIST: dict[str, Any] = {"multiple": True, "metavar": "RULES"}


class _ConfigType(click.types.StringParamType):
    """Text; several stand on lines of their own in the environment, as TOML and paths have spaces."""

    def split_envvar_value(self, rv: str) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in rv.split("\n") if line.strip()]


cache_dir_option = _running(
    "--cache-dir",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    envvar="PROVLINT_CACHE_DIR",
    help="Where runs keep what they learnt, outside what is checked.  [default: the platform's cache folder]",
)

sources_option = section("Sources of quotations")(
    "--sources",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(),
    envvar="PROVLINT_SOURCES",
    help="A folder of saved pages: quotations are compared with them.",
)

_CONFIG = (
    _settings(
        "--config",
        multiple=True,
        metavar="FILE|KEY=VALUE",
        type=_ConfigType(),
        envvar="PROVLINT_CONFIG",
        help="A settings file in place of the one that is found, or one setting as TOML.",
    ),
    _settings("--isolated", is_flag=True, envvar="PROVLINT_ISOLATED", help="Look for no settings file."),
    _settings(
        "--trust-config", "trust", is_flag=True, help="Let the settings file open private networks, ports, proxies."
    ),
)

_OWN_RULES = (
    _rules(
        "--rules",
        "rule_folders",
        multiple=True,
        metavar="FOLDER",
        type=click.Path(),
        help="A folder of rules and tables of your own.",
    ),
)

_SELECTION = (
    _rules("--select", help="Rules to run: ids, beginnings of ids, names, ALL; comma-separated.", **_LIST),
    _rules("--extend-select", help="Rules to run as well.", **_LIST),
    _rules("--ignore", help="Rules to leave out.", **_LIST),
    _rules("--per-file-ignores", multiple=True, metavar="GLOB:RULE", help="Rules to leave out in some files."),
    _rules(
        "--min-confidence",
        type=click.Choice(CONFIDENCES),
        envvar="PROVLINT_MIN_CONFIDENCE",
        help="Leave out rules that are less often right.  [default: low]",
    ),
)

_NO_IGNORES = (
    _rules(
        "--no-ignores",
        is_flag=True,
        envvar="PROVLINT_NO_IGNORES",
        help="Heed no ignore, neither in documents nor in settings.",
    ),
)

_FILES = (
    _documents("--exclude", multiple=True, metavar="GLOBS", help="Paths to leave out, in place of the usual ones."),
    _documents("--extend-exclude", multiple=True, metavar="GLOBS", help="Paths to leave out as well."),
    _documents("--force-exclude/--no-force-exclude", default=None, help="Leave them out even when given by name."),
)

_PROCESSES = (
    _running(
        "--jobs",
        "-j",
        type=click.IntRange(min=0),
        metavar="N",
        envvar="PROVLINT_JOBS",
        help="Processes to use; 0 means one a processor.",
    ),
)

_CACHE = (
    _running(
        "--no-cache", is_flag=True, envvar="PROVLINT_NO_CACHE", help="Keep nothing between runs, and use nothing kept."
    ),
    cache_dir_option,
)

_THRESHOLD = (
    _failure(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        envvar="PROVLINT_FAIL_ON",
        help="The least severity that gives exit code 1.  [default: warning; of an audit: never]",
    ),
)

_EXIT_ZERO = (_failure("--exit-zero", is_flag=True, help="Exit 0 whatever is found."),)


def config_options(command: Command) -> Command:
    """Options for what reads settings and tables: which settings file, which folders of one's own."""
    return with_options(command, (*_CONFIG, *_OWN_RULES))


def rule_options(command: Command) -> Command:
    """Options for what judges facts: which rules do so."""
    return with_options(command, (*_CONFIG, *_SELECTION, *_NO_IGNORES, *_OWN_RULES))


def file_options(command: Command) -> Command:
    """Options for what looks for documents: which of them are left out."""
    return with_options(command, _FILES)


def setting_options(command: Command) -> Command:
    """Every option that stands for a setting."""
    return with_options(command, (*_CONFIG, *_SELECTION, *_OWN_RULES, *_FILES, *_PROCESSES, *_THRESHOLD))


def cache_options(command: Command) -> Command:
    """Options about what is kept between runs, which no settings file may say."""
    return with_options(command, _CACHE)


def run_options(command: Command) -> Command:
    """Options for what checks documents: all settings, and what goes for one run only."""
    return setting_options(with_options(command, (*_NO_IGNORES, *_CACHE, *_EXIT_ZERO)))


def with_options(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    """The command with the options of a table, which its help lists in that order."""
    for option in reversed(options):
        command = option(command)
    return command


def load_settings(paths: tuple[str, ...], given: Mapping[str, Any]) -> Settings:
    """The settings for these paths, with what the command line said on top; it empties nothing it did not name."""
    return load_settings_and_sources(paths, given)[0]


def load_settings_and_sources(paths: tuple[str, ...], given: Mapping[str, Any]) -> tuple[Settings, Mapping[str, str]]:
    """The same, and who said what."""
    from provlint.settings.load import load_with_sources

    overrides: dict[str, object] = {}
    for key in ("select", "extend_select", "ignore", "exclude", "extend_exclude"):
        if given.get(key):
            overrides[key] = tuple(word.strip() for words in given[key] for word in words.split(",") if word.strip())
    if given.get("per_file_ignores"):
        overrides["per_file_ignores"] = tuple(map(_per_file, given["per_file_ignores"]))
    for key in ("force_exclude", "rule_folders", "jobs", "fail_on", "min_confidence"):
        if given.get(key) not in (None, ()):
            overrides[key] = given[key]
    if given.get("no_ignores"):
        overrides["no_ignores"] = True
    settings, sources = load_with_sources(
        paths,
        config=given.get("config", ()),
        isolated=given.get("isolated", False),
        overrides=overrides,
        content=_content(given),
        trust=given.get("trust", False),
    )
    # Said here and not among the overrides: no file may say them, and a plain run checks no settings.
    return settings._replace(cache=not given.get("no_cache"), cache_dir=given.get("cache_dir") or ""), sources


def _content(given: Mapping[str, Any]) -> Callable[[str], bytes | None] | None:
    """Where settings files are taken from: the revision that is named, else None for the disk."""
    revision = given.get("config_from")
    if revision is None:
        return None
    if given.get("isolated"):
        raise UserError("--config-from", revision, "cannot be used with --isolated")
    from provlint.history.changes import reader_at

    return reader_at(revision, ".")


def _per_file(written: str) -> tuple[str, tuple[str, ...]]:
    glob, colon, rules = written.rpartition(":")
    if not colon or not glob or not rules:
        raise click.BadParameter(f"{written!r} is not GLOB:RULE", param_hint="--per-file-ignores")
    return glob, tuple(rules.split(","))
