"""Every format says the same of the same report, and nothing a document contains comes alive in any of them."""

import pytest
from hypothesis import given

from provlint.model.findings import Edit, Finding, Fix, LinkAnswer, LinkPlace, Related, Report, SkippedRule
from provlint.report.formats import FORMATS, Extras, render
from provlint.report.ranking import heaviest_first
from tests.report.samples import HOSTILE, finding, hostile_report, report
from tests.report.strict_readers import READERS, Shown, formats, in_comment, strict_json

FINDINGS = (
    finding("naïve", message="naïve [x](1) {0} is a slip"),
    finding("b", 7, severity="warning", message="50% of %0A, of a: b"),
    finding(path="sub dir/ü:b.md", severity="info", line=9, message="x"),
)
#: Formats that tell each finding with its place, in the order of the report.
TELLING = ("json", "jsonl", "sarif", "github", "gitlab", "rdjson")


def drawn(name: str, told: Report, **extras: object) -> str:
    return render(name, told, Extras(**extras))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", TELLING)
def test_findings_are_told_with_place_and_message(name: str) -> None:
    shown = READERS[name](drawn(name, report(*FINDINGS)))
    assert shown == [Shown(found.path, found.line, found.severity, found.message) for found in FINDINGS]


@pytest.mark.parametrize("name", formats())
def test_a_clean_run_is_told_by_every_format(name: str) -> None:
    text = drawn(name, report())
    assert text.endswith("\n")
    assert READERS[name](text) == []


@pytest.mark.parametrize("name", formats())
@given(HOSTILE)
def test_any_text_is_read_back_by_a_strict_reader(name: str, text: str) -> None:
    hostile = hostile_report(text)
    assert drawn(name, hostile).count("\n") == drawn(name, hostile_report("words")).count("\n")
    READERS[name](drawn(name, hostile))


@pytest.mark.parametrize("name", formats())
def test_equal_reports_give_equal_bytes(name: str) -> None:
    assert drawn(name, report(*FINDINGS)) == drawn(name, report(*FINDINGS))


def test_json_lines_hold_what_the_json_report_holds() -> None:
    told = report(
        *FINDINGS, links=(LinkAnswer("http://a.example/", (LinkPlace("a.md", 3, 9),)),)
    )._replace(skipped_rules=(SkippedRule("PL101", "offline"),))  # fmt: skip
    lines = [strict_json(line) for line in drawn("jsonl", told).splitlines()]
    whole = strict_json(drawn("json", told))
    for kind in ("document", "link", "finding"):
        parts = [{key: value for key, value in line.items() if key != "type"} for line in lines if line["type"] == kind]
        assert parts == whole[f"{kind}s"]
    assert lines[0] == {"type": "run", **{key: whole[key] for key in ("version", "tool", "summary")}}


def many(count: int) -> list[Finding]:
    light = [finding("x", line, severity="warning") for line in range(1, count)]
    return [*light, finding("heavy", count)]


def test_github_annotates_ten_of_a_kind_and_lists_the_others() -> None:
    text = drawn("github", report(*many(14)))
    shown = READERS["github"](text)
    assert [found.severity for found in shown] == ["error", *["warning"] * 10]
    assert text.splitlines()[11].startswith("a.md:11:5: PL120 malformed-url [warning] ")
    assert text.splitlines()[-2:] == [
        "Found 1 error and 13 warnings in 2 documents.",
        "Annotated: 11 findings; GitHub shows 10 of a kind, 3 more are listed above.",
    ]


def test_github_takes_columns_within_a_line_only() -> None:
    over = finding("x")._replace(end_line=5)
    assert drawn("github", report(over)).startswith("::error file=a.md,line=3,endLine=5,title=PL120 malformed-url::")


def test_a_document_from_standard_input_has_no_file_in_github() -> None:
    assert drawn("github", report(finding(path="-"))).startswith("::error line=3,")


def test_the_heaviest_findings_come_first() -> None:
    found = [finding("a", severity="info"), finding("b", severity="error")._replace(confidence="low"), finding("c")]
    assert [one.snippet for one in heaviest_first(found)] == ["c", "b", "a"]


def test_equal_passages_in_two_files_stay_two_issues_in_gitlab() -> None:
    found = (finding(), finding(line=8), finding(path="b.md"))
    assert len(READERS["gitlab"](drawn("gitlab", report(*found)))) == 3
    first = strict_json(drawn("gitlab", report(*found)))
    assert [issue["fingerprint"] for issue in first] == [
        issue["fingerprint"] for issue in strict_json(drawn("gitlab", report(*found)))
    ]


def test_rdjson_counts_bytes() -> None:
    mended = finding("ü", before="ä ", fix=Fix(True, (Edit(3000, 3001, "u"),)))._replace(utf8_columns=(4, 6))
    (found,) = strict_json(drawn("rdjson", report(mended)))["diagnostics"]
    place = {"start": {"line": 3, "column": 4}, "end": {"line": 3, "column": 6}}
    assert found["location"]["range"] == place
    assert found["suggestions"] == [{"range": place, "text": "u"}]


def test_rdjson_proposes_nothing_whose_place_it_does_not_know() -> None:
    mended = finding("x", fix=Fix(True, (Edit(1, 2, "u"),)))._replace(utf8_columns=(5, 6))
    assert "suggestions" not in drawn("rdjson", report(mended))


def test_rdjson_names_related_places() -> None:
    related = (Related("b.md", 7, 9, 2, 4, "@team wrote it first"),)
    (found,) = strict_json(drawn("rdjson", report(finding(related=related))))["diagnostics"]
    assert found["relatedLocations"][0]["location"] == {"path": "b.md", "range": {"start": {"line": 2}}}
    assert in_comment(found["relatedLocations"][0]["message"]) == "@team wrote it first"


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("info", 3), ("never", 0)])
def test_junit_fails_what_fails_the_run(fail_on: str, failures: int) -> None:
    assert len(READERS["junit"](drawn("junit", report(*FINDINGS), fail_on=fail_on))) == failures


def test_a_clean_run_is_one_case_that_passes_in_junit() -> None:
    text = drawn("junit", report())
    assert '<testcase classname="provlint" name="no findings"/>' in text
    assert '<testsuites name="provlint" tests="1" failures="0" errors="0" skipped="0">' in text


def test_a_rule_that_was_not_run_is_a_skipped_case_in_junit() -> None:
    text = drawn("junit", report()._replace(skipped_rules=(SkippedRule("PL101", "offline", "dead-link"),)))
    assert '<testcase classname="provlint" name="PL101 dead-link"><skipped message="offline"/></testcase>' in text
    READERS["junit"](text)


def test_what_was_not_checked_is_told_wherever_there_is_room() -> None:
    told = report(links=(LinkAnswer("http://a.example/", ()),))
    for name in set(FORMATS) - {"json", "jsonl", "gitlab", "rdjson"}:
        words = drawn(name, told).replace("`", "")
        assert "Not checked: 1 of 1 address (offline)" in words, name
