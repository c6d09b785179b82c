"""Settings as every room sees them: light, immutable, already validated."""

from typing import NamedTuple

from provlint.model.rules import Option
from provlint.model.words import Confidence, Severity


class Ignore(NamedTuple):
    """An `[[ignore]]` of the settings: findings of `rules` in `paths` about `urls` are left out until a day."""

    rules: tuple[str, ...] = ()  # ids, names or id prefixes; () means every rule
    paths: tuple[str, ...] = ()  # globs; () means every path
    urls: tuple[str, ...] = ()  # globs; () means any
    reason: str = ""
    until: str = ""  # ISO date, the last day on which it holds; "" for ever
    line: int = 0  # its line in the settings file, for findings about it


class SiteSettings(NamedTuple):
    """How the documents are served as a site; folders are POSIX and relative to the settings' root."""

    root: str = ""  # the folder that `/` stands for; "" when nothing is said
    base_url: str = ""  # addresses that begin with it are the site's own
    routes: tuple[tuple[str, str], ...] = ()  # (beginning of a path such as "/news/", folder)


class Settings(NamedTuple):
    """Everything a run may be told. Paths and globs are POSIX and relative to `root`."""

    root: str = "."  # the folder of the settings file, or the working folder
    origin: str = ""  # the settings file as shown to people; "" for none
    select: tuple[str, ...] = ()  # () means the rules that are on by default
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (glob, selectors)
    severity: tuple[tuple[str, Severity], ...] = ()  # (selector, severity)
    options: tuple[tuple[str, tuple[tuple[str, Option], ...]], ...] = ()  # (rule name, its options)
    ignores: tuple[Ignore, ...] = ()
    include: tuple[str, ...] = ("*.md", "*.markdown", "*.mdx", "*.txt", "*.html", "*.htm", "*.xhtml", "*.rst")
    exclude: tuple[str, ...] = (".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox",
                                "_build", "site-packages", ".mypy_cache", ".pytest_cache", ".ruff_cache")  # fmt: skip
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    formats: tuple[tuple[str, str], ...] = ()  # (glob, format): how files with other endings are read
    site: SiteSettings = SiteSettings()
    rule_folders: tuple[str, ...] = ()
    fail_on: str = "warning"  # error | warning | info | never
    min_confidence: Confidence = "low"
    max_findings_per_rule: int = 10  # of a rule about claims or phrases, in one document; 0 for any number
    max_file_size: int = 20_000_000  # bytes
    no_ignores: bool = False
    cache: bool = True  # whether answers and findings are kept between runs; never said by a settings file
    cache_dir: str = ""  # where; "" means the platform's folder for caches
    jobs: int = 0  # processes; 0 means as many as there are processors
    said_by: tuple[tuple[str, str], ...] = ()  # (key, who gave the value in force: a file, the command line)
