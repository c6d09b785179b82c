"""What the web answered → one word, and why."""

import pytest

from provlint.judge.verdicts.history import look_of
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.verdict import verdict
from provlint.model.answers import Answer
from provlint.model.web import Failure, Hop, Look, Page, TlsFault, WebAnswer

URL = "http://quay.sim/harbour/minutes"
TODAY = VerdictOptions("2026-11-23")
NOW = "2026-11-23T09:00:00Z"
PAGE = Page(title="Minutes of the board", language="en", text_length=3_000, ids=frozenset(("votes",)))


def page(**signs: object) -> WebAnswer:
    seen = PAGE._replace(**signs)  # type: ignore[arg-type]
    return WebAnswer(
        URL, (Hop(URL, 200),), status=200, content_type="text/html", body="whole", page=seen, checked_at=NOW
    )


def way(*steps: tuple[str, int], answer: WebAnswer | None = None) -> WebAnswer:
    hops = tuple(Hop(url, status, "location" if at else "document") for at, (url, status) in enumerate(steps))
    return (answer or page())._replace(url=steps[0][0], hops=hops, status=steps[-1][1])


def judge(
    answer: WebAnswer, cited: str = "", history: tuple[Look, ...] = (), options: VerdictOptions = TODAY
) -> Answer:
    return verdict(answer, cited or answer.url, history, options)


def said(answer: WebAnswer, cited: str = "", history: tuple[Look, ...] = ()) -> tuple[str, str]:
    found = judge(answer, cited, history)
    return found.verdict, found.kind


def failed(failure: Failure, tls: TlsFault = "", **more: object) -> WebAnswer:
    answer = WebAnswer(URL, (Hop(URL),), failure=failure, tls=tls, checked_at=NOW)
    return answer._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failure", "word"),
    [
        ("no-such-name", "dead"),
        ("redirect-loop", "dead"),
        ("name-not-resolved", "transient"),
        ("no-route", "transient"),
        ("connection-refused", "transient"),
        ("connection-reset", "transient"),
        ("timed-out", "transient"),
        ("not-http", "transient"),
        ("too-many-redirects", "suspect"),
        ("redirect-without-target", "suspect"),
        ("redirect-malformed", "malformed"),
        ("address-malformed", "malformed"),
        ("redirect-refused", "refused"),
        ("address-refused", "refused"),
        ("port-refused", "refused"),
        ("limit-reached", "skipped"),
        ("skipped", "skipped"),
        ("stopped", "unchecked"),
    ],
)
def test_no_answer(failure: Failure, word: str) -> None:
    found = judge(failed(failure))
    assert found.verdict == word
    assert found.reason
    assert found.kind


@pytest.mark.parametrize("fault", ["expired", "not-yet-valid", "self-signed", "untrusted", "wrong-host", "protocol"])
def test_what_is_wrong_with_a_certificate_is_the_kind(fault: TlsFault) -> None:
    assert said(failed("tls", fault)) == ("tls-problem", fault)


def test_the_hop_that_failed_is_named() -> None:
    hops = (Hop(URL, 301), Hop("https://docks.sim/", cause="location"))
    assert "https://docks.sim/" in judge(failed("tls", "expired", hops=hops)).reason


@pytest.mark.parametrize(
    ("status", "word", "kind"),
    [
        (304, "transient", "odd-status"),
        (401, "auth-required", "login"),
        (402, "paywalled", "payment"),
        (403, "blocked", "forbidden"),
        (404, "dead", "not-found"),
        (410, "dead", "gone"),
        (405, "blocked", "method"),
        (429, "rate-limited", "too-many-requests"),
        (451, "blocked", "legal"),
        (431, "blocked", "refusal"),
        (500, "transient", "server-error"),
        (503, "transient", "unavailable"),
        (523, "transient", "origin"),
        (999, "blocked", "refusal"),
        (700, "transient", "odd-status"),
    ],
)
def test_statuses(status: int, word: str, kind: str) -> None:
    assert said(WebAnswer(URL, (Hop(URL, status),), status=status)) == (word, kind)


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (404, 404, "dead"),
        (404, 403, "blocked"),
        (404, 503, "transient"),
        (403, 404, "dead"),
        (403, 410, "dead"),
        (403, 403, "blocked"),
        (400, 400, "dead"),
        (400, 0, "blocked"),
        (400, 404, "dead"),
        (405, 200, "ok"),
    ],
)
def test_what_a_second_look_says_counts(first: int, second: int, word: str) -> None:
    assert said(WebAnswer(URL, (Hop(URL, first),), status=first, second_status=second))[0] == word


