"""A web answer without the secrets that its addresses may carry: what is kept, judged and reported."""

from provlint.model.web import Page, WebAnswer
from provlint.text.masking import mask_text, mask_url


def masked(answer: WebAnswer) -> WebAnswer:
    """The answer with the secrets of its addresses replaced by `***`, wherever they stand in it."""
    return answer._replace(
        url=mask_url(answer.url),
        hops=tuple(hop._replace(url=mask_url(hop.url)) for hop in answer.hops),
        detail=mask_text(answer.detail),
        headers=tuple((name, mask_text(value)) for name, value in answer.headers),
        page=_page(answer.page),
        sibling=_page(answer.sibling),
    )


def _page(page: Page | None) -> Page | None:
    if page is None:
        return None
    return page._replace(
        title=mask_text(page.title), canonical=mask_url(page.canonical), refresh=mask_url(page.refresh)
    )
