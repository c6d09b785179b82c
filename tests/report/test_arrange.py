from provlint.model.findings import LinkAnswer
from provlint.report.arrange import arrange
from tests.report.samples import finding, report


def test_one_address_in_many_places_is_one_entry() -> None:
    places = [finding(line=line, path=path) for path in ("a.md", "b.md") for line in range(1, 26)]
    [section] = arrange(report(*places))
    [entry] = section.entries
    assert [entry.finding, *entry.others] == places
    assert section.rests == []


def test_another_sentence_about_the_same_address_is_another_entry() -> None:
    [section] = arrange(report(finding(), finding(message="it is empty"), finding(id="PL121")))
    assert [entry.others for entry in section.entries] == [[], [], []]


def test_the_same_words_that_are_no_address_stay_apart() -> None:
    [section] = arrange(report(*[finding("some say", line) for line in (1, 2)]))
    assert [entry.finding.line for entry in section.entries] == [1, 2]


def test_an_address_of_the_run_needs_no_scheme() -> None:
    links = (LinkAnswer("www.a.example/?b&c", ()),)
    written = [finding("www.a.example/?b&amp;c", line) for line in (1, 2)]
    [section] = arrange(report(*written, links=links))
    assert [entry.others for entry in section.entries] == [[written[1]]]


def test_addresses_that_were_cut_are_not_taken_for_one() -> None:
    [section] = arrange(report(*[finding("http://a.example/" + "x" * 183 + "…", line) for line in (1, 2)]))
    assert len(section.entries) == 2


def test_a_rule_that_goes_on_is_summed_up() -> None:
    many = [finding(f"http:///{line}", line) for line in range(1, 38)]
    other = finding("http:///38", 38, id="PL126")
    [section] = arrange(report(*many, other))
    assert [entry.finding for entry in section.entries] == [*many[:5], other]
    assert [rest.findings for rest in section.rests] == [many[5:]]


def test_what_was_summed_up_in_one_document_is_shown_in_the_next() -> None:
    many = [finding(f"http:///{line}", line) for line in range(1, 8)]
    again = finding("http:///7", 1, path="b.md")
    first, second = arrange(report(*many, again))
    assert [rest.findings for rest in first.rests] == [many[5:]]
    assert [entry.finding for entry in second.entries] == [again]


def test_nothing_is_folded_on_request() -> None:
    places = [finding(line=line) for line in range(1, 51)]
    [section] = arrange(report(*places), None)
    assert [entry.finding for entry in section.entries] == places
    assert section.rests == []