def test_how_long_a_server_wants_to_be_left_alone() -> None:
    answer = WebAnswer(URL, (Hop(URL, 429),), status=429, retry_after=7_200)
    assert "2 hours" in judge(answer).reason


def test_the_settings_may_call_a_status_otherwise() -> None:
    answer = WebAnswer(URL, (Hop(URL, 403),), status=403)
    assert judge(answer, options=VerdictOptions("2026-11-23", {403: "ok"})).verdict == "ok"


@pytest.mark.parametrize(
    ("status", "header", "word"),
    [
        (202, ("x-amzn-waf-action", "challenge"), "blocked"),
        (403, ("cf-mitigated", "challenge"), "blocked"),
        (200, ("x-datadome", "protected"), "ok"),
        (403, ("x-datadome", "protected"), "blocked"),
        (404, ("cf-mitigated", "challenge"), "blocked"),
        (404, ("x-datadome", "protected"), "dead"),
    ],
)
def test_walls_tell_themselves_by_their_headers(status: int, header: tuple[str, str], word: str) -> None:
    assert said(page()._replace(status=status, headers=(header,)))[0] == word


@pytest.mark.parametrize(
    ("status", "word"), [(200, "blocked"), (503, "blocked"), (404, "dead"), (502, "transient"), (522, "transient")]
)
def test_a_network_names_itself_on_pages_of_failures_too(status: int, word: str) -> None:
    assert said(page(challenge="it says “ray id”")._replace(status=status))[0] == word


@pytest.mark.parametrize(
    ("signs", "word", "kind"),
    [
        ({}, "ok", ""),
        ({"challenge": "its title is “Just a moment”"}, "blocked", "challenge"),
        ({"not_found": "its title is “Page not found”"}, "suspect", "soft-404"),
        ({"parked": "it says “this domain is for sale”"}, "suspect", "parked"),
        ({"sign_in": "its title is “Log in”"}, "auth-required", "login"),
        ({"unrelated": "it offers gambling", "title": "Spin and win"}, "suspect", "taken-over"),
        ({"unrelated": "it offers gambling", "title": "Bets in the harbour"}, "ok", ""),
        ({"bare": True}, "suspect", "empty"),
        ({"paywall": "its data say so"}, "ok", "paywalled"),
        ({"script_built": True}, "ok", ""),
    ],
)
def test_what_a_page_shows(signs: dict[str, object], word: str, kind: str) -> None:
    assert said(page(**signs)) == (word, kind)


def test_nothing_is_no_page() -> None:
    assert said(page()._replace(body="empty", page=None)) == ("suspect", "empty")
    assert said(page()._replace(status=204, body="none", page=None)) == ("suspect", "empty")


def test_several_choices_are_a_page_with_a_note() -> None:
    found = judge(page()._replace(status=300))
    assert (found.verdict, bool(found.note)) == ("ok", True)


def test_a_file_that_became_a_page() -> None:
    answer = page()._replace(url="http://quay.sim/tides.pdf")
    assert said(answer) == ("suspect", "wrong-type")
    assert said(answer._replace(content_type="application/pdf", page=None))[0] == "ok"
    assert said(page()._replace(url="http://quay.sim/repo/blob/main/tides.pdf"))[0] == "ok"


def test_a_page_cited_for_what_it_says_of_missing_pages() -> None:
    answer = page(not_found="its title is “404 Not Found”")._replace(url="http://quay.sim/http/404")
    assert said(answer)[0] == "ok"


def test_a_broken_body_is_a_note() -> None:
    found = judge(page()._replace(body="broken", body_fault="shorter than announced"))
    assert (found.verdict, "shorter than announced" in found.note) == ("ok", True)


