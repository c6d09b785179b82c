"""Documents made of paragraphs with findings, which do not hang on what stands around them, and of others."""

from random import Random

#: Paragraphs with findings of many kinds; `{}` takes a word of their own, `{1}` and so on another.
BAD = (
    "See [the {} wall]().",
    "The [{} survey](https://harbour.co.uk/{}?utm_source=mail) was held in May.",
    "Back to <http://localhost/{1}> and [the {2}](http://localhost/).",
    "Some critics say that the {} harbour is too small for the boats.",
    "- one [{}](http:///broken)\n- two\n- three [empty {}]()",
    "> Ask at [the {} lock]() for the key.",
)
GOOD = (
    "The keeper {} remembers the summer well, and the boats with it.",
    "A {} list:\n\n- of boats\n- of oars",
    "## The {} pier",
    "Nobody at the {} pier had a key.",
    "| {} | b |\n|---|---|\n| c | d |",
)
#: Paragraphs with findings that hang on what stands around them or elsewhere, and paragraphs that they may hang on.
HANGING = (
    "“The {} pier will be closed until spring,” said Mara Lindqvist on Monday.",
    "“Nobody asked the {} keeper of the boats about it,” Jonas Pike said.",
    "“The new lock will cost the town {} million crowns and twelve oaks,” said Ines Calloway.",
    "Some 73 percent of the {} boats sank in 2019, and 4,000 people lost their work.",
)
SOURCES = (
    "The [{} report](https://harbour.co.uk/{}) has it all.",
    "Mara Lindqvist spoke [of the {} pier](https://harbour.co.uk/on/{}) that day.",
    "Jonas Pike and Mara Lindqvist met at the {} pier.",
)
#: Paragraphs with findings whatever stands around them, by speakers that no other paragraph has.
NEW = (
    "“We will not open the {} gate before the bridge is built,” said Tomas Oduya on Monday.",
    "“The new lock will cost the town {} million crowns and twelve oaks,” said Ines Calloway.",
    "Some 73 percent of the {} boats sank in 2019, and 4,000 people lost their work.",
)
_WORDS = [
    "amber",
    "birch",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "glade",
    "heron",
    "islet",
    "jetty",
    "knoll",
    "larch",
    "mossy",
    "north",
    "otter",
    "pearl",
    "quay",
    "reed",
]


def word(random: Random) -> str:
    return "".join(random.choice(_WORDS).title() for _ in range(3))


def paragraph(random: Random, kinds: tuple[str, ...]) -> str:
    text = random.choice(kinds).replace("{}", word(random))
    for number in range(1, 9):  # words that no other paragraph has, or two of them would be the same quotation
        text = text.replace(f"{{{number}}}", word(random))
    return text


def text(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"
