"""The keys of a settings file, each with the words that explain it; start file and schema come from here."""

from typing import NamedTuple


class Key(NamedTuple):
    """A key, what it does in one line, and a value that shows its form where the default is empty."""

    name: str
    words: str
    example: str = ""


KEYS = (
    Key("select", "Rules to run: ids, beginnings of ids, names, or ALL; empty: the usual ones.", '["PL0", "PL1"]'),
    Key("extend-select", "Rules to run as well.", '["insecure-link"]'),
    Key("ignore", "Rules to leave out; or, as [[ignore]] tables, findings to leave out.", '["PL126"]'),
    Key("extend-ignore", "Rules to leave out as well; for files that have [[ignore]] tables.", '["PL126"]'),
    Key("include", "Names or paths of documents to look for in folders."),
    Key("exclude", "Names or paths to leave out, as in .gitignore, in place of the usual ones."),
    Key("extend-exclude", "Names or paths to leave out as well.", '["drafts/", "*.generated.md"]'),
    Key("force-exclude", "Leave them out even when they are given by name, as pre-commit does."),
    Key("respect-gitignore", "Leave out what Git ignores."),
    Key("rule-folders", "Folders with rules of your own, inside this repository.", '["provlint-rules"]'),
    Key("fail-on", "The least severity that gives exit code 1: error, warning, info or never."),
    Key("min-confidence", "Leave out rules that are less often right: high, medium or low."),
    Key("max-findings-per-rule", "Of rules about claims and phrases, in one document, strongest first; 0: any number."),
    Key("max-file-size", "Bytes; a larger document is not read, and a finding says so."),
    Key("jobs", "Processes to use; 0 means one a processor."),
    Key("per-file-ignores", "Rules to leave out in the files that a path or name matches.", '"archive/**" = ["PL1"]'),
    Key("severity", "Another severity for rules: error, warning or info.", '"PL1" = "error"'),
    Key("formats", "How documents with other endings are read: markdown, html, rst or text.", '"*.page" = "markdown"'),
    Key("site", "The site the documents make: the folder of `/`, its address, folders of paths.", 'root = "content"'),
    Key("sources", "The house's own list, as [[sources]] tables: it goes before all other lists."),
    Key("policy", "What sources a folder may, must or must not cite, as [[policy]] tables."),
    Key("rules", "Options of rules; `provlint rule CODE` shows them.", "document-without-sources.min_words = 150"),
)  # fmt: skip

SITE_KEYS = (
    Key("root", "The folder that `/` stands for in links, inside this repository.", '"content"'),
    Key("base-url", "The site's address: links that begin with it are the site's own.", '"https://harbour.co.uk"'),
    Key("routes", "Folders for some beginnings of paths.", '{ "/news/" = "content/posts" }'),
)  # fmt: skip

IGNORE_KEYS = (
    Key("rules", "Rules whose findings are left out; empty: every rule.", '["PL124"]'),
    Key("paths", "Names or paths of the documents; empty: all.", '["archive/**"]'),
    Key("urls", "Addresses the findings are about, `*` for anything; empty: all.", '["http://intranet.example/*"]'),
    Key("reason", "Why; without a reason the ignore is a finding itself.", '"moves to https in spring"'),
    Key("until", "The last day on which it holds; after it the ignore is a finding.", "2027-03-31"),
)

SOURCE_KEYS = (
    Key("domains", "Hosts, with all below them, or host/path; the outlet's main one first.", '["harbour-post.co.uk"]'),
    Key("name", "The outlet's name.", '"The Harbour Post"'),
    Key("aliases", "Other names by which texts call it.", '["Harbour Post"]'),
    Key("country", "Its country, two letters.", '"GB"'),
    Key("kind", "What it is: newspaper, government, blog…", '"newspaper"'),
    Key("control", "Who funds, governs or edits it: independent-public, state-controlled…", '"independent-public"'),
    Key("assessment", "How the house assesses it, in place of what lists say.", '"listed-reliable"'),
    Key("own", "It is a site of the house itself.", "true"),
    Key("reason", "Why; shown beside it by `provlint source`.", '"agreed by the desk in March"'),
)  # fmt: skip

POLICY_KEYS = (
    Key("paths", "Names or paths of the documents; empty: all.", '["reports/**"]'),
    Key("deny", "Categories or domains that are not cited there.", '["state-controlled", "tabloid"]'),
    Key("allow", "Exceptions from it, and from policies that stand before.", '["rt.com"]'),
    Key("only", "Categories or domains; nothing else is cited there.", '["government", "journal"]'),
    Key("require", "Categories or domains of which each document with links cites one.", '["statistics"]'),
    Key("not-alone", "Categories or domains that are not all that a document rests on.", '["social-media"]'),
    Key("reason", "Why; shown in each finding.", '"decided by the desk in March"'),
)  # fmt: skip

#: Keys inside a table, by the table's name.
INNER_KEYS = {"site": SITE_KEYS, "ignore": IGNORE_KEYS, "sources": SOURCE_KEYS, "policy": POLICY_KEYS}

#: What the command line can say and a settings file must not: whoever writes the documents may write that file too.
COMMAND_LINE_ONLY = frozenset((
    "add-ignore", "allow-private", "baseline", "ca", "ca-bundle", "ca-file", "cache", "cache-dir", "caps", "color",
    "config", "config-from", "credentials", "diff", "exit-zero", "fix", "insecure", "isolated", "max-body-size",
    "max-redirects", "netrc", "no-cache", "no-ignores", "offline", "online", "output-file", "output-format", "ports",
    "private-addresses", "proxies", "proxy", "quiet", "since", "statistics", "timeout", "trust-config",
    "unsafe-fixes", "user-agent", "verbose", "verify", "write-baseline",
))  # fmt: skip


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """The end of a sentence about an unknown word: the nearest known one, or "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word[:100].lower().replace("_", "-"), known, n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
