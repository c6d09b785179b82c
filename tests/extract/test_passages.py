"""Marks that chat tools leave, and text that only looks like them."""

import pytest

from provlint.model.words import Format
from tests.extract.documents import read


def leftovers(source: str, form: Format = "markdown") -> list[str]:
    document, facts = read(source, form)
    return [document.source[passage.start : passage.end] for passage in facts.passages]


@pytest.mark.parametrize(
    "mark",
    [
        ":contentReference[oaicite:12]{index=12}",
        "[oai_citation:3‡harbour.co.uk](https://harbour.co.uk)",
        "turn0search4turn2news11",
        "citeturn1view0",
        "\ue200cite\ue202turn0search1\ue202turn0search3\ue201",
        "【7†source】",
        "【12:4†minutes.pdf】",
        "[3†L12-L15]",
        "[cite_start]",
        "[cite: 2, 14]",
        "[span_3](start_span)",
        "sandbox:/mnt/data/figures.csv",
        "file-service://file-Ab12Cd",
        '({"attribution":{"attributableIndex":"93-2"}})',
        "grok_card:2",
    ],
)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_mark_of_a_chat_tool_is_found_whole(mark: str, form: Format) -> None:
    found = leftovers(f"The wall fell {mark} in May.", form)
    assert len(found) == 1
    assert found[0].startswith(mark[: len(found[0])])
    assert len(found[0]) >= min(len(mark), len("[oai_citation:3‡harbour.co.uk]"))


def test_a_mark_inside_a_link_is_found() -> None:
    assert leftovers("The [figures](sandbox:/mnt/data/a.csv) are final.") == ["sandbox:/mnt/data/a.csv"]


@pytest.mark.parametrize(
    "source",
    [
        "In turn 0 searches were made; return1 and turn3 are names.",
        "Write `[cite_start]` to begin.",
        "```\nturn0search1\n```",
        "[cite: the minutes] and [1] and [2†]",
        "The dagger † marks the dead.",
        "<!-- turn0search1 -->",
    ],
)
def test_what_only_looks_like_one_is_left_alone(source: str) -> None:
    assert leftovers(source) == []


def test_marks_side_by_side_are_told_apart_and_none_twice() -> None:
    assert leftovers("a【1†source】【2†source】 b :contentReference[oaicite:1]{index=1}", "text") == [
        "【1†source】",
        "【2†source】",
        ":contentReference[oaicite:1]{index=1}",
    ]
