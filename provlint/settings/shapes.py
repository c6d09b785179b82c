"""The pieces that the checks of settings are made of."""

from collections.abc import Mapping

from pydantic_core import CoreSchema, core_schema

MOST = 1_000  # entries of a list or table
LONGEST = 500  # characters of a glob or selector
LONGEST_TEXT = 2_000  # characters of a reason or an address

PRINTED = r"^[^\x00-\x1f\x7f]+$"
POSITIVE = r"^[^!\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"
LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

TEXT = core_schema.str_schema(max_length=LONGEST, pattern=PRINTED)
LONG_TEXT = core_schema.str_schema(max_length=LONGEST_TEXT, pattern=PRINTED)
GLOB = core_schema.str_schema(max_length=LONGEST, pattern=POSITIVE)


def listed(item: CoreSchema) -> CoreSchema:
    """A list of such things."""
    return core_schema.list_schema(item, max_length=MOST)


def pairs(keys: CoreSchema, values: CoreSchema) -> CoreSchema:
    """A table whose keys are the user's."""
    return core_schema.dict_schema(keys, values, max_length=MOST)


def table(fields: Mapping[str, CoreSchema], *, needed: str = "") -> CoreSchema:
    """A table of known keys, each of which may be missing but the one that is `needed`."""
    known = {name: core_schema.typed_dict_field(schema, required=name == needed) for name, schema in fields.items()}
    return core_schema.typed_dict_schema(known, extra_behavior="forbid")
