"""Words of a document → Markdown in which nothing comes alive: no link, image, tag, mention or issue reference.

Backslashes do not do: GitHub and GitLab look for @names, #1, commit numbers and bare addresses in the rendered text and
leave only code alone. So whatever is not known to be a plain word stands in a code span.
"""

import re
from itertools import groupby

from provlint.report.commands import inert
from provlint.text.visible import visible

_PLAIN = re.compile(
    r"""["'“”‘’„«»(]* (?: [0-9]+\.[0-9]+ | [^\W_]+ (?: ['’,/–-] [^\W_]+ )* ) ["'“”‘’«»…).,;:!?%]* | [—–…]""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\bgh-[0-9]|\b[0-9a-f]{7,}\b", re.IGNORECASE)  # GitHub's GH-1, a commit
_BACKTICKS = re.compile("`+")


def prose(text: str) -> str:
    """A sentence in one line, its plain words as they are and all else in code spans."""
    runs = groupby(text.split(), key=lambda word: bool(_PLAIN.fullmatch(word)) and not _REFERENCE.search(word))
    return " ".join(" ".join(words) if plain else _odd(" ".join(words)) for plain, words in runs)


def _odd(words: str) -> str:
    """Words in a code span, the mark that ends their sentence or clause after it."""
    bare = words.rstrip(".,;:")
    return code(bare) + words[len(bare) :] if bare else code(words)


def code(text: str) -> str:
    """The text as one code span in one line; "" for none."""
    text = inert(visible(" ".join(text.split())))
    if not text:
        return ""
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
