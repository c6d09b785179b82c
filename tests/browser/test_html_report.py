"""The HTML report in a real browser: it opens, filters, shows documents, and nothing a document says becomes markup."""

import re
from pathlib import Path
from typing import Protocol

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from provlint.model.settings import Settings
from provlint.report.html.page import render
from provlint.rulebook.book import load
from provlint.run.check import check

HOSTILE = "<img src=x onerror=\"document.title='broken'\"></script><script>document.title='broken'</script>"
PLAIN = "The wall held back 12,400 tonnes of water in 2019, said “the keeper of the lock”.\n"
QUOTED = "😀 “The wall will not see another winter,” Ann Harbour said on Monday.\n"
TRACKED = "See [the minutes](https://harbour.co.uk/minutes?utm_source=mail) and [this](javascript:alert(1)).\n"


class Show(Protocol):
    def __call__(self, documents: dict[str, str], place: str = "overview") -> None: ...


@pytest.fixture
def show(tmp_path: Path, browser: WebDriver, monkeypatch: pytest.MonkeyPatch) -> Show:
    def opened(documents: dict[str, str], place: str = "overview") -> None:
        monkeypatch.chdir(tmp_path)
        for name, text in documents.items():
            Path(name).write_text(text, encoding="utf-8")
        settings = Settings(jobs=1)
        checked = check(tuple(documents), settings, today="2026-05-01", with_facts=True)
        page = tmp_path / "report.html"
        page.write_text(render(checked.report, load(settings).rules, checked.facts, documents), encoding="utf-8")
        browser.get("about:blank")
        browser.get(f"{page.as_uri()}#{place}")
        WebDriverWait(browser, 60).until(
            lambda driver: driver.execute_script("return document.documentElement.dataset.ready") == "true"
        )

    return opened


def complaints(browser: WebDriver) -> list[str]:
    return [entry["message"] for entry in browser.execute("getLog", {"type": "browser"})["value"]]


@pytest.mark.parametrize("view", ["overview", "findings", "documents", "document/0", "quotations", "links", "map"])
def test_every_view_opens_without_a_complaint(show: Show, browser: WebDriver, view: str) -> None:
    show({"wall.md": PLAIN + "\n" + QUOTED + "\n" + TRACKED}, view)
    section = browser.find_element(By.ID, view.partition("/")[0])
    assert section.is_displayed()
    assert len(section.text) > 20
    assert complaints(browser) == []


def test_a_view_that_is_opened_leaves_the_way_to_the_others_in_sight(show: Show, browser: WebDriver) -> None:
    size = browser.get_window_size()
    browser.set_window_size(600, 300)
    try:
        for view in ("overview", "map"):
            show({"wall.md": PLAIN + "\n" + QUOTED + "\n" + TRACKED}, view)
            for link in ("findings", "overview", "overview"):
                browser.find_element(By.CSS_SELECTOR, f"nav a[href='#{link}']").click()
                assert browser.execute_script("return scrollY") == 0
    finally:
        browser.set_window_size(size["width"], size["height"])


@pytest.mark.parametrize("view", ["overview", "findings", "documents", "document/0", "quotations", "links", "map"])
def test_nothing_a_document_says_becomes_markup(show: Show, browser: WebDriver, view: str) -> None:
    said = QUOTED.replace("winter", f"winter {HOSTILE}")
    show({"wall.md": f"# {HOSTILE}\n\n{said}\n{TRACKED}"}, view)
    assert browser.title == "provlint report"
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 3
    assert all(
        re.match(r"https?://|file:.*#", link.get_attribute("href") or "")
        for link in browser.find_elements(By.TAG_NAME, "a")
    )
    assert complaints(browser) == []


def test_filters_narrow_the_list_and_clear_brings_it_back(show: Show, browser: WebDriver) -> None:
    show({"wall.md": QUOTED, "links.md": TRACKED}, "findings")

    def rows() -> list[WebElement]:
        return browser.find_elements(By.CSS_SELECTOR, "#findings .findings li")

    whole = len(rows())
    Select(browser.find_element(By.ID, "pick-rule")).select_by_value("tracking-parameters")
    assert [row.find_element(By.TAG_NAME, "code").text for row in rows()] == ["PL126 tracking-parameters"]
    browser.find_element(By.XPATH, "//button[text()='Clear']").click()
    assert len(rows()) == whole
    assert whole > 1
    Select(browser.find_element(By.ID, "pick-document")).select_by_value("links.md")
    assert 0 < len(rows()) < whole
    Select(browser.find_element(By.ID, "pick-source")).select_by_value("harbour.co.uk")
    assert rows()
    browser.find_element(By.ID, "pick-words").send_keys("no such words")
    assert rows() == []
    assert browser.find_element(By.CSS_SELECTOR, "#findings .count").text.startswith("0 of")


def test_a_finding_leads_to_its_words_in_the_document(show: Show, browser: WebDriver) -> None:
    show({"wall.md": QUOTED}, "findings")
    browser.find_element(By.CSS_SELECTOR, "#findings .findings a").click()
    mark = browser.switch_to.active_element
    assert mark.tag_name == "mark"
    assert mark.text == "The wall will not see another winter,"
    source = browser.find_element(By.CSS_SELECTOR, "#document .source")
    assert source.get_attribute("textContent") == QUOTED


def test_a_row_of_the_overview_leads_to_the_findings_it_counts(show: Show, browser: WebDriver) -> None:
    show({"wall.md": QUOTED, "links.md": TRACKED})
    browser.find_element(By.CSS_SELECTOR, "#overview figure summary").click()
    browser.find_element(By.XPATH, "//th/button[text()='tracking-parameters']").click()
    rows = browser.find_elements(By.CSS_SELECTOR, "#findings .findings li")
    assert [row.find_element(By.TAG_NAME, "code").text for row in rows] == ["PL126 tracking-parameters"]


def test_a_long_list_is_drawn_a_stretch_at_a_time(show: Show, browser: WebDriver) -> None:
    links = "".join(f"[page {n}](https://harbour.co.uk/{n}?utm_source=mail)\n\n" for n in range(250))
    show({"links.md": links}, "findings")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#findings .findings li")) == 60
    browser.find_element(By.CSS_SELECTOR, "#findings .more").click()
    assert len(browser.find_elements(By.CSS_SELECTOR, "#findings .findings li")) >= 250


def test_to_skip_to_the_report_leaves_the_view_as_it_is(show: Show, browser: WebDriver) -> None:
    show({"links.md": TRACKED}, "findings")
    browser.find_element(By.CLASS_NAME, "skip").send_keys(Keys.ENTER)
    assert browser.find_element(By.ID, "findings").is_displayed()
    assert browser.switch_to.active_element.text == "Findings"


@pytest.mark.parametrize("view", ["overview", "findings", "documents", "document/0", "quotations", "links", "map"])
def test_a_narrow_screen_has_no_line_that_runs_out_of_it(show: Show, browser: WebDriver, view: str) -> None:
    narrow = {"width": 400, "height": 900, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    try:
        show({"wall.md": PLAIN + "\n" + QUOTED + "\n" + TRACKED.replace("minutes", "minutes" * 20)}, view)
        width = browser.execute_script("return document.documentElement.scrollWidth")
        names = [cell.get_attribute("role") for cell in browser.find_elements(By.CSS_SELECTOR, "main td[data-head]")]
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width == 400
    assert set(names) <= {"cell"}
