"""Quotations and the outlets named beside them → to which outlet, or in which, the words were said.

An outlet counts when the sentence around the marks says so: told it, in an interview with it, wrote in it, said on it.
When words of one outlet stand in an article pasted from another, that other one passes them on.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from provlint.extract.quotations.venues import sentence
from provlint.model.document import Block, Document
from provlint.model.facts import Link, Mention, Quotation
from provlint.text.patterns import lazy

_SPEECH = (
    r"said|says|saying|asked|spoke|speaks|speaking|talked|talking|wrote|writes|writing|written|posted|claimed|claims"
    r"|argued|argues|added|adds|stated|declared|explained|insisted|complained|commented|remarked|recalled|joked"
    r"|appeared|appears|appearing|testified|conceded|admitted|acknowledged|warned|predicted|confirmed|quipped"
)
_PLACE = (
    r"interviews?|op-eds?|columns?|essays?|articles?|appearances?|podcasts?|editorials?|commentar(?:y|ies)|conversation"
    r"|Q&A|comments|remarks|statement|letter|piece|town hall|blog post|call|emails?|e-mails?|profile|debate|documentary"
)
_WORDS = r"(?:[\w’'.-]+,? ){0,4}?"
_KIND = r"(?:[a-z-]+ ){0,3}"  # "the local newspaper", "state broadcaster"
_CHANNEL = r"(?:[Cc]hannel|[Pp]odcast|newspaper|magazine|broadcaster|daily|weekly|website|network)"
_ARTICLE = r"(?:the |The |an? |its |(?:[A-Z][\w.-]+ )?[A-Z][\w.-]+[’']s? )?"
_PERSON = r"(?:[\w’'.-]+ ){1,4}(?:of|from|at|for|with|on) "
#: What the text ends with before an outlet that words were told to.
_TOLD = lazy(rf"\b(?:told|tells|telling|informed) (?:{_PERSON})?{_ARTICLE}{_KIND}{_ARTICLE}[\"“‘'*_]*$")
#: What it ends with before an outlet that words were said in or on.
_IN = lazy(
    rf"\b(?:(?:{_SPEECH}) {_WORDS}(?:on|in|to|for|with)"
    rf"|(?:[Ii]n|[Dd]uring|from|for|of|on) (?:an?|his|her|their|the|that|its|another)"
    rf" (?:[\w’'.,-]+ ){{0,3}}?(?:{_PLACE}) {_WORDS}(?:with|on|in|for|to|by|from|at)"
    rf"|[Ww]riting (?:in|for)|[Ss]peaking (?:to|with|on)|(?:published|printed|quoted|aired) (?:in|by|on)"
    rf"|[Ii]nterviewed (?:by|on|in|for)|[Tt]o an? (?:[\w-]+ ){{0,2}}?{_CHANNEL}) {_ARTICLE}{_KIND}{_ARTICLE}[\"“‘'*_]*$"
)
_IN_A = lazy(
    r"\b(?:[Ii]n|[Oo]n|[Dd]uring|from|for|to) (?:an?|his|her|their|the|that|its|another)"
    r" (?:(?!after|before|of|from|by|in|on)[a-z\d-]+ ){0,2}$"
)
_ITS_PLACE = lazy(rf"(?:[’']s?)? (?:[\w’'-]+ ){{0,2}}?(?:{_PLACE})\b")
_OTHER_CUE = lazy(rf"\b(?:told|tells|{_SPEECH}|who|which|whose|according)\b")
_OTHER_CLAUSE = lazy(r"\b(?:after|when|before|while|who|whose|which|because|though|although|despite|until)\b")


def with_outlets(
    document: Document, quotations: tuple[Quotation, ...], mentions: Sequence[Mention], links: Iterable[Link]
) -> tuple[Quotation, ...]:
    """The quotations, those that were said to or in an outlet with its name and with who passed them on."""
    if not quotations or not mentions:
        return quotations
    starts = [mention.start for mention in mentions]
    block_starts = [block.start for block in document.blocks]
    told: dict[int, str] = {}
    for quotation in quotations:
        if quotation.kind == "term" or quotation.depth or quotation.turn or quotation.group in told:
            continue
        block = _block(document, block_starts, quotation)
        if block is None:
            continue
        near = mentions[bisect_right(starts, block.start - 1) : bisect_right(starts, block.end)]
        name = _outlet(block, quotation, near, quotations) if near else ""
        if name:
            told[quotation.group] = name
    if not told:
        return quotations
    sites = {link.url: link.address.source.outlet.name for link in links if link.address.source.outlet}
    return tuple(_named(one, told, sites) if one.group in told else one for one in quotations)


def _named(quotation: Quotation, told: dict[int, str], sites: dict[str, str]) -> Quotation:
    if quotation.kind == "term":
        return quotation
    outlet = told[quotation.group]
    nearest = quotation.sources[0] if quotation.sources else None
    site = sites.get(nearest.text, "") if nearest and nearest.scope == "header" else ""
    relay = quotation.relay or (site if site != outlet else "")
    return quotation._replace(outlet=outlet, relay=relay)


def _block(document: Document, starts: list[int], quotation: Quotation) -> Block | None:
    """The block whose words the quotation is part of; None for one that is a block or more itself."""
    at = bisect_right(starts, quotation.start) - 1
    block = document.blocks[at] if at >= 0 else None
    inside = block is not None and block.plain and block.start <= quotation.start and quotation.end <= block.end
    return block if inside else None


def _outlet(block: Block, quotation: Quotation, near: Sequence[Mention], quotations: Sequence[Quotation]) -> str:
    start, end = _plain(block, quotation.start), _plain(block, quotation.end - 1) + 1
    first, last = sentence(block.plain, start - 1, end + 1)
    speaker = quotation.speaker
    for mention in near:
        at, stop = _plain(block, mention.start), _plain(block, mention.end - 1) + 1
        if not (first <= at and stop <= last and (stop <= start or at >= end)):
            continue
        if speaker and mention.start <= speaker.start and speaker.end <= mention.end:
            return mention.name
        if _says(block.plain, (first, start, end), at, stop) and not _quoted(mention, quotations):
            return mention.name
    return ""


def _says(plain: str, around: tuple[int, int, int], at: int, stop: int) -> bool:
    """Whether the sentence says that the words between its marks were said to the outlet at `at:stop`, or in it."""
    first, start, end = around
    is_before = stop <= start
    begin = first if is_before else end
    before = plain[max(begin, at - 120) : at].replace("\u00a0", " ").replace("\n", " ").replace("’", "'")
    if before.lower().endswith("the "):
        before = before[:-4]
    found = _TOLD.search(before)
    if found:
        between = plain[stop:start] if is_before else before[: found.start()]
        return _OTHER_CUE.search(between) is None
    found = _IN.search(before) or (_ITS_PLACE.match(plain, stop) and _IN_A.search(before))
    return found is not None and (is_before or _OTHER_CLAUSE.search(before) is None)


def _quoted(mention: Mention, quotations: Sequence[Quotation]) -> bool:
    return any(
        one.kind not in ("term", "excerpt", "block") and one.start <= mention.start < one.end for one in quotations
    )


def _plain(block: Block, offset: int) -> int:
    """Where the source's `offset` stands in the block's words; the nearest place before it for what is none of them."""
    if not block.runs:
        return offset - block.start
    at = max(0, bisect_right(block.runs, offset, key=lambda run: run.start) - 1)
    run = block.runs[at]
    length = (block.runs[at + 1].at if at + 1 < len(block.runs) else len(block.plain)) - run.at
    return run.at + max(0, min(offset - run.start, length))
