"""Roles of interpreted text: which of them show words, code or mathematics (docutils, Sphinx and its domains)."""

from provlint.model.words import MarkKind

_NAMES: dict[MarkKind, str] = {
    "emphasis": "emphasis title-reference title t dfn",
    "strong": "strong guilabel menuselection",
    "math": "math",
    "code": "literal code attr attribute cite class command confval const data dir djadmin enum envvar eq exc exception"
    " file func function kbd keyword lookup macro mailheader makevar manpage member meth method mimetype mod module"
    " newsgroup obj option program raw regexp role rst:dir rst:role samp setting source struct tfilter token ttag type"
    " var",
}
_MARKS: dict[str, MarkKind] = {name: mark for mark, names in _NAMES.items() for name in names.split()}
#: Roles whose text is shown as it stands, and looks like the text around it.
_WORDS = frozenset(("subscript", "sub", "superscript", "sup", "abbreviation", "abbr", "acronym", "ac"))


def mark_of(role: str) -> MarkKind | None:
    """The mark for text in this role ("" is the default role); None where it is nothing but words."""
    name = role.lower()
    if not name:
        return "emphasis"
    if name in _WORDS:
        return None
    return _MARKS.get(name) or _MARKS.get(name.rpartition(":")[2], "template")


def names_title(role: str) -> bool:
    """Whether `words <target>` in this role shows the words alone, as references of Sphinx do."""
    return mark_of(role) in ("template", "code") or role.lower() in ("abbr", "abbreviation")
