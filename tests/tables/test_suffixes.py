import tldextract
from hypothesis import given
from hypothesis import strategies as st

from provlint.tables.folders import shipped_table
from provlint.tables.rows import read_table
from provlint.tables.suffixes import Suffixes

RULES = [row[0] for row in read_table(shipped_table("public-suffixes")).rows]
SUFFIXES = Suffixes(RULES)
ORACLE = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
LABELS = st.sampled_from(["a", "www", "city", "co", "com", "b-c", "xn--p1ai", "metro", "1"])


def registered(host: str) -> str:
    return ORACLE(host).top_domain_under_public_suffix


def test_under_every_suffix_names_are_registered_as_tldextract_says() -> None:
    names = [rule.removeprefix("!").replace("*", "any") for rule in RULES]
    hosts = {host for name in names for host in (name, f"a.{name}", f"b.a.{name}", name.partition(".")[2]) if host}
    assert [host for host in sorted(hosts) if SUFFIXES.registrable(host) != registered(host)] == []


@given(st.lists(LABELS, max_size=4), st.sampled_from(RULES))
def test_any_host_has_the_domain_that_tldextract_finds(labels: list[str], rule: str) -> None:
    host = ".".join([*labels, rule.removeprefix("!").replace("*", "any")])
    assert SUFFIXES.registrable(host) == registered(host)


def test_a_host_keeps_its_own_letters() -> None:
    assert SUFFIXES.registrable("www.пример.рф") == "пример.рф"
    assert SUFFIXES.registrable("www.bücher.co.uk") == "bücher.co.uk"


def test_what_has_no_known_suffix_has_no_domain() -> None:
    for host in ("", ".", "localhost", "a.nosuchending", "1.2.3.4", "[::1]", "com", "co.uk", ".com", "a..", "-"):
        assert SUFFIXES.registrable(host) == "", host


@given(st.text(max_size=40))
def test_any_text_gives_an_answer(host: str) -> None:
    domain = SUFFIXES.registrable(host)
    assert host.endswith(domain)
