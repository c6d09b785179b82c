"""What docutils finds in a reStructuredText document: the side to compare our reader with."""

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.readers import standalone
from docutils.transforms import references

from provlint.read.rst_directive_kinds import kind_of

SETTINGS: dict[str, Any] = {
    "report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "raw_enabled": True, "_disable_config": True,
    "smart_quotes": False, "warning_stream": False, "input_encoding": "utf-8", "section_self_link": False,
}  # fmt: skip


class Facts(NamedTuple):
    """Counted: addresses of references, those that roles make, standalone ones, images, definitions, notes."""

    marked: Counter[str]
    by_role: Counter[str]
    bare: Counter[str]
    images: Counter[str]
    definitions: Counter[str]
    notes: Counter[str]


class _Reader(standalone.Reader):  # type: ignore[type-arg]
    """Substitutions stay where they are defined: what they hold is counted once."""

    def get_transforms(self) -> list[Any]:
        return [transform for transform in super().get_transforms() if transform is not references.Substitutions]


class _Stub(Directive):
    """A directive of Sphinx: its argument is set aside or read as its kind says, its content is read if it is prose."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        kind = kind_of(self.name)
        if kind not in ("prose", "named", "titled", "versioned", "line"):
            return []
        parent = nodes.container()
        if kind in ("titled", "versioned", "line") and self.arguments:
            words = self.arguments[0].split(None, 1)[1:] if kind == "versioned" else self.arguments
            for part in words:
                parent += nodes.paragraph(part, "", *self.state.inline_text(part, self.lineno)[0])
        self.state.nested_parse(self.content, self.content_offset, parent, match_titles=True)
        return [parent]


class _Prose(_Stub):
    optional_arguments = 0


class _AnyOption(dict[str, Callable[[str], str]]):
    """Every option is allowed."""

    def __getitem__(self, key: str) -> Callable[[str], str]:
        return lambda argument: argument or ""

    def __bool__(self) -> bool:
        return True


def _text_role(_name: str, rawtext: str, text: str, *_: Any, **_options: Any) -> Any:
    return [nodes.inline(rawtext, text)], []


def install() -> None:
    """Let docutils take the roles and directives of Sphinx."""
    known_role, known_directive = roles.role, directives.directive

    def role(name: str, module: Any, lineno: int, reporter: Any) -> Any:
        found, messages = known_role(name, module, lineno, reporter)
        return (found, messages) if found else (_text_role, [])

    def directive(name: str, module: Any, document: Any) -> Any:
        found, messages = known_directive(name, module, document)
        kind = kind_of(name)
        if found or kind is None:
            return found, messages
        stub = _Prose if kind == "prose" else _Stub
        return type(name, (stub,), {"option_spec": _AnyOption(), "name": name}), []

    roles.role = role  # type: ignore[assignment]
    directives.directive = directive  # type: ignore[assignment]


def facts(source: str) -> Facts:
    """What docutils finds in a source."""
    document = publish_doctree(source, reader=_Reader(), settings_overrides=SETTINGS)
    found = Facts(Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
    for reference in document.findall(nodes.reference):
        if "refuri" in reference:
            _kind(found, reference.rawsource)[reference["refuri"].removeprefix("mailto:")] += 1
    found.images.update(image["uri"] for image in document.findall(nodes.image))
    for target in document.findall(nodes.target):
        is_inline = isinstance(target.parent, nodes.TextElement) or target.indirect_reference_name
        if "refuri" in target and not is_inline:
            found.definitions[target["refuri"].removeprefix("mailto:")] += 1
    for kind in (nodes.footnote_reference, nodes.citation_reference):
        found.notes.update(note.rawsource for note in document.findall(kind))
    return found


def _kind(found: Facts, written: str) -> Counter[str]:
    if not written or written.endswith("_"):
        return found.marked
    return found.by_role if written.endswith("`") else found.bare
