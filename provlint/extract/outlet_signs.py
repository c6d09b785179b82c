"""What stands beside a name and says that it is an outlet's: verbs of reporting, nouns of the trade, places of credit.

A name that is also a word (Time, The Hill, Reason) counts only with such a sign. The verbs are those whose subject is
nearly always a publication when it is no person; "said" is none of them, since anybody says.
"""

import re
from typing import Literal

Sign = Literal["", "weak", "strong"]

_BACK = 90  # code points read before a name
_AHEAD = 90
_NOUNS = (
    r"magazine|newspaper|newspapers|daily|weekly|monthly|tabloid|broadsheet|website|web site|news(?:wire)? agency"
    r"|news (?:agency|channel|site|website|outlet|service|organi[sz]ation|network|program(?:me)?|show|website)"
    r"|news agency|wire service|broadcaster|television|TV channel|periodical|broadsheet|blog|podcast"
)
_TRADE = (
    r"reporters?|correspondents?|columnists?|editors?|editorials?|editor-in-chief|editorial board|op-eds?|journalists?"
    r"|staff writers?|contributors?|commentators?|anchors?|interviews?|articles?|photographers?|cartoonists?|readers"
    r"|bureau chief|bureau|newsroom|front page|masthead|story|report|reporting|columns?|analysts?|hosts?|exclusive"
    r"|investigation|fact-checkers?|fact-check|pollsters?|headline|obituary|poll|moderators?"
)
_AFTER_NOUN = re.compile(rf"(?:'s?)? (?:{_NOUNS}|Magazine|Newspaper)\b|(?:'s?)? (?:\w+ )??(?:{_TRADE})\b")
_ADVERBS = r"(?:(?:first|also|later|has|have|had|previously|recently|originally|then|today|still|even|now|once|exclusively|separately|itself) )*+"
_AFTER_VERB = re.compile(
    rf"(?:,(?: [^,.;\n]{{1,60}},)?)? {_ADVERBS}(?:reported|reports|published|publishes|quoted|quotes|cited|cites|citing|wrote"
    r"|writes|learned|learnt|obtained|editoriali[sz]ed|retracted|interviewed|revealed|reveals|noted|notes|estimates"
    r"|estimated|polled|gathered|documented|commissioned|put it|puts it|broke the|broke news|ran an?|ran the|carried an?"
    r"|printed|points out|pointed out|aired|broadcast|seen|ranked|named|counted|mapped|traced|reviewed"
    r"|unearthed|uncovered|summari[sz]ed|profiled|fact-checked|headlined|editors?|has more|story|piece"
    r"|berichtete|berichtet|meldete|meldet|zitiert|schreibt|schrieb|reveló|revela|publicó|publica|informó|informa"
    r"|documentó|difundió|denunció|señaló|accedió|révèle|a révélé|a publié|a consulté|rapporte|raconte|écrit"
    r"|ha intervistato|scrive|riporta|noticiou|revelou|publicou|informou)\b"
)
_AFTER_WEAK_VERB = re.compile(
    rf" {_ADVERBS}(?:said|says|told|tells|asked|asks|claimed|claims|confirmed|confirms|argued|argues|described|describes"
    r"|calls|called|announced|endorsed|added|found|listed|lists|explains|explained|observed|observes|tweeted|spoke)\b"
)
_APPOSITION = re.compile(rf",? ?[,(—–-] ?(?:an?|the|una?|le|la) (?:[\w'-]+ ){{0,4}}?(?:{_NOUNS})\b")
_THE = r"(?: the| The| der| dem| die| das| ao| a| al| la| el)?"
_BEFORE_SPEECH = re.compile(
    rf"(?<!\bI )(?<!\b[Ww]e )(?<!\byou )(?<!\bthey )\b(?:told|tells|telling|sagte|tells){_THE} $"
)
_BEFORE_SOURCE = re.compile(
    rf"(?:\b[Aa]ccording to|\b[Ss]egún|\b[Ss]elon|\b[Ll]aut|\b[Ss]econdo|\b[Ss]egundo|\bciting|\bcited by|\bquoted by"
    rf"|\breported by|\bpublished by|\bpublished in|\bpublished on|\bobtained by|\bseen by|\breviewed by|\b[Vv]ia"
    rf"|\binterviewed by|\bas reported in|\bwritten for|\bwrites? for|\bwrote for|\bwriting (?:in|for)|\bWriting (?:in|for)"
    rf"|\bper|\bconducted by|\b[Ss]ources?:|\b[Pp]hotos?:|\bedited|\breporter (?:for|at|with)|\bcorrespondent (?:for|at|with|of)"
    rf"|\beditor (?:of|at|for)|\bcolumnist (?:for|at|with)|\bjournalist (?:for|at|with)|\bjoins? Joan){_THE} $"
)
_BEFORE_WORK = re.compile(
    r"\b(?:[Ii]nterviews?|[Aa]rticles?|op-eds?|Op-eds?|[Ee]ssays?|columns?|[Ee]ditorials?|[Rr]eports?|stor(?:y|ies)|stud(?:y|ies)|[Pp]apers?"
    r"|[Ee]xplainers?|letters?|[Aa]nalysis|wrote|writes|write|written|published|appeared|appears|appearing|featured|printed"
    r"|quoted|reported|debuted|speaking|spoke|talking|statement|comments?|commented|findings|investigation|excerpt|piece|cover"
    r"|profile|poll|interviewed|admitted|explained|remarks|Speaking)"
    r"(?:(?: \w+){0,4}?|(?: [\w'’-]+){0,3}?) (?:in|for|with|by|at|to|on|from|of)(?: the| The| an?)? $"
)
_BEFORE_NOUN = re.compile(
    rf"(?:{_NOUNS}|journal|publication|portal|outlet|network|site|agency|channel|-owned|-run)(?:,|:)?(?: the| The)? [\"“'*_]{{0,2}}$"
)
_CREDIT_BEFORE = re.compile(r"(?:[(\[/|©]|(?:^|[.!?\"”)] )[-–—―] ?|[–—|] |\b(?:[Ss]ource|[Vv]ia|[Pp]hoto|[Cc]redit|[Ii]mage)s?: ?)(?:The |the )?$")
_CREDIT_AFTER = re.compile(r"(?:\)|\]|/|,? ?$|[.]? ?$| ?[|]|, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))")
_ITS_PERSON = re.compile(r"'s (?:[A-Z][\w'-]+ ){2}(?!of\b)[a-z]")
_ITS_REPORTER = re.compile(r"'s (?:[A-Z][\w'-]+ ){2}(?:\w+ )??(?:report(?:ed|s)|wrote|writes|not(?:es|ed)|said|says|told|tweeted)\b")
_NEXT_NAME = re.compile(r"(?:'s)? (?:and |& |of |of the )?([A-Z\u00c0-\u00de][\w'-]*)")
_FUNCTION_WORDS = frozenset(
    "The In As For At By On From To According Told When While But And Or With Via Like See Read Per Watch Photo Source"
    " If That This Then So Yet After Before Since Until Though Although Because Even Only Also Or Is Are Was Were Has Had"
    " Did Does Do Can Could Would Should Will May Might Just What Who How Why Where Which Both Either Neither Last Today"
    " Yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August"
    " September October November December Writing Speaking Said Says A An Following Citing".split()
)
_PREVIOUS = re.compile(r"([^\W\d_][\w'.-]*) $")
_MAY_FOLLOW = frozenset(
    "Magazine News Newspaper Online Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March"
    " April May June July August September October November December Editor Editorial Reporter Columnist"
    " Correspondent Politics In On That I The Staff Photo Getty".split()
)


