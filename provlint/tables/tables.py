"""Read-only look-up in the shipped tables and the user's. A table is read when first asked, once in each process."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from provlint.model.settings import NO_HOUSE, House
from provlint.model.words import ClaimSign
from provlint.tables.folders import shipped_table, user_tables
from provlint.tables.rows import TableFile, read_table, read_text, sound_rows
from provlint.tables.suffixes import Suffixes
from provlint.tables.words import Words
from provlint.text.normal import percent_decoded

if TYPE_CHECKING:
    from provlint.tables.sources import Sources

HostKind = Literal["", "example", "fill-in", "local", "loopback"]
CueKind = Literal["say", "tell", "call", "judge", "think", "show", "manner", "source"]
VerbForm = Literal["base", "present", "past", "present-participle"]

_MOST_LABELS = 10  # of a host that are looked up one by one, from its end
_TARGET_BEGINS = ("https://", "http://", "www.", "//")


class CueWord(NamedTuple):
    """A form of a word that gives words to a speaker; forms are told apart where the grammar needs it (English)."""

    lemma: str
    kind: CueKind
    form: VerbForm


class Redirect(NamedTuple):
    """Whose redirector an address is, and the address inside it."""

    name: str
    target: str


#: Where the firms behind social networks speak for themselves: these are no posts.
_OF_THE_FIRM = frozenset((
    "about", "ads", "business", "developer", "developers", "engineering", "help", "investor", "investors", "newsroom",
    "policies", "status", "support", "transparency",
))  # fmt: skip


def open_tables(rule_folders: Sequence[str], root: str = ".", house: House = NO_HOUSE) -> "Tables":
    """The shipped tables with the rows of `tables/` in each rule folder (relative to `root`) and of `house` added.

    The user's tables are read at once: a bad one is a `UserError` with file and line before any document is read.
    """
    tables = Tables(user_tables(rule_folders, root), house)
    tables.check()
    return tables


class Tables:
    """Every table's look-up. Hosts are in lower case, without a trailing dot."""

    def __init__(self, added: tuple[TableFile, ...], house: House = NO_HOUSE) -> None:
        self._added = added
        self._house = house
        self._domains: dict[str, str] = {}
        self._scopes: dict[str, tuple[str, ...]] = {}

    def __reduce__(self) -> tuple[type["Tables"], tuple[tuple[TableFile, ...], House]]:
        return Tables, (self._added, self._house)  # another process reads for itself

    def check(self) -> None:
        """Read every table that has rows of the user's."""
        for file in self._added:
            read_table(file)

    def registrable(self, host: str) -> str:
        """The registrable domain of `host`, as it is written there; "" for a name without a known public suffix."""
        domain = self._domains.get(host)
        if domain is None:
            domain = self._domains[host] = self._suffixes.registrable(host)
        return domain

    def tracking(self, parameter: str, host: str) -> str:
        """What the query parameter tracks on `host`; "" if it is not known to track."""
        name = parameter.lower()
        exact, beginnings = self._parameters
        rows = [*exact.get(name, ()), *(row for begins, rows in beginnings if name.startswith(begins) for row in rows)]
        return next((what for scope, what in rows if scope == "*" or scope in self.scopes(host)), "")

    def chat_tool(self, parameter: str, value: str) -> str:
        """The chat tool that marks the addresses it gives out with this parameter and value; "" for none."""
        return self._chat_tools.get((parameter, value.lower()), "")

    def redirector(self, host: str, path: str, query: str) -> Redirect | None:
        """Whose redirector `host/path?query` is and the address inside it; None for any other address."""
        for scope in self.scopes(host):
            for begins, parameter, name in self._redirectors.get(scope, ()):
                if path == begins or path.startswith(begins if begins.endswith("/") else f"{begins}/"):
                    target = percent_decoded(query if parameter == "?" else _value(parameter, query))
                    if target.lower().startswith(_TARGET_BEGINS):
                        return Redirect(name, target)
        return None

    def social(self, host: str) -> str:
        """The social network on which `host` shows posts and profiles; "" for none, and for its firm's own pages."""
        name = self._by_host(self._networks, host)
        return "" if name and host.partition(".")[0] in _OF_THE_FIRM else name

    def special_host(self, host: str) -> HostKind:
        """Whether `host` stands for any name, or is one that only a local network or the machine itself answers."""
        return cast("HostKind", self._by_host(self._special_hosts, host))  # the words were checked when it was read

    def cues(self, language: str) -> dict[str, CueWord]:
        """The forms of the words that give words to a speaker in a language ("en"); {} for one without rows."""
        return self._cues.get(language, {})

    @cached_property
    def claim_cues(self) -> dict[str, tuple[ClaimSign, ...]]:
        """Words in lower case → the signs by which they show that a sentence states a fact, or does not."""
        cues: dict[str, tuple[ClaimSign, ...]] = {}
        for sign, words in self._rows("claim-cues"):
            for word in words.lower().split():
                cues[word] = (*cues.get(word, ()), cast("ClaimSign", sign))  # checked when the table was read
        return cues

    def scopes(self, host: str) -> tuple[str, ...]:
        """What a row may call `host`, longest first: itself and each domain above it, with `name.*` among them."""
        scopes = self._scopes.get(host)
        if scopes is None:
            scopes = self._scopes[host] = tuple(_scopes(host, self.registrable(host)))
        return scopes

    def _by_host(self, table: dict[str, str], host: str) -> str:
        return next((table[scope] for scope in self.scopes(host) if scope in table), "")

    @cached_property
    def words(self) -> Words:
        """The words of English; read when a document first asks for one."""
        added = [read_table(file) for file in self._added if file.name == "english-words"]
        return Words(
            read_text(shipped_table("english-words")),
            [row[0] for table in added for row in table.rows],
            replaces=any(table.replaces for table in added),
        )

    @cached_property
    def sources(self) -> "Sources":
        """What is known of domains and outlets."""
        from provlint.tables.sources import Sources

        return Sources(self._added, self._house)

    @cached_property
    def _suffixes(self) -> Suffixes:
        text = read_text(shipped_table("public-suffixes"))
        # Thousands of rows, sorted when they were compiled: taken as they are.
        rules = text[text.index("\nsuffix\n") + 8 :].splitlines()
        added = [read_table(file) for file in self._added if file.name == "public-suffixes"]
        for table in added:
            rules = [*([] if table.replaces else rules), *(row[0] for row in table.rows)]
        return Suffixes(sorted(rules) if added else rules)

    @cached_property
    def _parameters(self) -> tuple[dict[str, list[tuple[str, str]]], list[tuple[str, list[tuple[str, str]]]]]:
        exact: dict[str, list[tuple[str, str]]] = {}
        for parameter, scope, what in reversed(self._rows("tracking-parameters")):  # the user's rows go first
            exact.setdefault(parameter.lower(), []).append((scope, what))
        return exact, [(name[:-1], rows) for name, rows in exact.items() if name.endswith("*")]

    @cached_property
    def _redirectors(self) -> dict[str, list[tuple[str, str, str]]]:
        by_host: dict[str, list[tuple[str, str, str]]] = {}
        rows = self._rows("redirectors")[::-1]
        rows.sort(key=lambda row: -len(row[1]))  # the longest path decides, of equals the user's
        for host, path, parameter, name in rows:
            by_host.setdefault(host, []).append((path, parameter, name))
        return by_host

    @cached_property
    def _networks(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self._rows("social-networks")}

    @cached_property
    def _special_hosts(self) -> dict[str, str]:
        return {host: kind for host, kind, _ in self._rows("special-hosts")}

    @cached_property
    def _chat_tools(self) -> dict[tuple[str, str], str]:
        return {(parameter, value.lower()): tool for parameter, value, tool in self._rows("chat-tools")}

    @cached_property
    def _cues(self) -> dict[str, dict[str, CueWord]]:
        languages: dict[str, dict[str, CueWord]] = {}
        for lemma, language, kind, forms in self._rows("cues"):
            words = languages.setdefault(language, {})
            told = [(form, _verb_form(form, lemma, language)) for form in forms.lower().split()]
            has_past = any(tense == "past" for _, tense in told)
            for form, tense in told:  # "read" and "put" are their own past
                words[form] = CueWord(lemma, cast("CueKind", kind), tense if tense != "base" or has_past else "past")
        return languages

    def _rows(self, name: str) -> list[tuple[str, ...]]:
        rows = sound_rows(shipped_table(name))
        for file in self._added:
            if file.name == name:
                table = read_table(file)
                rows = [*([] if table.replaces else rows), *table.rows]
        return rows


def _verb_form(form: str, lemma: str, language: str) -> VerbForm:
    if language != "en":
        return "past"
    if form.endswith("ing"):
        return "present-participle"
    if form.endswith("s") and form[:2] == lemma[:2] and form != lemma:
        return "present"
    return "base" if form == lemma else "past"


def _scopes(host: str, domain: str) -> list[str]:
    labels = host.split(".")
    names = [host, *(".".join(labels[at:]) for at in range(max(1, len(labels) - _MOST_LABELS), len(labels)))]
    if not domain:
        return names
    suffix = domain[domain.index(".") :]
    starred = [f"{name.removesuffix(suffix)}.*" for name in names if name.endswith(domain)]
    return [scope for pair in zip(names, starred, strict=False) for scope in pair] + names[len(starred) :]


def _value(parameter: str, query: str) -> str:
    begins = f"{parameter}="
    return next((part[len(begins) :] for part in query.split("&") if part.startswith(begins)), "")
