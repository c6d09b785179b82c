import pickle
import sys
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.tables.folders import shipped_table
from provlint.tables.rows import COLUMNS, PROVENANCE, read_table
from provlint.tables.tables import Tables, open_tables

TABLES = open_tables(())


def own(folder: Path, name: str, text: str) -> Tables:
    """The tables with one of the user's own beside the shipped ones."""
    (folder / "own/tables").mkdir(parents=True, exist_ok=True)
    (folder / "own/tables" / f"{name}.tsv").write_bytes(text.encode())
    return open_tables(("own",), str(folder))


#: Tables whose rows have their provenance in a notice, or in the table that they are made from.
ELSEWHERE = ("public-suffixes", "english-words", "outlet-names", "outlet-first-words", "well-known-domains")


@pytest.mark.parametrize("name", COLUMNS)
def test_shipped_tables_are_sound(name: str) -> None:
    file = shipped_table(name)
    rows = read_table(file).rows
    assert rows
    assert len(set(rows)) == len(rows)
    text = Path(file.path).read_text(encoding="utf-8")
    body = [line for line in text.splitlines() if not line.startswith("#")]
    if name != "english-words":  # the common words come first
        assert body[1:] == sorted(body[1:])
    assert "\r" not in text
    if name not in ELSEWHERE:
        assert tuple(body[0].split("\t")[-2:]) == PROVENANCE
        assert all(len(line.split("\t")) == len(body[0].split("\t")) for line in body)


@pytest.mark.parametrize(
    ("parameter", "host", "tracks"),
    [
        ("utm_source", "a.example", True),
        ("UTM_Medium", "www.theguardian.com", True),
        ("utm_anything", "a.example", True),
        ("fbclid", "a.example", True),
        ("INTCMP", "www.theguardian.com", True),
        ("INTCMP", "a.example", False),
        ("id", "a.example", False),
        ("utm", "a.example", False),
        ("", "a.example", False),
    ],
)
def test_tracking_parameters(parameter: str, host: str, tracks: bool) -> None:
    assert bool(TABLES.tracking(parameter, host)) is tracks


@pytest.mark.parametrize(
    ("host", "path", "query", "target"),
    [
        ("www.google.com", "/url", "sa=t&url=https%3A%2F%2Fa.example%2Fx%3Fy&z", "https://a.example/x?y"),
        ("www.google.co.uk", "/url", "q=https://a.example/", "https://a.example/"),
        ("google.com.evil.example", "/url", "url=https://a.example/", None),
        ("www.google.com", "/urlx", "url=https://a.example/", None),
        ("www.google.com", "/url", "url=nothing", None),
        ("www.google.com", "/search", "q=https://a.example/", None),
        ("anonym.to", "/", "https://a.example/", "https://a.example/"),
        ("www.awin1.com", "/cread.php", "ued=https%3A%2F%2Fa.example", "https://a.example"),
    ],
)
def test_redirectors_and_the_address_inside(host: str, path: str, query: str, target: str | None) -> None:
    found = TABLES.redirector(host, path, query)
    assert (found.target if found else None) == target


def test_the_users_path_decides_when_it_is_longer(tmp_path: Path) -> None:
    tables = own(tmp_path, "redirectors", "host\tpath\tparameter\tname\na.example\t/\tu\tA\na.example\t/go\tu\tGo\n")
    found = tables.redirector("www.a.example", "/go/x", "u=https://b.example")
    assert found == ("Go", "https://b.example")


def test_hosts() -> None:
    assert TABLES.social("m.facebook.com") == "Facebook"
    assert TABLES.social("notfacebook.com") == ""
    assert TABLES.social("newsroom.fb.com") == ""
    assert TABLES.special_host("www.example.com") == "example"
    assert TABLES.special_host("a.test.example") == "example"
    assert TABLES.special_host("localhost") == "loopback"
    assert TABLES.special_host("printer.local") == "local"
    assert TABLES.special_host("www.gov.uk") == ""
    assert TABLES.chat_tool("utm_source", "ChatGPT.com") == "ChatGPT"
    assert TABLES.chat_tool("utm_source", "newsletter") == ""
    assert TABLES.registrable("www.gov.uk") == "www.gov.uk"
    assert TABLES.registrable("a.b.example.co.uk") == "example.co.uk"


