"""Document → mojibake: UTF-8 that was read as Windows-1252 or Latin-1 ("â€™" for "’"), and characters lost for good.

What counts is what decodes again, as in ftfy (Speer 2019); and as there, sequences that also occur in honest text (a
capital with an accent before a closing quotation mark, "à" before a guillemet) need more to speak against them.
"""

import re

from provlint.extract.spans import running_text
from provlint.model.document import Document
from provlint.model.facts import Passage
from provlint.text.characters import beyond_ascii
from provlint.text.patterns import lazy

# Byte → character, as Windows-1252 gives it; what it leaves out, as Latin-1 does.
_CHARACTERS = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
_BYTES = {ord(character): byte for byte, character in enumerate(_CHARACTERS)} | {byte: byte for byte in range(128, 160)}
_AFTER = "".join(map(re.escape, _CHARACTERS[0x80:0xC0])) + "\x80-\x9f"
_SEQUENCE = rf"[Â-ß][{_AFTER}]|[à-ï][{_AFTER}]{{2}}|[ð-ô][{_AFTER}]{{3}}"
# Nearly every document is done after the first, looked for among the few characters that are not ASCII.
_LEAD = lazy("[Â-ô\ufffd]")
_HINT = lazy(f"[Â-ô][{_AFTER}]|\ufffd")
_GARBLED = lazy(rf"(?>(?:{_SEQUENCE})+)")
_BLANK = lazy(r"\n\s*\n|\r\r")
_LOST = lazy(r"(?<=[^\W\d_])\ufffd++(?=[^\W\d_])")
_SURE = lazy(r"â[€‚ƒ„†‡ˆ‰Š‹Œ\x80-\x8c]|ï»¿|ð[Ÿ\x9f]|Ã[¢ƒ\x83][\u0080-\uffff]")
_PUNCTUATION = frozenset("“”‘’«»‹›…–—• \u00a0")


def mojibake(document: Document) -> list[Passage]:
    """The garbled runs in running text, one for each paragraph; their evidence says what they stand for."""
    source = document.source
    if not (_LEAD.search(beyond_ascii(source)) and _HINT.search(source)):
        return []
    found = [(run, _meant(source, run)) for run in _GARBLED.finditer(source)]
    told = [
        Passage("mojibake", run.start(), run.end(), f"“{run[0]}” stands for “{meant}”") for run, meant in found if meant
    ]
    if "\ufffd" in source:
        told += [
            Passage("mojibake", run.start(), run.end(), "a character was lost and replaced by “\ufffd”")
            for run in _LOST.finditer(source)
        ]
    if not told:
        return []
    inside = running_text(document)
    return _first_of_paragraphs(source, sorted(passage for passage in told if inside.cover(passage.start)))


def _meant(source: str, run: re.Match[str]) -> str:
    """What a run stands for, or "" if it may be honest text."""
    text = run[0]
    try:
        meant = bytes(_BYTES[ord(character)] for character in text).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return ""
    if _SURE.match(text):
        return meant if not meant.isspace() else "a space"
    if len(meant) > 1 and all(character.isalpha() or character in _PUNCTUATION for character in meant):
        return meant
    if text[0] not in "ÂÃ" or len(text) != 2:
        return ""
    before = source[run.start() - 1 : run.start()]
    if text[1] in _PUNCTUATION and (before.isupper() or (text[0] == "Ã" and not before.islower())):
        return ""  # "AMANHÃ”" is a word and a quotation mark
    return meant if not meant.isspace() else "a space"


def _first_of_paragraphs(source: str, found: list[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for passage in found:
        if not kept or _BLANK.search(source, kept[-1].end, passage.start):
            kept.append(passage)
    return kept
