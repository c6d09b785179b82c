"""Where inline markup may start and end: the "inline markup recognition rules" of reStructuredText.

A start-string stands at the beginning of the text or after white space, an opening bracket or quotation mark, or a
delimiter; an end-string before white space, a closing bracket or quotation mark, or punctuation. Beyond ASCII the
Unicode categories decide, as the specification has it.
"""

from unicodedata import category

from provlint.text.patterns import lazy

_BEFORE = frozenset("'\"([{<-/:")
_BEFORE_CATEGORIES = frozenset(("Ps", "Pi", "Pf", "Pd", "Po"))
_AFTER_CATEGORIES = frozenset(("Pe", "Pi", "Pf", "Pd", "Po"))
#: Pairs that say a sign between them is quoted: `"*"` is no start of emphasis.
_PAIRS = frozenset((
    '""', "''", "()", "[]", "{}", "<>", "\u201c\u201d", "\u2018\u2019", "\u00ab\u00bb", "\u00bb\u00ab", "\u2039\u203a",
    "\u203a\u2039", "\u201e\u201c", "\u201e\u201d", "\u201a\u2018", "\u201a\u2019", "\u201d\u201d", "\u2019\u2019",
    "\u00bb\u00bb", "\u203a\u203a", "\u3008\u3009", "\u300a\u300b", "\u300c\u300d", "\u300e\u300f", "\u3010\u3011",
    "\uff08\uff09", "\uff3b\uff3d", "\uff5b\uff5d",
))  # fmt: skip

#: A simple reference name: letters and digits with single marks inside.
NAME = r"[^\W_]++(?>(?:[-._+:][^\W_]++)*)"
#: What must follow an end-string; of characters beyond ASCII only `may_follow` can tell.
AFTER = r"(?=[\s\x00'\")\]}>\-/:.,;!?\\]|[^\x00-\x7f]|\Z)"

#: Any sign that may begin inline markup or end a reference. Each alternative begins with a letter of its own: only then
#: does the search skip to the next candidate, five times as fast.
SIGN = lazy(
    rf"\*\*(?!\s)|\*(?![\s*])|``(?!\s)|\|(?![\s|])|_`(?!\s)|`(?![\s`])"
    rf"|\[(?P<note>[0-9]++(?=\])|\#(?:{NAME})?|\*|(?P<key>{NAME}))\]_{AFTER}"
    rf"|_(?<=[^\W_]_)_?+{AFTER}"
)
#: The end-strings by their start-strings.
ENDS = {
    "*": lazy(rf"\*(?<![\s\x00]\*){AFTER}"),
    "**": lazy(rf"\*\*(?<![\s\x00]\*\*){AFTER}"),
    "``": lazy(rf"``(?<!\s``){AFTER}"),
    "_`": lazy(rf"`(?<![\s\x00]`){AFTER}"),
    "|": lazy(rf"\|(?<![\s\x00]\|)(?P<reference>_{{0,2}}){AFTER}"),
    "`": lazy(rf"`(?<!(?<!\x00)[\s\x00]`)(?::(?P<role>{NAME}):)?(?P<reference>__?)?{AFTER}"),
}
_JOINTS = "-._+:"


def may_precede(char: str) -> bool:
    """Whether a start-string may stand after this character."""
    return char in _BEFORE or char.isspace() or (char > "\x7f" and category(char) in _BEFORE_CATEGORIES)


def may_follow(string: str, at: int) -> bool:
    """Whether the character at `at`, which `AFTER` has let pass, may stand after an end-string."""
    if at >= len(string) or string[at] < "\x80":
        return True
    return string[at].isspace() or category(string[at]) in _AFTER_CATEGORIES


def is_quoted(string: str, start: int, end: int, low: int) -> bool:
    """Whether the start-string at `string[start:end]` is quoted or the last thing; `low` is where the text begins."""
    if start <= low:
        return False
    return end >= len(string) or string[start - 1] + string[end] in _PAIRS


def name_start(string: str, end: int, low: int) -> int:
    """Where the longest simple name that ends at `end` begins, `low` at the earliest; `end` when there is none."""
    at = end
    while True:
        start = at
        while start > low and string[start - 1].isalnum():
            start -= 1
        if start == at:
            return start + 1 if at < end else end
        if not (start - 1 > low and string[start - 1] in _JOINTS and string[start - 2].isalnum()):
            return start
        at = start - 1