def credited(text: str, start: int, end: int) -> bool:
    """Whether the name stands where a credit stands: "(Reuters)", "– Bloomberg" at the end of a line."""
    return (
        _CREDIT_BEFORE.search(text, max(0, start - 12), start) is not None and _CREDIT_AFTER.match(text, end) is not None
    )


def sign(text: str, start: int, end: int) -> Sign:
    """The best sign beside the name at `text[start:end]` that it is an outlet's; `text` is even (`outlet_names`)."""
    before = text[max(0, start - _BACK) : start]
    if _AFTER_NOUN.match(text, end, end + _AHEAD) or _APPOSITION.match(text, end, end + _AHEAD) or _ITS_REPORTER.match(
        text, end, end + _AHEAD
    ):
        return "strong"
    if _AFTER_VERB.match(text, end, end + _AHEAD) or _BEFORE_SOURCE.search(before) or _BEFORE_NOUN.search(before):
        return "strong"
    if _BEFORE_SPEECH.search(before):
        return "" if text.startswith(" to ", end) else "strong"
    if _BEFORE_WORK.search(before):
        return "strong"
    return "weak" if _AFTER_WEAK_VERB.match(text, end, end + _AHEAD) else ""


def in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word before or after makes the name part of another: Jeff Patch, Vice President."""
    following = _NEXT_NAME.match(text, end)
    if following and following[1] not in _MAY_FOLLOW and not _ITS_PERSON.match(text, end):
        return True
    return before_name(text, start)


def before_name(text: str, start: int) -> bool:
    """Whether the word before is capitalised and no function word that opens a sentence."""
    previous = _PREVIOUS.search(text, max(0, start - 30), start)
    return (
        previous is not None
        and previous[1][0].isupper()
        and previous[1] not in _FUNCTION_WORDS
        and not previous[1].endswith(("'s", "s'"))
        and not previous[1].endswith(".")
    )
