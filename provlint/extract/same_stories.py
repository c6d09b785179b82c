"""Links to two outlets that carry one story: the words of their addresses, or of what is linked, are the same.

Outlets print the stories of agencies under the headline they came with, and make the page's address of it; so two
reports with the same six words there are one report. Where fewer are the same, an agency has to be named beside one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.facts import Link, Mention
from provlint.text.patterns import lazy

_WORD = lazy(r"[^\W\d_]{2,}")
_PRESS = frozenset({"news", "newspaper", "broadcaster", "magazine", "news-agency"})
_NO_SOURCE = frozenset({"image", "metadata", "reference"})
_FEWEST = 6  # words that tell a story when no agency is named
_FEWEST_CREDITED = 4
_SHARE = 0.8  # of the words of both together
_MOST_ALIKE = 40  # links that have a rare word in common; more are a list of one page's parts
_BESIDE = 80  # characters after a link in which a credit stands
_COMMON = frozenset(
    word
    for words in (
        "the and for with from that this are was has have its his her their not but over into after says said how why",
        "what when who will new news html htm php index article story amp www com in on of to by at as is it an a be",
    )
    for word in words.split()
)


class _Story(NamedTuple):
    place: int
    words: tuple[str, ...]
    site: str


def with_stories(links: tuple[Link, ...], mentions: Sequence[Mention]) -> tuple[Link, ...]:
    """The links, each later one that leads to the story of an earlier one on another outlet's site saying so."""
    stories = [story for index, link in enumerate(links) for story in _stories(index, link)]
    if len({story.site for story in stories}) < 2:
        return links
    agencies = [mention for mention in mentions if mention.medium == "news-agency"]
    alike: dict[str, list[_Story]] = defaultdict(list)
    found: dict[int, Link] = {}
    for story in stories:
        longest = sorted(set(story.words), key=lambda word: (-len(word), word))[:3]
        earlier = {one for word in longest for one in alike[word][:_MOST_ALIKE]}
        same = [one for one in earlier if one.site != story.site and _same(links, one, story, agencies)]
        if same and story.place not in found:
            first = links[min(same).place]
            found[story.place] = links[story.place]._replace(
                story_host=first.address.host,
                story_start=first.start,
                story_end=first.end,
                story_agency=_agency(links, (min(same).place, story.place), agencies),
            )
        for word in longest:
            alike[word].append(story)
    return tuple(found.get(index, link) for index, link in enumerate(links)) if found else links


def _stories(index: int, link: Link) -> Iterator[_Story]:
    """The words of the page's address and of the link, where it leads to a page of the press."""
    address = link.address
    outlet = address.source.outlet
    if link.kind in _NO_SOURCE or not address.domain or not (outlet and outlet.medium in _PRESS) or address.mirror:
        return
    path = address.canonical.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]
    slug = max((part for part in path.split("/") if "-" in part or "_" in part), key=len, default="")
    for text in dict.fromkeys((slug, link.label if "://" not in link.label else "")):
        words = tuple(word for word in _WORD.findall(text.lower().replace("_", " ")) if word not in _COMMON)
        if len(words) >= _FEWEST_CREDITED:
            yield _Story(index, words, outlet.name)


def _same(links: Sequence[Link], one: _Story, two: _Story, agencies: Sequence[Mention]) -> bool:
    first, second = set(one.words), set(two.words)
    common = len(first & second)
    if common < _FEWEST_CREDITED or common < _SHARE * len(first | second):
        return False
    return common >= _FEWEST or _agency(links, (one.place, two.place), agencies) != ""


def _agency(links: Sequence[Link], pair: tuple[int, int], agencies: Sequence[Mention]) -> str:
    """The agency whose story it is: the site one of the links leads to, or a credit beside one; "" if none is named."""
    for index in pair:
        link = links[index]
        outlet = link.address.source.outlet
        if outlet and outlet.medium == "news-agency":
            return outlet.name
        for mention in agencies:
            if link.outer_start <= mention.start <= link.outer_end + _BESIDE:
                return mention.name
    return ""
