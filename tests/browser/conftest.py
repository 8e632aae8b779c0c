"""A headless Chromium for the tests of pages.

Selenium with the distribution's own Chromium and ChromeDriver: Playwright's wheel would bring a whole
Node.js along and wants a browser build of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from tests.browser.page import Page

_FLAGS = (
    "--headless",
    "--no-sandbox",  # containers have no user namespaces, and every page here is our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


def _chromium() -> tuple[str, str]:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if browser and driver:
        return browser, driver
    missing = "needs the packages chromium and chromium-driver"
    if "CI" in os.environ:
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for all tests, since it takes longer to start than any test."""
    binary, driver = _chromium()
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    options.page_load_strategy = "normal"
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    browser.set_script_timeout(120)  # axe checks a long page, on a machine that may be busy
    yield browser
    browser.quit()


@pytest.fixture
def page(chromium: webdriver.Chrome) -> Iterator[Page]:
    """A page with an empty history and log."""
    opened = Page(chromium)
    opened.reset()
    yield opened


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    """The file for a report."""
    return tmp_path / "report.html"
