import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.text.masking import mask_text, mask_url, secrets

SECRET = "Zq7Zq7Zq7Zq7Zq7Zq7Zq7"


@pytest.mark.parametrize(
    ("url", "masked"),
    [
        ("https://ann:pw@a.example/x", "https://ann:***@a.example/x"),
        ("https://ann:p:w@a.example/x", "https://ann:***@a.example/x"),
        ("https://ann:p@w@a.example/x", "https://ann:***@a.example/x"),
        ("https://:pw@a.example/", "https://:***@a.example/"),
        (f"https://{SECRET}@a.example/", "https://***@a.example/"),
        ("https://ann@a.example/", "https://ann@a.example/"),
        ("//ann:pw@a.example/", "//ann:***@a.example/"),
        ("http:\\\\ann:pw@a.example\\x", "http:\\\\ann:***@a.example\\x"),
        ("ht\ttps://ann:p\nw@a.example/", "https://ann:***@a.example/"),
        ("https:ann:pw@a.example/", "https:ann:***@a.example/"),
        ("https://a.example/?token=x&y=1", "https://a.example/?token=***&y=1"),
        ("https://a.example/?token=x)'<y&z", "https://a.example/?token=***&z"),
        ("https://a.example/#access_token=x", "https://a.example/#access_token=***"),
        ("https://a.example/?X-Amz-Signature=x&PASSWORD=y", "https://a.example/?X-Amz-Signature=***&PASSWORD=***"),
        ("https://a.example/?to=b%3Ftoken%3Dx%26y%3D1", "https://a.example/?to=b%3Ftoken%3D***%26y%3D1"),
        ("https://a.example/p;jsessionid=x", "https://a.example/p;jsessionid=***"),
        ("https://a.example/?key=AIzaSy", "https://a.example/?key=***"),
        ("https://a.example/?key=word&monkey=1&tokens=2", "https://a.example/?key=word&monkey=1&tokens=2"),
        ("https://a.example/at:this@place", "https://a.example/at:this@place"),
        ("mailto:ann@a.example", "mailto:ann@a.example"),
        ("git@a.example:x/y", "git@a.example:x/y"),
        ("", ""),
    ],
)
def test_secrets_of_an_address_are_masked(url: str, masked: str) -> None:
    assert mask_url(url) == masked
    assert mask_url(masked) == masked


def test_every_address_of_a_text_is_masked_and_nothing_else() -> None:
    text = "See (https://a:b@c.example/x), `https://d.example/?token=e`, and f@g.example: h=i?"
    assert mask_text(text) == "See (https://a:***@c.example/x), `https://d.example/?token=***`, and f@g.example: h=i?"


@pytest.mark.parametrize(
    ("url", "kind", "certain"),
    [
        (f"https://a.example/?token={SECRET}", "token", True),
        ("https://a.example/?token=YOUR_TOKEN_HERE", "token", False),
        ("https://a.example/?token={token}", "token", False),
        ("https://a.example/?token=short", "token", False),
        ("https://a.example/?api_key=DEMO_KEY", "token", False),
        (f"https://a.example/p;jsessionid={SECRET}", "token", False),
        (f"https://a.example/book?id=9&sig={SECRET}", "token", False),
        (f"https://a.example/file?se=2030-01-01&sig={SECRET}", "token", True),
        ("https://ann:tide99@a.example/", "password", True),
        ("https://user:xxxx@a.example/", "password", False),
        ("https://ann@a.example/", "user", True),
    ],
)
def test_a_stand_in_is_no_certain_secret(url: str, kind: str, certain: bool) -> None:
    assert [(secret.kind, secret.certain) for secret in secrets(url)] == [(kind, certain)]


def test_places_are_exact() -> None:
    text = f"a https://u:tide99@b.example/?token={SECRET} c"
    assert [text[secret.start : secret.end] for secret in secrets(text)] == ["tide99", SECRET]


AROUND = st.text("ab:/@?&#=.%3DF \\\"'<>()", max_size=12)


@given(AROUND, st.sampled_from(["?token=", "&api_key=", "#access_token=", ";jsessionid="]), AROUND)
def test_no_text_around_it_saves_a_secret(before: str, name: str, after: str) -> None:
    assert SECRET not in mask_text(f"{before}{name}{SECRET}{after}")
    assert SECRET not in mask_url(f"{before}{name}{SECRET}{after}")


@given(st.text("ab:/@?&#=.%3D tokensi", max_size=60))
def test_masking_again_changes_nothing(text: str) -> None:
    assert mask_text(mask_text(text)) == mask_text(text)


@pytest.mark.parametrize("piece", ["://", "://a:", "a@", "?token=", "&token", "%3Ftoken%3D", ":a@", "=", "://0", "%26"])
def test_hostile_repetition_ends(piece: str) -> None:
    mask_url(piece * 20_000)
