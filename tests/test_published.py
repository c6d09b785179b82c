import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from provlint.model.version import VERSION
from provlint.published.facts import Facts
from provlint.published.report import Report
from provlint.published.schema import extract_schema, report_schema
from provlint.report.facts import facts_object
from provlint.report.json import render
from tests.report.samples import HOSTILE, finding, hostile_report, report
from tests.report.test_facts_object import DOCUMENT, FACTS

PLACE: dict[str, Any] = {"start": 0, "end": 1, "line": 1, "column": 1, "text": "x"}
SOURCE = {"kind": "link", "text": "https://a.example/", "start": 0, "end": 0, "scope": "sentence"}
SPEAKER = {"text": "Dar", "start": 0, "end": 0, "name": "Ishaq Dar", "kind": "named"}
CUE = {"text": "said", "start": 0, "end": 0}
STANDING = {"axis": "kind", "category": "newspaper", "list": "…", "as_of": "2026-05", "evidence": None}
#: Every kind of fact with every key, in the contract's order.
EVERYTHING: dict[str, Any] = {
    "version": 1,
    "path": "a.md",
    "format": "markdown",
    "document": {"title": None, "date": None, "date_from": None, "language": "en", "authors": []},
    "blocks": [PLACE | {"kind": "paragraph", "author": None, "address": None}],
    "links": [
        PLACE
        | {
            "url": "https://www.a.example/",
            "label": "anchor",
            "kind": "inline",
            "host": "www.a.example",
            "domain": "a.example",
            "categories": ["newspaper"],
            "outlet": "The Example",
            "standing": [STANDING],
        }
    ],
    "quotations": [
        PLACE | {"plain": "x", "kind": "direct", "group": 1, "speaker": SPEAKER, "cue": CUE, "outlet": "Fox News"}
        | {"sources": [SOURCE]},
        PLACE | {"plain": "x", "kind": "term", "group": 2, "speaker": None, "cue": None, "outlet": None, "sources": []},
    ],
    "attributions": [PLACE | {"source": SPEAKER | {"name": None, "kind": "anonymous"}, "cue": CUE, "sources": []}],
    "outlets": [PLACE | {"name": "The Wall Street Journal", "domains": ["wsj.com"], "candidates": 1}],
    "claims": [PLACE | {"score": 0.93, "reasons": ["statistic"], "sources": []}],
    "phrases": [PLACE | {"kind": "weasel"}],
    "excerpts": [PLACE | {"source": "https://a.example/", "cut": "mid-word", "evidence": "The Econom"}],
    "passages": [PLACE | {"kind": "furniture", "evidence": "…"}],
    "identifiers": [PLACE | {"scheme": "doi", "value": "10.1000/182", "valid": True}],
    "citations": [PLACE | {"kind": "footnote", "key": "1", "resolved": True, "role": "use"}],
}  # fmt: skip

REPORT_SCHEMA = report_schema()


def valid(schema: dict[str, object], value: object) -> bool:
    return bool(Draft202012Validator(schema).is_valid(value))


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


@pytest.mark.parametrize("schema", [extract_schema, report_schema])
def test_a_schema_tells_a_stranger_everything(schema: Callable[[], dict[str, object]]) -> None:
    found = schema()
    Draft202012Validator.check_schema(found)
    assert str(found["$id"]).startswith("urn:provlint:")
    assert found["title"]
    assert json.loads(json.dumps(found)) == found
    for part in objects(found):
        assert part["description"]
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        for key, told in part["properties"].items():
            assert told.get("description"), key


def test_every_fact_of_the_contract_is_valid_and_comes_back() -> None:
    assert valid(extract_schema(), EVERYTHING)
    assert json.dumps(Facts.model_validate(EVERYTHING).model_dump(mode="json")) == json.dumps(EVERYTHING)


def test_extracted_facts_are_valid_and_come_back() -> None:
    found = facts_object(DOCUMENT, FACTS)
    assert valid(extract_schema(), found)
    assert json.dumps(Facts.model_validate(found).model_dump(mode="json")) == json.dumps(found)


def test_a_surrogate_in_the_source_is_no_error() -> None:
    found = Facts.model_validate(EVERYTHING | {"path": "a\udcff.md"})
    assert found.path == "a\ufffd.md"


def test_a_report_with_facts_is_valid_and_comes_back() -> None:
    drawn = json.loads(render(report(finding()), {"a.md": facts_object(DOCUMENT, FACTS)}))
    assert valid(report_schema(), drawn)
    published = Report.model_validate(drawn)
    assert json.dumps(published.model_dump(mode="json")) == json.dumps(drawn)
    assert json.loads(published.model_dump_json()) == drawn


@given(HOSTILE)
def test_any_report_is_valid_and_comes_back(text: str) -> None:
    drawn = json.loads(render(hostile_report(text)))
    assert valid(REPORT_SCHEMA, drawn)
    assert json.dumps(Report.model_validate(drawn).model_dump(mode="json")) == json.dumps(drawn)


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"version": 2},
        {"format": "docx"},
        {"path": None},
        {"links": None},
        {"phrases": [PLACE | {"kind": "vague"}]},
        {"phrases": [PLACE | {"kind": "weasel", "line": 0}]},
        {"phrases": [{"kind": "weasel"}]},
        {"outlets": [PLACE | {"name": "x", "domains": [], "candidates": "1"}]},
        {"claims": [PLACE | {"score": 1.5, "reasons": [], "sources": []}]},
    ],
)
def test_what_the_contract_does_not_say_is_refused(change: dict[str, object]) -> None:
    assert not valid(extract_schema(), EVERYTHING | change)
    with pytest.raises(ValidationError):
        Facts.model_validate(EVERYTHING | change)


@pytest.mark.parametrize("key", list(EVERYTHING))
def test_no_key_may_be_missing(key: str) -> None:
    assert not valid(extract_schema(), {name: value for name, value in EVERYTHING.items() if name != key})


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
