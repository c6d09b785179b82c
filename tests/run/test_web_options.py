"""What the options of a run lead to: whose credentials are whose, which proxies can be used, where a name leads."""

import pytest

from provlint.errors import UserError
from provlint.model.online import Online, Resolved
from provlint.model.settings import Settings
from provlint.run.web_options import archive_service, variable_of, web_options
from provlint.web.clock import Clock
from provlint.web.resolve import Names


@pytest.mark.parametrize(
    ("host", "variable"),
    [
        ("wiki.harbour.co.uk", "WIKI_HARBOUR_CO_UK"),
        ("wiki-harbour.co.uk", "WIKI__HARBOUR_CO_UK"),
        ("wiki.harbour.co.uk:8443", "WIKI_HARBOUR_CO_UK_8443"),
        ("xn--harbr-xta.org", "XN____HARBR__XTA_ORG"),
        ("wiki_harbour.co.uk", ""),
        ("wiki.härbour.co.uk", ""),
        ("[::1]", ""),
    ],
)
def test_each_host_has_a_variable_of_its_own(host: str, variable: str) -> None:
    assert variable_of(host) == variable


def test_credentials_are_for_the_host_that_is_meant_and_not_for_one_that_looks_like_it() -> None:
    online = Online(
        credentials=(("WIKI_HARBOUR_CO_UK", "Bearer of the desk"), ("WIKI_HARBOUR_CO_UK_8443", "reader:word"))
    )
    hosts = ["wiki.harbour.co.uk", "wiki-harbour.co.uk", "wiki_harbour.co.uk", "wiki.harbour-co.uk"]
    given = web_options(Settings(), online, [*hosts, "wiki.harbour.co.uk:8443"]).credentials
    assert given == (
        ("wiki.harbour.co.uk", "Bearer of the desk"),
        ("wiki.harbour.co.uk:8443", "Basic cmVhZGVyOndvcmQ="),
    )


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:1080", "SOCKS4://127.0.0.1", "socks5h://desk:word9word@quay.co.uk"]
)
def test_a_socks_proxy_is_refused_in_words(proxy: str) -> None:
    with pytest.raises(UserError, match="SOCKS") as refused:
        web_options(Settings(), Online(proxy=proxy))
    assert "word9word" not in str(refused.value)


def test_two_ports_of_a_host_may_lead_to_two_places() -> None:
    led = (Resolved("quay.co.uk", 80, ("192.0.2.1",)), Resolved("quay.co.uk", 8080, ("192.0.2.2",)))
    resolve = web_options(Settings(), Online(resolved=led)).resolve
    assert resolve is not None
    names, clock = Names(resolve), Clock()
    clock.start(9)
    assert [names.addresses("quay.co.uk", port, clock) for port in (80, 8080)] == [("192.0.2.1",), ("192.0.2.2",)]


def test_an_archive_that_is_no_address_is_refused() -> None:
    assert archive_service(Settings(), Online(archive="https://copies.harbour.co.uk/find")).endswith("/find")
    assert archive_service(Settings(), Online(archive="none")) == ""
    for written in ("copies", "ftp://copies.harbour.co.uk/", "None"):
        with pytest.raises(UserError, match="--archive"):
            archive_service(Settings(), Online(archive=written))