def test_a_host_of_many_labels_is_still_known() -> None:
    assert TABLES.social("a." * 40 + "facebook.com") == "Facebook"
    assert TABLES.scopes("a.b.co.uk") == ("a.b.co.uk", "a.b.*", "b.co.uk", "b.*", "co.uk", "uk")


def test_rows_of_the_users_are_added_and_win(tmp_path: Path) -> None:
    tables = own(tmp_path, "tracking-parameters", "parameter\tscope\twhat\nutm_source\t*\tours\nwhence\ta.example\tx\n")
    assert tables.tracking("utm_source", "b.example") == "ours"
    assert tables.tracking("whence", "www.a.example") == "x"
    assert tables.tracking("whence", "b.example") == ""
    assert tables.tracking("fbclid", "b.example")


def test_a_table_may_replace_the_shipped_one(tmp_path: Path) -> None:
    tables = own(tmp_path, "social-networks", "# replace\r\ndomain\tname\r\nagora.example\tAgora\r\n")
    assert tables.social("x.agora.example") == "Agora"
    assert tables.social("facebook.com") == ""


def test_a_suffix_of_the_users_is_known(tmp_path: Path) -> None:
    assert own(tmp_path, "public-suffixes", "suffix\nintranet\n").registrable("www.wiki.intranet") == "wiki.intranet"


def test_tables_travel_to_another_process(tmp_path: Path) -> None:
    tables = own(tmp_path, "social-networks", "domain\tname\nagora.example\tAgora\n")
    again = pickle.loads(pickle.dumps(tables))
    assert again.social("agora.example") == "Agora"
    assert len(pickle.dumps(tables)) < 1_000


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("outlest", "", "own/tables/outlest.tsv: is no table that provlint knows; it knows public-suffixes.tsv"),
        ("social-networks", "name\tdomain\n", "line 1: is not the header of this table; its columns are domain, name"),
        ("social-networks", "# x\ndomain\tname\na.example\n", "line 3: has 1 cells where the table has 2"),
        ("social-networks", "domain\tname\na.example\t \n", "line 2: has nothing in the column name"),
        ("social-networks", "domain\tname\na.example \tA\n", "line 2: has white space around the column domain"),
        ("special-hosts", "host\tkind\twhy\na\tb\tc\n", "line 2: has 'b' in the column kind; it holds one of example"),
        ("social-networks", "domain\tname\na\u2028b\tA\nc\n", "line 3: has 1 cells"),
        ("social-networks", "#" * 1_048_577, "has more than 1,048,576 bytes"),
    ],
)
def test_a_table_that_cannot_stand_is_refused_with_its_line(name: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        own(tmp_path, name, text)
    assert said in str(refused.value)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    own(tmp_path, "social-networks", "domain\tname\n")
    (tmp_path / "own/tables/social-networks.tsv").write_bytes(b"domain\tname\n\xff\tA\n")
    with pytest.raises(UserError, match="is not UTF-8 at byte 12"):
        open_tables(("own",), str(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links")
def test_no_link_lets_a_table_come_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/private.txt").touch()
    (tmp_path / "own").mkdir()
    (tmp_path / "own/tables").symlink_to("../elsewhere")
    with pytest.raises(UserError) as refused:
        open_tables(("own",), str(tmp_path))
    assert str(refused.value) == "own/tables: is a link to a folder, which is not followed"
    (tmp_path / "own/tables").unlink()
    (tmp_path / "own/tables").mkdir()
    (tmp_path / "own/tables/social-networks.tsv").symlink_to("../../elsewhere/private.txt")
    with pytest.raises(UserError, match="is not a regular file"):
        open_tables(("own",), str(tmp_path))


def test_rule_folders_without_tables_are_fine(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/tables").touch()
    assert open_tables(("own", "missing"), str(tmp_path)).social("facebook.com") == "Facebook"
