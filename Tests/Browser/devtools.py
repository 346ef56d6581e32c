"""Drives a headless Chromium over the DevTools protocol, with the standard library alone.

Two pipes carry messages that end with a zero byte: descriptor 3 takes commands, 4 gives answers.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def program():
    """The path of a Chromium; None when there is none."""
    for name in PROGRAMS:
        path = shutil.which(name)
        if path:
            return path
    return None


class Failure(Exception):
    """What the browser was asked for and did not do."""


class Browser:
    """One page of a browser with a profile of its own."""

    def __init__(self, patience=60.0, arguments=()):
        self.patience = patience
        self.console = []
        self.requests = []
        self.number = 0
        self.buffer = b""
        self.waiting = []
        self.profile = tempfile.TemporaryDirectory(prefix="effleurage-browser-")
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()
        # The numbers that the browser expects may be taken by the pipes themselves.
        high_in, high_out = os.dup2(to_browser, 63), os.dup2(from_browser, 64)

        def connect():
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self.process = subprocess.Popen(
            [
                program(), "--headless", "--remote-debugging-pipe", "--no-sandbox",
                "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-extensions", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                "--user-data-dir=" + self.profile.name, *arguments, "about:blank",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            close_fds=True, pass_fds=(3, 4, 63, 64), preexec_fn=connect)
        for descriptor in (to_browser, from_browser, 63, 64):
            os.close(descriptor)
        target = next(
            info for info in self.call("Target.getTargets")["targetInfos"]
            if info["type"] == "page")
        self.session = None
        self.session = self.call(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    session = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.call("Browser.close")
        except (Failure, OSError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        self.profile.cleanup()

    # Messages.

    def call(self, method, **parameters):
        """Asks for something and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + self.patience
        while True:
            answer = self.receive(end)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.note(answer)

    def receive(self, end):
        """The next message before a time."""
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.answers], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise Failure(f"the browser said nothing for {self.patience} s")
            piece = os.read(self.answers, 1 << 16)
            if not piece:
                raise Failure("the browser has gone")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def note(self, event):
        """Keeps what pages say and ask for."""
        method, data = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = data["exceptionDetails"]
            self.console.append(
                details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and data["type"] in ("error", "warning", "assert"):
            self.console.append(" ".join(str(item.get("value")) for item in data["args"]))
        elif method == "Log.entryAdded" and data["entry"]["level"] in ("error", "warning"):
            self.console.append(data["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(data["request"]["url"])
        self.waiting.append(method)

    # Pages.

    def open(self, path):
        """Opens a file and returns when it is loaded."""
        self.waiting = []
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        end = time.monotonic() + self.patience
        while "Page.loadEventFired" not in self.waiting:
            self.note(self.receive(end))

    def run(self, expression):
        """The value of an expression of JavaScript in the page."""
        result = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise Failure(
                details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def until(self, expression):
        """Returns when an expression holds in the page."""
        end = time.monotonic() + self.patience
        while not self.run(expression):
            if time.monotonic() > end:
                raise Failure(f"did not come to hold: {expression}")
            # A frame of the page: it is what changes it.
            self.run("new Promise((done) => requestAnimationFrame(() => done(true)))")

    def click(self, selector):
        """Presses the mouse in the middle of the first element of a selector."""
        place = self.run(
            "(() => { const element = document.querySelector(%s);"
            "element.scrollIntoView({ block: 'center', behavior: 'instant' });"
            "const box = element.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()" % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left",
                clickCount=1)

    def press(self, key, code=None, text=None):
        """Presses and lets go a key."""
        known = {"Enter": 13, "Tab": 9, "ArrowRight": 39, "ArrowLeft": 37, " ": 32}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=code or key,
                windowsVirtualKeyCode=known.get(key, 0),
                **({"text": text} if text and kind == "keyDown" else {}))
