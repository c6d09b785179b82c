"""SARIF: the schema, what GitHub reads of it, and its limits."""

from typing import Any

from hypothesis import given, settings

from provlint.model.findings import Edit, Fix, HeldBack, Related, Report
from provlint.model.rules import Rule
from provlint.report.sarif import render
from provlint.rulebook.shipped import shipped_rules
from tests.report.samples import HOSTILE, finding, hostile_report, report
from tests.report.strict_readers import READERS, said, strict_json, valid_sarif

RULES = shipped_rules()
WHOLE = report(
    finding("naïve", related=(Related("b.md", 7, 9, 2, 4, "[there]"),), fix=Fix(True, (Edit(3000, 3005, "x"),))),
    finding(path="sub dir/ü:b.md", severity="info", id="PL999", rule="my-own-rule"),
    finding("x", 9, severity="warning", fix=Fix(False, (Edit(1, 2, "y"),))),
)


def run_of(told: Report, rules: tuple[Rule, ...] = (), **more: int) -> Any:
    return strict_json(render(told, rules, **more))["runs"][0]


def test_the_log_is_what_the_official_schema_asks() -> None:
    valid_sarif(strict_json(render(WHOLE, RULES)))
    valid_sarif(strict_json(render(report())))


@given(HOSTILE)
@settings(max_examples=20)
def test_hostile_text_keeps_to_the_schema(text: str) -> None:
    hostile = hostile_report(text)
    rule = RULES[0]._replace(name=text, why=text, remedy=text, message=text, condition=text)
    log = render(hostile, (rule,))
    READERS["sarif"](log)
    valid_sarif(strict_json(log))


def test_a_result_has_place_fingerprint_and_fix() -> None:
    first = run_of(WHOLE)["results"][0]
    region = {
        "startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 10, "charOffset": 3000, "charLength": 5,
    }  # fmt: skip
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a.md", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {**region, "snippet": {"text": "naïve"}}
    assert first["partialFingerprints"] == {"provlintFingerprint/v1": "f00d", "primaryLocationLineHash": "f00d:1"}
    (fix,) = first["fixes"]
    assert fix["properties"] == {"safe": True}
    assert fix["artifactChanges"][0]["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "x"}}]
    (related,) = first["relatedLocations"]
    assert said(related["message"]) == "[there]"


def test_what_is_held_back_is_a_suppressed_result() -> None:
    held = (
        HeldBack(finding("x", 40), "document", "kept for the record"),
        HeldBack(finding("y", 41, id="PL998", rule="others"), "settings", ""),
        HeldBack(finding("z", 42), "baseline", "accepted in provlint-baseline.json"),
    )
    told = report(finding())._replace(held_back=held, suppressed=2, baselined=1)
    valid_sarif(strict_json(render(told, RULES)))
    run = run_of(told, RULES)
    assert [(one["suppressions"], one["baselineState"]) for one in run["results"]] == [
        ([], "new"),
        ([{"kind": "inSource", "status": "accepted", "justification": "kept for the record"}], "new"),
        ([{"kind": "external", "status": "accepted"}], "new"),
        (
            [{"kind": "external", "status": "accepted", "justification": "accepted in provlint-baseline.json"}],
            "unchanged",
        ),
    ]
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]


def test_what_is_told_has_the_first_right_to_room() -> None:
    told = report(*(finding("x", number) for number in range(3)))
    told = told._replace(held_back=tuple(HeldBack(finding("y", number), "document", "") for number in range(3)))
    assert [bool(one["suppressions"]) for one in run_of(told, most=4)["results"]] == [False, False, False, True]


def test_a_fix_of_other_words_goes_by_offsets() -> None:
    (replacement,) = run_of(WHOLE)["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": {"charOffset": 1, "charLength": 1}, "insertedContent": {"text": "y"}}


def test_a_snippet_that_is_not_what_stands_there_is_left_out() -> None:
    masked = finding("http://***@x.example/")._replace(end=3100)
    assert "snippet" not in render(report(masked))


def test_paths_are_uris() -> None:
    uris = {}
    for path in ("a b#c?.md", "c:d.md", "/home/x.md", "C:/docs/x.md", "../up.md", "n\udcff.md", "\ud800"):
        location = run_of(report(finding(path=path)))["results"][0]["locations"][0]["physicalLocation"]
        uris[path] = location["artifactLocation"]["uri"]
    assert uris == {
        "a b#c?.md": "a%20b%23c%3F.md",
        "c:d.md": "c%3Ad.md",
        "/home/x.md": "file:///home/x.md",
        "C:/docs/x.md": "file:///C:/docs/x.md",
        "../up.md": "../up.md",
        "n\udcff.md": "n%FF.md",
        "\ud800": "%3F",
    }


def test_rules_bring_their_help() -> None:
    driver = run_of(report(), RULES)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]
    for rule, shown in zip(RULES, driver["rules"], strict=True):
        assert shown["help"]["markdown"].startswith(f"# {rule.name} ({rule.id})")
        assert len(shown["fullDescription"]["text"]) <= 1000
        assert shown["properties"]["precision"] == rule.confidence


def test_a_rule_that_was_not_handed_over_is_described_by_its_finding() -> None:
    run = run_of(WHOLE, RULES)
    assert run["tool"]["driver"]["rules"][run["results"][1]["ruleIndex"]]["name"] == "my-own-rule"


def test_the_heaviest_results_stay_and_the_cut_is_told() -> None:
    found = [finding("x", line, severity="info") for line in range(1, 9)] + [finding("y", 9)]
    run = run_of(report(*found), most=3)
    assert [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in run["results"]] == [1, 2, 9]
    notes = [said(note["message"]) for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes == ["Cut short: 3 of 9 findings are told here, heaviest first; no more would be shown."]


def test_after_a_baseline_all_results_are_new() -> None:
    assert {result["baselineState"] for result in run_of(WHOLE._replace(baselined=2))["results"]} == {"new"}
    assert "baselineState" not in render(WHOLE)
