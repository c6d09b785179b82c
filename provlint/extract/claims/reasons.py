"""A sentence that scores high → the named reasons why it needs a source.

The reasons follow those that editors of Wikipedia give for asking for a citation (Redi et al., "Citation Needed: A
Taxonomy and Algorithmic Assessment of Wikipedia's Verifiability", 2019) and the kinds of claims fact-checkers take up
(Konstantinovskiy et al., "Toward Automated Factchecking", 2021: quantities, correlation and causation, laws).
"""

from typing import get_args

from provlint.model.words import ClaimReason
from provlint.text.patterns import lazy

_UNITS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_AMOUNT = rf"(?:\d[\d,.]*+|(?:{_UNITS}|a|several|hundreds|tens|dozens|thousands)(?:\sof)?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|hundreds|thousands|millions|billions)"
_REST_OF_GROUP = r"\d{0,2}(?>(?:,\d{3})+)"
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

#: Reason → its forms, each behind the signs without one of which it cannot hold: most are never tried.
_FORMS: tuple[tuple[ClaimReason, tuple[str, ...], str], ...] = (
    ("statistic", ("digit",), r"\d\s?(?:%|per ?cent\b|percentage points?\b|x\s(?!\d))"),
    ("statistic", ("digit",), rf"\d(?<![$€£₹¥\d].){_REST_OF_GROUP}\s(?!dollars|euros|pounds)[a-zA-Z]"),
    ("statistic", ("scale",), rf"(?<![$€£₹¥\d,.])\b{_AMOUNT}[ -]{_SCALE}\s(?!dollars|euros|pounds)[a-z]"),
    (
        "statistic",
        ("digit", "quantity"),
        (
            rf"\b(?:one|{_UNITS}|\d++)\s(?:in|out of)\s(?:every\s)?(?:{_UNITS}|\d++)\b"
            r"(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?))"
        ),
    ),
    (
        "statistic",
        ("quantity",),
        (
            r"\b(?:one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)\b\sof"
            r"|\b(?:twice|three times|\d++ times)\sas\s(?:many|much|likely|high|large|often)"
            r"|\b(?:half|a third|a quarter|the majority|most)\sof\s(?:all\s|the\s|its\s|their\s)?"
            r"(?:[A-Z]?[a-z]+\s){0,2}(?:people|population|voters|adults|households|workers|users|students|Americans|children|women|men)\b"
        ),
    ),
    (
        "money",
        ("digit",),
        (
            r"[$€£₹¥]\s?(?:\d{1,3}(?>(?:,\d{3})+)|\d{4,}"
            r"|\d[\d,.]*+[\s-]?(?:[mb]illion|trillion|thousand|crore|lakh|[MBK]\b))"
        ),
    ),
    ("money", ("money",), rf"\b{_AMOUNT}\s(?:{_SCALE}\s)?(?:dollars|euros|pounds|rupees|yen|yuan)\b"),
    (
        "casualty",
        ("casualty",),
        (
            rf"\b(?:{_AMOUNT}|{_SCALE})\s(?:{_SCALE}\s)?(?:\w++\s){{0,3}}?{_CASUALTY}\b"
            rf"|\b{_CASUALTY}\s(?:\w++\s){{0,3}}?(?:\d[\d,]*+|{_UNITS}|dozens|hundreds"
            rf"|thousands)\s(?:\w++\s){{0,2}}?{_PEOPLE}"
        ),
    ),
    (
        "record",
        ("ranking",),
        (
            r"\brecord[ -](?:high|low|number|level|breaking|setting|sum|amount)|\ball-time\s(?:high|low|record)"
            r"|\bfor the first time\s(?:since|ever|in)\b|\bfirst[ -]ever\b|\bsince records began\b|\b(?:set|broke"
            r"|holds?) (?:a|the) (?:\w++\s){0,2}record\b"
        ),
    ),
    (
        "ranking",
        ("ranking",),
        (
            rf"\b(?:(?<!\bof\sthe\s)(?<!\bof\s)(?:world|nation|country|state|city|region|continent"
            rf"|[A-Z]\w++)[’']s\s(?:(?:first|second|third|fourth|fifth)[ -])?{_SUPERLATIVE}\b(?!-)"
            rf"|(?<!\bof\s)the\s(?:(?:single|very|first|second|third|fourth"
            rf"|fifth)[ -])?{_SUPERLATIVE}\s(?:[\w-]++\s){{0,4}}?{_WHOLE}"
            r"|ranks?(?:ed)?\s(?:[\w-]++\s){0,2}?(?:first|second|third|fourth|fifth|last|\d|No\. \d|#\d|among))"
        ),
    ),
    (
        "change",
        ("change",),
        (
            rf"\b{_MOVED}\s(?:[\w-]++\s){{0,4}}?(?:by|from|to|in|since|over|during)\b|\bha(?:s"
            rf"|ve)\s(?:\w++ly\s)?{_MOVED}\b"
        ),
    ),
    (
        "cause",
        ("cause",),
        (
            r"\b(?:caused(?:\sby)?|(?:has|have|had)\sled\sto|led\sto|resulted\sin|due\sto|because\sof|triggered"
            r"|responsible\sfor|attributed\sto|blamed\s(?:for|on))\b"
        ),
    ),
    ("study", ("study",), rf"\b(?i:(?=[adefprs]){_MAKER})\s(?:[\w-]++\s){{0,4}}?{_SHOWS}\b"),
    (
        "law",
        ("law",),
        (
            r"\b(?:passed|signed|vetoed|enacted|repealed|ratified|struck\sdown|overturned|outlawed|legali[sz]ed"
            r"|banned|ruled|convicted|sentenced|indicted)\s(?:[\w-]++\s){0,5}?(?:laws?|acts?|bills?|legislation"
            r"|amendments?|treat(?:y|ies)|resolutions?|ban|that|of|to|for|against|by)\b"
        ),
    ),
    (
        "dated-event",
        ("year", "month"),
        (
            rf"\b(?:in|since|by|until|from|during)\s(?:(?:early|late"
            rf"|mid)[ -])?(?:(?:{_MONTHS})\s(?:of\s)?)?(?:1[6-9]|20)\d\d\b|\b[Oo]n\s(?:{_MONTHS})\s\d{{1,2}}\b"
        ),
    ),
)
_COMPILED = tuple((reason, needs, lazy(form)) for reason, needs, form in _FORMS)
_THAT = lazy(
    r"\b(?:said|says|reported|reports|announced|stated|claimed|claims|confirmed|estimates"
    r"|estimated)\s(?:\w++\s){0,2}?that\b"
)
_OF_THE_PAST = frozenset({"dated-event", "change", "cause", "law"})
_ORDER: tuple[ClaimReason, ...] = get_args(ClaimReason)
_LONGEST = 1_000  # characters looked at; no sentence of prose is longer


def reasons(text: str, counts: dict[str, int]) -> tuple[ClaimReason, ...]:
    """The reasons in the contract's order; `counts` are the sentence's signs; () when none is strong enough to name."""
    text = text[:_LONGEST]
    found: set[ClaimReason] = set()
    is_past = bool(counts.get("past") or counts.get("ed") or counts.get("perfect"))
    for reason, needs, form in _COMPILED:
        if reason in found or counts.keys().isdisjoint(needs) or not (is_past or reason not in _OF_THE_PAST):
            continue
        if form.search(text):
            found.add(reason)
    if counts.get("reporting") and _THAT.search(text):
        found.add("report")
    return tuple(reason for reason in _ORDER if reason in found)
