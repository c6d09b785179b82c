"""A sentence that scores high → the named reasons why it needs a source.

The reasons follow those that editors of Wikipedia give for asking for a citation (Redi et al., "Citation Needed: A
Taxonomy and Algorithmic Assessment of Wikipedia's Verifiability", 2019) and the kinds of claims fact-checkers take up
(Konstantinovskiy et al., "Toward Automated Factchecking", 2021: quantities, correlation and causation, laws).
"""

import re
from typing import get_args

from provlint.model.words import ClaimReason

_UNITS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_AMOUNT = rf"(?:\d[\d,.]*+|(?:{_UNITS}|a|several|hundreds|tens|dozens|thousands)(?:\sof)?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|hundreds|thousands|millions|billions)"
_GROUP = r"\d{1,3}(?:,\d{3})++"
_CASUALTY = r"(?:killed|died|dead|deaths|injured|wounded|casualties|fatalities|murdered|drowned|massacred)"
_PEOPLE = r"(?:people|men|women|children|civilians|soldiers|troops|workers|persons|others|passengers|residents|victims)"
_SUPERLATIVE = (
    r"(?:largest|biggest|highest|lowest|oldest|youngest|longest|fastest|smallest|richest|poorest|deadliest|tallest"
    r"|deepest|busiest|cheapest|costliest|hottest|coldest|warmest|driest|wettest|heaviest|(?:most|least)[\s-](?:populous"
    r"|populated|expensive|visited|downloaded|common|watched|viewed|read|used|polluted|violent|productive))"
)
_WHOLE = (
    r"(?:(?:in|of|on)\s(?:the\s)?(?:entire\s|whole\s|modern\s)?(?:world|country|nation|continent|region|state|city"
    r"|history|planet|earth|century|decade|year|[A-Z]\w++|U\.S\.)|ever\b|worldwide|nationwide"
    r"|of all time|on record|since\s)"
)
_MAKER = (
    r"(?:study|studies|survey|surveys|research|polls?|reports?|data|analysis|findings|scientists|researchers"
    r"|evidence|statistics)"
)
_SHOWS = (
    r"(?:shows?|showed|shown|finds?|found|suggests?|suggested|indicates?|indicated|reveals?|revealed|concludes?"
    r"|concluded|estimates?|estimated|demonstrates?|demonstrated|confirms?|confirmed)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MOVED = (
    r"(?:rose|risen|fell|fallen|increased|decreased|declined|dropped|grew|grown|climbed|soared|plunged|surged"
    r"|jumped|shrank|doubled|tripled|quadrupled|halved|expanded|dwindled|spiked)"
)

