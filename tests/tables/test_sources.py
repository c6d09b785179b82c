from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.tables.folders import shipped_table
from provlint.tables.sorted_file import SortedFile
from provlint.tables.sources import Sources
from provlint.tables.tables import open_tables

HEADER = "address\taxis\tcategory\tevidence\n"


def sources(root: Path, **tables: str) -> Sources:
    folder = root / "house" / "tables"
    folder.mkdir(parents=True)
    for name, text in tables.items():
        (folder / f"{name.replace('_', '-')}.tsv").write_text(text, encoding="utf-8")
    return open_tables(("house",), str(root)).sources


SHIPPED = open_tables(()).sources


def test_the_longest_match_counts_on_each_axis() -> None:
    assert SHIPPED.of("www.bbc.co.uk", "bbc.co.uk").categories("kind")[0] == "broadcaster"
    assert SHIPPED.of("parks.harbour.gov.uk", "harbour.gov.uk").categories("kind") == ("government",)
    assert SHIPPED.of("harbour.co.uk", "harbour.co.uk").standing == ()


def test_a_path_says_more_than_its_host() -> None:
    of_page = SHIPPED.of("abc.net.au", "abc.net.au", "/news/wall")
    assert [row.list for row in of_page.said("kind")] == ["Cite Unseen"]
    assert SHIPPED.of("abc.net.au", "abc.net.au", "/newsroom").said("kind") != of_page.said("kind")


def test_each_list_speaks_for_itself_with_its_date() -> None:
    rows = SHIPPED.of("rt.com", "rt.com").said("control")
    assert ("State Media Matrix", "2024-02") in {(row.list, row.as_of) for row in rows}


def test_a_shortener_belongs_to_its_outlet() -> None:
    assert SHIPPED.of("nyti.ms", "nyti.ms").shortens == "The New York Times"


def test_the_users_table_wins_and_says_so(tmp_path: Path) -> None:
    own = sources(tmp_path, domain_categories=HEADER + "rt.com\tcontrol\tindependent-public\t-\n")
    source = own.of("www.rt.com", "rt.com")
    assert source.categories("control") == ("independent-public",)
    assert {row.own for row in source.standing if row.axis == "control"} == {True, False}
    assert source.said("control")[0].list == "house/tables/domain-categories.tsv"


def test_a_replaced_table_says_nothing_any_more(tmp_path: Path) -> None:
    text = "# replace\n" + HEADER + "harbour.co.uk\tkind\tnewspaper\t-\n"
    own = sources(tmp_path, domain_categories=text, domain_categories_cc_by_sa="# replace\n" + HEADER)
    assert own.of("rt.com", "rt.com").said("control") == ()
    assert own.of("harbour.co.uk", "harbour.co.uk").categories("kind") == ("newspaper",)


def test_an_outlet_of_the_users_is_known_by_domain_and_name(tmp_path: Path) -> None:
    own = sources(tmp_path, outlets="domain\tname\tcountry\tmedium\nharbour.co.uk\tThe Harbour Echo\tGB\tnewspaper\n")
    found = own.outlet("harbour.co.uk")
    assert found
    assert found.name == "The Harbour Echo"
    assert "harbour" in own.first_words
    assert own.names("Harbour")[0] == ("Harbour Echo", "sure", ("harbour.co.uk",))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("a.com\tkind\tgazette\t-\n", "line 2"),
        ("a.com\tmood\tnews\t-\n", "line 2"),
        ("a.com\tkind\tnews\t-\na.com\tkind\tnews\t-\n", "line 3"),
        ("a.com\tcontrol\tnews\t-\n", "line 2"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=problem):
        sources(tmp_path, domain_categories=HEADER + row)


@pytest.mark.parametrize("name", ["outlets", "domain-categories", "outlet-names", "page-categories"])
def test_every_row_of_a_sorted_file_is_found(name: str) -> None:
    path = Path(shipped_table(name).path)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    file = SortedFile(str(path), lines[0].encode())
    for line in [*lines[1::97], lines[1], lines[-1]]:
        key = line.partition("\t")[0] + "\t"
        assert file.beginning(key.encode()) == [other for other in lines[1:] if other.startswith(key)]
    assert file.beginning(b"zzzzzzzz") == []
    assert file.beginning(b"\x01") == []


def test_share_alike_rows_stand_apart_with_their_notice() -> None:
    for name in ("domain-categories", "page-categories"):
        alike = Path(shipped_table(f"{name}-cc-by-sa").path).read_text(encoding="utf-8")
        assert "Attribution-ShareAlike 4.0" in alike
        plain = Path(shipped_table(name).path).read_text(encoding="utf-8")
        assert not any("wikipedia" in line.rsplit("\t", 2)[1] for line in plain.splitlines() if line.count("\t") == 5)
