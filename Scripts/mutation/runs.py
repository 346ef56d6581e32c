"""Runs of the test bundle with one change switched on."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

# A changed loop may never end and take all memory with it: kilobytes of address space.
MOST_MEMORY = 8 * 1024 * 1024

ISSUE = re.compile(r"✘ Test (?:case .* to )?(.+?) recorded an issue")
STARTED = re.compile(r"◇ Test (?!case|run)(.+?) started")
PASSED = re.compile(r"✔ Test (?!case|run)(.+?)(?: with \d+ test cases?)? passed")


@dataclass
class Outcome:
    """killed: a test failed; trapped: the tests ended in a trap; timeout; survived."""

    result: str
    test: str = ""

    @property
    def is_killed(self) -> bool:
        return self.result != "survived"


class Bundle:
    """The built tests, suite by suite: the quick ones first, each in a process of its own."""

    def __init__(self, path: Path, folder: Path, tests: list[str], skip: str | None):
        self.path = path
        self.folder = folder
        self.tests = tests
        self.skip = skip
        # Names of suites with the seconds that each takes unchanged, the quickest first.
        self.suites: list[tuple[str, float]] = []
        self.running: set[subprocess.Popen] = set()
        self.is_stopped = False

    def stop(self) -> None:
        """Ends all that runs, and lets nothing more begin."""
        self.is_stopped = True
        for process in list(self.running):
            kill(process)

    def measure(self) -> list[str]:
        """Runs every suite without a change, and returns the tests that fail: none should."""
        listed = subprocess.run(
            self.command("--list-tests"), cwd=self.folder, stdout=subprocess.PIPE, text=True,
            check=True).stdout
        names = dict.fromkeys(
            re.split(r"[/(]", line)[0] for line in listed.splitlines()
            if line.split(".")[0] in self.tests and not (self.skip and re.search(self.skip, line)))
        if not names:
            raise ValueError("there are no tests of " + ", ".join(self.tests))
        failing: list[str] = []
        self.suites = []
        for name in names:
            began = time.monotonic()
            outcome = self.run_suite(name, 0, 3600, failing)
            if outcome.result in ("trapped", "timeout") and not failing:
                failing.append(outcome.test)
            self.suites.append((name, time.monotonic() - began))
        self.suites.sort(key=lambda suite: suite[1])
        return failing

    def leave_out(self, tests: list[str]) -> None:
        patterns = ["^" + re.escape(test) for test in tests]
        self.skip = "|".join(([self.skip] if self.skip else []) + patterns)

    def run(self, change: int, patience: float) -> Outcome:
        """Runs suite after suite until a test fails. `patience`: how many times as long as
        unchanged a suite may take."""
        for name, seconds in self.suites:
            if self.is_stopped:
                break
            outcome = self.run_suite(name, change, 10 + patience * seconds)
            if outcome.is_killed:
                return outcome
        return Outcome("survived")

    def run_suite(
        self, name: str, change: int, limit: float, failing: list[str] | None = None
    ) -> Outcome:
        """Up to the first failure; or to the end, when all failures are asked for."""
        with tempfile.TemporaryDirectory(prefix="effleurage-mutate-") as scratch:
            process = subprocess.Popen(
                ["/bin/sh", "-c", 'ulimit -c 0; ulimit -v "$0" 2>/dev/null; exec "$@"',
                 str(MOST_MEMORY)]
                + self.command("--no-parallel", "--filter", "^" + re.escape(name) + "[/(]",
                               *(["--skip", self.skip] if self.skip else [])),
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
                start_new_session=True,
                env=os.environ | {
                    "EFFLEURAGE_CHANGE": str(change), "TMPDIR": scratch, "NO_COLOR": "1",
                    "SWIFT_BACKTRACE": "enable=no"})
            overdue = threading.Event()

            def stop() -> None:
                overdue.set()
                kill(process)

            timer = threading.Timer(limit, stop)
            timer.start()
            self.running.add(process)
            try:
                return self.watch(process, overdue, name, failing)
            finally:
                timer.cancel()
                self.running.discard(process)
                kill(process)
                process.wait()
                process.stdout.close()

    def watch(
        self, process: subprocess.Popen, overdue: threading.Event, suite: str,
        failing: list[str] | None
    ) -> Outcome:
        """Reads what a run says."""
        running = ""
        for line in process.stdout:
            if match := ISSUE.search(line):
                test = f"{suite}/{match.group(1)}"
                if failing is None:
                    return Outcome("killed", test)
                if test not in failing:
                    failing.append(test)
            if match := STARTED.search(line):
                running = match.group(1)
            elif PASSED.search(line):
                running = ""
        # The ended process is not reaped yet, so that its number still names its group.
        ended = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        if overdue.is_set():
            return Outcome("timeout", f"{suite}/{running}")
        if failing:
            return Outcome("killed", failing[0])
        if ended.si_code != os.CLD_EXITED or ended.si_status != 0:
            return Outcome("trapped", f"{suite}/{running}")
        return Outcome("survived")

    def command(self, *arguments: str) -> list[str]:
        return [str(self.path), "--testing-library", "swift-testing", *arguments]


def kill(process: subprocess.Popen) -> None:
    """Ends a run and every process that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
