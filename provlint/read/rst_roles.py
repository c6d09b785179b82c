"""Roles of interpreted text: which of them show words, code or mathematics (docutils, Sphinx and its domains)."""

from provlint.model.words import MarkKind

_MARKS: dict[str, MarkKind] = {
    "emphasis": "emphasis", "title-reference": "emphasis", "title": "emphasis", "t": "emphasis", "": "emphasis",
    "dfn": "emphasis", "strong": "strong", "guilabel": "strong", "menuselection": "strong",
    "literal": "code", "code": "code", "math": "math", "eq": "math",
}  # fmt: skip
_CODE = frozenset((
    "attr", "class", "command", "const", "cite", "data", "envvar", "exc", "file", "func", "kbd", "keyword",
    "mailheader", "makevar", "manpage", "member", "meth", "mimetype", "mod", "newsgroup", "obj", "option", "program", "regexp",
    "samp", "setting", "token", "type", "djadmin", "tfilter", "ttag", "lookup", "source", "var", "macro", "enum", "struct",
    "attribute", "method", "function", "module", "exception", "confval", "rst:dir", "rst:role", "dir", "role", "raw",
))  # fmt: skip
#: Roles whose text is shown as it stands, though no link leads from it.
_WORDS = frozenset(("subscript", "sub", "superscript", "sup", "abbreviation", "abbr", "acronym", "ac"))


def mark_of(role: str) -> MarkKind | None:
    """The mark for text in this role ("" is the default role); None where it is nothing but words."""
    name = role.lower()
    if name in _MARKS:
        return _MARKS[name]
    if name in _WORDS:
        return None
    return "code" if name in _CODE or name.rpartition(":")[2] in _CODE else "template"


def names_title(role: str) -> bool:
    """Whether `words <target>` in this role shows the words alone, as references of Sphinx do."""
    return mark_of(role) in ("template", "code") or role.lower() in ("abbr", "abbreviation")
