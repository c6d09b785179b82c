"""The text of a bibliography file → the citation keys it defines; BibTeX, BibLaTeX, CSL-JSON and CSL-YAML.

Only keys are read. What a broken file may hide is read as defined: an undefined key is reported, a defined one is not.
"""

import re
from collections import Counter
from typing import Any

from provlint.text.patterns import lazy

#: The head of an entry, where one may begin: at the start of a line or behind the end of another entry.
_HEAD = lazy(
    r"(?:^|(?<=\}))[ \t]*+@[ \t]*+(?P<type>[A-Za-z]{1,40})[ \t]*+[{(][ \t\r\n]*+(?P<key>[^\s,{}()\"'#%=]*+)", re.M
)
_NO_ENTRY = frozenset({"comment", "string", "preamble"})
#: BibLaTeX: further keys under which an entry may be cited.
_ALIASES = lazy(r"^[ \t]*ids[ \t]*=[ \t]*[{\"]([^{}\"]*)", re.M | re.I)
_BRACE = lazy(r"[{}]")
_YAML_ID = lazy(r"^[ \t]*(?:-[ \t]+)?[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([^\s\"',}]+)", re.M)


def keys(text: str, path: str) -> Counter[str] | None:
    """Each key and how many entries bear it; None when `path` ends in no known format or the text is not in it."""
    ending = path.rpartition(".")[2].lower()
    if ending in ("bib", "bibtex", "biblatex"):
        return bibtex_keys(text)
    if ending == "json":
        return csl_keys(text)
    return Counter(dict.fromkeys(yaml_ids(text), 1)) if ending in ("yaml", "yml") else None


def bibtex_keys(text: str) -> Counter[str]:
    """The keys of a BibTeX file, entries inside `@comment{…}` left out; an alias counts as a key of one entry."""
    found: Counter[str] = Counter()
    comment_end = 0
    has_open_comment = False
    for head in _HEAD.finditer(text):
        if head["type"].lower() in _NO_ENTRY:
            if head.start() >= comment_end and not has_open_comment and head["type"].lower() == "comment":
                end = _closing_brace(text, head.end())
                has_open_comment = end < 0  # one search to the end of the text is enough
                comment_end = max(comment_end, end)
        elif head["key"] and head.start() >= comment_end:
            found[head["key"]] += 1
    for aliases in _ALIASES.finditer(text):
        for alias in aliases[1].split(","):
            if alias.strip():
                found.setdefault(alias.strip(), 1)
    return found


def csl_keys(text: str) -> Counter[str] | None:
    """The ids of a CSL-JSON list (or of the list in its `references` or `items`)."""
    import json

    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    items: Any = read.get("references", read.get("items")) if isinstance(read, dict) else read
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return None
    found = Counter(str(item["id"]) for item in items if isinstance(item.get("id"), (str, int)))
    if not found:
        return None
    for item in items:
        if isinstance(item.get("citation-key"), str):
            found.setdefault(item["citation-key"], 1)
    return found


def yaml_ids(text: str) -> list[str]:
    """Whatever stands as `id:` in YAML: the keys of a CSL-YAML list, and perhaps more."""
    return _YAML_ID.findall(text)


def _closing_brace(text: str, start: int) -> int:
    """Where the brace that was opened before `start` is closed; -1 if nowhere."""
    depth = 1
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return -1
