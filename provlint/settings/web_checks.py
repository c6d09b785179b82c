"""The `web` table of a settings file: which values it may have, and which of them only a trusted file may give."""

from typing import get_args

from pydantic_core import CoreSchema, core_schema

from provlint.model.settings import RobotsRule, StatusWord

_MOST = 200  # hosts, headers, globs
_LONGEST = 500  # characters
_SLOWEST = 3_600.0  # seconds

PRINTED = r"^[^\x00-\x1f\x7f]+$"
STATUS = r"^[1-9][0-9][0-9]$"
HOST = r"^(\*\.)?[^\x00-\x20\x7f/?#@*:]+$"
#: Names of headers, but not those by which a request could become another one, or somebody else's.
HEADER = r"^[A-Za-z0-9-]+$"
HEADER_VALUE = r"^[\x20-\x7e]*$"
WEB_PATTERNS = {
    STATUS: "must be a status code of three digits",
    HOST: "must be a host name, or `*.` and a name for all names below it",
    HEADER: "must be the name of a header",
    HEADER_VALUE: "must be a line of plain ASCII",
}
FORBIDDEN_HEADERS = frozenset((
    "accept-encoding", "authorization", "connection", "content-length", "cookie", "expect", "host",
    "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade",
))  # fmt: skip
#: Keys that a file beside the documents may not have unless the command line trusts it.
TRUSTED = ("allow-private", "ports", "ca-file", "proxy", "timeout", "archive")


def _table(fields: dict[str, CoreSchema]) -> CoreSchema:
    optional = {name: core_schema.typed_dict_field(schema, required=False) for name, schema in fields.items()}
    return core_schema.typed_dict_schema(optional, extra_behavior="forbid")


def _dict(keys: CoreSchema, values: CoreSchema) -> CoreSchema:
    return core_schema.dict_schema(keys, values, max_length=_MOST)


def _text(pattern: str = PRINTED) -> CoreSchema:
    return core_schema.str_schema(max_length=_LONGEST, pattern=pattern)


_SECONDS = core_schema.float_schema(ge=0, le=_SLOWEST, allow_inf_nan=False)
_STATUS_CODES = _dict(_text(STATUS), core_schema.literal_schema([*get_args(StatusWord)]))
_HOST = _table({"pace": _SECONDS, "headers": _dict(_text(HEADER), _text(HEADER_VALUE)), "status-codes": _STATUS_CODES})
WEB = _table(
    {
        "skip": core_schema.list_schema(_text(), max_length=_MOST),
        "retries": core_schema.int_schema(ge=0, le=10),
        "robots": core_schema.literal_schema([*get_args(RobotsRule)]),
        "status-codes": _STATUS_CODES,
        "hosts": _dict(_text(HOST), _HOST),
        "allow-private": core_schema.list_schema(_text(), max_length=_MOST),
        "ports": core_schema.list_schema(core_schema.int_schema(ge=1, le=65_535), max_length=_MOST),
        "ca-file": _text(),
        "proxy": _text(),
        "timeout": _SECONDS,
        "archive": _text(),
    }
)
