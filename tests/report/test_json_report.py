from hypothesis import given

from provlint.model.findings import Edit, Fix, LinkAnswer, LinkPlace, Related, SkippedRule
from provlint.report.json import render
from tests.report.samples import HOSTILE, finding, hostile_report, report
from tests.report.strict_readers import strict_json

NOON = "2026-01-02T12:00:00Z"


def test_the_report_is_the_contracts() -> None:
    found = report(
        finding("naïve", related=(Related("b.md", 7, 9, 2, 4, "there"),), fix=Fix(True, (Edit(3, 4, "x"),))),
        finding(path="b.md", severity="info"),
        links=(
            LinkAnswer("http://a.example/", (LinkPlace("a.md", 3, 9),)),
            LinkAnswer("http://b.example/", (), "dead", "gone", 410, "http://c.example/", ("http://c.example/",), NOON),
        ),
    )._replace(suppressed=1, baselined=2, skipped_rules=(SkippedRule("PL101", "offline", "dead-link"),))  # fmt: skip
    assert render(found) == (
        "{\n"
        '  "version": 1,\n'
        '  "tool": {"name": "provlint", "version": "0.1.0"},\n'
        '  "summary": {"documents": 2, "errors": 1, "warnings": 0, "infos": 1, "suppressed": 1, "baselined": 2,'
        ' "skipped_rules": [{"id": "PL101", "why": "offline"}], "links": {"found": 6, "unique": 2, "checked": 1}},\n'
        '  "documents": [\n'
        '    {"path": "a.md", "format": "markdown", "links": 3, "quotations": 0, "outlets": 0,'
        ' "claims": 0, "excerpts": 0},\n'
        '    {"path": "b.md", "format": "markdown", "links": 3, "quotations": 0, "outlets": 0,'
        ' "claims": 0, "excerpts": 0}\n'
        "  ],\n"
        '  "links": [\n'
        '    {"url": "http://a.example/", "verdict": "unchecked", "reason": "offline", "status": null,'
        ' "final_url": null, "chain": [], "checked_at": null, "places": [{"path": "a.md", "line": 3, "column": 9}]},\n'
        '    {"url": "http://b.example/", "verdict": "dead", "reason": "gone", "status": 410,'
        ' "final_url": "http://c.example/", "chain": ["http://c.example/"],'
        ' "checked_at": "2026-01-02T12:00:00Z", "places": []}\n'
        "  ],\n"
        '  "findings": [\n'
        '    {"id": "PL120", "rule": "malformed-url", "severity": "error", "confidence": "high",'
        ' "message": "the address can never work", "path": "a.md", "start": 3000, "end": 3005, "line": 3, "column": 5,'
        ' "end_line": 3, "end_column": 10, "snippet": "naïve", "fingerprint": "f00d",'
        ' "related": [{"path": "b.md", "start": 7, "end": 9, "line": 2, "column": 4, "message": "there"}],'
        ' "fix": {"safe": true, "edits": [{"start": 3, "end": 4, "text": "x"}]}},\n'
        '    {"id": "PL120", "rule": "malformed-url", "severity": "info", "confidence": "high",'
        ' "message": "the address can never work", "path": "b.md", "start": 3000, "end": 3009, "line": 3, "column": 5,'
        ' "end_line": 3, "end_column": 14, "snippet": "http:///x", "fingerprint": "f00d", "related": [], "fix": null}\n'
        "  ]\n"
        "}\n"
    )


def test_an_empty_report_has_every_key() -> None:
    value = strict_json(render(report(paths=())))
    assert list(value) == ["version", "tool", "summary", "documents", "links", "findings"]
    assert (value["documents"], value["links"], value["findings"]) == ([], [], [])


def test_facts_are_a_key_of_their_document() -> None:
    value = strict_json(render(report(), {"b.md": {"version": 1}}))
    documents = value["documents"]
    assert isinstance(documents, list)
    assert [document.get("facts") for document in documents] == [None, {"version": 1}]


def test_lone_surrogates_keep_the_length() -> None:
    value = strict_json(render(report(finding("a\udcffb\ud83d\ude00"))))
    findings = value["findings"]
    assert isinstance(findings, list)
    assert findings[0]["snippet"] == "a\ufffdb\ufffd\ufffd"


@given(HOSTILE)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    drawn = render(hostile_report(text), {text: {"text": text}})
    value = strict_json(drawn)
    kept = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    findings, links, documents = value["findings"], value["links"], value["documents"]
    assert isinstance(findings, list)
    assert isinstance(links, list)
    assert isinstance(documents, list)
    assert findings[0]["message"] == kept
    assert links[1]["chain"] == [kept, kept]
    assert documents[0]["facts"] == {"text": kept}
    assert len(drawn.split("\n")) == len(render(hostile_report("words")).split("\n"))
    assert not [line for line in drawn.split("\n") if line.lstrip().startswith("::") or "##[" in line]
