"""Prose → phrases that hide who, when or where: vague attribution, unnamed sources, times without a date, open marks.

Vague attribution follows Wikipedia's "Manual of Style/Words to watch" (unsupported attributions) and Ganter and Strube,
"Finding Hedges by Chasing Weasels" (2009); who is an unnamed source is told by the subject of a reporting verb.
"""

import re
from collections.abc import Iterable, Iterator

from provlint.extract.claims.prose import Prose
from provlint.extract.claims.sources import Sources
from provlint.extract.claims.times import TIME_WORDS, is_undated, times
from provlint.extract.claims.unnamed import PERSON_WORDS, may_name_none, unnamed_sources
from provlint.extract.claims.word_sets import word_set
from provlint.model.document import Block, Document
from provlint.model.facts import Phrase
from provlint.model.words import PhraseKind
from provlint.text.patterns import lazy

_MIND = (
    r"(?:argue|believe|say|claim|think|feel|suggest|consider|contend|maintain|assert|speculate|suspect"
    r"|(?<!some\s)(?:fear|worry)|agree"
    r"|assume|allege|insist)"
)
_MINDED = (
    r"(?:argued|believed|said|claimed|thought|suggested|contended|maintained|asserted|speculated|feared|worried"
    r"|assumed"
    r"|alleged|insisted)"
)
_KNOWN = (
    r"(?:said|believed|thought|argued|claimed|rumou?red|alleged|speculated|assumed|suggested|held|feared|suspected"
    r"|understood|acknowledged|accepted|agreed|considered|regarded)"
)
_GENERIC = (
    r"(?:critics|observers|commentators|experts|pundits|analysts|scholars|historians|scientists|skeptics|sceptics"
    r"|opponents|supporters|proponents|detractors|fans|people)"
)
_OFTEN = r"(?:often|widely|commonly|generally|sometimes|also|long|frequently|usually|popularly|universally)"
_NO_VIEW = r"(?!the\b|a\b|an\b|to\b|about\b|for\b|in\b|on\b|with\b|of\b|like\b|yes\b|no\b|goodbye\b|their\b)"
_WEASEL = lazy(
    r"\b(?=[abcimnorstvw])(?:"  # the letters that what follows opens with
    rf"one\s(?:can|could|may|might)\s(?:well\s|even\s|also\s)?(?:argue|say|claim|assume|think|suggest|object)\b"
    rf"|it\s(?:is|was|has\sbeen|can\sbe|could\sbe|might\sbe|may\sbe)\s(?:{_OFTEN}\s)?{_KNOWN}\s(?:that|to\b"
    rf"|by\ssome|by\smany)"
    rf"|(?:some|many|most|several|numerous|certain|a\snumber\sof|various)\s(?:{_GENERIC}\s)?"
    rf"(?:(?:would|might|also|now|still|even|may|often)\s){{0,2}}(?:{_MIND}"
    rf"|have\s(?:{_OFTEN}\s)?{_MINDED})\s{_NO_VIEW}"
    rf"|there\sare\s(?:those|some|many)\swho\s{_MIND}\b"
    r"|(?:is|are|was|were|been)\s(?:widely|commonly|generally|often|popularly|universally)"
    r"\s(?:regarded|considered|believed|seen|viewed|thought|held|acknowledged|recogni[sz]ed)\s(?:as|to|that)\b"
    r"|(?:^|(?<=[,;:—]\s)|(?<=\bthat\s))(?:(?:recent|many|some|several|numerous|most)\s)?(?:studies|research)"
    r"\s(?:(?:has|have)\s)?(?:shown?|shows|suggests?|suggested|proven?|proves?|demonstrated?|demonstrates?|indicates?"
    r"|(?<=have\s)found|(?<=has\s)found)\b(?!\s(?:by|in|below)))"
    rf"|^(?:[\w-]+,\s)?(?:critics|observers|commentators|pundits|skeptics|sceptics|opponents|detractors)\s"
    rf"(?:(?:also|often)\s)?(?:{_MIND}|have\s(?:{_OFTEN}\s)?{_MINDED})\b",
    re.IGNORECASE,
)
#: What stands before a quantifier that only floats in another's predicate: "we could probably most agree".
_FLOATS = lazy(
    r"\b(?:can|could|will|would|may|might|should|must|do|does|did|we|you|they|us)\s(?:\w+ly\s)?\Z", re.IGNORECASE
)
_WEASEL_WORDS = word_set(
    "it one some many most several numerous certain number various widely commonly generally often popularly",
    "universally critics observers commentators pundits skeptics sceptics opponents detractors studies research",
    "those",
)
_WEASEL_VERBS = word_set(
    "said believed thought argued claimed rumored rumoured alleged speculated assumed suggested held feared suspected",
    "understood acknowledged accepted agreed considered regarded argue believe say claim think feel suggest consider",
    "contend maintain assert speculate suspect fear worry agree assume allege insist contended maintained asserted",
    "worried insisted object seen viewed recognized recognised show shows shown suggests prove proves proven",
    "demonstrate demonstrates demonstrated indicate indicates found proved",
)
_ANY = _WEASEL_VERBS | PERSON_WORDS
_ANY_OR_TIME = _ANY | TIME_WORDS
_OPEN_MARK = lazy(
    r"(?=[\[({tfx])(?:"  # the signs that what follows opens with
    r"\[(?:citations?|sources?|refs?|references?|cites?)\s?(?:is\s|are\s)?(?:needed|required|missing|\?)\??\]"
    r"|\((?:citations?|sources?|refs?|references?)\s(?:needed|required|missing)\)"
    r"|\[(?:cn|citation|who\?|when\?|where\?|which\?|by whom\?|according to whom\?|clarification needed"
    r"|dubious(?:\s?[–-]\s?discuss)?|verification needed|"
    r"unreliable source\?|better source needed|not in citation given|original research\?|source\?|ref\?|cite\?"
    r"|weasel words|attribution needed)\]"
    r"|\{\{\s?(?:cn|fact|citation needed|cite needed|who|when|by whom|dubious|clarify)\s?(?:\|[^{}\n]{0,100})?\}\}"
    r"|\[?\b(?:TODO|FIXME|TK|XXX):?\s(?:add\s|find\s|insert\s|needs?\s)?(?:a\s)?(?:cite|citation|source|reference"
    r"|ref)\b\]?)",
    re.IGNORECASE,
)
_LOOK_BACK = 30
_OPEN_SIGNS = ("[", "{{", "needed", "TODO", "TK", "FIXME", "XXX", "required)", "missing)")


