"""What stands beside a name and says that it is an outlet's: verbs of reporting, nouns of the trade, places of credit.

A name that is also a word (Time, The Hill, Reason) counts only with such a sign. The verbs are those whose subject is
nearly always a publication when it is no person; "said" is none of them, since anybody says.
"""

from typing import Literal

from provlint.text.patterns import lazy

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
    r"|bureau chief|newsroom|front page|masthead|fact-checkers?|moderators?"
)
_WORKS = (
    r"report|story|reporting|columns?|analysts?|hosts?|exclusive|investigation|fact-check|headline|obituary|poll|bureau"
)
_AFTER_NOUN = lazy(
    rf"(?:'s?)? (?:{_NOUNS}|Magazine|Newspaper)\b|(?:'s?)? (?:(?!(?:and|or|to|the|a|of|in|on"
    rf"|is)\b)\w+ )??(?:{_TRADE})\b|(?:'s)? (?:{_WORKS})\b"
)
_MEDIUM = lazy(rf" (?:{_NOUNS})\b")
_ADVERBS = (
    r"(?>(?:(?:first|also|later|has|have|had|previously|recently|originally|then|today|still|even"
    r"|now|once|exclusively|separately|itself) )*)"
)
_AFTER_VERB = lazy(
    rf"(?:,(?: [^,.;\n]{{1,60}},)?)? {_ADVERBS}(?:reported|reports|published|publishes|quoted"
    rf"|quotes|cited|cites|citing|wrote"
    r"|writes|learned|learnt|obtained|editoriali[sz]ed|retracted|interviewed|revealed|reveals|noted|notes|estimates"
    r"|estimated|polled|gathered|documented|commissioned|put it|puts it|broke the|broke news"
    r"|ran an?|ran the|carried an?"
    r"|printed|points out|pointed out|aired|broadcast|seen|ranked|named|counted|mapped|traced|reviewed"
    r"|pegged|pegs|(?:started|began) (?:publishing|reporting)"
    r"|unearthed|uncovered|summari[sz]ed|profiled|fact-checked|headlined|editors?|has more|story|piece"
    r"|berichtete|berichtet|meldete|meldet|zitiert|schreibt|schrieb|reveló|revela|publicó|publica|informó|informa"
    r"|documentó|difundió|denunció|señaló|accedió|révèle|a révélé|a publié|a consulté|rapporte|raconte|écrit"
    r"|ha intervistato|scrive|riporta|noticiou|revelou|publicou|informou)\b"
)
_AFTER_WEAK_VERB = lazy(
    rf" {_ADVERBS}(?:said|says|told|tells|asked|asks|claimed|claims|confirmed|confirms|argued"
    rf"|argues|described|describes"
    r"|calls|called|announced|endorsed|added|found|listed|lists|explains|explained|observed|observes|tweeted|spoke)\b"
)
_APPOSITION = lazy(rf",? ?[,(—–-] ?(?:an?|the|una?|le|la) (?:[\w'-]+ ){{0,4}}?(?:{_NOUNS})\b")
_THE = r"(?: the| The| der| dem| die| das| ao| a| al| la| el)?"
_BEFORE_SPEECH = lazy(rf"(?<!\bI )(?<!\b[Ww]e )(?<!\byou )(?<!\bthey )\b(?:told|tells|telling|sagte|tells){_THE} $")
_BEFORE_SOURCE = lazy(
    rf"(?:\b[Aa]ccording to|\b[Ss]egún|\b[Ss]elon|\b[Ll]aut|\b[Ss]econdo|\b[Ss]egundo|\bciting|\bcited by|\bquoted by"
    rf"|\breported by|\bpublished by|\bpublished in|\bpublished on|\bobtained by|\bseen by|\breviewed by|\b[Vv]ia"
    rf"|\binterviewed by|\bas reported in|\bwritten for|\bwrites? for|\bwrote for"
    rf"|\bwriting (?:in|for)|\bWriting (?:in|for)"
    rf"|\bper|\bconducted by|\b[Ss]ources?:|\b[Pp]hotos?:|\bedited|\breporter (?:for|at|with)"
    rf"|\bcorrespondent (?:for|at|with|of)"
    rf"|\beditor (?:of|at|for)|\bcolumnist (?:for|at|with)|\bjournalist (?:for|at|with)){_THE} $"
)
_BETWEEN = r"(?: [\w'-]+){0,3}?"
_BEFORE_WORK = lazy(
    r"(?:\b(?:[Ii]nterviews?|[Aa]rticles?|[Oo]p-eds?|[Ee]ssays?|columns?|[Ee]ditorials?|[Rr]eports?|[Ss]tor(?:y|ies)"
    r"|[Ss]tud(?:y|ies)|[Pp]apers?|[Ee]xplainers?|letters?|[Aa]nalysis|[Ii]nvestigation|excerpt|piece|profile|poll"
    rf"|findings (?:appear|appeared)|featured|quoted){_BETWEEN} (?:in|for|with|by)"
    rf"|\b(?:[Pp]ublished|appeared|appears|appearing|printed|posted|debuted|aired|reported){_BETWEEN} (?:in|on|by|at)"
    rf"|\b(?:[Ww]rote|[Ww]rites|[Ww]riting|[Ww]ritten){_BETWEEN} (?:in|for|at)"
    rf"|\b(?:comment|comments|commented|statement|spoke|speaking|Speaking|talking|talked"
    rf"|admitted|explained)(?: [\w'-]+){{0,2}}? to"
    rf"){_THE} $"
)
_BEFORE_NOUN = lazy(
    rf"(?:{_NOUNS}|journal|publication|portal|outlet|network|site|agency|channel|-owned"
    rf"|-run)(?:,|:)? [\"“'*_]{{0,2}}(?:[Tt]he )?[\"“'*_]{{0,2}}$"
)
_DATELINE_BEFORE = lazy(r"(?:^|[.!?\"')] )[A-Z][\w .,'-]{1,40} \($")
_DATELINE_AFTER = lazy(r"\)(?: ?[-–—:]|$)")
_OPENS = lazy(r"(?:^|[.!?:;•*|>)\]\"“] ?|\d[.)] )[\"'“‘_*(\[]{0,3}$")
_CREDIT_BEFORE = lazy(
    r"(?:[(\[/|©]|(?:^|[.!?\"”)] )[-–—―] ?|[–—|] |\b(?:[Ss]ource|[Vv]ia|[Pp]hoto|[Cc]redit"
    r"|[Ii]mage)s?: ?)(?:The |the )?$"
)
_CREDIT_AFTER = lazy(r"(?:\)|\]|/|,? ?$|[.]? ?$| ?[|]|, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))")
_ITS_PERSON = lazy(r"'s (?:[A-Z][\w'-]+ ){2}(?!of\b)[a-z]")
_ITS_REPORTER = lazy(
    r"'s (?:[A-Z][\w'-]+ ){2}(?:\w+ )??(?:report(?:ed|s)|wrote|writes|not(?:es|ed)|said|says|told|tweeted)\b"
)
_NEXT_NAME = lazy(r"(?:'s)? (?:and |& |of |of the )?([A-Z\u00c0-\u00de][\w'-]*)")


