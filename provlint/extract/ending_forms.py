"""Forms in which a text shows that it goes on elsewhere, and forms in which whole texts end without a full stop."""

import re

from provlint.text.patterns import lazy

# What pages, feeds and news services set where they cut: "Read more", "[+2183 chars]", "(more)" (the last of press
# releases), "The post … appeared first on …" (the feeds of WordPress), "Subscribe to continue reading".
_TEXT = "story|article|post|report|piece|text|interview|letter|review|column|essay|analysis"
_WHOLE = "full|rest|whole|entire|complete|original"
MORE = lazy(
    r"(?:\[\+\d[\d,.]*\s?(?:chars?|characters|words|more)\]"
    r"|[\[(]\s?(?:…|\.\.\.)?\s?"
    r"(?:more|continue[sd]?|continued (?:on|at|below|here)[^\])]{0,40}|cont['’]?d\.?|read more)\s?[\])]"
    r"|[\[(]?\b(?:(?:click|tap|press) (?:here )?(?:to|for) )?"
    r"(?:(?:read|see|view|show|learn) (?:more|on)|(?:continue|keep) reading"
    rf"|(?:continue )?(?:read|reading|see|view|for) the (?:{_WHOLE})(?: of (?:the|this|our))?(?: (?:{_TEXT}))?)"
    r"(?: (?:here|below|online))?(?P<at> (?:at|on|in) .{1,60})?[\])]?"
    r"|[\[(]?\b(?:subscribe|sign in|sign up|log in|register)(?: (?:now|today|here))?"
    r"(?: (?:to|and) (?:continue|keep|read|unlock|see|view|access)\b.{0,40})?[\])]?)"
    r"\s?(?:»|›|→|>{1,2}|⟶)?[.…]{0,3}\Z",
    re.IGNORECASE,
)
FEED = lazy(r"\bThe post .{1,200} (?:appeared first|first appeared) on .{1,80}?\Z")
#: Every one of these forms holds one of these in its last words, in lower case, or the beginning of one in brackets.
SURE_HINTS = (
    "read more", "see more", "view more", "show more", "learn more", "read on", "see on", "view on", "show on",
    "learn on", "continue reading", "keep reading", "the full", "the rest", "the whole", "the entire", "the complete",
    "the original", "subscribe", "sign in", "sign up", "log in", "register", "appeared",
)  # fmt: skip
BRACKETED_HINT = lazy(r"[\[(](?:\+\d|\s?(?:…|\.\.\.|more|cont|read more))")
ELLIPSIS = lazy(r"(?P<set>[\[(]\s?)?(?:…|\.{3,6}|\. \. \.(?: \.)?)\s?[\])]?[\"'”’»)\]]*\Z")
DOTS = ("…", "...", "…]", "...]", ". .")

# Lines at the end of a text that are no sentence of it.
SIGN_OFF = lazy(
    r"(?:[—–•*|~@#©-]|\(c\)|by (?-i:[A-Z])|photo|image|video|source|follow |copyright|all rights|contact|e-?mail|tel\b"
    r"|phone|call |editors?:|edited by|related|tags?\b|filed|posted|published|updated|first published|originally"
    r"|reporting|additional reporting|writing by|written by|edited|compiled|produced|translated|watch|listen|subscribe"
    r"|sign up|click|visit|join |share|like (?:us|this)|read (?:more|also|the|our|his|her|next|it)"
    r"|see (?:also|more|the full)|more (?:on|from|stories|news|about)|also (?:read|see)|via |note:|thanks|thank you"
    r"|regards|sincerely|best\b|yours|cheers|love\b|with (?:love|thanks)"
    r"|to (?:read|learn|see|find|register|subscribe|contact|sign)"
    r"|for (?:more|further|details|information|the full|full)"
    r"|you can (?:follow|read|find|reach|contact)"
    r"|(?:this|the) (?:article|post|story|piece|column|essay|text|blog|page) (?:was|is|has|first|originally|appeared)\b"
    r"|end\b|ends\b|###)",
    re.IGNORECASE,
)
#: The line about the author below an article: it names a post and ends in the name of a house.
ABOUT_AUTHOR = lazy(r"(?:[^\W\d_a-z][\w.'’-]*,? ){2,5}(?:is|writes|works|serves|covers|leads)\b")

# A sentence never ends in these: articles, possessives, conjunctions, prepositions that English does not strand.
NEVER_LAST = frozenset((
    "a", "against", "although", "among", "an", "and", "because", "between", "despite", "during", "from", "if",
    "including", "into", "its", "my", "nor", "of", "or", "our", "per", "than", "the", "their", "though", "toward",
    "towards", "unless", "upon", "via", "whereas", "while", "whose", "with", "your",
))  # fmt: skip
# One may, by ellipsis or a stranded preposition; with no full stop behind them it hardly ever does.
SELDOM_LAST = frozenset((
    "also", "are", "as", "at", "be", "been", "both", "but", "by", "can", "could", "for", "had", "has", "have", "he",
    "her", "his", "how", "in", "is", "it", "may", "might", "more", "most", "must", "not", "on", "she", "should",
    "such", "that", "these", "they", "this", "those", "to", "very", "was", "we", "were", "what", "when", "where",
    "which", "who", "will", "would",
))  # fmt: skip
#: Words of the grammar.
FUNCTION = NEVER_LAST | SELDOM_LAST | frozenset((
    "about", "after", "all", "any", "before", "did", "do", "does", "here", "him", "no", "out", "over", "said",
    "says", "so", "some", "them", "there", "under", "up", "us",
))  # fmt: skip
#: What a sentence nearly always holds and a headline nearly never.
SENTENCE_WORDS = frozenset((
    "a", "an", "and", "are", "been", "could", "did", "do", "does", "had", "has", "have", "he", "her", "his", "is",
    "it", "its", "more", "not", "said", "she", "than", "that", "the", "their", "these", "they", "this", "to", "was",
    "we", "were", "which", "who", "will", "would",
))  # fmt: skip
#: Finite verbs that headlines leave out or put in other forms.
VERBS = frozenset((
    "are", "did", "had", "has", "have", "is", "said", "says", "told", "was", "were", "will", "would",
))  # fmt: skip
