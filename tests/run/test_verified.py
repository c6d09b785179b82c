"""Quotations and excerpts of a document beside saved pages: which source counts, and what is said of an excerpt."""

from pathlib import Path
from typing import Any

import pytest

from provlint.model.matches import Verified
from provlint.model.settings import Settings
from provlint.run.check import check
from provlint.run.sheet import sheet

WORDS = "We will not close the night ferry before the bridge is open"
FILL = "The harbour office answers letters on Mondays and keeps the tide tables for the whole coast. " * 3
LACKS = f"<main><p>{FILL}</p></main>"
HAS = f"<main><p>“{WORDS},” said Tomas Oduya.</p><p>{FILL}</p></main>"
OTHER = HAS.replace("not", "never")
WALL = "<main><p>The ferry stays.</p><p>Subscribe to continue reading</p></main>"


@pytest.fixture
def verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def compare(text: str, pages: dict[str, str], name: str = "a.md") -> list[Verified]:
        for path, page in pages.items():
            file = tmp_path / "saved" / "harbour.co.uk" / f"{path}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
        rows = sheet(name, Settings(), ("saved",), today="2026-05-01").rows
        return [row.verified for row in rows if row.verified]

    return compare


def link(path: str, words: str) -> str:
    return f"[{words}](https://harbour.co.uk/{path})"


@pytest.mark.parametrize(
    ("near", "far", "kind"),
    [
        (LACKS, WALL, "missing"),
        (OTHER, WALL, "altered"),
        (WALL, LACKS, "unavailable"),
        (WALL, OTHER, "unavailable"),
        (WALL, HAS, "verbatim"),
        (LACKS, HAS, "verbatim"),
    ],
)
def test_a_link_on_the_verb_counts_for_more_than_one_that_could_not_be_read(
    verified: Any, near: str, far: str, kind: str
) -> None:
    text = f"“{WORDS},” Tomas Oduya {link('near', 'said')}. The works began {link('far', 'last year')}.\n"
    (one,) = verified(text, {"near": near, "far": far})
    assert one.match.kind == kind
    told = " ".join(one.remarks)
    assert ("far" in told) == (kind != "verbatim")
    assert one.source.rpartition("/")[2] == ("far" if kind == "verbatim" else "near")


def test_of_two_links_beside_a_quotation_neither_makes_it_wrong_alone(verified: Any) -> None:
    text = f"In {link('one', 'May')} and in {link('two', 'June')} they heard it: “{WORDS},” said Tomas Oduya.\n"
    (one,) = verified(text, {"one": LACKS, "two": WALL})
    assert one.match.kind == "unavailable"
    assert one.source.endswith("/two")
    assert one.remarks == ("https://harbour.co.uk/one was read and does not have them",)


def test_a_link_to_who_speaks_is_no_link_to_the_words(verified: Any) -> None:
    text = f"“{WORDS},” said {link('people/tomas-oduya', 'Tomas Oduya')}. It was {link('far', 'a long evening')}.\n"
    (one,) = verified(text, {"people/tomas-oduya": LACKS, "far": WALL})
    assert one.match.kind == "unavailable"


TITLE = "Night ferry to stay until the bridge is open"
FIRST = "The night ferry will stay until the bridge is open, the council decided on Tuesday evening after three hours."
SECOND = "Five members spoke against the decision, and all of them left the hall at eleven that night."
THIRD = "The bridge is to be finished in two years, and nobody in the town believes that it will be."
PAGE = (
    f'<meta property="article:published_time" content="2025-05-04T09:00:00Z"><title>{TITLE} | Gazette</title>'
    f"<main><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main>"
)


def pasted(*paragraphs: str, title: str = TITLE, day: str = "May 4, 2025") -> str:
    head = f"{title}\nThe Harbour Gazette\nhttps://harbour.co.uk/ferry\nBy Ann Harbour\n{day}\n"
    return "Here is the piece that was meant.\n\n" + "\n\n".join((head, *paragraphs)) + "\n"


def kinds(found: list[Verified]) -> dict[str, str]:
    return {one.kind: one.match.kind for one in found}


def test_a_whole_excerpt_is_the_article(verified: Any) -> None:
    found = verified(pasted(FIRST, SECOND, THIRD), {"ferry": PAGE}, "a.txt")
    assert kinds(found) == {"excerpt": "verbatim", "title": "verbatim", "date": "verbatim"}
    body = next(one for one in found if one.kind == "excerpt")
    assert body.share > 80
    assert not any("goes on" in remark or "left out" in remark for remark in body.remarks)


