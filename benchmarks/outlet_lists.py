"""The public lists that the tables of outlets and domains stand on: names, addresses, licences, dates, words we use.

A list that may not be shipped is not here: its rows are passed over. Share-alike lists (CC BY-SA) go to files of their
own. Of lists under the GPL only facts are taken: that a name belongs to a domain.
"""

from typing import NamedTuple


class PublicList(NamedTuple):
    """One list: id in the tables, name for people, address, licence, date, and whether its rows are share-alike."""

    name: str
    address: str
    licence: str
    as_of: str
    share_alike: bool = False


LISTS: dict[str, PublicList] = {
    "antispam-shorteners": PublicList(
        "antispam-link-shorteners 0.2.1", "urn:python-package:antispam-link-shorteners", "MIT", "2025"
    ),
    "bypass-paywalls": PublicList(
        "Bypass Paywalls site list", "https://github.com/aspenmayer", "MIT, facts only", "2022-01"
    ),
    "calibre": PublicList("calibre news recipes", "https://calibre-ebook.com", "GPL-3, facts only", "2023"),
    "cite-unseen": PublicList(
        "Cite Unseen", "https://github.com/KevinPayravi/CiteUnseen", "CC BY-SA 4.0", "2023-10", True
    ),
    "curated": PublicList("provlint's own reading", "", "MIT", "2026-11"),
    "fundus": PublicList("fundus publishers", "https://github.com/flairNLP/fundus", "MIT", "2026-08"),
    "gsa": PublicList(
        "US GSA list of government sites", "https://github.com/GSA/govt-urls", "public domain", "2023-02"
    ),
    "hipo": PublicList(
        "Hipo university domains", "https://github.com/Hipo/university-domains-list", "MIT", "2026-06"
    ),
    "kagi-kite": PublicList("Kagi Kite", "https://github.com/kagisearch/kite-public", "MIT", "2026-05"),
    "link-shorteners": PublicList(
        "link-shorteners 1.14.1", "urn:python-package:link-shorteners", "MIT", "2025"
    ),
    "local-news": PublicList(
        "Local News Dataset", "https://github.com/yinleon/LocalNewsDataset", "MIT", "2018-08"
    ),
    "mbfc": PublicList(
        "Media Bias/Fact Check's directory", "https://mediabiasfactcheck.com", "names and domains only", "2026-08"
    ),
    "news-homepages": PublicList(
        "news-homepages", "https://github.com/palewire/news-homepages", "GPL-3, facts only", "2026-04"
    ),
    "opensources": PublicList("OpenSources", "https://github.com/several27/FakeNewsCorpus", "CC BY 4.0", "2017"),
    "peterdavehello": PublicList(
        "PeterDaveHello's URL shorteners", "https://github.com/PeterDaveHello/url-shorteners", "CC BY-SA 4.0",
        "2025-09", True,
    ),
    "predatory": PublicList(
        "Stop Predatory Journals", "https://github.com/stop-predatory-journals", "MIT", "2018-01"
    ),
    "public-suffix-list": PublicList("Public Suffix List", "https://publicsuffix.org/list/", "MPL 2.0", "2026-10"),
    "rss-feeds": PublicList("awesome-rss-feeds", "https://github.com/plenaryapp/awesome-rss-feeds", "CC0", "2026-05"),
    "state-media-matrix": PublicList(
        "State Media Matrix", "https://github.com/ASD-at-GMF/state-media-profiles", "MIT", "2024-02"
    ),
    "ut1": PublicList("UT1, Université de Toulouse", "https://github.com/olbat/ut1-blacklists", "CC BY-SA 4.0",
                      "2026-08", True),
    "v2fly": PublicList("v2fly domain lists", "https://github.com/v2fly/domain-list-community", "MIT", "2026-08"),
    "wikipedia": PublicList(
        "Wikipedia's perennial sources",
        "https://en.wikipedia.org/wiki/Wikipedia:Reliable_sources/Perennial_sources", "CC BY-SA 4.0", "2022-10", True,
    ),
    "wikipedia-rankings": PublicList(
        "Wikipedia source rankings", "https://github.com/kynoptic/wikipedia-reliable-sources", "CC BY-SA 4.0",
        "2026-08", True,
    ),
    "zotero": PublicList(
        "Zotero translators", "https://github.com/zotero/translators", "AGPL-3, facts only", "2026-06"
    ),
}  # fmt: skip

