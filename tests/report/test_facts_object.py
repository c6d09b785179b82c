import json

from hypothesis import given
from hypothesis import strategies as st

from provlint.model.document import Block, Document, Metadata
from provlint.model.facts import Address, Citation, Facts, Identifier, Link, Passage
from provlint.report.facts import facts_object, jsonl
from tests.report.samples import HOSTILE

SOURCE = "# Nine\r\n\r\nSee [the\rcensus](https://www.a.example/?b&amp;c).[^1]\n\n[^1]: Ibid. oaicite"


def span(words: str) -> tuple[int, int]:
    start = SOURCE.index(words)
    return start, start + len(words)


def link(words: str, url: str, address: Address) -> Link:
    start, end = span(words)
    return Link("inline", start, end, url, "the census", address, start - 13, end + 1, False, 1, start, end)


DOCUMENT = Document(
    "notes/a.md",
    "markdown",
    SOURCE,
    blocks=(
        Block("heading", 0, 6, "Nine", level=1),
        Block("post", 10, 58, author="Ann", address="https://x.example/1"),
    ),
    metadata=Metadata("Nine", "2026-01-02", "date", "en", ("Ann", "Bo")),
)
FACTS = Facts(
    links=(
        link(
            "https://www.a.example/?b&amp;c",
            "https://www.a.example/?b&c",
            Address("https://www.a.example/?b&c", host="www.a.example", domain="a.example"),
        ),
    ),
    citations=(
        Citation("footnote", "use", *span("[^1]."[:4]), "1", True),
        Citation("footnote", "definition", SOURCE.rindex("[^1]"), SOURCE.rindex("[^1]") + 4, "1", True),
    ),
    identifiers=(Identifier("doi", *span("Ibid"), "10.1000/182", False, "a slip"),),
    passages=(Passage("chat-leftover", *span("oaicite"), "a citation mark of a chat tool"),),
)


def test_the_object_is_the_contracts() -> None:
    assert jsonl(facts_object(DOCUMENT, FACTS)) == (
        '{"version": 1, "path": "notes/a.md", "format": "markdown",'
        ' "document": {"title": "Nine", "date": "2026-01-02", "date_from": "date", "language": "en",'
        ' "authors": ["Ann", "Bo"]},'
        ' "blocks": [{"start": 0, "end": 6, "line": 1, "column": 1, "text": "# Nine", "kind": "heading",'
        ' "author": null, "address": null},'
        ' {"start": 10, "end": 58, "line": 3, "column": 1, "text": "See [the\\rcensus](https://www.a.example/?b&amp;c)",'
        ' "kind": "post", "author": "Ann", "address": "https://x.example/1"}],'
        ' "links": [{"start": 27, "end": 57, "line": 4, "column": 9, "text": "https://www.a.example/?b&amp;c",'
        ' "url": "https://www.a.example/?b&c", "label": "the census", "kind": "inline", "host": "www.a.example",'
        ' "domain": "a.example", "categories": [], "outlet": null, "standing": []}],'
        ' "quotations": [], "attributions": [], "outlets": [], "claims": [], "phrases": [], "excerpts": [],'
        ' "passages": [{"start": 77, "end": 84, "line": 6, "column": 13, "text": "oaicite", "kind": "chat-leftover",'
        ' "evidence": "a citation mark of a chat tool"}],'
        ' "identifiers": [{"start": 71, "end": 75, "line": 6, "column": 7, "text": "Ibid", "scheme": "doi",'
        ' "value": "10.1000/182", "valid": false}],'
        ' "citations": [{"start": 59, "end": 63, "line": 4, "column": 41, "text": "[^1]", "kind": "footnote",'
        ' "key": "1", "resolved": true, "role": "use"},'
        ' {"start": 65, "end": 69, "line": 6, "column": 1, "text": "[^1]", "kind": "footnote", "key": "1",'
        ' "resolved": true, "role": "definition"}]}\n'
    )


def test_a_document_without_anything_has_every_key() -> None:
    found = facts_object(Document("b.txt", "text", ""), Facts())
    assert found["document"] == {"title": None, "date": None, "date_from": None, "language": None, "authors": []}
    assert [key for key, value in found.items() if value == []] == [
        "blocks", "links", "quotations", "attributions", "outlets", "claims", "phrases", "excerpts", "passages",
        "identifiers", "citations",
    ]  # fmt: skip


def test_an_address_without_a_host_has_none() -> None:
    found = Facts(links=(link("census", "other.md", Address("other.md")),))
    [shown] = json.loads(jsonl(facts_object(DOCUMENT, found)))["links"]
    assert (shown["host"], shown["domain"]) == (None, None)


def test_a_mask_reaches_every_word_of_the_document() -> None:
    shown = jsonl(
        facts_object(DOCUMENT, FACTS, mask=lambda text: text.replace("a.example", "***").replace("Ann", "***"))
    )
    assert "www.***/?b&c" in shown
    assert "Ann" not in shown
    assert "a.example" not in shown.replace('"host": "www.a.example", "domain": "a.example"', "")


@given(HOSTILE, st.data())
def test_each_fact_is_the_slice_at_its_place(source: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(source))
    spans = [sorted((data.draw(offsets), data.draw(offsets))) for _ in range(4)]
    document = Document("a.txt", "text", source)
    passages = tuple(Passage("foreign", start, end, "") for start, end in spans)
    line = jsonl(facts_object(document, Facts(passages=passages)))
    assert line.count("\n") == 1
    kept = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in source)
    for found in json.loads(line.encode())["passages"]:
        assert found["text"] == kept[found["start"] : found["end"]]
        assert (found["line"], found["column"]) == document.line_column(found["start"])
