"""Certificates of an authority made for the tests."""

import datetime
import ssl
from pathlib import Path

import trustme

AUTHORITY = trustme.CA()
OTHER_AUTHORITY = trustme.CA()


def context(issued: trustme.LeafCert) -> ssl.SSLContext:
    """A server's context that shows the certificate."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    issued.configure_cert(made)
    return made


def good() -> ssl.SSLContext:
    return context(AUTHORITY.issue_cert("127.0.0.1", "harbour.example"))


def expired() -> ssl.SSLContext:
    return context(AUTHORITY.issue_cert("127.0.0.1", not_after=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)))


def of_another_host() -> ssl.SSLContext:
    return context(AUTHORITY.issue_cert("elsewhere.example"))


def of_an_unknown_authority() -> ssl.SSLContext:
    return context(OTHER_AUTHORITY.issue_cert("127.0.0.1"))


def self_signed() -> ssl.SSLContext:
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    alone = trustme.CA()
    with alone.cert_pem.tempfile() as certificate, alone.private_key_pem.tempfile() as key:
        made.load_cert_chain(certificate, key)
    return made


def authority_file(folder: Path) -> str:
    path = folder / "authority.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    return str(path)
