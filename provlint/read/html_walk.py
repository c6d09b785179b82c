"""The walk over a page's tokens: to each tag what it means, to the text between them where it belongs."""

from collections.abc import Callable, Sequence

from provlint.read.html_blocks import HEADINGS, Blocks
from provlint.read.html_elements import BLOCKS, MARKS, RAW, UNREAD
from provlint.read.html_head import Head
from provlint.read.html_leaf import INK
from provlint.read.html_stack import Context
from provlint.text.html_tokens import COMMENT, DECLARATION, comment_content, tokens
from provlint.text.patterns import lazy

_WORTH_PASSING = 200  # characters
#: Code with nothing in it but words and tags that only colour them.
_PLAIN_CODE = lazy(
    r"(?>(?:[^<]++|</?(?:span|font|b|i|em|strong|var|small)(?>(?: (?:class|style)=\"[^\"]{0,200}+\")?)>)*)"
)


class Walk(Blocks):
    """Takes every token once and keeps what was learnt; offsets are code points into `source`."""

    def __init__(
        self, source: str, *, head: Head | None = None, context: Context, offset: int = 0, quoted: bool = False
    ) -> None:
        super().__init__(source, head, context, offset, quoted)
        self.comments: list[tuple[int, int]] = []

    def mask(self, markup: str, hidden: Sequence[tuple[int, int]]) -> None:
        """Read tags in `markup`, as long as the source and the same but for the template code at `hidden`."""
        self.markup, self._hidden = markup, hidden

    def run(self, start: int, end: int) -> None:
        """Take all tokens of `source[start:end]`."""
        at = start
        while at < end:
            at = self._take(at, end)
        self._break()
        self._pop_to(0, end)
        self._close_anchor(end)

    def _take(self, start: int, end: int) -> int:
        """Take tokens up to the end or to where a stretch of plain code was passed over; gives where to go on."""
        at, source, action_of, has_ink = start, self.source, _ACTIONS.get, INK.search
        for name, first, last in tokens(self.markup, start, end):
            if first > at:
                if self._raw or self._hidden:
                    self._between(at, first)
                elif self._leaf or has_ink(source, at, first) or (self._link and first - at > 1):
                    self._text(at, first)
            if self._raw:
                self._raw = ""
            at = last
            if self._skip:
                self._skipped(name, first, last)
            action = action_of(name)
            if action is None:
                if last - first > len(name) + 2 and name[0] != "/":
                    self._plain_tag(name, first, last)
            elif not self._inert:
                action(self, name, first, last)
                if self.context.code and (passed := self._passed(last, end)):
                    return passed
        if at < end:
            self._between(at, end)
        return end

    def _between(self, start: int, end: int) -> None:
        if self._raw:
            self._raw_text(start, end)
        elif self._hidden:
            self._text_around(start, end)
        else:
            self._text(start, end)

    def _plain_tag(self, name: str, start: int, end: int) -> None:
        if name == COMMENT:
            self.comments.append(comment_content(self.source, start, end))
        elif name != DECLARATION and not self._inert:
            self._other(name, start, end)

    def _passed(self, start: int, end: int) -> int:
        """The end of the code from `start` that says nothing but its words; 0 when it is too short to gain by it."""
        if self._link or self._raw or self._skip:
            return 0
        found = _PLAIN_CODE.match(self.source, start, end)
        return found.end() if found and found.end() - start > _WORTH_PASSING else 0


Action = Callable[[Walk, str, int, int], None]


def _actions() -> dict[str, Action]:
    # A table of plain functions, not of bound methods: a walk that held itself would live until the collector came.
    actions: dict[str, Action] = {}
    for name in BLOCKS:
        actions[name] = Walk._start_block
        actions[f"/{name}"] = Walk._end_heading if name in HEADINGS else Walk._end_block
    for name in MARKS:
        actions[name] = Walk._start_mark
        actions[f"/{name}"] = Walk._end_mark
    for name in UNREAD:
        actions[name] = Walk._start_unread
    for name in RAW:
        actions[name] = Walk._start_raw
    for name in ("img", "image", "area", "frame", "source", "track", "embed", "ins"):
        actions[name] = Walk._addresses_of
    actions |= {
        "/p": Walk._end_p, "a": Walk._start_anchor, "/a": Walk._end_anchor, "br": Walk._line_break,
        "/br": Walk._line_break, "hr": Walk._rule, "title": Walk._start_title, "meta": Walk._start_meta,
        "link": Walk._start_link, "time": Walk._start_time, "html": Walk._start_html, "/html": Walk._rule,
        "/body": Walk._rule, "blockquote": Walk._cite, "del": Walk._cite, "q": Walk._start_quotation,
        "/q": Walk._end_quotation, "sup": Walk._start_raised, "template": Walk._start_template,
        "frameset": Walk._rule, "/time": Walk._end_time,
    }  # fmt: skip
    return actions


_ACTIONS = _actions()
