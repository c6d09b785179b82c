"""`python -m benchmarks.record_inputs`: writes inputs/web.jsonl, the answers with which reports/ is made.

The answers are written by hand, so that every kind of them stands somewhere in the sample documents: they say nothing
about the sites they are given to.
"""

from pathlib import Path

from tests.web_answers import recorded

FILE = Path(__file__).parents[1] / "inputs" / "web.jsonl"
_ARCHIVE = "https://archive.org/wayback/available"
_COPY = (
    '{"archived_snapshots": {"closest": {"available": true, "status": "200", "timestamp": "20230211083000",'
    ' "url": "http://web.archive.org/web/20230211083000/https://orf.at/stories/nightjet-demand/"}}}'
)


def _moved(first: str, last: str, status: int = 301) -> dict[str, object]:
    return {"hops": [[first, status], [last, 200]]}


ANSWERS: dict[str, object] = {
    "https://company.sbb.ch/en/media/press-releases.html": _moved(
        "https://company.sbb.ch/en/media/press-releases.html",
        "https://news.sbb.ch/en/releases",
    ),
    "https://doi.org/10.1000/182": _moved("https://doi.org/10.1000/182", "https://www.doi.org/the-identifier/", 302),
    "https://doi.org/10.1016/j.fishres.2019.05.004": {
        "hops": [
            ["https://doi.org/10.1016/j.fishres.2019.05.004", 302],
            ["https://linkinghub.elsevier.com/retrieve/pii/S0165783619301250", 403],
        ],
        "headers": [["cf-mitigated", "challenge"]],
        "status": 403,
    },
    "https://en.wikipedia.org/wiki/Rance_Tidal_Power_Station": 200,
    "https://energysavingtrust.org.uk/advice/heat-pumps/?utm_source=chatgpt.com": 200,
    "https://ntslf.org/tides": {"failure": "timed-out", "tries": 3},
    "https://orf.at/stories/nightjet-demand/": 404,
    "https://presse-oebb.at/news-jahresbericht-2023": {
        "page": {"title": "presse-oebb.at", "parked": "the words “this domain is for sale”"}
    },
    "https://photos.tethys.org/tidal/": {"failure": "tls", "tls": "wrong-host"},
    "https://tethys.pnnl.gov/": 200,
    "https://tethys.pnnl.gov/publications/severn-tidal-power": {
        "hops": [["https://tethys.pnnl.gov/publications/severn-tidal-power", 301], ["https://tethys.pnnl.gov/", 200]]
    },
    "https://web.archive.org/web/2019/https://libraries.org/": _moved(
        "https://web.archive.org/web/2019/https://libraries.org/",
        "https://web.archive.org/web/20190703120000/https://libraries.org/",
        302,
    ),
    "https://libraries.org/": 200,
    "https://www.bbc.com/news/amp/uk-england-66554433": 200,
    "https://www.cefas.co.uk/data-and-publications/?utm_source=newsletter&utm_medium=email": 200,
    "https://www.cefas.co.uk/data-and-publications/habs/?utm_campaign=handbook": 200,
    "https://www.cefas.co.uk/news/winter-meeting/": {
        "page": {"title": "Page not found", "not_found": "the title “Page not found”"}
    },
    "https://www.europarl.europa.eu/thinktank/en/document/IPOL_STU(2021)694561": {"status": 202, "body": "empty",
        "headers": [["x-amzn-waf-action", "challenge"]]},
    "https://www.food.gov.uk/business-guidance/shellfish-classification": 200,
    "https://www.google.com/url?q=https%3A%2F%2Fwww.cefas.co.uk%2Fdata-and-publications%2Fhabs%2F&sa=D": 200,
    "https://www.gov.uk/find-your-local-library": _moved(
        "https://www.gov.uk/find-your-local-library", "https://www.gov.uk/local-library-services", 302
    ),
    "https://www.gov.uk/government/collections/uk-sea-fisheries-annual-statistics": 200,
    "https://www.gov.uk/government/publications/1-severn-tidal-power-feasibility-study-conclusions-and-summary-report":
        200,
    "https://www.gov.uk/government/publications/river-maps": 404,
    "https://www.gov.uk/government/statistics/uk-sea-fisheries": 410,
    "https://www.gov.uk/guidance/fishing-vessel-licences": 200,
    "https://www.gov.uk/guidance/shellfish": {"status": 429, "retry_after": 3600},
    "https://www.portmaren.gov.uk/office": {"failure": "no-such-name"},
    "https://www.portmarencourier.co.uk/news/shellfish-closures": {"page": {"title": "Beds closed", "paywall":
        "its data says that it is not free"}},
    "https://www.portmarencourier.co.uk/news/shellfish-closures?utm_source=share": 503,
    "https://www.seat61.com/sleepers.htm": 403,
    "https://x.com/lenaostrow/status/1899412345678901234": {"page": {"title": "X", "text_length": 40,
        "script_built": True}},
    f"{_ARCHIVE}?url=https%3A%2F%2Forf.at%2Fstories%2Fnightjet-demand%2F&timestamp=20241105": {
        "content_type": "application/json", "page": {}, "text": _COPY,
    },
}  # fmt: skip


def main() -> None:
    """Write the recording."""
    FILE.write_text(recorded(ANSWERS.items(), _ARCHIVE), encoding="ascii", newline="")


if __name__ == "__main__":
    main()
