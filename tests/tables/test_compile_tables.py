from pathlib import Path

import pytest
import tldextract

from benchmarks.compile_tables import TABLES, ascii_rule, listed_parameters, write_sources, write_suffixes

HEADER = "parameter\tscope\twhat\tsources\tas_of\n"


def test_the_shipped_suffixes_are_those_of_the_snapshot(tmp_path: Path) -> None:
    shipped = (TABLES / "public-suffixes.tsv").read_bytes()
    if f"tldextract {tldextract.__version__};".encode() not in shipped:
        pytest.skip("compiled with another release of tldextract")
    write_suffixes(tmp_path / "a.tsv")
    assert (tmp_path / "a.tsv").read_bytes() == shipped
    assert b"Mozilla Public License, v. 2.0" in shipped


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.tsv")), ids=lambda path: path.stem)
def test_without_data_the_shipped_tables_stay_as_they_are(path: Path, tmp_path: Path) -> None:
    if path.stem in ("public-suffixes", "english-words"):
        return
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    write_sources(copy, None)
    assert copy.read_bytes() == path.read_bytes()


def test_labels_beyond_ascii_are_written_in_punycode() -> None:
    assert ascii_rule("*.公司.cn") == "*.xn--55qx5d.cn"


def test_only_lists_that_may_be_named_are_named(tmp_path: Path) -> None:
    parameters = "X\t*\ttidy-url 1.18.3 (MIT)\nx\t*\tother list (GPL)\nx*\ta.example\turl-cleaner 0.1.5 (MIT)\n"
    targets = "u\t||b.example/go\ttidy-url 1.18.3 (MIT)\n"
    lists = [
        ("tracking_params.tsv", "param\tscope\tsources", parameters),
        ("redirect_params.tsv", "param_with_target\tsite\tsource", targets),
    ]
    for name, header, rows in lists:
        (tmp_path / name).write_text(f"{header}\n{rows}")
    known = listed_parameters(tmp_path)
    table = tmp_path / "tracking-parameters.tsv"
    table.write_text(f"# head\n{HEADER}y\t*\tY\nx\t*\tX\tstale\t1999\nu\tb.example\tU\n")
    write_sources(table, known)
    assert table.read_text() == (
        f"# head\n{HEADER}u\tb.example\tU\ttidy-url 1.18.3; curated\t2026-11\n"
        "x\t*\tX\ttidy-url 1.18.3; curated\t2026-11\ny\t*\tY\tcurated\t2026-11\n"
    )
