"""Quotations changed in the ways people and programs change them, and the right word for each: a generator of its own.

    python -m benchmarks.verify_mutations [--text FILE] [--seed N] [--write CASES.jsonl] [--wrong]

The sentences are written for this project; --text takes those of a plain text file as well (paragraphs, sentences of 13
to 40 words). Each is set on a page among other sentences, with markup as pages have it, and quoted changed or as it
stands. It prints what share of each kind is judged rightly; --wrong prints what is not, --write keeps the cases for
`benchmarks.verify --data`.
"""

import argparse
import html
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import provlint

SENTENCES = (
    "We have counted nine eels at the upper weir since the gates were opened on 14 May, and that is not enough",
    "The harbour authority will pay 3.5 million euros for the dredging, and the town will pay the other half",
    "I told Tomas Oduya that she had never seen the report before it was sent to the newspapers on Friday",
    "Our neighbours travelled forty-two kilometres by bus because the ferry was cancelled without any warning",
    "Nobody can say that the colour of the water at the old mill has anything to do with the paint works",
    "They don't believe that the new lock can be finished before the winter, whatever the engineers promise us",
    "In 1987 the river rose by 2.8 metres and it took the council twelve weeks to clear the cellars of mud",
    "He organised the first meeting himself, wrote the minutes and paid for the coffee out of his own pocket",
    "The committee's defence of the contract was, in the judge's words, a “well-meant fairy tale” and no more",
    "It's the third time that Ann Harbour has asked for a second bridge, and the third time that we've said no",
    "The fishermen of Saint-Malo & the U.S. buyers agreed on 25 per cent more for every tonne of fresh mackerel",
    "When the office at the customs house filed its official figures, five of the nine pages were left blank",
    "She must not sell the night ferry to anybody who cannot show that lorries will still be carried in winter",
    "Most of the people I met in the valley had already decided that they would rather leave than rebuild there",
)
FILLER = (
    "The tide tables for the whole coast are kept in a room above the fish market, and nobody asks for them.",
    "On some evenings the light of the pier can be seen from the hills, where sheep stand about in the dusk.",
    "The baker on the square opens at six, the chemist at nine, and the museum whenever its keeper is in town.",
    "Rain was forecast for the weekend, with strong winds from the west and a chance of hail over high ground.",
    "A small crowd had gathered at the landing stage, some with umbrellas, most of them without any hope of a seat.",
)
TRANSLATED = (
    "Wir haben am oberen Wehr seit der Öffnung der Tore neun Aale gezählt, und das ist bei weitem nicht genug",
    "Les autorités du port paieront trois millions et demi d'euros pour le dragage, la ville paiera l'autre moitié",
)
_DIGITS = {"nine": "9", "twelve": "12", "five": "5", "forty-two": "42", "third": "3rd", "second": "2nd", "first": "1st"}
_HOUSES = (
    ("harbour", "harbor"), ("neighbours", "neighbors"), ("travelled", "traveled"), ("colour", "color"),
    ("organised", "organized"), ("defence", "defense"), ("metres", "meters"), ("kilometres", "kilometers"),
    ("cancelled", "canceled"), ("tonne", "tonne"),
)  # fmt: skip
_OPPOSITES = {"not": "", "never": "always", "first": "last", "before": "after", "without": "with", "most": "few",
              "more": "less", "will": "may", "must": "may", "cannot": "can", "nobody": "everybody", "upper": "lower",
              "new": "old", "she": "he", "he": "she", "rather": "never", "already": "not"}  # fmt: skip
_UNITS = {
    "euros": "dollars",
    "kilometres": "miles",
    "metres": "feet",
    "weeks": "days",
    "tonne": "pound",
    "per cent": "points",
}
_NAMES = {"Tomas Oduya": "Mara Lindqvist", "Ann Harbour": "Ines Calloway", "Friday": "Sunday"}
_LOOKALIKES = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х", "i": "і"})
_LIMITS = (", but only if the money comes from the state", ", unless the sea comes first", " – except on Sundays",
           ", although nobody has signed anything yet", ", if the council agrees")  # fmt: skip

Change = Callable[[str, random.Random], str | None]


class Case(NamedTuple):
    """A quotation, its page and the right word."""

    kind: str
    quotation: str
    page: str
    expected: str


