"""Stretches of a page whose words nobody reads: controls, drawings, what is hidden, the content of templates."""

from provlint.text.html_tokens import is_self_closing


class Unread:
    """Knows whether such a stretch is open; a page's walk builds on it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._skip = ""  # the element that is not read; "" for none
        self._skip_count = 0  # how often it is open inside itself
        self._skip_depth = 0  # how many blocks were open where it began
        self._skip_start = -1
        self._inert = False  # not even its addresses count

    @property
    def depth(self) -> int:
        """How many block elements are open."""
        raise NotImplementedError

    def _start_skip(self, name: str, start: int) -> None:
        if not self._skip:
            self._skip, self._skip_count, self._skip_depth, self._skip_start = name, 1, self.depth, start

    def _skipped(self, name: str, start: int, end: int) -> None:
        """A tag inside unread words: it may end them."""
        if name == self._skip:
            self._skip_count += not (name == "svg" and is_self_closing(self.source, start, end))
        elif name[0] == "/" and name[1:] == self._skip:
            self._skip_count -= 1
            if self._skip_count == 0:
                self._leave_skip()

    def _leave_skip(self) -> None:
        self._skip, self._inert = "", False
