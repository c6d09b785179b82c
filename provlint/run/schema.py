"""`provlint schema NAME`: the published JSON Schemas."""

import json


def schema_text(name: str) -> str:
    """The schema called report, extract or settings, as indented JSON."""
    return json.dumps(_schema(name), indent=2, ensure_ascii=False) + "\n"


def _schema(name: str) -> dict[str, object]:
    if name == "settings":
        from provlint.settings.schema import schema

        return schema()
    from provlint.published.schema import extract_schema, report_schema

    return report_schema() if name == "report" else extract_schema()
