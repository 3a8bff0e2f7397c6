"""A real Firefox for the tests, driven by WebDriver BiDi, which it speaks without a driver.

    with Firefox(folder) as firefox:
        page = firefox.open("http://127.0.0.1:8501/")
        page.frame("iframe").click("button")      # as a reader's pointer does
        page.wait("document.title === 'Done'")

What is asked of a page is an expression of JavaScript, with `arg` as its one argument.
"""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections import deque
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.find_browser import FIREFOX_ADVICE, find_firefox

PATIENCE = 120.0
PAUSE = 0.1
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# Firefox itself keeps to this machine: what it would ask of other hosts goes to a closed port.
PREFERENCES = {
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.folderList": 2,
    "browser.download.open_pdf_attachments_inline": False,
    "browser.download.useDownloadDir": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "pdfjs.disabled": True,
}
FIND_STEADY = """async (selector) => {
  const found = document.querySelector(selector);
  if (!found?.checkVisibility() || found.matches(":disabled")) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const before = found.getBoundingClientRect();
  await new Promise((done) => setTimeout(done, 100));
  const { x, y, width, height } = found.getBoundingClientRect();
  if (x !== before.x || y !== before.y || width !== before.width) return null;
  return found.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ? found : null;
}"""


class Firefox:
    """A browser with a profile of its own; what it downloads lies in `downloads`."""

    def __init__(self, folder: Path, preferences: dict[str, Any] | None = None) -> None:
        """Remember where downloads go and what is to be set beside `PREFERENCES`."""
        self.downloads = folder
        self.preferences = {
            **PREFERENCES,
            "browser.download.dir": str(folder),
            **(preferences or {}),
        }
        self.home = TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        self.process: subprocess.Popen[str] | None = None
        self.events: deque[dict[str, Any]] = deque()
        self.count = 0
        self.stack = ExitStack()
        self.socket: ClientConnection

    def __enter__(self) -> Firefox:
        """Start the browser and a session in it."""
        path = find_firefox()
        if path is None:
            raise FileNotFoundError(FIREFOX_ADVICE)
        home = Path(self.home.name)
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in self.preferences.items()
        ]
        (home / "user.js").write_text("\n".join(lines), encoding="utf-8")
        log = home / "output.txt"
        options = ["--headless", "--no-remote", "--remote-debugging-port", "0"]
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [path, *options, "--profile", str(home), "about:blank"],
                env={"HOME": str(home), "PATH": "/usr/bin:/bin", "MOZ_CRASHREPORTER_DISABLE": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
            )
        try:
            session = connect(f"{self._find_address(log)}/session", max_size=None)
            self.socket = self.stack.enter_context(session)
            self.send("session.new", capabilities={})
            self.send("session.subscribe", events=["log.entryAdded"])
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the browser and forget its profile."""
        self.stack.close()
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.home.cleanup()

    def _find_address(self, log: Path) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process and self.process.poll() is None:
            found = LISTENING.search(log.read_text(errors="replace"))
            if found:
                return found[1]
            time.sleep(PAUSE)
        raise RuntimeError(f"Firefox did not start:\n{log.read_text(errors='replace')[-2000:]}")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command's result; RuntimeError with what Firefox says of one that failed."""
        self.count += 1
        number = self.count
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        until = time.monotonic() + PATIENCE
        while True:
            message = json.loads(self.socket.recv(max(until - time.monotonic(), 0)))
            if message.get("id") == number:
                break
            self.events.append(message)
        if message["type"] == "error":
            raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
        return dict(message["result"])

    def open(self, address: str) -> FirefoxPage:
        """A page in a tab of its own, once it is loaded."""
        page = FirefoxPage(self, self.send("browsingContext.create", type="tab")["context"])
        page.go(address)
        return page

    def read_console(self) -> list[str]:
        """What pages and the browser have said on the console so far."""
        self.send("session.status")
        texts = [event["params"].get("text") for event in self.events]
        return [text for text in texts if text]

    def take_download(self, pattern: str, patience: float = PATIENCE) -> bytes:
        """The bytes of the one file that was saved, which is removed; its name fits `pattern`.

        AssertionError tells what is there instead, and the last words of the console.
        """
        until = time.monotonic() + patience
        while True:
            found = self._list_downloads()
            # While it is written a second file stands beside it, and the first is empty.
            if len(found) == 1 and found[0].suffix != ".part":
                content = found[0].read_bytes()
                found[0].unlink()
                assert found[0].match(pattern), found[0].name
                return content
            if time.monotonic() > until:
                for path in found:
                    path.unlink(missing_ok=True)
                names = [path.name for path in found]
                raise AssertionError(f"no {pattern}: {names}; {self.read_console()[-5:]}")
            time.sleep(PAUSE)

    def _list_downloads(self) -> list[Path]:
        """The files with something in them; Firefox may rename one while they are listed."""
        found = []
        for path in sorted(self.downloads.iterdir()):
            with suppress(FileNotFoundError):
                if path.stat().st_size:
                    found.append(path)
        return found


class FirefoxPage:
    """A page, or a frame within one."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        """A browsing context by its id."""
        self.firefox = firefox
        self.context = context

    def go(self, address: str) -> None:
        """Open an address here."""
        self.firefox.send(
            "browsingContext.navigate", context=self.context, url=address, wait="complete"
        )

    def ask(self, expression: str, arg: str = "") -> Any:
        """The value of an expression, taken through JSON; RuntimeError for one that throws."""
        result = self._call(f"async (arg) => JSON.stringify(await ({expression})) ?? 'null'", arg)
        return json.loads(result["value"])

    def wait(self, expression: str, arg: str = "", patience: float = PATIENCE) -> Any:
        """The value of an expression as soon as it is true; AssertionError where it never is."""
        until = time.monotonic() + patience
        while not (value := self.ask(expression, arg)):
            if time.monotonic() > until:
                raise AssertionError(f"never true: {expression} with {arg!r}")
            time.sleep(PAUSE)
        return value

    def click(self, selector: str, patience: float = PATIENCE) -> None:
        """Click the first element of a selector with the pointer, once a reader could.

        It is shown, not disabled, does not move, and nothing lies over it.
        """
        until = time.monotonic() + patience
        while (found := self._call(FIND_STEADY, selector))["type"] != "node":
            if time.monotonic() > until:
                raise AssertionError(f"never to be clicked: {selector}")
            time.sleep(PAUSE)
        origin = {"type": "element", "element": {"sharedId": found["sharedId"]}}
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"type": "pointer", "id": "mouse", "actions": steps}
        self.firefox.send("input.performActions", context=self.context, actions=[pointer])

    def frame(self, selector: str) -> FirefoxPage:
        """The frame of a selector's first element."""
        self.wait("document.querySelector(arg)?.contentWindow != null", selector)
        window = self._call("arg => document.querySelector(arg).contentWindow", selector)
        return FirefoxPage(self.firefox, window["value"]["context"])

    def close(self) -> None:
        """Close the tab."""
        self.firefox.send("browsingContext.close", context=self.context)

    def _call(self, function: str, arg: str) -> dict[str, Any]:
        answer = self.firefox.send(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": arg}],
            target={"context": self.context},
            awaitPromise=True,
            userActivation=False,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return dict(answer["result"])