#: How the data names a list → our id; a prefix where the data splits a list. Absent: not shipped.
_IDS = {
    "antispam-link-shorteners-pypi": "antispam-shorteners", "bypass-paywalls-clean-2022": "bypass-paywalls",
    "calibre-recipes": "calibre", "cite-unseen-2023": "cite-unseen", "curated-2026-11": "curated", "fundus": "fundus",
    "gsa-govt-urls": "gsa", "hipo-universities": "hipo", "kagi-kite": "kagi-kite", "kagi-kite-feeds": "kagi-kite",
    "link-shorteners-pypi": "link-shorteners", "local-news-dataset-2018": "local-news", "mbfc": "mbfc",
    "news-homepages": "news-homepages", "opensources-2017": "opensources",
    "peterdavehello-url-shorteners": "peterdavehello", "stop-predatory-journals-2018": "predatory",
    "awesome-rss-feeds": "rss-feeds", "state-media-matrix": "state-media-matrix", "wikipedia-rsp": "wikipedia",
    "kynoptic-rsp-2026": "wikipedia-rankings", "kynoptic-goggle-2026": "wikipedia-rankings",
    "zotero-translators": "zotero",
}  # fmt: skip

_KINDS = {
    "government": "government", "media": "news", "news_site": "news", "newspaper": "newspaper",
    "newspaper_or_news_site": "news", "community_news": "news", "broadcaster": "broadcaster", "magazine": "magazine",
    "news_agency": "news-agency", "fact_checker": "fact-checker", "university": "university", "academic": "university",
    "academic_library_resource": "academic-resource", "journal_publisher_or_index": "academic-publisher",
    "journal_publisher": "academic-publisher", "journal": "journal", "preprint": "preprint",
    "academic_repository": "repository", "report_repository": "repository", "video_audio": "video-audio",
    "video": "video-audio", "podcast": "video-audio", "film": "video-audio", "ngo_advocacy": "advocacy",
    "think_tank": "think-tank", "blog": "blog", "blog_platform": "blog-platform", "social_media": "social-media",
    "forum": "forum", "wiki_user_editable": "wiki", "encyclopedia": "encyclopedia", "dictionary": "encyclopedia",
    "file_share": "file-sharing", "intergovernmental": "intergovernmental", "dataset_statistics": "statistics",
    "legal": "legal", "press_release": "press-release", "aggregator": "aggregator", "archive": "archive",
    "archive_records": "records", "bookshop_library": "books", "museum_gallery": "museum", "patents": "patents",
    "software": "software", "tv_program": "video-audio",
}  # fmt: skip
_CONTROL = {
    "state_controlled": "state-controlled", "state_captured_public": "state-captured",
    "state_captured_private": "state-captured", "state_funded": "state-funded",
    "public_independent": "independent-public", "government_or_state_media": "state-funded",
}  # fmt: skip
_ASSESSMENTS = {
    "satire": "satire", "fake_news": "false-news", "conspiracy_pseudoscience": "conspiracy", "predatory": "predatory",
    "hijacked_journal": "hijacked-journal", "propaganda": "propaganda", "clickbait": "clickbait", "hate": "hate",
    "extreme_bias": "extreme-bias", "rumor": "rumour", "tabloid": "tabloid", "questionable": "questionable",
    "wp_generally_reliable": "generally-reliable",
    "wp_generally_unreliable": "generally-unreliable", "wp_deprecated": "deprecated",
    "wp_blacklisted": "blacklisted", "wp_marginally_reliable": "no-consensus", "wp_no_consensus": "no-consensus",
    "wp_listed_reliable": "listed-reliable", "wp_listed_unreliable": "listed-unreliable",
    "wp_listed_no_consensus": "no-consensus", "wp_multi": "several-verdicts",
}  # fmt: skip
_URLS = {
    "url_shortener": "shortener", "cache_mirror": "cache", "parked_for_sale": "parked",
    "reassigned_or_parked": "parked", "translation_proxy": "translation",
}  # fmt: skip
_AXES = (("kind", _KINDS), ("control", _CONTROL), ("assessment", _ASSESSMENTS), ("url", _URLS))


def list_id(named: str) -> str:
    """Our id of a list as the data names it; "" for one whose rows are not shipped."""
    if named.startswith("ut1-"):
        return "ut1"
    if named.startswith("public-suffix-list"):
        return "public-suffix-list"
    if named.startswith("curated-"):
        return "curated"
    return "v2fly" if named.startswith("v2fly-") else _IDS.get(named, "")


def placed(category: str) -> tuple[str, str]:
    """Axis and category in our words for a category of the data; two empty texts for what we do not keep."""
    return next(((ours, words[category]) for ours, words in _AXES if category in words), ("", ""))


def as_of(ids: list[str]) -> str:
    """The latest date of the lists."""
    return max(LISTS[name].as_of for name in ids)
