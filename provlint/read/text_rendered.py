"""The source of one paragraph → its rendered words: broken lines joined, each line without its indentation."""

from provlint.model.document import Run
from provlint.text.patterns import lazy

_BLANK = lazy(r"\s++")
_BLANK_OR_MARKS = lazy(r"[\s>]++")


def rendered(source: str, text: str, start: int, end: int, quoted: bool = False) -> tuple[str, tuple[Run, ...]]:
    """The words of `source[start:end]`, which opens and closes with ink, and the runs that map them; () if they are it.

    A line break with the white space around it becomes one LF, as the Markdown reader writes a soft break. `text` is
    the source with plain line ends; `quoted` says that ">" marks may open the lines.
    """
    parts: list[str] = []
    runs: list[Run] = []
    at, last = 0, start
    line_end = text.find("\n", start, end)
    opening = _BLANK_OR_MARKS if quoted else _BLANK
    while line_end >= 0:
        found = opening.match(text, line_end, end)
        after = found.end() if found else line_end + 1
        here = line_end
        while text[here - 1].isspace():  # at most back to the ink that the last line break stopped at
            here -= 1
        if after - here > 1 or source[here] == "\r":
            parts += source[last:here], "\n"
            runs += Run(at, last, here), Run(at + here - last, here, after)
            at, last = at + here - last + 1, after
        line_end = text.find("\n", after, end)
    if not runs:
        return source[start:end], ()
    parts.append(source[last:end])
    runs.append(Run(at, last, end))
    return "".join(parts), tuple(runs)
