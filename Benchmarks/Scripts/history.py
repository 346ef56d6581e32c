#!/usr/bin/env python3
"""How fast a long history opens. See Scripts/bench.

A home is filled with attempts, copies of one that was entered from a record, and the real window opens
on it (Xvfb): the library until it stands with what was done before, the history from the key to
the picture. The commands are timed beside it. Figures belong to the machine they were measured on.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from window import Display, Trainer, fail


def fill(programs, record, home, attempts):
    """Enters a record, and as many copies of its rows under other names and starts."""
    os.makedirs(os.path.join(home, "records"))
    shutil.copy(record, os.path.join(home, "records", "first.inkml"))
    environment = {**os.environ, "EFFLEURAGE_HOME": home}
    listed = subprocess.run(
        [os.path.join(programs, "effleurage"), "history"], env=environment, capture_output=True,
        text=True, check=False)
    if listed.returncode:
        fail(f"the record was not entered: {listed.stderr}", 70)
    database = sqlite3.connect(os.path.join(home, "history.sqlite"))
    columns = [row[1] for row in database.execute("PRAGMA table_info(attempt)")]
    values = dict(zip(columns, database.execute("SELECT * FROM attempt").fetchone()))
    line = database.execute("SELECT line FROM result").fetchone()[0]
    criteria = database.execute("SELECT * FROM criterion").fetchall()
    with database:
        database.execute("UPDATE attempt SET trainee = NULL")
        for number in range(2, attempts + 1):
            start = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_600_000_000 + number * 9_000))
            row = {**values, "id": number, "trainee": None, "start": start, "day": start[:10],
                   "case_id": values["case_id"] + f"-{number % 40}",
                   "score_tenths": 600 + number % 400, "file": f"{number}.inkml",
                   "sha256": f"{number:064x}", "mode": "exam" if number % 5 == 0 else "practice",
                   "verdict": "passed" if number % 3 else "failed", "ended": 1}
            database.execute(
                f"INSERT INTO attempt VALUES ({', '.join('?' * len(columns))})",
                [row[name] for name in columns])
            database.execute("INSERT INTO result VALUES (?, ?)", (number, line))
            database.executemany(
                f"INSERT INTO criterion VALUES ({', '.join('?' * len(criteria[0]))})",
                [(number, *rest) for _, *rest in criteria])
    database.close()


def opened(programs, home, copies):
    """Milliseconds until the library stands with its past, and from the key to the history."""
    display = Display(1280, 800)
    library, history = [], []
    for _ in range(copies):
        trainer = Trainer(programs, display, 1280, 800, [], home=home)
        trainer.until("the library with its past", lambda: len(trainer.rows()) > 1)
        row = trainer.rows()[1]
        library.append(sum(float(row[key]) for key in ("start_ms", "draw_ms", "present_ms")))
        trainer.keys("h")
        trainer.screen("history")
        shown = next(r for r in trainer.rows() if r["screen"] == "history")
        history.append(float(shown["newest_event_age_ms"]))
        trainer.close()
    display.close()
    return library, history


def timed(programs, home, *arguments):
    start = time.monotonic()
    subprocess.run(
        [os.path.join(programs, "effleurage"), "history", *arguments],
        env={**os.environ, "EFFLEURAGE_HOME": home}, stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - start) * 1000


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench history", description=__doc__)
    parser.add_argument("programs", help=argparse.SUPPRESS)
    parser.add_argument("record", help=argparse.SUPPRESS)
    parser.add_argument("--attempts", type=int, default=10_000, help="in the long history")
    parser.add_argument("--times", type=int, default=5, help="that each is opened")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            fail(f"{tool} is not installed; Scripts/setup --tests installs it")
    result = {}
    for attempts in (1, options.attempts):
        home = tempfile.mkdtemp(prefix="effleurage-bench-")
        try:
            print(f"{attempts} attempts ...", file=sys.stderr)
            fill(options.programs, options.record, home, attempts)
            library, history = opened(options.programs, home, options.times)
            lists = [timed(options.programs, home, "--format", "json") for _ in range(3)]
            result[attempts] = {
                "library_ms": round(statistics.median(library), 1),
                "history_ms": round(statistics.median(history), 1),
                "list_json_ms": round(statistics.median(lists), 1)}
        finally:
            shutil.rmtree(home, ignore_errors=True)
    print(f"{'attempts':44}" + "".join(f"{count:>12}" for count in result))
    for key, name in (
            ("library_ms", "library with its past, ms (300 asked)"),
            ("history_ms", "from H to the history, ms (500 asked)"),
            ("list_json_ms", "effleurage history --format json, ms")):
        print(f"{name:44}" + "".join(f"{row[key]:>12}" for row in result.values()))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(result, file, indent=1)


if __name__ == "__main__":
    main()
