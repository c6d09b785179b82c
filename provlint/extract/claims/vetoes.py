"""Why a sentence makes no claim that would need a source, however many figures stand in it; "" when nothing speaks so.

What is left out follows the schema of Konstantinovskiy et al. 2021 (personal experience, predictions, imperatives,
hypotheses) and what a citation is not asked for in Wikipedia's "When to source material" (what is plain, the text's own
contents, examples worked out).
"""

import re

from provlint.extract.claims.signs import Signs
from provlint.extract.claims.word_sets import word_set
from provlint.text.patterns import lazy

_PARTS = r"(?:figures?|fig\.?|tables?|charts?|chapters?|appendix|equations?|steps?|example|listing|exhibit|slides?)"
_FORMS = {
    "own contents": lazy(
        rf"\b{_PARTS}\s(?:\d|[A-Z]\b)|\b(?:as shown|shown|see|listed|described|discussed|mentioned"
        rf"|noted)\s(?:above|below|here|earlier)\b"
        r"|\b(?:charts?|tables?|figures?|graphs?|images?|photos?|maps?|diagrams?)\s(?:below|above|at (?:left|right))\b"
        r"|\bin this (?:chapter|section|article|post|paper|guide|tutorial|page|document|blog|book|report|series"
        r"|review)\b"
        r"|\bthis (?:chapter|section|article|post|paper|guide|tutorial|page|document|blog|book|review|webinar"
        r"|session|event|course|workshop)\b",
        re.IGNORECASE,
    ),
    "worked example": lazy(
        r"\b(?:for example|for instance|e\.g\.|suppose|imagine|let[’']s say|say,|assum(?:e|es|ing|ed)"
        r"|hypothetical(?:ly)?|in this (?:example|case|scenario)|consider)\b"
        r"|\bsample size\b|\bmargin of error\b|\bconfidence (?:interval|level)\b|\bp\s?[<=]\s?0?\.\d",
        re.IGNORECASE,
    ),
    "hypothesis": lazy(
        r"^(?:\W*)(?:if|when|whenever|unless|whether|once|should)\b|\bif\s(?:the|a|an|you|it|they|all|every|any"
        r"|no)\b",
        re.IGNORECASE,
    ),
    "plan": lazy(
        r"\b(?=[aceghimnopstuw])"  # the letters that what follows opens with, here and below
        r"(?:will|shall|would|could|should|must|may|might|can|cannot|won[’']t|to be (?:held|launched|built)"
        r"|plans? to|planned|hopes? to|aims? to|intends? to|expects? to|(?:is|are|was|were) (?:expected|scheduled"
        r"|set|slated|likely|going|supposed|required|allowed|designed|meant|encouraged|due) to|needs? to|ha(?:s"
        r"|ve) to|ought to|goal|target|upcoming|proposed?|proposal)\b|[’'](?:ll|d)\b"
    ),
    "first person": lazy(
        r"\b(?:I|[Ww]e|[Uu]s|[Mm]y|[Oo]ur|[Oo]urs|me|ourselves|myself|mine)\b(?!\.)|\b(?:I|[Ww]e)[’']"
    ),
    "address": lazy(r"\b(?:you|your|yours|you[’']re|you[’']ve|yourself)\b", re.IGNORECASE),
    "definition": lazy(
        r"\b(?:is|are) (?:defined as|expressed as|(?:calculated|computed) (?:as|by)|known as|called|referred to as)\b"
        r"|\b(?:refers to|stands for|is short for"
        r"|by definition|means that|consists of|is a (?:type|kind|form|set|method|process|technique|tool|term"
        r"|measure|way) )\b",
        re.IGNORECASE,
    ),
    "version or code": lazy(
        r"[{}|\\<>]|=\s?\d|\(\)(?<=\w..)|\b(?=[v\d])(?:v(?:ersion)?\s?\d+(?:\.\d+)*\b|\d+\.\d+\.\d+\b"
        r"|\d+\s?(?:px|pt|em|dpi|ms|kb|mb|gb|kbps|mbps|ghz)\b|0x[0-9a-f])",
        re.IGNORECASE,
    ),
    "appointment": lazy(
        r"\b(?=[\dacdenprstw])(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|(?:editor[’']s note|register"
        r"|rsvp|deadline|agenda|registration|subscribe|newsletter"
        r"|ticket|prize|prizes|award|awarded|winners?|contest)\b|\d{3}[-. ]\d{3}[-. ]\d{4}\b)",
        re.IGNORECASE,
    ),
}
#: Words without one of which a form cannot hold: most forms are never tried.
_NEEDED = {
    "own contents": word_set(
        "figure figures fig table tables chart charts chapter chapters appendix equation equations step steps example",
        "listing exhibit slide slides above below here earlier graph graphs image images photo photos map maps diagram",
        "diagrams this",
    ),
    "worked example": word_set(
        "example instance e suppose imagine let's say assume assumes assuming assumed hypothetical hypothetically",
        "case scenario consider sample margin confidence p",
    ),
    "hypothesis": word_set("if when whenever unless whether once should"),
    "definition": word_set(
        "defined expressed calculated computed known called referred refers stands short definition means consists",
        "type kind form set method process technique tool term measure way",
    ),
}
_ENDS = ("?", ":", "…", "...", "!")
#: Words that alone say "plan", "first person" or "address" in `_FORMS`: looked for first, since it costs little.
_SPEAKING = word_set(
    "will shall would could should must might can cannot won't can't i we my our ours me ourselves myself",
    "you your yours yourself you're you've i'm i've we're we've i'll we'll i'd we'd planned proposed",
    "proposal upcoming goal target",
)


def speaks(words: list[str]) -> bool:
    """Whether a sentence speaks of plans or possibilities, of the writer or to the reader."""
    return not _SPEAKING.isdisjoint(words)


def is_statement(text: str) -> bool:
    """Whether a sentence ends as statements do, and asks nothing."""
    end = text.rstrip(" \"”’')*_")
    return not (end.endswith(_ENDS) or "?" in text) and (end.endswith(".") or text.rstrip().endswith((".", "。")))


def veto(text: str, signs: Signs) -> str:
    """The first thing that speaks against a sentence, in words; quotations in `text` are blanked by the caller."""
    counts = signs.counts
    if not is_statement(text):
        return "no statement"
    if counts.get("opens-with-order"):
        return "instruction"
    if counts.get("greeting"):
        return "greeting"
    if counts.get("stance") or counts.get("subjective", 0) > 1:
        return "opinion"
    if not _has_verb(counts, signs.words):
        return "no sentence"
    for name, form in _FORMS.items():
        if (name not in _NEEDED or not _NEEDED[name].isdisjoint(signs.words)) and form.search(text):
            return name
    return ""


_PRESENT_VERBS = word_set(
    "is are has have accounts account makes make remains remain holds hold lives live uses use owns own costs",
    "cost earns earn spends spend produces produce contains contain ranks rank receives receive represents",
    "represent employs employ covers cover attracts attract exceeds exceed kills kill suffers suffer dies die",
    "imports exports pays pay gets get lacks lack totals stands stand comes come",
)


def _has_verb(counts: dict[str, int], words: list[str]) -> bool:
    """Whether a finite verb can be told: what has none is a title, a caption or a piece of a table."""
    return bool(counts.get("past") or counts.get("ed") or not _PRESENT_VERBS.isdisjoint(words))
