"""TLS: one context for all connections of a run, since loading the certificates takes 30 ms; and what went wrong."""

import os
import ssl
from importlib.util import find_spec

from provlint.errors import UserError
from provlint.model.web import TlsFault

# Codes of X509_verify_cert (openssl/x509_vfy.h).
_KINDS: dict[int, TlsFault] = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",  # the server's own certificate
    62: "wrong-host",
    64: "wrong-host",  # an address instead of a name
}


def context(ca_file: str = "") -> ssl.SSLContext:
    """A context that verifies against the certificates of certifi and, if given, those of `ca_file`."""
    made = ssl.create_default_context(cafile=_bundle())
    if ca_file:
        try:
            made.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise UserError("--ca-file", ca_file, f"holds no certificates that can be read ({error})") from None
    made.set_alpn_protocols(["http/1.1"])
    return made


def fault(error: ssl.SSLError) -> tuple[TlsFault, str]:
    """What is wrong, in one word, and in the words of the library."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _KINDS.get(error.verify_code, "untrusted"), error.verify_message
    return "protocol", (getattr(error, "reason", "") or str(error)).replace("_", " ").lower()


def _bundle() -> str:
    """The path of certifi's certificates; its own way to tell imports a tenth of what a run does."""
    found = find_spec("certifi")
    path = os.path.join(os.path.dirname(found.origin or ""), "cacert.pem") if found else ""
    if os.path.isfile(path):
        return path
    import certifi  # some distributions keep the certificates elsewhere

    return certifi.where()
