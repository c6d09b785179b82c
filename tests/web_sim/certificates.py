"""A certificate authority of the simulated web, and what can be wrong with a certificate."""

import datetime
import ssl
from pathlib import Path

import trustme

_DAY = datetime.timedelta(days=1)


class Certificates:
    """Contexts for a server: right ones, and wrong ones by the first label of the host's name."""

    def __init__(self, folder: Path, hosts: list[str]) -> None:
        authority = trustme.CA()
        self.ca_file = str(folder / "ca.pem")
        authority.cert_pem.write_to_path(self.ca_file)
        now = datetime.datetime.now(datetime.UTC)
        stranger = trustme.CA()
        self._own = _context(authority.issue_cert(*hosts))
        self._faulty = {
            "expired": _context(authority.issue_cert(*hosts, not_before=now - 9 * _DAY, not_after=now - 2 * _DAY)),
            "wrong": _context(authority.issue_cert("elsewhere.sim")),
            "stranger": _context(stranger.issue_cert(*hosts)),
            "incomplete": _leaf_only(authority.create_child_ca().issue_cert(*hosts), folder),
            "self": _self_signed(hosts, folder),
        }

    def context(self) -> ssl.SSLContext:
        """One that answers each name with the certificate it is to have."""
        context = self._own
        context.sni_callback = self._choose
        return context

    def _choose(self, connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        faulty = self._faulty.get((name or "").partition(".")[0])
        if faulty:
            connection.context = faulty


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _leaf_only(certificate: trustme.LeafCert, folder: Path) -> ssl.SSLContext:
    path = folder / "leaf.pem"
    path.write_bytes(certificate.private_key_pem.bytes() + certificate.cert_chain_pems[0].bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def _self_signed(hosts: list[str], folder: Path) -> ssl.SSLContext:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, hosts[0])])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "self.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