def phrases(document: Document, blocks: Iterable[Prose], sources: Sources) -> tuple[Phrase, ...]:
    """The phrases in source order; what stands between quotation marks is another's and left out."""
    undated = is_undated(document)
    found: list[Phrase] = []
    for prose in blocks:
        found += _open_marks(prose)
        is_dateless = undated and _is_own(document, prose.block)
        cues = _ANY_OR_TIME if is_dateless else _ANY
        if prose.lacks(cues):
            continue
        for at, words in enumerate(prose.words):
            if cues.isdisjoint(words):
                continue
            start, end = prose.spans[at]
            for kind, first, last in _matches(prose.plain[start:end], words, is_dateless):
                sourced = bool(sources.within(*prose.zone(at), "sentence"))
                found.append(Phrase(kind, *prose.block.place(start + first, start + last), sourced))
    return tuple(sorted(found, key=lambda phrase: (phrase.start, phrase.end)))


def _matches(text: str, words: list[str], undated: bool) -> Iterator[tuple[PhraseKind, int, int]]:
    """Kind and place in a sentence of each phrase; `undated` asks for times. Words are looked at before forms are."""
    if not _WEASEL_VERBS.isdisjoint(words) and not _WEASEL_WORDS.isdisjoint(words):
        for found in _WEASEL.finditer(text):
            if found[0][0] in "sm" and _FLOATS.search(text, max(0, found.start() - _LOOK_BACK), found.start()):
                continue
            yield "weasel", found.start(), found.start() + len(found[0].rstrip())
    if may_name_none(text, words):
        for start, end in unnamed_sources(text):
            yield "anonymous-source", start, end
    if undated and not TIME_WORDS.isdisjoint(words):
        for start, end in times(text):
            yield "undated-time", start, end


def _open_marks(prose: Prose) -> Iterator[Phrase]:
    """Marks that ask for a source and were left standing, outside code and links."""
    block = prose.block
    plain = block.plain
    for sign in _OPEN_SIGNS:  # plain searches, each many times as fast as one expression of all
        if sign in plain:
            break
    else:
        return
    code = [(mark.start, mark.end) for mark in block.marks if mark.kind in ("code", "math", "link")]
    for found in _OPEN_MARK.finditer(plain):
        if not any(start <= found.start() < end for start, end in code):
            yield Phrase("citation-needed", *block.place(*found.span()))


def _is_own(document: Document, block: Block) -> bool:
    """Whether the words are the document's own: a comment or a pasted post has its own date, or none to give."""
    parent = block.parent
    return not block.author and (parent < 0 or document.blocks[parent].kind == "list-item")
