"""What examples of rules say of the web → the recording a run takes its answers from."""

from collections.abc import Iterable, Mapping
from typing import Any

from provlint.model.web import Hop, Look, Page, WebAnswer
from provlint.store.answer_json import Kept
from provlint.store.identity import identity
from provlint.store.recording import write_recording

PAGE = Page(title="Notes from the harbour", language="en", text_length=900)
WHEN = "2025-06-01T09:30:00Z"


def recorded(web: Iterable[tuple[str, object]], archive: str = "") -> str:
    """The text of a recording; addresses have no fragment, values are as `kept` takes them."""
    return write_recording({identity(url): kept(url, value) for url, value in web}, archive)


def kept(url: str, value: object) -> Kept:
    """A status, or a table: fields of WebAnswer, `page` with fields of Page, `hops`, `looks` of earlier days."""
    table: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {"status": value}
    headers = tuple((str(name), str(words)) for name, words in table.pop("headers", ()))
    looks = tuple(Look(**{"failed": False, **look}) for look in table.pop("looks", ()))
    hops = tuple(Hop(str(to), int(status)) for to, status in table.pop("hops", ()))
    page = PAGE._replace(**_page(table.pop("page", {})))
    failure = table.get("failure", "")
    status = 0 if failure else table.pop("status", hops[-1].status if hops else 200)
    caused = tuple(hop._replace(cause="location") if at else hop for at, hop in enumerate(hops))
    body = table.pop("body", "none" if failure else "whole")
    answer = WebAnswer(
        url,
        **{
            "hops": caused or (Hop(url, status),),
            "status": status,
            "content_type": "" if failure else "text/html",
            "body": body,
            "headers": headers,
            "page": page if body == "whole" else None,
            "checked_at": WHEN,
            **table,
        },
    )
    return Kept(answer, looks=looks)


def _page(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in table.items()}
