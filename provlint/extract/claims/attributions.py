"""A sentence → whom it names as the source of what it says, told from grammar: the subject of a reporting verb.

That a reporting verb marks an attribution, and that the verb's subject says what kind, is the finding of Pareti, "PARC
3.0: A Corpus of Attribution Relations" (2016). What stands here is enough to know whether a source is named at all.
"""

import re

from provlint.text.patterns import lazy

# A reporting verb; those that mean other things as well ("reports", "found") count only before what is reported.
_SAID = (
    r"(?:said|says|told|tells|announced|announces|stated|claimed|claims|argued|argues|wrote|writes|added|warned|warns"
    r"|explained|explains|testified|confirmed|confirms|acknowledged|acknowledges|admitted|admits|insisted|insists"
    r"|asserted|asserts|predicted|predicts|concluded|concludes|revealed|reveals|disclosed|declared|contended|alleged"
    r"|alleges|denied|denies|recalled|suggested|suggests|believes|contends|tweeted|complained|replied|commented"
    r"|remarked"
    r"|observed|emphasi[sz]ed|stressed|maintained|conceded|cautioned|calculated|reported|reports|noted|notes"
    r"|estimates"
    r"|estimated|found|finds|showed|shows|indicated|indicates|projected|projects|pointed out|points out|thinks"
    r"|thought"
    r"|say|suggest|indicate|argue|claim|believe|note|warn|contend|insist|predict|estimate|show|report|think|expect|threatened"
    r"|threatens"
    r"|promised|promises|pledged|pledges|vowed|vows|urged|urges|demanded|demands|proposed|proposes|proposing"
    r"|boasted|boasts|calls\sfor|called\sfor"
    r"|recommends|recommended|asked)"
)
_SUBJECT = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|which|[A-Z][\w.’'-]*+|[a-z][\w’'-]{2,})"
_BETWEEN = r"(?:(?:has|have|had|also|later|then|previously|recently|earlier|\w+ly)\s){0,2}"
_NO_SUBJECT = lazy(
    r"(?:was|were|is|are|been|be|being|has|have|had|not|and|or|of|the|a|an|in|on|at|to|as|by|with|for|so|often"
    r"|commonly|widely)$",
    re.IGNORECASE,
)
# A look-ahead: in "harbour reports show" the second word may be the verb or the subject of the third.
_VERB = lazy(rf"\b(?P<subject>{_SUBJECT})(?=,?[\"”’]?\s{_BETWEEN}(?P<verb>{_SAID})\b)")
_AFTER = lazy(
    r"\s*(?:[,:.;“\"]|$|that\b|the\b|a\b|an\b|it\b|he\b|she\b|they\b|there\b|its\b|his\b|her\b|their\b|no\b"
    r"|nearly\b|more\b|about\b"
    r"|some\b|most\b|only\b|at\b|in\b|on\b|[A-Z\d$€£])"
)
_INVERTED = lazy(
    r"(?:^|[\s,”\"])(?:said|says|added|adds|wrote|writes|told|explained|explains|noted|notes|argued|argues|warned"
    r"|asked|recalled)"
    r"\s(?P<subject>[A-Z][\w.’'-]*+|the\s\w++|an?\s\w++)"
)
_ACCORDING = lazy(
    r"\b(?=[acdefimnprstv])"  # the letters that what follows opens with
    r"(?:according\sto|as\s(?:outlined|detailed|documented|shown|reported|noted|stated|described|cited|estimated|published|measured)\s(?:by|in)"
    r"|reported\sby|published\s(?:by|in)"
    r"|(?:estimated|calculated|tallied|measured|tracked|counted)\sby|compiled\sby|conducted\sby|released\sby"
    r"|issued\sby|commissioned\sby|(?:data|figures|statistics|estimates|numbers|information|findings"
    r"|results)\s(?:from|by|of|released|compiled|collected|published)"
    r"|(?:survey|study|report|poll|analysis|audit|review|census|research)\s(?:by|from|of|in|published|released"
    r"|conducted|commissioned)|citing|cites|cited|in\sits\s(?:\w+\s){0,2}report|Source:|via\s[A-Z])\s?",
    re.IGNORECASE,
)
_PER = lazy(r"\b[Pp]er\s(?:the\s)?[A-Z]")
_STUDY = lazy(
    r"\b(?:the|this|that|its|their|[A-Z][\w.’'&-]*+|[’']s)\s(?:\d{4}\s)?(?:[\w-]++\s){0,3}?(?:report|study|survey"
    r"|research|poll|analysis|audit|census|paper|review|memo|statement|article|filing|filings|documents?)\b"
)
_IN_WRITING = lazy(
    r"\b[Ii]n\s(?:a|an|the|his|her|their|its|one)\s(?:[\w-]++\s){0,3}?(?:letter|statement|speech|interview|memo"
    r"|tweet|e-?mail|filing|lawsuit"
    r"|complaint|affidavit|indictment|testimony|remarks|address|op-ed|column|editorial|book|press\srelease|post)\b"
)
_ET_AL = lazy(r"\bet al\b|\(\s?(?:[A-Z][^()\n]{1,80}?,?\s)?(?:1[89]|20)\d\d[a-z]?(?:[;,:][^()\n]{0,200})?\)")
_VAGUE = lazy(
    r"(?:one|some|many|most|few|several|others|people|everyone|studies|research|critics|experts|observers)$",
    re.IGNORECASE,
)
_LONGEST = 1_000


def document_named(text: str) -> tuple[int, int] | None:
    """The span in a sentence of the words that name a document or body of data as a source, or None."""
    text = text[:_LONGEST]
    found = _ACCORDING.search(text) or _STUDY.search(text)
    return found.span() if found else None


def attributed_to(text: str) -> tuple[int, int] | None:
    """The span in a sentence of the words that name its source, or None; vague subjects ("many") name nobody."""
    text = text[:_LONGEST]
    for form in (_ACCORDING, _ET_AL, _PER, _IN_WRITING):
        if found := form.search(text):
            return found.span()
    for found in _VERB.finditer(text):
        subject = found["subject"]
        if (
            _NO_SUBJECT.match(subject)
            or subject.endswith(("’s", "'s"))
            or (_VAGUE.match(subject) and (subject.islower() or not found.start()))
        ):
            continue
        if _AFTER.match(text, found.end("verb")):
            return found.start(), found.end("verb")
    if found := _INVERTED.search(text):
        return found.span()
    found = _STUDY.search(text)
    return found.span() if found else None