_FORMS: dict[ClaimReason, str] = {
    "statistic": rf"\d\s?(?:%|per ?cent\b|percentage points?\b)|\b{_AMOUNT}[ -]{_SCALE}\s(?!dollars|euros"
    rf"|pounds)[a-z]"
    rf"|(?<![$€£₹¥\d]){_GROUP}\s(?!dollars|euros|pounds)[a-zA-Z]"
    rf"|\b(?:one|{_UNITS}|\d++)\s(?:in|out of)\s(?:every\s)?(?:{_UNITS}|\d++)\b(?!\s(?:years?|months?|weeks?|days?"
    rf"|hours?|minutes?))"
    rf"|\b(?:one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)\b\sof"
    rf"|\b(?:twice|three times|\d++ times)\sas\s(?:many|much|likely|high|large|often)"
    r"|\b(?:half|a third|a quarter|the majority|most)\sof\s(?:all\s|the\s|its\s"
    r"|their\s)?(?:[A-Z]?[a-z]+\s){0,2}(?:people|population|voters|adults|households|workers|users|students"
    r"|Americans|children|women|men)\b",
    "money": r"[$€£₹¥]\s?(?:\d{1,3}(?:,\d{3})++|\d{4,}|\d[\d,.]*+[\s-]?(?:[mb]illion|trillion|thousand|crore|lakh"
    r"|[MBK]\b))"
    rf"|\b{_AMOUNT}\s(?:{_SCALE}\s)?(?:dollars|euros|pounds|rupees|yen|yuan)\b",
    "casualty": rf"\b(?:{_AMOUNT}|{_SCALE})\s(?:{_SCALE}\s)?(?:\w++\s){{0,3}}?{_CASUALTY}\b"
    rf"|\b{_CASUALTY}\s(?:\w++\s){{0,3}}?(?:\d[\d,]*+|{_UNITS}|dozens|hundreds"
    rf"|thousands)\s(?:\w++\s){{0,2}}?{_PEOPLE}",
    "record": r"\brecord[ -](?:high|low|number|level|breaking|setting|sum|amount)|\ball-time\s(?:high|low|record)"
    r"|\bfor the first time\s(?:since|ever|in)\b|\bfirst[ -]ever\b|\bsince records began\b|\b(?:set|broke"
    r"|holds?) (?:a|the) (?:\w++\s){0,2}record\b",
    "ranking": rf"(?<!\bof\sthe\s)(?<!\bof\s)\b(?:world|nation|country|state|city|region|continent"
    rf"|[A-Z]\w++)[’']s\s(?:(?:first|second|third|fourth|fifth)[ -])?{_SUPERLATIVE}\b(?!-)"
    rf"|(?<!\bof\s)\bthe\s(?:(?:single|very|first|second|third|fourth"
    rf"|fifth)[ -])?{_SUPERLATIVE}\s(?:[\w-]++\s){{0,4}}?{_WHOLE}"
    r"|\branks?(?:ed)?\s(?:[\w-]++\s){0,2}?(?:first|second|third|fourth|fifth|last|\d|No\. \d|#\d|among)",
    "change": rf"\b{_MOVED}\s(?:[\w-]++\s){{0,4}}?(?:by|from|to|in|since|over|during)\b|\bha(?:s"
    rf"|ve)\s(?:\w++ly\s)?{_MOVED}\b",
    "cause": r"\b(?:caused(?:\sby)?|(?:has|have|had)\sled\sto|led\sto|resulted\sin|due\sto|because\sof|triggered"
    r"|responsible\sfor|attributed\sto|blamed\s(?:for|on))\b",
    "study": rf"\b(?i:{_MAKER})\s(?:[\w-]++\s){{0,4}}?{_SHOWS}\b",
    "law": r"\b(?:passed|signed|vetoed|enacted|repealed|ratified|struck\sdown|overturned|outlawed|legali[sz]ed"
    r"|banned|ruled|convicted|sentenced|indicted)\s(?:[\w-]++\s){0,5}?(?:laws?|acts?|bills?|legislation"
    r"|amendments?|treat(?:y|ies)|resolutions?|ban|that|of|to|for|against|by)\b",
    "dated-event": rf"\b(?:in|since|by|until|from|during)\s(?:(?:early|late"
    rf"|mid)[ -])?(?:(?:{_MONTHS})\s(?:of\s)?)?(?:1[6-9]|20)\d\d\b|\b[Oo]n\s(?:{_MONTHS})\s\d{{1,2}}\b",
}
_COMPILED = {reason: re.compile(form) for reason, form in _FORMS.items()}
_THAT = re.compile(
    r"\b(?:said|says|reported|reports|announced|stated|claimed|claims|confirmed|estimates"
    r"|estimated)\s(?:\w++\s){0,2}?that\b"
)
#: Without one of these signs a reason's form cannot hold: most forms are never tried.
_NEEDS: dict[ClaimReason, tuple[str, ...]] = {
    "statistic": ("digit", "quantity", "scale"),
    "money": ("digit", "money", "scale"),
    "casualty": ("casualty",),
    "record": ("ranking",),
    "ranking": ("ranking",),
    "change": ("change",),
    "cause": ("cause",),
    "study": ("study",),
    "law": ("law",),
    "dated-event": ("digit",),
}
_ORDER: tuple[ClaimReason, ...] = get_args(ClaimReason)
_LONGEST = 1_000  # characters looked at; no sentence of prose is longer


def _may_hold(reason: ClaimReason, counts: dict[str, int]) -> bool:
    return any(sign in counts for sign in _NEEDS[reason])


def reasons(text: str, counts: dict[str, int]) -> tuple[ClaimReason, ...]:
    """The reasons in the contract's order; `counts` are the sentence's signs; () when none is strong enough to name."""
    text = text[:_LONGEST]
    found = {reason for reason, form in _COMPILED.items() if _may_hold(reason, counts) and form.search(text)}
    if not (counts.get("past") or counts.get("ed") or counts.get("perfect")):
        found -= {"dated-event", "change", "cause", "law"}
    if counts.get("reporting") and _THAT.search(text):
        found.add("report")
    return tuple(reason for reason in _ORDER if reason in found)
