"""Which elements of a fetched page are article, furniture or nothing to read.

Base: the HTML standard's sectioning elements and ARIA landmarks; class names as content extractors use them
(Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", 2010; the Readability lists).
"""

import re


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


#: Elements whose tags end a block of words.
BLOCKS = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure",
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre",
    "search section select summary table tbody td template tfoot th thead tr ul xmp",
)
#: Elements that open a statement of its own: words before and after belong to different texts.
SECTIONS = _words("article h1 h2 h3 h4 hr")
#: Elements whose words no reader sees as text of the page.
UNREAD = _words(
    "script style template svg math iframe object canvas audio video select datalist textarea noembed noframes xmp",
    "plaintext noscript button",
)
#: Elements whose words are struck out: the text reads on without them.
STRUCK = _words("del s strike")
#: Elements that surround an article.
FURNITURE = _words("nav aside footer menu dialog")
#: Elements that class names and roles can make furniture of.
CONTAINERS = _words("div section ul ol header form p table figure details span")
_FURNITURE_ROLES = r"role=[\"']?(?:navigation|complementary|banner|contentinfo|dialog|search|menu)\b"
_FURNITURE_NAMES = (
    r"(?:class|id)=(?:\"[^\"]*?|'[^']*?)(?<![a-z])(?:nav|navbar|navigation|menu|sidebar|footer|related|recommended"
    r"|recommendations|most-?read|most-?viewed|trending|newsletter|cookies?|consent|share|sharing|social|promo|advert"
    r"|ad|ads|advertisement|breadcrumbs?|comments?|teasers?|outbrain|taboola|masthead|skip-link)(?![a-z])"
)
FURNITURE_TAG = re.compile(f"{_FURNITURE_ROLES}|{_FURNITURE_NAMES}", re.IGNORECASE)
HIDDEN_TAG = re.compile(
    r"\shidden(?=[\s>=])|aria-hidden=[\"']?true|style=(?:\"[^\"]*?|'[^']*?)(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)",
    re.IGNORECASE,
)
#: Tags that may carry words in an attribute.
WORDED_TAG = re.compile(r"\s(?:alt|title|content|aria-label|aria-description|data-[\w-]++)\s*+=", re.IGNORECASE)
WORDED = _words("alt title aria-label aria-description")
#: `<meta>` of these names has words of the article.
META = _words("description og:description twitter:description og:title twitter:title dc.description")
META_DATE = _words("article:published_time date dc.date dcterms.created pubdate datepublished parsely-pub-date")