@pytest.mark.parametrize(
    ("steps", "word", "kind"),
    [
        ([(URL, 301), ("http://quay.sim/minutes-of-the-board", 200)], "redirected-permanent", "moved"),
        ([(URL, 308), ("http://quay.sim/x", 302), ("http://quay.sim/board", 200)], "redirected-temporary", "moved"),
        ([(URL, 302), ("http://quay.sim/board", 200)], "redirected-temporary", "moved"),
        ([(URL, 301), (URL + "/", 200)], "ok", ""),
        ([(URL, 301), ("https://www.quay.sim/harbour/minutes", 200)], "ok", ""),
        ([(URL, 301), ("http://quay.sim/", 200)], "suspect", "homepage"),
        ([(URL, 302), ("https://www.quay.sim/en/?ref=old", 200)], "suspect", "homepage"),
        ([("http://quay.sim/", 302), ("http://quay.sim/en/", 200)], "redirected-temporary", "moved"),
        ([(URL, 301), ("http://minutes.quay.sim/", 200)], "redirected-permanent", "moved"),
        ([("http://s.sim/a1B2", 301), ("http://quay.sim/", 200)], "redirected-permanent", "moved"),
        ([("http://old.sim/2019/the-harbour", 301), ("http://quay.sim/", 200)], "suspect", "homepage"),
        ([(URL, 302), ("http://quay.sim/login?next=%2Fharbour", 200)], "auth-required", "login"),
        ([(URL, 302), ("https://login.quay.sim/start?service=a", 200)], "auth-required", "login"),
        ([("http://quay.sim/auth", 301), ("http://quay.sim/docs/auth", 200)], "redirected-permanent", "moved"),
        ([(URL, 302), ("http://quay.sim/errors/404.html", 200)], "suspect", "error-page"),
        ([("http://web.archive.org/web/2019/http://quay.sim/a", 302),
          ("http://web.archive.org/web/20190304050607/http://quay.sim/a", 200)], "ok", ""),
        ([(URL, 301), ("http://quay.sim/gone", 404)], "dead", "not-found"),
    ],
)  # fmt: skip
def test_where_redirects_lead(steps: list[tuple[str, int]], word: str, kind: str) -> None:
    assert said(way(*steps)) == (word, kind)


def test_a_refresh_is_never_for_ever() -> None:
    hops = (Hop(URL, 200), Hop("http://quay.sim/board", 200, "meta-refresh"))
    assert said(page()._replace(hops=hops))[0] == "redirected-temporary"


def test_a_long_chain_is_a_note() -> None:
    steps = [(f"http://quay.sim/step-{step}", 301) for step in range(12)]
    found = judge(way(*steps, ("http://quay.sim/end", 200)))
    assert (found.verdict, "12" in found.note, len(found.chain)) == ("redirected-permanent", True, 13)


@pytest.mark.parametrize(
    ("fragment", "signs", "word"),
    [
        ("votes", {}, "ok"),
        ("tides", {}, "fragment-missing"),
        ("", {}, "ok"),
        ("Top", {}, "ok"),
        ("v%6Ftes", {}, "ok"),
        ("VOTES", {}, "fragment-missing"),
        ("readme", {"ids": frozenset(("user-content-readme",))}, "ok"),
        ("caf%C3%A9", {"ids": frozenset(("café",))}, "ok"),
        ("tides", {"script_built": True}, "fragment-unverifiable"),
        ("L10", {}, "fragment-unverifiable"),
        ("L10-L20", {}, "fragment-unverifiable"),
        ("/route", {}, "fragment-unverifiable"),
        (":~:text=found", {"passages_found": frozenset(("found",))}, "ok"),
        (":~:text=lost", {}, "fragment-missing"),
        ("votes:~:text=found", {"passages_found": frozenset(("found",))}, "ok"),
        ("tides:~:text=found", {"passages_found": frozenset(("found",))}, "fragment-missing"),
    ],
)
def test_fragments(fragment: str, signs: dict[str, object], word: str) -> None:
    assert said(page(**signs), f"{URL}#{fragment}")[0] == word


def test_what_was_not_read_says_nothing_of_fragments() -> None:
    cited = f"{URL}#tides"
    assert said(page()._replace(body="cut"), cited)[0] == "fragment-unverifiable"
    assert said(page()._replace(body="broken", page=None), cited)[0] == "fragment-unverifiable"
    assert said(page()._replace(body="cut"), f"{URL}#votes")[0] == "ok"


@pytest.mark.parametrize("kind", ["application/pdf", "text/plain", "image/png"])
def test_only_pages_have_places(kind: str) -> None:
    assert said(page()._replace(content_type=kind, page=None), f"{URL}#page=2")[0] == "ok"


def test_places_on_hosts_that_make_them_by_script_are_not_missed() -> None:
    answer = page()._replace(url="https://github.com/a/b", hops=(Hop("https://github.com/a/b", 200),))
    assert said(answer, "https://github.com/a/b#usage")[0] == "fragment-unverifiable"


def test_one_page_for_every_address_is_a_soft_404() -> None:
    url = "http://quay.sim/2019/board-turns-down-pier"
    sample = tuple(range(32))
    answer = way((url, 301), ("http://quay.sim/shop", 200), answer=page(title="Welcome", sample=sample))
    answer = answer._replace(sibling=PAGE._replace(title="Welcome", sample=sample), sibling_status=200)
    assert said(answer) == ("suspect", "soft-404")
    assert said(answer._replace(sibling_status=404))[0] == "redirected-permanent"
    assert said(answer._replace(sibling=PAGE._replace(title="Other", sample=sample)))[0] == "redirected-permanent"


