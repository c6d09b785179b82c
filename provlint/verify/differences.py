"""The gaps between a part and its place → edits: which differences nobody marked, which are typography."""

from typing import NamedTuple

from provlint.model.matches import MatchEdit
from provlint.model.words import MatchEditKind
from provlint.verify.brackets import PRONOUNS, definite, renamed, turns
from provlint.verify.incises import is_incise
from provlint.verify.place import NARRATION, Gap, Place
from provlint.verify.quotation import Part, QuotedWord
from provlint.verify.sameness import same
from provlint.verify.source import SourceIndex
from provlint.verify.voices import Voices

_NAMED = 3  # words before a part that an insertion may stand for
_SHOWN = 30  # words of an edit that are shown


class Differences(NamedTuple):
    """The edits of one part, and how many words were changed with nothing to show it."""

    edits: tuple[MatchEdit, ...]
    changed: int
    turned: str = ""  # why a bracket changes what is said


class _Insertion(NamedTuple):
    at: int  # the number of plain words before it
    words: tuple[QuotedWord, ...]


def differences(text: str, part: Part, place: Place, index: SourceIndex, voices: Voices, language: str) -> Differences:
    """How a part of the quotation `text` differs from the words at its place."""
    plain = [word for word in part.words if not word.inserted]
    insertions = _insertions(part)
    gaps = [_fitted(gap, index, insertions) for gap in place.gaps]
    edits: list[MatchEdit] = []
    changed, turned = 0, ""
    for gap in gaps:
        here = [word.form for word in plain[gap.first : gap.last]]
        there = index.forms[gap.begin : gap.end]
        own = [one for one in insertions if gap.first <= one.at <= gap.last]
        insertions = [one for one in insertions if one not in own]
        inserted = [word for one in own for word in one.words]
        broken = any(word.stem or word.tail for one in own for word in one.words)
        if not broken and (same(here, there) or (not here and _unsaid(gap, index, voices, language))):
            edits += [_inserted(text, one) for one in own]
            turned = turned or next((why for one in own if (why := _turns(one, []))), "")
            continue
        marked = bool(inserted) and not here and all(_kept(word, there) for word in inserted)
        if marked:
            turned = turned or turns([word.form for word in inserted], there)
            written = text[inserted[0].start : inserted[-1].end]
            turned = turned or renamed(written, index.text(gap.begin, gap.end))
        else:
            changed += max(len(here), len(there))
        words = sorted([*inserted, *plain[gap.first : gap.last]], key=lambda word: word.start)
        edits.append(_edit(text, words, _before(plain, gap.first), index.text(gap.begin, gap.end, _SHOWN), marked))
    for one in insertions:
        replaced = _stood_for(one, plain, place, index)
        marked = all(_kept(word, replaced.casefold().split()) for word in one.words)
        changed += 0 if marked else len(one.words)
        edits.append(_edit(text, list(one.words), one.words[0].start, replaced, marked))
        turned = turned or _turns(one, []) or renamed(text[one.words[0].start : one.words[-1].end], replaced)
    return Differences(tuple(sorted(edits, key=lambda edit: edit.start)), changed, turned)


def _kept(word: QuotedWord, there: list[str]) -> bool:
    """Whether what stands outside the brackets of a word begins or ends one of the source's; no such part is kept."""
    if not word.stem and not word.tail:
        return True
    return any(form.startswith(word.stem) and form.endswith(word.tail) for form in there)


def _turns(insertion: _Insertion, replaced: list[str]) -> str:
    return turns([word.form for word in insertion.words], replaced)


def _stood_for(insertion: _Insertion, plain: list[QuotedWord], place: Place, index: SourceIndex) -> str:
    """The page's words that an insertion at an end of a part stands for: a pronoun, or what begins or ends there."""
    if place.gaps and (place.gaps[0].first == insertion.at or place.gaps[-1].last == insertion.at):
        return ""
    if any(word.stem or word.tail for word in insertion.words):
        return _broken(insertion, plain, place, index)
    if insertion.at == 0:
        block = index.starts[index.block_number(place.first)]
        first = place.first
        while first > block and place.first - first < _NAMED and not index.between(first).strip():
            first -= 1
        return _noun_phrase(
            index.text(first, place.first), at_start=first == block or bool(index.between(first).strip())
        )
    if insertion.at == len(plain) and place.last < len(index) and not index.between(place.last).strip():
        return index.text(place.last, place.last + 1) if index.forms[place.last] in PRONOUNS else ""
    return ""


