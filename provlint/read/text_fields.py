"""A paragraph of header fields ("Subject: …", "Author: …") → their names and values."""

from provlint.text.patterns import lazy

_FIELD = lazy(r"([A-Za-z][\w-]{1,20}(?: [\w-]{1,12})?):(?:\s++(.*)|\Z)")
# Fields of mails and news (RFC 5322, RFC 5536) and of text archives; two of them make a header.
_KNOWN = frozenset(
    ("from", "to", "cc", "subject", "date", "title", "author", "authors", "published", "newsgroups", "organization",
     "message-id", "reply-to", "sender", "release date", "posting date", "language", "byline", "dateline", "headline",
     "publication", "translator", "editor", "keywords", "sent", "in-reply-to", "references")
)  # fmt: skip
# A mailbox file's own first line (RFC 4155); the line above a forwarded message.
_BEFORE = lazy(r"From \S+\s|-{3,}\s?[A-Z]\w+ [Mm]essage\s?-{3,}\s*\Z")
_PERSON = lazy(r"\s*<[^<>]*>|\s*\S+@\S+\s*|[()\"]")


def fields(lines: list[str]) -> dict[str, str]:
    """The fields, names in lower case, of lines that are all fields or go on one; {} for other lines."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        if not found and _BEFORE.match(line):
            continue
        field = _FIELD.fullmatch(line.strip())
        if field and line[0] not in " \t":
            name = field[1].lower()
            found.setdefault(name, [field[2] or ""])
        elif name and line[0] in " \t":
            found[name].append(line.strip())
        else:
            return {}
    return {name: " ".join(value) for name, value in found.items()} if len(_KNOWN.intersection(found)) >= 2 else {}


def person(value: str) -> str:
    """The name in the value of a "From" field: "Ann Lee" in "Ann Lee <ann@a.example>"; the value if it has no name."""
    return _PERSON.sub("", value).strip() or value.strip()
