"""The JSON Schemas of the published models."""

from pydantic import BaseModel

from provlint.published.facts import Facts
from provlint.published.report import Report


def extract_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of one line of `provlint extract --output-format jsonl`."""
    return _schema(Facts, "extract")


def report_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of `provlint check --output-format json`."""
    return _schema(Report, "report")


def _schema(model: type[BaseModel], name: str) -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:provlint:{name}:1",
        **model.model_json_schema(),
        "title": f"provlint {name}, version 1",
    }
