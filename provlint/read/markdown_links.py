"""Links, images and HTML inside a line: the part of the walk that finds the addresses markup marks."""

from typing import Any, NamedTuple

from provlint.model.document import Label, Target
from provlint.model.words import LinkKind
from provlint.read.markdown_leaf import Leaf
from provlint.read.markdown_places import destination
from provlint.read.markdown_words import Words

_LINK_KINDS: dict[str, LinkKind] = {"Autolink": "autolink", "Email": "autolink", "Inline": "inline"}


class _Open(NamedTuple):
    """A link or image whose end has not come yet."""

    link: dict[str, Any]
    start: int
    end: int
    at: int  # where its label begins, in the words of the leaf or of the alternative text
    is_image: bool


class Links(Words):
    """Adds targets and reference labels."""

    def __init__(self, source: str, masked: str, templates: tuple[tuple[int, int], ...]) -> None:
        super().__init__(source, masked, templates)
        self.comments: list[tuple[int, int]] = []
        self.used: set[str] = set()  # reference labels in use, in normal form

    def _start_link(self, link: dict[str, Any], start: int, end: int) -> None:
        self._close_region()
        at = len(self._alternative) if self._images else self._words(start).length
        self._links.append(_Open(link, start, end, at, False))
        self._content_end = start + 1

    def _start_image(self, link: dict[str, Any], start: int, end: int) -> None:
        self._close_region()
        if not self._images:
            self._words(start)
            self._alternative = []
        self._links.append(_Open(link, start, end, len(self._alternative), True))
        self._images += 1
        self._content_end = start + 2

    def _end_link(self) -> None:
        opened = self._links.pop()
        label_end, self._content_end = self._content_end, opened.end
        if opened.is_image:
            self._images -= 1
            label = "" if self._images else "".join(self._alternative[opened.at :])
        else:
            leaf = self._words(opened.start)
            label = "" if self._images else leaf.words(opened.at)
            if not self._images:
                leaf.mark("link", opened.at)
        if not self._images:  # a link inside an image's alternative text leads nowhere
            self._add_target(opened, label, label_end)

    def _add_target(self, opened: _Open, label: str, label_end: int) -> None:
        link, start, end = opened.link, opened.start, opened.end
        kind = _LINK_KINDS.get(link["link_type"])
        if kind is None:
            self._add_reference(opened, label, label_end)
            return
        if kind == "autolink":
            place: tuple[int, int] | None = (start + 1, end - 1)
        else:
            bracket = self._masked.find("](", label_end, end)
            place = destination(self._masked, bracket + 2, end - 1) if bracket >= 0 else None
        first, last = place or (start, end)
        written = self.source[first:last]
        url = link["dest_url"] if written == self._masked[first:last] else written
        kind = "image" if opened.is_image else kind
        self.targets.append(self._noted(Target(kind, first, last, url, label, start, end)))

    def _add_reference(self, opened: _Open, label: str, label_end: int) -> None:
        link, start, end = opened.link, opened.start, opened.end
        if link["link_type"] == "Reference":
            first = self.source.find("][", label_end, end) + 2
            last = end - 1
        else:
            first, last = start + 1 + opened.is_image, self.source.find("]", label_end, end)
        self.used.add(normal_label(link["id"]))
        self.labels.append(Label("reference-label", "use", first, last, link["id"], True))
        kind: LinkKind = "image" if opened.is_image else "reference"
        self.targets.append(self._noted(Target(kind, first, last, link["dest_url"], label, start, end)))

    def _noted(self, target: Target) -> Target:
        """The target as a footnote's when it stands in one."""
        if self.notes and target.start < self.notes[-1][1]:
            return target._replace(footnote=True, kind="footnote" if target.kind != "image" else "image")
        return target

    # HTML inside a line

    def _inline_html(self, _: str, start: int, end: int) -> None:
        self._content_end = end
        if self._images:
            return
        # Imported here: most documents have no HTML, and starting is quicker without its reader.
        from provlint.read.html_tag import LITERAL, read_tag

        self._close_region()
        leaf = self._words(start)
        tag = read_tag(self.source, start, end)
        if tag.comment:
            self.comments.append(tag.comment)
        elif tag.name == "br":
            leaf.add("\n", start, end)
        elif tag.name in LITERAL:
            self._literal_tag(leaf, tag.name, tag.closing)
        elif tag.name == "a" and tag.closing:
            self._end_anchor(leaf)
        else:
            if tag.name == "a" and tag.targets:
                self._end_anchor(leaf)  # links do not nest: browsers end the one before
                self._anchors.append((len(self.targets), leaf.length))
            self.targets.extend(self._noted(target) for target in tag.targets)

    def _end_anchor(self, leaf: Leaf) -> None:
        if self._anchors:
            index, at = self._anchors.pop()
            self.targets[index] = self.targets[index]._replace(label=leaf.words(at))
            leaf.mark("link", at)

    def _literal_tag(self, leaf: Leaf, name: str, closing: bool) -> None:
        """Words between <code> and </code> are code as much as those between backticks."""
        if not closing:
            self._literals.append((name, leaf.length))
        elif self._literals and self._literals[-1][0] == name:
            leaf.mark("code", self._literals.pop()[1])


def normal_label(label: str) -> str:
    """A reference label as CommonMark compares them: case folded, white space collapsed."""
    return " ".join(label.casefold().split())