def _swap(table: dict[str, str]) -> Change:
    def change(text: str, chosen: random.Random) -> str | None:
        found = [word for word in table if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
        if not found:
            return None
        word = chosen.choice(found)
        return " ".join(re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", table[word], text, count=1).split())

    return change


def _figure(text: str, chosen: random.Random) -> str | None:
    figures = list(re.finditer(r"\d", text))
    if not figures:
        return None
    at = chosen.choice(figures)
    return f"{text[: at.start()]}{(int(at[0]) + chosen.randint(1, 8)) % 10}{text[at.end() :]}"


def _dropped(text: str, chosen: random.Random) -> str | None:
    words = text.split()
    at = chosen.randint(3, len(words) - 4)
    return " ".join(words[:at] + words[at + chosen.randint(1, 3) :])


def _added(text: str, chosen: random.Random) -> str | None:
    words = text.split()
    at = chosen.randint(3, len(words) - 4)
    return " ".join([*words[:at], chosen.choice(("certainly", "largely", "once again", "hardly")), *words[at:]])


def _moved(text: str, _: random.Random) -> str | None:
    first, comma, rest = text.partition(", ")
    return f"{rest[:1].upper()}{rest[1:]}, {first[:1].lower()}{first[1:]}" if comma and len(rest.split()) > 4 else None


def _contracted(text: str, _: random.Random) -> str | None:
    return re.sub(r"n't\b", "", text) if "n't" in text else None


def _unmarked(text: str, _: random.Random) -> str | None:
    return re.sub(r"\bdon't\b", "dont", text) if "don't" in text else None


def _elided(text: str, chosen: random.Random) -> str | None:
    words = text.split()
    at = chosen.randint(4, len(words) - 8)
    gone = words[at : at + 3]
    if any(re.fullmatch(r"(?:not|never|no|nobody|cannot|without|\w+n't)\W?", word, re.IGNORECASE) for word in gone):
        return None
    return " ".join([*words[:at], chosen.choice(("…", "...", "[…]", "(...)", ". . .")), *words[at + 3 :]])


def _bracketed(text: str, chosen: random.Random) -> str | None:
    found = re.search(r"\b(?:he|she|they|them|it)\b(?!['’])", text)
    return (
        f"{text[: found.start()]}[{chosen.choice(('Lindqvist', 'the keeper'))}]{text[found.end() :]}" if found else None
    )


def _spelled(text: str, chosen: random.Random) -> str | None:
    return _swap(dict(_HOUSES))(text, chosen)


def _typed(text: str, chosen: random.Random) -> str | None:
    tables: Sequence[dict[str, str]] = (
        {"'": "’", "“": '"', "”": '"'}, {"“": "«", "”": "»"}, {"“": "‘", "”": "’"}, {" – ": "—", ", ": " , "},
        {"&": "and", "U.S.": "US", "per cent": "%"},
    )  # fmt: skip
    for old, new in chosen.choice(tables).items():
        text = text.replace(old, new)
    return text


def _lookalike(text: str, _: random.Random) -> str | None:
    words = text.split()
    for at in [at for at, word in enumerate(words) if len(word) > 4][:3]:
        words[at] = f"{words[at][:1]}{words[at][1:].translate(_LOOKALIKES)}"
    return " ".join(words)


#: What is done to the quotation: kind → (right word, change).
ON_QUOTATION: dict[str, tuple[str, Change]] = {
    "as it stands": ("verbatim", lambda text, _: text),
    "typography": ("verbatim", _typed),
    "figures for words": ("verbatim", _swap(_DIGITS)),
    "another house's spelling": ("verbatim", _spelled),
    "letters of another script": ("verbatim", _lookalike),
    "an apostrophe lost": ("verbatim", _unmarked),
    "capitals": ("verbatim", lambda text, _: text.upper()),
    "a figure changed": ("altered", _figure),
    "a word for its opposite": ("altered", _swap(_OPPOSITES)),
    "another unit": ("altered", _swap(_UNITS)),
    "a negation contracted away": ("altered", _contracted),
    "a contraction written out": ("altered", _swap({"don't": "do not", "we've": "we have", "It's": "It is"})),
    "another name": ("altered", _swap(_NAMES)),
    "words dropped": ("altered", _dropped),
    "words added": ("altered", _added),
    "clauses moved": ("altered", _moved),
    "an ellipsis": ("marked", _elided),
    "a bracket": ("marked", _bracketed),
}  # fmt: skip


def _plain(text: str) -> str:
    return html.escape(text, quote=False)


def _broken_tags(text: str, chosen: random.Random) -> str:
    words = [html.escape(word, quote=False) for word in text.split()]
    for at in chosen.sample(range(len(words)), 4):
        word = words[at]
        if word.isalpha() and len(word) > 4:
            words[at] = f"{word[:2]}<b>{word[2:4]}</b><span>{word[4:]}</span>"
        else:
            words[at] = f"<a href='/t'>{word}</a>"
    return " ".join(words)


def _hyphenated(text: str, chosen: random.Random) -> str:
    words = text.split()
    for at in chosen.sample(range(len(words)), 4):
        if words[at].isalpha() and len(words[at]) > 5:
            words[at] = f"{words[at][:3]}-\n{words[at][3:]}"
    return html.escape(" ".join(words), quote=False)


def _interrupted(text: str, _: random.Random) -> str:
    first, comma, rest = text.partition(", ")
    return html.escape(f"{first},” she said on Monday. “{rest}" if comma else text, quote=False)


#: What the page does to the words, which leaves them the same.
ON_PAGE: dict[str, Callable[[str, random.Random], str]] = {
    "plain": lambda text, _: _plain(text),
    "soft hyphens": lambda text, _: re.sub(r"(\w{4})(?=\w{3})", "\\1&shy;", _plain(text)),
    "zero-width characters": lambda text, _: re.sub(r"(\w{3})(?=\w{3})", "\\1\u200b", _plain(text)),
    "ligatures": lambda text, _: _plain(text).replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "hyphens at line ends": _hyphenated,
    "a drop capital": lambda text, _: f"<span class=d>{text[0]}</span>{html.escape(text[1:], quote=False)}",
    "words broken by tags": _broken_tags,
    "references": lambda text, _: "".join(f"&#{ord(sign)};" if sign in "aeiou" else html.escape(sign) for sign in text),
    "an interruption": _interrupted,
}  # fmt: skip


def _page(said: str, chosen: random.Random) -> str:
    filler = [f"<p>{words}</p>" for words in chosen.sample(FILLER, 3)]
    body = "".join([*filler[:2], f"<p>“{said},” said the keeper of the lock.</p>", *filler[2:]])
    return (f"<!doctype html><html lang=en><title>Quay</title><nav><a href=/>Home</a></nav><main><h1>News</h1>{body}"
            "</main><footer>© Quay</footer></html>")  # fmt: skip


def cases(sentences: Sequence[str], seed: int) -> Iterator[Case]:
    """Every change of every sentence that can bear it."""
    chosen = random.Random(seed)
    for number, text in enumerate(sentences):
        for kind, (expected, change) in ON_QUOTATION.items():
            for dress in ["plain", chosen.choice([*ON_PAGE])]:
                changed = change(text, chosen)
                if changed is not None and (changed.split() != text.split() or expected == "verbatim"):
                    yield Case(kind, changed, _page(ON_PAGE[dress](text, chosen), chosen), expected)
        for dress, put in ON_PAGE.items():
            yield Case(f"page: {dress}", text, _page(put(text, chosen), chosen), "verbatim")
        yield from _wholes(text, sentences[number - 1], chosen)


def _wholes(text: str, other: str, chosen: random.Random) -> Iterator[Case]:
    plain, another = _plain(text), html.escape(other, quote=False)
    page = _page(plain, chosen)
    yield Case("clipped", text, _page(plain + chosen.choice(_LIMITS), chosen), "clipped")
    yield Case("not clipped", text, page.replace(",” said", ",” said the mayor, but it was"), "verbatim")
    yield Case("another text", other, page, "missing")
    yield Case("a translation", chosen.choice(TRANSLATED), page, "missing")
    far = "".join(f"<p>{words}</p>" for words in FILLER)
    long = page.replace("</main>", f"{far}<p>“{another},” said Ines Calloway.</p></main>")
    tail, head = " ".join(text.split()[-7:]), " ".join(other.split()[:7])
    yield Case("spliced", f"{tail} … {head}", long, "spliced")
    yield Case("spliced the other way", f"{head} … {tail}", long, "spliced")
    ten = page.replace("</main>", f"<p>“{plain}.”</p>" * 10 + "</main>")
    yield Case("ten times", text, ten, "verbatim")
    yield Case("ten times, changed", _dropped(text, chosen) or "", ten, "altered")
    words = text.split()
    at = chosen.randint(2, len(words) - 4)
    yield Case("two words", " ".join(words[at : at + 2]), page, "verbatim")
    yield Case("two words that are not there", "crooked lanterns", page, "missing")


def long_cases(seed: int) -> Iterator[Case]:
    """A quotation of 10,000 words, as it stands and with a word changed."""
    chosen = random.Random(seed)
    words = [word for _ in range(520) for word in chosen.choice(SENTENCES).split()][:10_000]
    page = _page(html.escape(" ".join(words), quote=False), chosen)
    yield Case("10,000 words", " ".join(words), page, "verbatim")
    words[5_000] = "otherwise"
    yield Case("10,000 words, one changed", " ".join(words), page, "altered")


def sentences_of(path: Path) -> list[str]:
    """The sentences of a plain text file that can be quoted: 13 to 40 words, no marks of quotation in them."""
    found = re.findall(
        r"[A-Z][^.!?\n“”\"\[\]…]{50,260}(?=[.!?](?:\s|$))", path.read_text(encoding="utf-8", errors="replace")
    )
    return [text for text in map(str.strip, found) if 13 <= len(text.split()) <= 40]


def main() -> int:
    """Make the cases, judge them, print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--wrong", action="store_true")
    given = parser.parse_args()
    sentences = [*SENTENCES, *(sentences_of(given.text)[:200] if given.text else ())]
    made = [*cases(sentences, given.seed), *long_cases(given.seed)]
    right, total = Counter[str](), Counter[str]()
    for case in made:
        said = provlint.verify(case.quotation, case.page).kind
        total[case.kind] += 1
        right[case.kind] += said == case.expected
        if given.wrong and said != case.expected:
            print(f"{case.kind}: {said}, not {case.expected}\n  {case.quotation[:300]}\n  {case.page[:1500]}")
    if given.write:
        lines = (json.dumps({"id": str(at), **case._asdict()}, ensure_ascii=False) for at, case in enumerate(made))
        given.write.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind in total:
        print(f"{right[kind] / total[kind]:.3f} of {total[kind]:4}  {kind}")
    print(f"{sum(right.values()) / len(made):.3f} of {len(made)}")
    return int(sum(right.values()) < 0.95 * len(made))


if __name__ == "__main__":
    sys.exit(main())
