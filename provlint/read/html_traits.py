"""What a start tag says of its element: hidden, site furniture, a byline; its id and its note role.

Bases: the HTML standard (`hidden`, sectioning), WAI-ARIA (landmark and structure roles), DPUB-ARIA (notes). Class words
are those that publishing systems and frameworks give such parts; only whole words count, since `has-sidebar` says of an
article that a sidebar stands beside it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from provlint.model.words import BlockKind
from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import Attribute, attributes
from provlint.text.patterns import lazy


class Traits(NamedTuple):
    """What attributes say of an element whatever its name."""

    hidden: bool = False  # not shown, or shown to no reader of the text
    furniture: bool = False  # part of the site wherever it stands
    aside: bool = False  # part of the site when it stands outside the article
    kind: BlockKind | None = None  # what its text is: a byline, a dateline, a caption, a post
    id: str = ""
    role: str = ""
    is_note: bool = False  # a footnote, by its role or class
    is_author: bool = False
    decorative: bool = False  # aria-hidden: on an icon's element a picture, on a page's parts a state that will pass


NEUTRAL = Traits()
_LONGEST_KEPT = 300  # characters of a tag worth remembering


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_FURNITURE_ROLES = _words(
    "navigation banner contentinfo search menu menubar toolbar tablist dialog alertdialog tooltip doc-toc doc-index",
    "doc-pagelist",
)
_NOTE_ROLES = _words("doc-footnote doc-endnote")
_FURNITURE = _words(
    "nav navbar navigation menu main-menu site-nav site-navigation main-navigation primary-navigation nav-menu navmenu",
    "topnav subnav breadcrumb breadcrumbs breadcrumb-nav crumbs site-header site-footer global-header global-footer",
    "masthead colophon topbar sphinxsidebar navheader navfooter",
    "share sharing share-bar share-buttons share-links share-tools social social-share social-links social-media",
    "social-icons sharedaddy addtoany-share-save-container addthis-toolbox sharethis-inline-share-buttons",
    "related related-posts related-articles related-stories related-content related-links jp-relatedposts recommended",
    "recommendations recommended-articles read-next more-stories",
    "newsletter newsletter-signup newsletter-form subscription-form signup-form",
    "cookie-banner cookie-notice cookie-consent cookie-bar cookies consent-banner gdpr onetrust-consent-sdk",
    "onetrust-banner-sdk cookie-law-info-bar",
    "advert advertisement ad ads ad-container ad-slot adsbygoogle sponsored taboola outbrain",
    "pagination pager paging-navigation post-navigation nav-links page-nav",
    "toc table-of-contents localtoc popup modal comment-form comment-respond",
    "mw-editsection navbox catlinks printfooter mw-indicators",
)
_ASIDE = _words("sidebar side-bar footer page-footer page-header widget widget-area toolbar menu-bar bottom-nav")
#: Parts of a compound class (`c-share-buttons__list`) that mean nothing else.
_COMPOUND = lazy(
    r"(?:^|[-_])(?:breadcrumbs?|navbar|cookie-?(?:banner|notice|consent|bar)|share-?(?:bar|buttons?|links?|tools?)"
    r"|social-?(?:share|sharing|links?|icons?|media|buttons?)|related-?(?:posts?|articles?|stories|content|links|news)"
    r"|newsletter|advert(?:isement)?)(?=$|[-_])"
)
_ABOUT_ANOTHER = lazy(r"(?:has|no|with|without|is|js|not|hide|show|page|single|body|category|tag)[-_]")
_HIDDEN = _words(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only assistive-text",
    "skip-link skip-to-content skiplink skip-to-main-content mw-jump-link u-visually-hidden a11y-hidden headerlink",
    "anchor-link anchorjs-link heading-anchor mw-editsection",
)
_KINDS: dict[str, BlockKind] = {
    "byline": "byline", "by-line": "byline", "post-author": "byline", "entry-author": "byline",
    "article-author": "byline", "article-byline": "byline", "author-byline": "byline",
    "dateline": "dateline", "entry-date": "dateline", "post-date": "dateline", "article-date": "dateline",
    "posted-on": "dateline", "publish-date": "dateline", "published-date": "dateline",
    "wp-caption-text": "caption", "image-caption": "caption", "photo-caption": "caption", "thumbcaption": "caption",
    "twitter-tweet": "post", "instagram-media": "post", "tiktok-embed": "post", "bluesky-embed": "post",
    "mastodon-embed": "post", "fb-post": "post", "reddit-embed-bq": "post",
}  # fmt: skip
#: The id that WordPress and others give a reader's comment.
_COMMENT_ID = lazy(r"comment[-_]\d{1,12}")
_TELLING = _words("class id name role hidden style rel itemprop aria-hidden")
_SIMPLE = _words("class id")
_NOTE_CLASSES = _words("footnote endnote footnote-item footnote-text msofootnotetext")
_UNSHOWN = lazy(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)


def traits(source: str, start: int, end: int) -> Traits:
    """The traits of the start tag at `source[start:end]`."""
    if end - start > _LONGEST_KEPT:
        return _traits(source[start:end])
    return _kept(source[start:end])


def traits_of(source: str, name: str, attrs: Sequence[Attribute]) -> Traits:
    """The traits of an element with these attributes."""
    given = {kind: in_attribute(source[first:last]) for kind, first, last in attrs if kind in _TELLING}
    if not given:
        return NEUTRAL
    if len(given) == 1 and "class" in given:
        return _class_traits(given["class"])
    identity = given.get("id", "")
    of_class = _class_traits(given.get("class", ""))
    if given.keys() <= _SIMPLE:
        if not identity:
            return of_class
        is_furniture = of_class.furniture or _is_furniture(_folded(identity))
        is_aside = of_class.aside or _folded(identity) in _ASIDE
        kind: BlockKind | None = "post" if _COMMENT_ID.fullmatch(identity) else of_class.kind
        return of_class._replace(id=identity, furniture=is_furniture, aside=is_aside, kind=kind)
    role = given.get("role", "").lower().strip()
    identity = identity or (given.get("name", "") if name == "a" else "")
    found = Traits(
        of_class.hidden or _is_hidden(given),
        role in _FURNITURE_ROLES or of_class.furniture or _is_furniture(_folded(identity)),
        of_class.aside or _folded(identity) in _ASIDE or role == "complementary",
        "post" if _COMMENT_ID.fullmatch(identity) else of_class.kind,
        identity,
        role,
        role in _NOTE_ROLES or of_class.is_note,
        given.get("rel", "").lower() == "author" or given.get("itemprop", "").lower() == "author",
        given.get("aria-hidden", "").lower() == "true",
    )
    return NEUTRAL if found == NEUTRAL else found


@lru_cache(maxsize=4096)
def _class_traits(written: str) -> Traits:
    classes = [_folded(word) for word in written.split()]
    found = Traits(
        hidden=not _HIDDEN.isdisjoint(classes),
        furniture=any(map(_is_furniture, classes)),
        aside=not _ASIDE.isdisjoint(classes),
        kind=next((_KINDS[word] for word in classes if word in _KINDS), None),
        is_note=not _NOTE_CLASSES.isdisjoint(classes),
    )
    return NEUTRAL if found == NEUTRAL else found


def _traits(tag: str) -> Traits:
    return traits_of(tag, tag[1:3].strip().lower(), attributes(tag, 0, len(tag)))


_kept = lru_cache(maxsize=4096)(_traits)


def _folded(word: str) -> str:
    return word.lower().replace("_", "-")


def _is_hidden(given: dict[str, str]) -> bool:
    if "hidden" in given and given["hidden"].lower() != "until-found":
        return True
    return bool(_UNSHOWN.search(given.get("style", "")))


def _is_furniture(word: str) -> bool:
    if word in _FURNITURE:
        return True
    return bool(_COMPOUND.search(word)) and not _ABOUT_ANOTHER.match(word)
