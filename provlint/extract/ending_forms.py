"""Forms in which a text shows that it goes on elsewhere, and forms in which whole texts end without a full stop."""

import re

# What pages, feeds and news services set where they cut: "Read more", "[+2183 chars]", "(more)" (the last of press
# releases), "The post … appeared first on …" (the feeds of WordPress), "Subscribe to continue reading".
MORE = re.compile(
    r"(?:\[\+\d[\d,.]*\s?(?:chars?|characters|words|more)\]"
    r"|(?:[\[(]\s?)(?:…|\.\.\.)?\s?(?:more|continue[sd]?|continued (?:on|at|below|here)[^\])]{0,40}|cont['’]?d\.?|read more)\s?[\])]"
    r"|[\[(]?\b(?:(?:click|tap|press) (?:here )?(?:to|for) )?(?:(?:read|see|view|show|learn) (?:more|on)|(?:continue|keep) reading|"
    r"(?:continue )?(?:read|reading|see|view|for) the (?:full|rest|whole|entire|complete|original)"
    r"(?: of (?:the|this|our))?(?: (?:story|article|post|report|piece|text|interview|letter|review|column|essay|analysis))?)"
    r"(?: (?:here|below|online))?(?P<at> (?:at|on|in) .{1,60})?[\])]?"
    r"|[\[(]?\b(?:subscribe|sign in|sign up|log in|register)(?: (?:now|today|here))?"
    r"(?: (?:to|and) (?:continue|keep|read|unlock|see|view|access)\b.{0,40})?[\])]?)"
    r"\s?(?:»|›|→|>{1,2}|⟶)?[.…]{0,3}\Z",
    re.IGNORECASE,
)
FEED = re.compile(r"\bThe post .{1,200} (?:appeared first|first appeared) on .{1,80}?\Z")
#: Every one of these forms holds one of these in its last words, in lower case.
MORE_HINTS = (
    "more", "read", "ee on", "iew on", "how on", "earn on", "see the", "view the", "for the", "chars", "characters",
    "words]", "subscribe", "sign ", "log in", "register", "appeared", "cont",
)  # fmt: skip
ELLIPSIS = re.compile(r"(?P<set>[\[(]\s?)?(?:…|\.{3,6}|\. \. \.(?: \.)?)\s?[\])]?[\"'”’»)\]]*\Z")
DOTS = ("…", "...", "…]", "...]", ". .")

# Lines at the end of a text that are no sentence of it.
SIGN_OFF = re.compile(
    r"(?:[—–•*|~@#©-]|\(c\)|by (?-i:[A-Z])|photo|image|video|source|follow |copyright|all rights|contact|e-?mail|tel\b|phone|call "
    r"|editors?:|edited by|related|tags?\b|filed|posted|published|updated|first published|originally|reporting|additional reporting"
    r"|writing by|written by|edited|compiled|produced|translated|watch|listen|subscribe|sign up|click|visit|join |share"
    r"|like (?:us|this)|read (?:more|also|the|our|his|her|next|it)|see (?:also|more|the full)|more (?:on|from|stories|news|about)"
    r"|also (?:read|see)|via |note:|thanks|thank you|regards|sincerely|best\b|yours|cheers|love\b|with (?:love|thanks)"
    r"|to (?:read|learn|see|find|register|subscribe|contact|sign)|for (?:more|further|details|information|the full|full)"
    r"|you can (?:follow|read|find|reach|contact)|(?:this|the) (?:article|post|story|piece|column|essay|text|blog|page) (?:was|is|has|first|originally|appeared)\b"
    r"|end\b|ends\b|###)",
    re.IGNORECASE,
)

#: The line about the author below an article: it names a post and ends in the name of a house.
ABOUT_AUTHOR = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*,? ){2,5}(?:is|writes|works|serves|covers|leads)\b")

# A sentence never ends in these: articles, possessives, conjunctions, prepositions that English does not strand.
NEVER_LAST = frozenset(
    ["the", "a", "an", "and", "or", "nor", "my", "your", "its", "our", "their", "whose", "because", "although", "though", "unless", "whereas", "if", "than", "into", "from", "of", "with", "while", "during", "among", "between", "toward", "towards", "against", "upon", "via", "per", "despite", "including"]
)
# One may, by ellipsis or a stranded preposition; with no full stop behind them it hardly ever does.
SELDOM_LAST = frozenset(
    ["to", "for", "in", "on", "at", "by", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "should", "may", "might", "must", "can", "as", "that", "which", "who", "when", "where", "how", "what", "his", "her", "this", "these", "those", "he", "she", "they", "we", "it", "but", "not", "also", "very", "more", "most", "such", "both"]
)
FUNCTION = (
    NEVER_LAST
    | SELDOM_LAST
    | frozenset(
        ["said", "says", "do", "does", "did", "no", "all", "any", "some", "there", "here", "so", "up", "out", "about", "after", "before", "over", "under", "him", "them", "us"]
    )
)
#: What a sentence nearly always holds and a headline nearly never.
SENTENCE_WORDS = frozenset(
    ["the", "a", "an", "is", "are", "was", "were", "has", "had", "have", "been", "said", "that", "which", "who", "his", "her", "their", "its", "will", "would", "could", "this", "these", "they", "he", "she", "we", "it", "and", "do", "does", "did", "not", "than", "more", "to"]
)
#: Finite verbs that headlines leave out or put in other forms.
VERBS = frozenset(("said", "says", "is", "are", "was", "were", "has", "had", "have", "will", "would", "did", "told"))
