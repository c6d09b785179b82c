"""What directives hold: those of docutils, of Sphinx and of the extensions that most documentation uses."""

from typing import Literal

#: prose: running text from the first line on; titled: a title, then text; named: a name that is no prose, then text;
#: versioned: a word, then text; quote: a block quote; code: no prose; other: nothing to read; the rest speak for
#: themselves.
DirectiveKind = Literal[
    "prose", "titled", "named", "versioned", "quote", "code", "other", "image", "figure", "raw", "table", "csv", "line",
    "furniture", "author", "include", "toc",
]  # fmt: skip

_NAMES: dict[DirectiveKind, str] = {
    "prose": "attention caution danger error hint important note tip warning seealso compound todo parsed-literal"
    " glossary hlist rst-class line-block details aside container-fluid tab-set",
    "titled": "admonition topic sidebar tab tab-item dropdown card collapse list-table collapsible",
    "named": "container class only ifconfig role-content column columns grid grid-item panels versionhistory"
    " function class-method method classmethod staticmethod attribute data exception module option cmdoption envvar"
    " program describe object property decorator decoratormethod opcode pdbcommand setting templatetag templatefilter"
    " fieldlookup django-admin django-admin-option confval cfunction cmember cmacro ctype cvar directive role-object"
    " availability impl-detail",
    "versioned": "versionadded versionchanged deprecated versionremoved deprecated-removed",
    "quote": "epigraph highlights pull-quote",
    "code": "code code-block sourcecode highlight literalinclude productionlist doctest testcode testoutput testsetup"
    " testcleanup math prompt console ipython graphviz digraph graph mermaid plantuml uml runblock plot jupyter-execute"
    " command-output program-output terminal code-tab c:alias",
    "other": "contents sectnum section-numbering meta date unicode title role default-role index currentmodule"
    " highlightlang tabularcolumns acks target-notes sphinx restructuredtext-test-directive py:currentmodule py:module"
    " automodule autoclass autofunction autodata autoattribute automethod autoexception autosummary inheritance-diagram"
    " cssclass youtube vimeo video audio bibliography replace default-domain c:namespace cpp:namespace",
    "line": "rubric centered",
    "image": "image thumbnail",
    "figure": "figure",
    "raw": "raw",
    "table": "table",
    "csv": "csv-table",
    "furniture": "header footer",
    "author": "sectionauthor codeauthor moduleauthor",
    "include": "include",
    "toc": "toctree",
}
_KINDS: dict[str, DirectiveKind] = {name: kind for kind, names in _NAMES.items() for name in names.split()}
#: Domains of Sphinx: their directives describe an object, then tell of it.
_DOMAINS = frozenset(("py", "c", "cpp", "js", "rst", "std", "php", "rb", "http", "go", "java", "ada", "coq", "chpl"))


def kind_of(name: str) -> DirectiveKind | None:
    """What a directive of this name holds; None when it is not known."""
    name = name.lower()
    if name in _KINDS:
        return _KINDS[name]
    domain, colon, _ = name.partition(":")
    return "named" if colon and domain in _DOMAINS else None
