"""The words of English: what is a word, what is a common one, what a longer word begins with.

The table's text is searched as it stands, by halves: a look-up costs some microseconds, and nothing is built for the
few words that most documents ask for.
"""

_HEADER = "\nword\n"
_BETWEEN = "\n# the rest\n"  # the common words stand before it, sorted, the others after it, sorted too


class Words:
    """Every question is about a word in lower case."""

    def __init__(self, text: str, added: list[str], *, replaces: bool = False) -> None:
        """`text` is the shipped table; `added` are the user's words, which with `replaces` stand in its place."""
        begin = text.index(_HEADER) + len(_HEADER) - 1
        self._text = _BETWEEN if replaces else text[begin:]
        self._added = frozenset(word.lower() for word in added)
        self._common_end = self._text.index(_BETWEEN)
        self._rest = self._common_end + len(_BETWEEN) - 1
        self._known: dict[str, bool] = {}
        #: What a document had between its spaces and nothing was to be found in, kept from one document to the next.
        self.unremarkable: set[str] = set()

    def has(self, word: str) -> bool:
        """Whether it is a word."""
        known = self._known.get(word)
        if known is None:
            known = word in self._added or self.is_common(word) or self._finds(f"\n{word}\n", self._rest, None)
            self._known[word] = known
        return known

    def is_common(self, word: str) -> bool:
        """Whether it is one of the 20,000 commonest words."""
        return self._finds(f"\n{word}\n", 0, self._common_end)

    def begins_common(self, letters: str) -> bool:
        """Whether one of those is longer and begins with `letters`."""
        return self._begins(letters, 0, self._common_end)

    def begins(self, letters: str) -> bool:
        """Whether some longer word begins with `letters`."""
        return self.begins_common(letters) or self._begins(letters, self._rest, None)

    def _begins(self, letters: str, low: int, high: int | None) -> bool:
        at = self._place(f"\n{letters}\v", low, high)  # after the word itself, before any longer one
        return self._text.startswith(f"\n{letters}", at) and at < (high or len(self._text))

    def _finds(self, line: str, low: int, high: int | None) -> bool:
        return self._text.startswith(line, self._place(line, low, high))

    def _place(self, line: str, low: int, high: int | None) -> int:
        """Where a line stands between two line ends, or the first one after it; a longer word follows its beginning."""
        text = self._text
        high = len(text) - 1 if high is None else high
        while low < high:
            middle = text.rfind("\n", low, (low + high) // 2 + 1)
            if middle < 0:
                middle = low
            after = text.find("\n", middle + 1)
            if text[middle : after + 1] < line:
                low = after
            else:
                high = middle
        return low
