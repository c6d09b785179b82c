"""A finding → its SARIF result: place, fingerprint, related places and fix."""

from provlint.model.findings import Finding, HeldBack, Related
from provlint.model.words import Confidence
from provlint.report.json import Object
from provlint.report.sarif_text import LEVELS, artifact, message
from provlint.text.visible import cut, visible

#: How likely a finding is right, on SARIF's scale from 0 to 100.
_RANKS: dict[Confidence, float] = {"high": 90.0, "medium": 60.0, "low": 30.0}
_MOST_REASON = 1_000  # characters
_MOST_RELATED = 100  # places; no rule of ours comes near it


def result(finding: Finding, rule_index: int, *, compared: bool, held: HeldBack | None = None) -> Object:
    """The result; `compared` says that there was a baseline, `held` what held the finding back.

    The fingerprint goes by GitHub's name for it too: else GitHub makes one of its own from the line alone.
    """
    location = {"physicalLocation": {"artifactLocation": artifact(finding.path), "region": _region(finding)}}
    made: Object = {
        "ruleId": visible(finding.id),
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": message(finding.message),
        "locations": [location],
        "partialFingerprints": {
            "provlintFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "suppressions": [_suppression(held)] if held else [],
    }
    if compared:
        # Whether what an ignore holds back was there before, nobody asked.
        made["baselineState"] = "unchanged" if held and held.by == "baseline" else "new"
    if finding.related:
        places = finding.related[:_MOST_RELATED]
        made["relatedLocations"] = [_related(number, related) for number, related in enumerate(places, 1)]
    if finding.fix is not None:
        made["fixes"] = [_fix(finding)]
    return made


def _suppression(held: HeldBack) -> Object:
    """SARIF 3.35: "inSource" where the document itself says it, "external" where something outside does."""
    made: Object = {"kind": "inSource" if held.by == "document" else "external", "status": "accepted"}
    return made | ({"justification": visible(cut(held.reason, _MOST_REASON))} if held.reason else {})


def _region(finding: Finding) -> Object:
    region: Object = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    # A snippet that was cut or masked is not what stands there.
    if len(finding.snippet) == finding.end - finding.start and finding.snippet.isprintable():
        region["snippet"] = {"text": finding.snippet}
    return region


def _related(number: int, related: Related) -> Object:
    region = {"startLine": related.line, "startColumn": related.column}
    place = {"artifactLocation": artifact(related.path), "region": region}
    return {"id": number, "physicalLocation": place, "message": message(related.message)}


def _fix(finding: Finding) -> Object:
    fix = finding.fix
    assert fix is not None
    replacements = []
    for edit in fix.edits:
        region: Object = {"charOffset": edit.start, "charLength": edit.end - edit.start}
        if (edit.start, edit.end) == (finding.start, finding.end):
            region = {key: value for key, value in _region(finding).items() if key != "snippet"}
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": artifact(finding.path), "replacements": replacements}
    words = "The meaning stays." if fix.safe else "The meaning may change: look before you take it."
    return {"description": {"text": words}, "artifactChanges": [change], "properties": {"safe": fix.safe}}
