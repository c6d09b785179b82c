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


class HouseSource(NamedTuple):
    """A `[[sources]]` of the settings: what the house itself says of domains, in place of what lists say."""

    domains: tuple[str, ...]  # hosts with all below them, the main one first; host/path for pages
    name: str = ""  # the outlet's; "" for a site that is none, or to leave its name as it is
    aliases: tuple[str, ...] = ()  # other ways in which prose names it
    country: str = ""
    kind: str = ""
    control: str = ""
    assessment: str = ""
    own: bool = False  # a site of the house: no independent source
    reason: str = ""


class House(NamedTuple):
    """The house's own list of sources, and the settings it stands in."""

    sources: tuple[HouseSource, ...] = ()
    said_in: str = ""  # a settings file as shown to people, or "command line"


NO_HOUSE = House()


class Policy(NamedTuple):
    """A `[[policy]]` of the settings. A source is named by a category of any axis, by `own`, or by its domain."""

    paths: tuple[str, ...] = ()  # globs; () means every path
    deny: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()  # lifts a `deny`, in this policy and in those before it
    only: tuple[str, ...] = ()  # whatever is none of these is denied
    require: tuple[str, ...] = ()  # at least one source is one of these
    not_alone: tuple[str, ...] = ()  # the sources are not all of these
    reason: str = ""
    line: int = 0  # its line in the settings file


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
    sources: tuple[HouseSource, ...] = ()  # the house's own list
    policies: tuple[Policy, ...] = ()  # in order; of two that speak of a source, the later decides
    said_by: tuple[tuple[str, str], ...] = ()  # (key, who gave the value in force: a file, the command line)

    @property
    def house(self) -> House:
        """The house's own list, for the tables."""
        return House(self.sources, dict(self.said_by).get("sources", "settings")) if self.sources else NO_HOUSE