def test_where_an_excerpt_was_cut_is_shown(verified: Any) -> None:
    body = next(one for one in verified(pasted(FIRST, SECOND), {"ferry": PAGE}, "a.txt") if one.kind == "excerpt")
    assert 40 < body.share < 80
    assert any(remark.startswith("the article goes on: “The bridge is to be finished") for remark in body.remarks)


def test_a_paragraph_left_out_and_a_sentence_cut_short_are_shown(verified: Any) -> None:
    cut = THIRD.partition(" and nobody")[0]
    body = next(one for one in verified(pasted(FIRST, cut), {"ferry": PAGE}, "a.txt") if one.kind == "excerpt")
    told = " · ".join(body.remarks)
    assert "a paragraph is left out of it: “Five members" in told
    assert "its last sentence goes on: “and nobody" in told


def test_what_was_put_between_two_paragraphs_is_shown(verified: Any) -> None:
    own = "The mayor called the whole affair a disgrace and promised that heads would roll before the summer."
    body = next(one for one in verified(pasted(FIRST, own, SECOND), {"ferry": PAGE}, "a.txt") if one.kind == "excerpt")
    assert body.match.kind == "altered"
    assert body.match.difference[0].quoted == own


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (TITLE, "verbatim"),
        (f"{TITLE} | Gazette", "verbatim"),
        (f"{TITLE} - The Harbour Gazette", None),
        (TITLE.replace("stay", "close"), "altered"),
        ("Why the council cannot make up its mind", "missing"),
    ],
)
def test_a_title_is_compared_with_every_title_of_the_page(verified: Any, title: str, kind: str | None) -> None:
    assert kinds(verified(pasted(FIRST, SECOND, title=title), {"ferry": PAGE}, "a.txt")).get("title") == kind


@pytest.mark.parametrize(("day", "kind"), [("May 5, 2025", "verbatim"), ("May 14, 2025", "altered"), ("Sunday", None)])
def test_a_date_is_compared_with_the_days_the_page_gives(verified: Any, day: str, kind: str | None) -> None:
    assert kinds(verified(pasted(FIRST, SECOND, day=day), {"ferry": PAGE}, "a.txt")).get("date") == kind


def test_an_excerpt_is_judged_whatever_else_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saved" / "harbour.co.uk").mkdir(parents=True)
    (tmp_path / "saved" / "harbour.co.uk" / "ferry.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(pasted(FIRST.replace("three", "nine"), SECOND, title=TITLE.replace("stay", "go")))
    settings = Settings(jobs=1, select=("PL335",))
    found = check(("a.txt",), settings, today="2026-05-01", counts=False, sources=("saved",)).report.findings
    assert [finding.line for finding in found] == [3, 3]
    assert any("⟨nine⟩" in finding.message and "% of the article" in finding.message for finding in found)
    assert any("⟨go⟩" in finding.message for finding in found)


LIMITED = f"<main><p>“{WORDS} but only if the council pays,” said Tomas Oduya.</p><p>{FILL}</p></main>"


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (f",” he {link('a', 'said')}, “but only if the council pays.”", "verbatim"),
        (f"”, Oduya {link('a', 'said')}, but only if the council pays.", "verbatim"),
        (f",” he {link('a', 'said')}. The council will pay.", "clipped"),
    ],
)
def test_a_document_that_goes_on_with_the_limit_has_not_cut_it_off(verified: Any, after: str, kind: str) -> None:
    rows = verified(f"“{WORDS}{after}\n", {"a": LIMITED})
    assert rows[0].match.kind == kind
    assert (rows[0].match.passage.ending == "") == (kind == "verbatim")


@pytest.mark.parametrize("signature", ["\n>\n> — {}, mayor", "\n> -- {}", " — {}", "\n>\n> – {}, 3 May 2026"])
def test_who_signs_a_block_quotation_is_none_of_its_words(verified: Any, signature: str) -> None:
    signed = signature.format(link("a", "Tomas Oduya"))
    assert [one.match.kind for one in verified(f"> {WORDS}.{signed}\n", {"a": HAS})] == ["verbatim"]
    assert [one.match.kind for one in verified(f"> {WORDS}.{signed}\n", {"a": OTHER})] == ["altered"]


def test_a_line_of_a_block_quotation_that_begins_with_a_dash_is_compared(verified: Any) -> None:
    text = f"> {WORDS}.\n>\n> – We will sell the mill as well. It is {link('a', 'old')}.\n"
    assert [one.match.kind for one in verified(text, {"a": HAS})] == ["altered"]
