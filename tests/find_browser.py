"""Find a Chromium for the browser tests, and install one where that can be done.

`python -m tests.find_browser --install` prints its path, or says plainly what to do when none can
be had. Order: the variable ATLAS_CHROMIUM, a browser on the PATH, Debian's package (as root), then
Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADVICE = (
    "The browser tests need Chromium and none was found. Install it with your package manager "
    "(Debian, Ubuntu: apt-get install chromium), or name one in ATLAS_CHROMIUM, or run "
    "`.venv/bin/python -m playwright install chromium`."
)


def find_browser() -> str | None:
    """The path of a Chromium or Chrome on this machine, or None."""
    named = os.environ.get("ATLAS_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or find_downloaded()


def find_downloaded() -> str | None:
    """The path of Playwright's own Chromium if it was downloaded, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_browser() -> None:
    """Try the ways to get a Chromium that this machine allows."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        }
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
        packages = ["chromium", "fonts-dejavu-core"]
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=False, **quiet)  # type: ignore[call-overload]
    if find_browser() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Print the browser's path; install one first if asked and needed."""
    if find_browser() is None and "--install" in sys.argv:
        install_browser()
    path = find_browser()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