def test_a_page_with_its_old_title_was_not_taken_over() -> None:
    answer = page(title="Casino royale", unrelated="it offers gambling", language="en")
    same = (Look("2026-10-01", failed=False, status=200, title="Casino royale, the review", language="en"),)
    other = (Look("2026-10-01", failed=False, status=200, title="Minutes of the board", language="en"),)
    assert said(answer, history=same)[0] == "ok"
    assert "Minutes of the board" in judge(answer, history=other).reason


def test_another_title_in_another_language_is_another_page() -> None:
    before = (Look("2026-10-01", failed=False, status=200, title="Hafen und Schiffe", language="de"),)
    assert said(page(), history=before) == ("suspect", "changed")
    assert said(page(language="de"), history=before)[0] == "ok"


FAILED = tuple(Look(f"2026-11-{day}", failed=True) for day in (20, 21))


def test_what_fails_on_three_days_is_dead() -> None:
    answer = failed("connection-refused")
    assert said(answer, history=FAILED[:1])[0] == "transient"
    found = judge(answer, history=FAILED)
    assert (found.verdict, found.failed_days) == ("dead", 3)


def test_a_good_day_between_begins_the_count_again() -> None:
    good = Look("2026-11-21", failed=False)
    assert judge(failed("timed-out"), history=(*FAILED, good)).failed_days == 1


def test_two_looks_of_one_day_count_once() -> None:
    assert judge(failed("timed-out"), history=FAILED * 3 + (Look(NOW[:10], failed=True),)).failed_days == 3


def test_a_server_that_fails_for_days_is_counted_but_not_dead() -> None:
    found = judge(WebAnswer(URL, (Hop(URL, 500),), status=500, checked_at=NOW), history=FAILED)
    assert (found.verdict, found.failed_days) == ("transient", 3)


def test_no_way_from_here_is_no_failure_of_the_address() -> None:
    assert judge(failed("no-route"), history=FAILED).failed_days == 0
    assert look_of(failed("no-route"), NOW[:10]) is None
    assert look_of(page(), NOW[:10]) == Look(NOW[:10], failed=False, status=200, title=PAGE.title, language="en")


DOI = "https://doi.org/10.1000/182"


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        ([(DOI, 404)], "dead"),
        ([(DOI, 500)], "transient"),
        ([(DOI, 302), ("https://publisher.sim/a", 200)], "ok"),
        ([(DOI, 302), ("https://publisher.sim/a", 403)], "ok"),
        ([(DOI, 302), ("https://publisher.sim/a", 404)], "suspect"),
    ],
)
def test_an_identifier_is_judged_at_its_resolver(steps: list[tuple[str, int]], word: str) -> None:
    assert said(way(*steps))[0] == word


def test_every_word_but_ok_has_a_reason_and_a_kind() -> None:
    for status in range(199, 1000):
        found = judge(WebAnswer(URL, (Hop(URL, status),), status=status, body="whole"))
        assert found.verdict == "ok" or (found.reason and found.kind), status
        assert (found.verdict == "ok") == (200 <= status <= 300 and status not in (204, 205)), status


def test_a_ring_that_only_cookies_tell_apart_is_a_ring() -> None:
    ring = tuple(Hop(f"{URL}/{at % 2}", 302) for at in range(21))
    assert said(failed("too-many-redirects", hops=ring)) == ("dead", "loop")


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        ("/anmeldung", "login"), ("/sessions/new", "login"), ("/?action=login", "login"), ("/Special:UserLogin", "login"),
        ("/adfs/ls/?wa=wsignin1.0", "login"), ("/oauth/authorize?response_type=code", "login"),
        ("/fehler.html", "error-page"), ("/erreur-404", "error-page"), ("/err404.htm", "error-page"),
        ("/oops", "error-page"), ("/?error=404", "error-page"), ("/?notfound=1", "error-page"),
        ("/startseite", "homepage"), ("/accueil.html", "homepage"), ("/.well-known/sgcaptcha/?r=%2Fharbour", "challenge"),
        ("/showcaptcha?cc=1", "challenge"), ("/human-verification?to=%2Fharbour", "challenge"), ("/wiki/Captcha", "moved"),
    ],
)  # fmt: skip
def test_names_of_places_that_stand_for_another_page(to: str, kind: str) -> None:
    assert said(way((URL, 302), (f"http://quay.sim{to}", 200)))[1] == kind
