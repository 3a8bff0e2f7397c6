"""Find a Chromium and a Firefox for the browser tests, and install them where that can be done.

`python -m tests.find_browser --install` prints their paths, or says plainly what to do when one
cannot be had. Order: the variables ATLAS_CHROMIUM and ATLAS_FIREFOX, a browser on the PATH,
Debian's package (as root); for Chromium then Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")
# The last list given counts, so Playwright's own stands here too. What is added keeps Chromium from
# loading the popups of the address bar, pages of their own, with each window: a second of work.
DISABLED_FEATURES = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(DISABLED_FEATURES)}",
]
ADVICE = (
    "The browser tests need Chromium and none was found. Install it with your package manager "
    "(Debian, Ubuntu: apt-get install chromium), or name one in ATLAS_CHROMIUM, or run "
    "`.venv/bin/python -m playwright install chromium`."
)
FIREFOX_ADVICE = (
    "The browser tests need Firefox and none was found. Install it with your package manager "
    "(Debian: apt-get install firefox-esr), or name one in ATLAS_FIREFOX."
)


def find_browser() -> str | None:
    """The path of a Chromium or Chrome on this machine, or None."""
    named = os.environ.get("ATLAS_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or find_downloaded()


def find_firefox() -> str | None:
    """The path of a Firefox on this machine, or None."""
    named = os.environ.get("ATLAS_FIREFOX")
    if named:
        return named if Path(named).exists() else None
    return next((path for name in FIREFOX_NAMES if (path := shutil.which(name))), None)


def find_downloaded() -> str | None:
    """The path of Playwright's own Chromium if it was downloaded, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_browsers() -> None:
    """Try the ways to get the browsers that are missing which this machine allows."""
    packages = []
    if find_browser() is None:
        packages += ["chromium", "fonts-dejavu-core"]
    if find_firefox() is None:
        packages.append("firefox-esr")
    if packages and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        }
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, **quiet)  # type: ignore[call-overload]
    if find_browser() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Print the browsers' paths; install what is missing first if asked."""
    if "--install" in sys.argv:
        install_browsers()
    found = {ADVICE: find_browser(), FIREFOX_ADVICE: find_firefox()}
    for advice, path in found.items():
        print(path or advice, file=sys.stdout if path else sys.stderr)
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
