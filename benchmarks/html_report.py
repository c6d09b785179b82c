"""How quick the HTML report is in a real Chromium: to open, to filter, to show each view.

    python -m benchmarks.html_report --data DIR

DIR holds documents; their report is opened as it is, and once more with its findings repeated to 10,000. Exit code 1
when opening takes 3 seconds, an answer of a filter 100 ms, the file has 15 MB or the console has a complaint.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from benchmarks import datasets
from provlint.model.findings import Report
from provlint.report.formats import Extras, render
from provlint.run.check import check
from provlint.settings.load import load

_OPENS, _FILTERS, _BYTES = 3.0, 100.0, 15_000_000
_FINDINGS = 10_000
_ROUNDS = 3
_VIEWS = ("findings", "documents", "quotations", "links", "map", "document/0")
_FILTER = """
const [done] = arguments;
location.hash = "#findings";
setTimeout(() => {
  document.body.offsetHeight;
  const told = {};
  const timed = (name, act) => {
    const from = performance.now();
    act();
    document.body.offsetHeight;
    told[name] = performance.now() - from;
  };
  const say = (id, value) => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  };
  const first = (id) => document.getElementById(id).options[1]?.value ?? "";
  timed("rule", () => say("pick-rule", first("pick-rule")));
  timed("clear", () => document.querySelector("form.filters button").click());
  timed("severity", () => say("pick-severity", first("pick-severity")));
  timed("words", () => say("pick-words", "the"));
  timed("document", () => say("pick-document", first("pick-document")));
  done(told);
}, 50);
"""
_SHOW = """
const [view, done] = arguments;
const from = performance.now();
const told = () => done(performance.now() - from);
addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(told)), { once: true });
location.hash = `#${view}`;
"""


class Opened(NamedTuple):
    """Seconds until a page is ready; milliseconds of its filters and of its views; what its console says."""

    seconds: float
    filters: dict[str, float]
    views: dict[str, float]
    complaints: list[str]


def opened(page: Path) -> Opened:
    """Open a page in a browser of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        browser.get("about:blank")
        started = perf_counter()
        browser.get(page.as_uri())
        WebDriverWait(browser, 60, poll_frequency=0.02).until(
            lambda driver: driver.execute_script("return document.documentElement.dataset.ready") == "true"
        )
        seconds = perf_counter() - started
        filters = browser.execute_async_script(_FILTER)
        views = {view: browser.execute_async_script(_SHOW, view) for view in _VIEWS if view != "findings"}
        log = browser.execute("getLog", {"type": "browser"})["value"]
        return Opened(seconds, filters, views, [entry["message"] for entry in log])
    finally:
        browser.quit()


def measure(folder: Path) -> int:
    """Print the figures of both reports; the number of limits that do not hold."""
    checked = check((str(folder),), load(isolated=True), today="2025-06-01", with_facts=True, with_texts=True)
    extras = Extras(rules=checked.rules, facts=checked.facts, texts=checked.texts)
    found = checked.report.findings
    many = sorted((found * (_FINDINGS // max(1, len(found)) + 1))[:_FINDINGS], key=lambda one: (one.path, one.start))
    failures = 0
    for report in (checked.report, checked.report._replace(findings=tuple(many))):
        failures += told(report, extras)
    return failures


def told(report: Report, extras: Extras) -> int:
    with tempfile.TemporaryDirectory() as name:
        page = Path(name, "report.html")
        page.write_text(render("html", report, extras), encoding="utf-8")
        size = page.stat().st_size
        runs = [opened(page) for _ in range(_ROUNDS)]
    seconds = statistics.median(run.seconds for run in runs)
    filters = medians([run.filters for run in runs])
    views = medians([run.views for run in runs])
    complaints = [message for run in runs for message in run.complaints]
    print(f"{len(report.documents):,} documents, {len(report.findings):,} findings: {size / 1e6:.1f} MB;", end=" ")
    print(f"opens in {seconds:.2f} s; complaints: {complaints or 'none'}")
    for title, times in (("filters", filters), ("views", views)):
        print(f"  {title}, ms:", ", ".join(f"{key} {time:.0f}" for key, time in times.items()))
    return (seconds > _OPENS) + (max(filters.values()) > _FILTERS) + (size > _BYTES) + bool(complaints)


def medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def main() -> int:
    """Run on the first folder given that holds documents; skipped without a browser."""
    data = datasets.documents(datasets.folders(__doc__))
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        print("skipped: no Chromium with its driver on this machine")
        return 0
    return datasets.run_parts([("HTML report", data, measure)])


if __name__ == "__main__":
    sys.exit(main())