def _broken(insertion: _Insertion, plain: list[QuotedWord], place: Place, index: SourceIndex) -> str:
    """The word of the page, next to an end of a part, of which one with brackets in it is another form."""
    if insertion.at == 0 and place.first and index.between(place.first).isspace():
        return index.text(place.first - 1, place.first)
    if insertion.at == len(plain) and place.last < len(index) and index.between(place.last).isspace():
        return index.text(place.last, place.last + 1)
    return ""


def _noun_phrase(words: str, *, at_start: bool) -> str:
    """The pronoun that words end in; all of them where a sentence begins with them and they name something."""
    last = words.rpartition(" ")[2]
    if last.lower() in PRONOUNS:
        return last
    return words if at_start and definite(words) else ""


def _insertions(part: Part) -> list[_Insertion]:
    found: list[_Insertion] = []
    count, inside = 0, False
    for word in part.words:
        if not word.inserted:
            count, inside = count + 1, False
        elif inside:
            found[-1] = found[-1]._replace(words=(*found[-1].words, word))
        else:
            found.append(_Insertion(count, (word,)))
            inside = True
    return found


def _fitted(gap: Gap, index: SourceIndex, insertions: list[_Insertion]) -> Gap:
    """The gap where an insertion stands for it: words that repeat leave open which of them are missing."""
    if gap.first != gap.last or any(one.at == gap.first for one in insertions):
        return gap
    spots = {one.at for one in insertions}
    moved = gap
    for _ in range(gap.end - gap.begin + 1):
        if moved.first == 0 or index.forms[moved.begin - 1] != index.forms[moved.end - 1]:
            break
        moved = Gap(moved.first - 1, moved.last - 1, moved.begin - 1, moved.end - 1)
        if moved.first in spots:
            return moved
    moved = gap
    for _ in range(gap.end - gap.begin + 1):
        if moved.end >= len(index) or index.forms[moved.begin] != index.forms[moved.end]:
            break
        moved = Gap(moved.first + 1, moved.last + 1, moved.begin + 1, moved.end + 1)
        if moved.first in spots:
            return moved
    return gap


def _unsaid(gap: Gap, index: SourceIndex, voices: Voices, language: str) -> bool:
    """Whether the page's words in a gap are not the speaker's: "she said" between two pieces, a caption, a note."""
    if gap.begin == 0 or gap.end >= len(index):
        return False
    before, after = voices.utterance(gap.begin - 1), voices.utterance(gap.end)
    count = gap.end - gap.begin
    if before and after and before != after and count <= NARRATION:
        told = all(voices.utterance(word) is None for word in (gap.begin, gap.end - 1))
        return told and not voices.says_more(gap.begin, gap.end)
    if index.block_number(gap.begin - 1) == index.block_number(gap.end) and count <= NARRATION:
        between = index.page.text[index.span(gap.begin - 1)[1] : index.span(gap.end)[0]]
        if is_incise(between, count, language):
            return True
    whole = index.block_number(gap.begin) != index.block_number(gap.begin - 1) and (
        index.block_number(gap.end) != index.block_number(gap.end - 1)
    )
    if whole and index.block(gap.begin).region != index.block(gap.begin - 1).region:
        return True
    if count == 1 and index.forms[gap.begin].isdigit():
        start, end = index.span(gap.begin)
        return index.page.text[start - 1 : start] == "[" and index.page.text[end : end + 1] == "]"
    return False


def _before(plain: list[QuotedWord], number: int) -> int:
    """Where words are missing from the quotation that would stand before this one."""
    return plain[number - 1].end if number else (plain[0].start if plain else 0)


def _inserted(text: str, insertion: _Insertion) -> MatchEdit:
    return _edit(text, list(insertion.words), insertion.words[0].start, "", True)


def _edit(text: str, words: list[QuotedWord], at: int, source: str, marked: bool) -> MatchEdit:
    start, end = (words[0].start, words[-1].end) if words else (at, at)
    if marked and text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        start, end = start - 1, end + 1
    # Brackets that stand inside a word are shown with their partners.
    start -= text[start - 1 : start] == "[" and text.count("]", start, end) > text.count("[", start, end)
    end += text[end : end + 1] == "]" and text.count("[", start, end) > text.count("]", start, end)
    quoted = " ".join(text[start:end].split())
    kind: MatchEditKind = "replaced" if quoted and source else "added" if quoted else "dropped"
    return MatchEdit(kind, quoted, source, start, end, marked)
