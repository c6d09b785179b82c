"""A closer look at a page that shows some sign: its tree, and how much it says beside its furniture.

Beautiful Soup builds the tree from the tokens of our own linear tokenizer: its usual parsers take quadratic time on
hostile input, or fail on deep nesting. What lies deeper than the cap is kept, but hangs where the cap is.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder

from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import COMMENT, DECLARATION, attributes, tokens

_DEEPEST = 256
_LONGEST = 300_000  # characters: a page that is not there says so early
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
#: Elements that hold what every page of a site has.
_FURNITURE = ("nav", "header", "footer", "aside")
_UNSEEN = ("script", "style", "noscript", "template", "title", "dialog", "svg")
_HIDING = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)
_HEADINGS = ("h1", "h2")
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog"))


class _Linear(HTMLTreeBuilder):
    """A tree builder of Beautiful Soup that reads our tokens."""

    NAME = "provlint"
    features = (NAME,)
    is_xml = False

    def feed(self, markup: Any) -> None:
        """Build the tree of `markup`, a str."""
        soup: Any = self.soup
        position = deeper = 0
        for name, start, end in tokens(markup):
            if start > position:
                soup.handle_data(markup[position:start])
            position = end
            if name in (COMMENT, DECLARATION):
                continue
            if name[0] == "/":
                if deeper:
                    deeper -= 1
                else:
                    soup.handle_endtag(name[1:], None)
            elif len(soup.tagStack) > _DEEPEST:
                deeper += name not in _VOID
            else:
                told = {key: in_attribute(markup[at:to]) for key, at, to in attributes(markup, start, end)}
                soup.handle_starttag(name, None, None, told)
                if name in _VOID:
                    soup.handle_endtag(name, None)
        soup.handle_data(markup[position:])

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Iterable[tuple[Any, None, None, bool]]:
        """The markup as it is: it has been decoded already."""
        yield markup, None, None, False


class Own(NamedTuple):
    """A page without what every page of its site has: navigation, header, footer, what is hidden."""

    text: str
    prose: str  # the same without what stands in links
    headings: tuple[str, ...]  # h1 and h2, those in a header too


def own(source: str) -> Own:
    """What is a page's own."""
    soup = BeautifulSoup(source[:_LONGEST], builder=_Linear())
    _without(soup, _is_unseen)
    headings = tuple(filter(None, (_text(element) for element in soup.find_all(_HEADINGS))))
    _without(soup, _is_furniture)
    text = _text(soup)
    _without(soup, lambda element: element.name == "a")
    return Own(text, _text(soup), headings)


def _text(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def _without(soup: BeautifulSoup, is_out: Callable[[Any], bool]) -> None:
    for element in soup.find_all(is_out):
        element.extract()


def _is_furniture(element: Any) -> bool:
    role = element.get("role", "")
    return element.name in _FURNITURE or role in _FURNITURE_ROLES


def _is_unseen(element: Any) -> bool:
    if element.name in _UNSEEN or element.has_attr("hidden") or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDING.search(element.get("style", "")))