_IN_OFFICE = lazy(
    r"\b(?:Institutes?|Department|Ministry|Minister|Secretary|Bureau|Office|Board|Council|School|College|Cent(?:er|re)"
    r"|Library|Academy|University|Committee|Commission|Division|Agency|Museum|Faculty|Bank|Chamber|House) of (?:the )?$"
)
_OF_STATE = lazy(r" (?:government|agenc(?:y|ies)|courts?|laws?|regulations?|funds|funding|budget)\b")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_FUNCTION_WORDS = _words(
    "The In As For At By On From To According Told When While But And Or With Via Like See Read Per Watch Photo",
    "Source If That This Then So Yet After Before Since Until Though Although Because Even Only Also Or Is Are",
    "Was Were Has Had Did Does Do Can Could Would Should Will May Might Just What Who How Why Where Which Both",
    "Either Neither Last Today Yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday January",
    "February March April June July August September October November December Writing Speaking Said Says A An",
    "Following Citing",
)
_PREVIOUS = lazy(r"([^\W\d_][\w'.-]*) $")
_MAY_FOLLOW = _words(
    "Magazine News Newspaper Online Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February",
    "March April May June July August September October November December Editor Editorial Reporter Columnist",
    "Correspondent Politics In On That I The Staff Photo Getty",
)


