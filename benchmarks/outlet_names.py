"""Names of outlets as prose writes them: which forms there are, and how sure each is to name nothing else."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

BY_HAND = Path(__file__).parent / "by_hand" / "outlet-names.tsv"
_QUALIFIER = re.compile(r"\s*\([^)]*\)")
_ADDRESS_LIKE = re.compile(r"(?:\w+\.)+[a-z]{2,}", re.IGNORECASE)
_JUNK = re.compile(r"[|<>\[\]{}»«:;]|\s[-–—/]\s|RSS|https?|\d{5,}|[&,]$")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+(?:\.\w+)?")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


#: Nouns that a name of several words may end with and that stand in little else.
_MEDIA = _words(
    "Times Post News Journal Herald Tribune Gazette Chronicle Telegraph Observer Examiner Inquirer Enquirer",
    "Courier Dispatch Weekly Daily Guardian Bulletin Newspaper Newspapers Globe Sun Register Bee Recorder",
    "Intelligencer Ledger Picayune Mercury Gazeta Zeitung Shimbun Press-Herald Post-Gazette Plain-Dealer",
    "Tageblatt Anzeiger Nachrichten Argus Sentinel Broadcasting Television Newswire Magazine Express Mail Mirror",
    "Standard Reporter News-Press Post-Dispatch Times-Picayune Democrat-Gazette Star-Ledger Sun-Times Journal-",
    "Constitution Courier-Journal",
)
#: Nouns that end a name as well as much else: what they end needs a sign beside it.
_GENERIC = _words(
    "A An The And Of In On At For Daily Sunday Saturday Monday Morning Evening Weekly Weekend National Business",
    "World Local Global International American British European African Asian Indian Chinese Russian New Old Big",
    "First Good Sports Sport Financial Free Public Political Science Health Tech Technology Community City County",
    "Town Village State Metro Central Northern Southern Eastern Western North South East West Green Red Blue",
    "Black White Great Real Live Latest Breaking Top Best General Medical Legal Student College University School",
    "Home Family Law Tax Army Navy Catholic Christian Jewish Islamic Muslim Women Men Modern Today Now Online",
    "Digital Web Internet Data Times Post News Journal Herald Tribune Star Sun Press Mail Express Standard Record",
    "Review Report Gazette Media Independent Observer Reporter Magazine Mirror Globe Register Guardian Chronicle",
    "Network Channel Radio TV Time Economic Foreign Official Fake Good Bad More Any Some Other Our Your His Her",
    "Their",
)


class _Names:
    def __init__(self) -> None:
        self.use: dict[str, str] = {}
        for line in BY_HAND.read_text(encoding="utf-8").splitlines()[3:]:
            use, _, names = line.partition("\t")
            self.use |= {name: use for name in names.split(";") if name not in self.use or use != "word"}

    @staticmethod
    def canonical(name: str) -> str:
        """The name without what tells it from others of the same name."""
        return _QUALIFIER.sub("", name).strip() or name.strip()


NAMES = _Names()


def names_of(data: Path, outlets: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str, int, bool]]:
    """Each form of a name, the outlet's first domain, how many lists hold the outlet, whether it is its own name."""
    kept = {row[0] for row in outlets}
    with (data / "outlets.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            domain = row["domains"].lower().split(";")[0].strip()
            lists = row["sources"].split(";")
            weight = 9 if "curated-2026-11" in lists else len(lists)
            if domain in kept:
                for name in dict.fromkeys([row["name"], *row["aliases"].split(";")]):
                    yield (
                        NAMES.canonical(name).removeprefix("The ").removeprefix("the "),
                        domain,
                        weight,
                        name == row["name"],
                    )


def written_forms(names: Iterable[tuple[str, str, int, bool]], countries: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Form, use, domains of the outlets it may name, the best known first; `countries` are theirs by domain."""
    outlets: dict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for name, domain, weight, own in names:
        if 1 < len(name) <= 45 and name[:1].isalnum() and not _JUNK.search(name):
            outlets[name][domain] = max(outlets[name].get(domain, (0, False)), (weight, own))
    rows: list[tuple[str, ...]] = []
    for name, found in outlets.items():
        is_own = any(own for _, own in found.values())
        use = how(name, max(weight for weight, _ in found.values()), is_own, any(_fits(name, one) for one in found))
        if use:
            best = max(weight for weight, _ in found.values())
            found = {domain: one for domain, one in found.items() if best < 9 or one[0] > 2}
            found = _without_borrowed(found, countries)
            order = sorted(found, key=lambda domain: (-found[domain][0], not found[domain][1], domain))
            rows.append((name, use, " ".join(order)))
    return rows


def _without_borrowed(found: dict[str, tuple[int, bool]], countries: Mapping[str, str]) -> dict[str, tuple[int, bool]]:
    """The outlets without those to which a list gives the name that another of their country has for its own."""
    owners = {countries.get(domain, "-") for domain, (weight, own) in found.items() if own and weight == 9} - {"-"}
    return {domain: one for domain, one in found.items() if one[1] or countries.get(domain) not in owners}


def _fits(name: str, domain: str) -> bool:
    """Whether an outlet's domain is its name: fedscoop.com, thefederal.com."""
    label = domain.partition(".")[0]
    squeezed = name.lower().replace(" ", "").replace("-", "")
    return label.replace("-", "").removeprefix("the") == squeezed.removeprefix("the")


def how(name: str, weight: int, own: bool, fits: bool) -> str:
    """The use of a form; "" for one that is none. `weight`: how many lists know the outlet, 9 for our own."""
    by_hand = NAMES.use.get(name)
    if by_hand:
        return "" if by_hand == "none" else by_hand
    words = name.replace("-", " ").split()
    if len(words) > 6 or not name[0].isupper() or _ADDRESS_LIKE.fullmatch(name):
        return ""
    if len(name.split()) == 1:
        if _CAMEL.fullmatch(name) and len(name) > 5 and (weight > 2 or (own and fits)):
            return "sure"
        if name.isupper() and len(name) < 5:
            return "rare"  # letters stand for too much
        return "word" if weight > 3 and own and len(name) > 2 else "rare"
    if not own and weight < 3:
        return "rare"
    last = name.split()[-1]
    if last in _MEDIA and any(word not in _GENERIC and word[0].isupper() for word in name.split()[:-1]):
        return "sure" if name.split()[0] not in _GENERIC or len(words) > 2 else "word"
    if all(word in _GENERIC for word in words):
        return "rare"
    return "word" if weight > 2 else "rare"
