"""The tags of a page that show nothing: metadata, scripts, styles."""

from provlint.read.html_head import Head
from provlint.read.html_inlines import Inlines
from provlint.read.html_stack import Context
from provlint.text.html_tokens import attributes


class PageData(Inlines):
    """Hands what such tags say to the page's `Head`; a fragment has none."""

    def __init__(self, source: str, head: Head | None, context: Context, quoted: bool) -> None:
        super().__init__(source, context, quoted, fragment=head is None)
        self.head = head
        self._time = (-1, -1)  # the last `<time>` element
        self._raw = ""  # what the text that follows is, when it is no prose

    def _raw_text(self, start: int, end: int) -> None:
        if self._raw == "title":
            if self.head and not self.head.title and not self._skip:
                self.head.title = self._rendered(start, end)
        elif self._raw == "json" and self.head:
            self.head.json(start, end)

    def _start_raw(self, name: str, start: int, end: int) -> None:
        self._raw = "raw"
        if name == "script" and self.head:
            said = {kind: self.source[first:last] for kind, first, last in attributes(self.markup, start, end)}
            if said.get("type", "").strip().lower() == "application/ld+json":
                self._raw = "json"
        elif name == "iframe":
            self._addresses(name, start, end)

    def _start_title(self, _name: str, _start: int, _end: int) -> None:
        self._raw = "title"

    def _start_meta(self, _name: str, start: int, end: int) -> None:
        if self.head:
            self.head.meta(attributes(self.markup, start, end), start, end)

    def _start_link(self, _name: str, start: int, end: int) -> None:
        if self.head:
            self.head.link(attributes(self.markup, start, end), start, end)

    def _start_time(self, _name: str, start: int, end: int) -> None:
        if self._leaf is None and self._opened < 0:
            self._opened = start
        self._time = (start, -1)
        if self.head and not self.context.furniture and not self.context.hidden:
            self.head.time(attributes(self.markup, start, end))

    def _end_time(self, _name: str, _start: int, end: int) -> None:
        self._time = (self._time[0], end)
        if self._leaf:
            self._leaf.ink_end = end

    def _start_html(self, _name: str, start: int, end: int) -> None:
        if self.head and not self.head.language:
            said = {kind: self.source[first:last] for kind, first, last in attributes(self.markup, start, end)}
            self.head.language = (said.get("lang") or said.get("xml:lang") or "").strip()