def opens_sentence(text: str, start: int) -> bool:
    """Whether the name opens a sentence or an item, so that its capital says nothing."""
    return _OPENS.search(text, max(0, start - 6), start) is not None


def datelined(text: str, start: int, end: int) -> bool:
    """Whether the name stands in a dateline: LAHORE (APP) -"""
    return (
        _DATELINE_AFTER.match(text, end) is not None
        and _DATELINE_BEFORE.search(text, max(0, start - 50), start) is not None
    )


def credited(text: str, start: int, end: int) -> bool:
    """Whether the name stands where a credit stands: "(Reuters)", "– Bloomberg" at the end of a line."""
    return (
        _CREDIT_AFTER.match(text, end) is not None  # first, since it looks at one place only
        and _CREDIT_BEFORE.search(text, max(0, start - 12), start) is not None
    )


def sign(text: str, start: int, end: int) -> Sign:
    """The best sign beside the name at `text[start:end]` that it is an outlet's; `text` is even (`outlet_names`)."""
    before = text[max(0, start - _BACK) : start]
    if (
        _AFTER_NOUN.match(text, end, end + _AHEAD)
        or _APPOSITION.match(text, end, end + _AHEAD)
        or _ITS_REPORTER.match(text, end, end + _AHEAD)
    ):
        return "strong"
    if _AFTER_VERB.match(text, end, end + _AHEAD) or _BEFORE_SOURCE.search(before) or _BEFORE_NOUN.search(before):
        return "strong"
    if _BEFORE_SPEECH.search(before):
        return "" if text.startswith(" to ", end) else "strong"
    if _BEFORE_WORK.search(before):
        return "strong"
    return "weak" if _AFTER_WEAK_VERB.match(text, end, end + _AHEAD) else ""


def called_medium(text: str, end: int) -> bool:
    """Whether a noun right after the name says what medium it is: "Health magazine"."""
    return _MEDIUM.match(text, end) is not None


def spelt_out(text: str, start: int, end: int) -> bool:
    """Whether the letters in parentheses are those of the words before them: request for information (RFI)."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    words = text[max(0, start - 120) : start - 1].replace("-", " ").split()
    letters = [word.lstrip("([\"'")[:1].lower() for word in words]
    wanted, at = text[start:end].lower(), len(letters)
    for letter in reversed(wanted):
        window = letters[max(0, at - 2) : at]
        if letter not in window:
            return False
        at = max(0, at - 2) + len(window) - 1 - window[::-1].index(letter)
    return True


def in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word before or after makes the name part of another: Jeff Patch, Vice President."""
    following = _NEXT_NAME.match(text, end)
    more = following and _NEXT_NAME.match(text, following.end())
    if (
        following
        and (following[1] not in _MAY_FOLLOW or (more and more[1] not in _MAY_FOLLOW))
        and not _ITS_PERSON.match(text, end)
    ):
        return True
    if _IN_OFFICE.search(text, max(0, start - 40), start) or _OF_STATE.match(text, end):
        return True
    if text[end : end + 1] == "-" and not text.startswith(("-owned", "-run", "-based", "-er"), end):
        return True
    return before_name(text, start) or (text[max(0, start - 4) : start] == "The " and before_name(text, start - 4))


def before_name(text: str, start: int) -> bool:
    """Whether the word before is capitalised and no function word that opens a sentence."""
    if start < 2 or text[start - 1] != " ":
        return False
    previous = _PREVIOUS.search(text, max(start - 30, text.rfind(" ", 0, start - 1) + 1), start)
    return (
        previous is not None
        and not previous[1].islower()
        and previous[1] not in _FUNCTION_WORDS
        and not previous[1].endswith(("'s", "s'"))
        and (not previous[1].endswith(".") or "." in previous[1][:-1])
    )
