#!/usr/bin/env python3
"""How the window runs: frames while circles are made, rest, memory. See Scripts/bench.

The real program runs on a display of its own (Xvfb) and is driven by real pointer and key events
(xdotool). Nothing here is a test: figures belong to the machine they were measured on.
"""

import argparse
import csv
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CASE = "lifting-easing-left"
STEP = 2  # comb strokes
# The whole back: layout units in a millimetre, and how far down C7 lies. The plate takes what the
# rail and its margins leave of the page.
PLATE_SCALE, C7, RAIL = 0.74, 178.0, 512.0
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def fail(words, code=69):
    print(f"Scripts/bench: {words}", file=sys.stderr)
    sys.exit(code)


def share(values, part):
    """The value below which the part of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else math.nan


class Display:
    """A display without a screen."""

    def __init__(self, width, height):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            fail("Xvfb gave no display")
        self.name = ":" + number

    def tool(self, *words):
        result = subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": self.name}, capture_output=True,
            text=True, check=False)
        return result.stdout

    def close(self):
        self.server.terminate()
        self.server.wait()


class Trainer:
    """The window program, and what can be seen of it from outside."""

    def __init__(self, programs, display, width, height, arguments, home=None):
        self.display = display
        self.home = home or tempfile.mkdtemp(prefix="effleurage-bench-")
        self.log = os.path.join(self.home, "frames.csv")
        if os.path.exists(self.log):
            os.remove(self.log)
        self.process = subprocess.Popen(
            [os.path.join(programs, "effleurage-window"), "practice", *arguments, "--frame-log",
             self.log],
            env={**os.environ, "DISPLAY": display.name, "EFFLEURAGE_HOME": self.home,
                 "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"})
        self.until("a first frame", lambda: self.rows())
        self.window = self.until(
            "the window",
            lambda: display.tool("search", "--onlyvisible", "--pid", str(self.process.pid)).split())
        self.window = self.window[-1]
        display.tool("windowmove", self.window, "0", "0")
        display.tool("windowsize", "--sync", self.window, str(width), str(height))
        display.tool("windowfocus", "--sync", self.window)

    def until(self, what, look):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            if self.process.poll() is not None:
                fail(f"the program ended with {self.process.returncode}")
            time.sleep(0.02)
        fail(f"never seen: {what}")
        return None

    def rows(self):
        try:
            with open(self.log, encoding="utf-8") as file:
                return list(csv.DictReader(file))
        except FileNotFoundError:
            return []

    def screen(self, name):
        self.until(f"screen {name}", lambda: [r for r in self.rows()[-1:] if r["screen"] == name])

    def keys(self, *names):
        for name in names:
            before = len(self.rows())
            self.display.tool("key", name)
            self.until("a frame", lambda: len(self.rows()) > before)

    def used(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def resident(self):
        """Megabytes in memory."""
        with open(f"/proc/{self.process.pid}/statm", encoding="utf-8") as file:
            return int(file.read().split()[1]) * PAGE / 1e6

    def rest(self, seconds):
        """Share of a core that the program takes when nobody does anything."""
        time.sleep(1)
        before, start = self.used(), time.monotonic()
        time.sleep(seconds)
        return (self.used() - before) / (time.monotonic() - start)

    def close(self):
        self.display.tool("key", "ctrl+q")
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def records(self):
        folder = os.path.join(self.home, "records")
        return [os.path.join(folder, n) for n in os.listdir(folder) if n.endswith(".inkml")]

    def forget(self):
        shutil.rmtree(self.home, ignore_errors=True)


def strokes(programs, phase):
    """The expert's contacts in a step, each a list of (seconds, x, y) in millimetres."""
    with tempfile.TemporaryDirectory() as folder:
        record = os.path.join(folder, "expert.inkml")
        subprocess.run(
            [os.path.join(programs, "effleurage"), "demo", CASE, "--out", record], check=True)
        rows = os.path.join(folder, "series.csv")
        subprocess.run(
            [os.path.join(programs, "effleurage"), "score", record, "--trace", rows], check=True,
            stdout=subprocess.DEVNULL)
        contacts = {}
        with open(rows, encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["phase"] == phase:
                    contacts.setdefault(row["contact"], []).append(
                        (float(row["time_s"]), float(row["x_mm"]), float(row["y_mm"])))
        return list(contacts.values())


def circles(trainer, contacts, width, height, seconds):
    """Makes the expert's circles by the pointer, about 125 places a second."""
    unit = min(width / 1280, height / 800)
    middle = (width / unit - RAIL) / 2
    spent = 0.0
    for contact in contacts:
        words, last = [], None
        for moment, x, y in contact:
            if last is not None and moment - last < 0.008:
                continue
            words += ["mousemove", "--window", trainer.window,
                      str(round((middle + x * PLATE_SCALE) * unit)),
                      str(round((C7 + y * PLATE_SCALE) * unit))]
            if last is None:
                words += ["mousedown", "1"]
            words += ["sleep", "0.0075"]
            last = moment
            if spent + moment - contact[0][0] > seconds:
                break
        for start in range(0, len(words), 7 * 2000):
            trainer.display.tool(*words[start:start + 7 * 2000])
        trainer.display.tool("mouseup", "1")
        spent += contact[-1][0] - contact[0][0]
        if spent > seconds:
            return


def practise(trainer):
    trainer.keys("p", "Return")
    trainer.screen("preparation")
    trainer.keys("Return")
    trainer.screen("practice")
    trainer.keys(str(STEP), "bracketleft", "bracketleft")


def frames(programs, width, height, contacts, seconds):
    display = Display(width, height)
    trainer = Trainer(programs, display, width, height, [CASE])
    practise(trainer)
    start = len(trainer.rows())
    circles(trainer, contacts, width, height, seconds)
    rows = [r for r in trainer.rows()[start:] if r["screen"] == "practice" and r["hands"] == "1"]
    trainer.close()
    path = trainer.records()
    scored = subprocess.run(
        [os.path.join(programs, "effleurage"), "score", *path, "--format", "json"],
        capture_output=True, text=True, check=False).stdout
    trainer.forget()
    display.close()
    done = re.search(r'"id":"comb".*?"loops":([0-9]+)', scored)
    if not done or int(done.group(1)) == 0:
        fail(f"the pointer made no circles on the lanes: {scored[:300]}", 70)
    starts = [float(r["start_ms"]) for r in rows]
    gaps = [b - a for a, b in zip(starts, starts[1:]) if b - a < 200]
    ages = [float(r["newest_event_age_ms"]) for r in rows if r["newest_event_age_ms"]]
    draw = [float(r["draw_ms"]) for r in rows]
    return {
        "size": f"{width}x{height}", "frames": len(rows),
        "circles": int(done.group(1)),
        "draw_p50_ms": round(share(draw, 0.5), 2), "draw_p99_ms": round(share(draw, 0.99), 2),
        "draw_worst_ms": round(max(draw, default=math.nan), 2),
        "present_p50_ms": round(share([float(r["present_ms"]) for r in rows], 0.5), 2),
        "frame_gap_p50_ms": round(share(gaps, 0.5), 2),
        "frame_gap_p99_ms": round(share(gaps, 0.99), 2),
        "newest_event_age_p50_ms": round(share(ages, 0.5), 2),
        "newest_event_age_p99_ms": round(share(ages, 0.99), 2),
    }


def idle(programs, seconds):
    display = Display(1280, 800)
    result = {}
    trainer = Trainer(programs, display, 1280, 800, [])
    result["library"] = trainer.rest(seconds)
    trainer.keys("comma")
    trainer.screen("settings")
    result["settings"] = trainer.rest(seconds)
    trainer.close()
    trainer.forget()
    trainer = Trainer(programs, display, 1280, 800, [CASE])
    result["case"] = trainer.rest(seconds)
    trainer.keys("p", "Return")
    trainer.screen("preparation")
    result["preparation"] = trainer.rest(seconds)
    trainer.keys("Return")
    trainer.screen("practice")
    trainer.keys("space")
    result["practice, paused"] = trainer.rest(seconds)
    trainer.close()
    trainer.forget()
    display.close()
    return {name: round(value * 100, 2) for name, value in result.items()}


def memory(programs, scenarios, minutes):
    """Megabytes in memory, minute by minute of a long demonstration played eight times as fast."""
    display = Display(1280, 800)
    folder = tempfile.mkdtemp(prefix="effleurage-bench-")
    path = os.path.join(folder, "long.yaml")
    with open(os.path.join(scenarios, CASE + ".yaml"), encoding="utf-8") as file:
        text = file.read()
    # Steps that ask for a third of the minutes each.
    third = math.ceil(minutes / 3) + 1
    text = re.sub(r"minutes: \{.*\}", f"minutes: {{full: [{third}, {third * 2}], "
                  f"none: [0.5, {third * 4}]}}", text)
    text = re.sub(r"^id: .*$", "id: long", text, flags=re.MULTILINE)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    trainer = Trainer(programs, display, 1280, 800, [path])
    trainer.keys("Escape")
    trainer.screen("library")
    trainer.keys("d")
    trainer.screen("demonstration")
    trainer.keys("period", "period", "period")
    sizes = []
    for minute in range(minutes + 1):
        if minute:
            time.sleep(60 / 8)
        if trainer.rows()[-1]["screen"] != "demonstration":
            break
        sizes.append(round(trainer.resident(), 1))
        print(f"  minute {minute}: {sizes[-1]} MB", file=sys.stderr)
    trainer.close()
    trainer.forget()
    display.close()
    shutil.rmtree(folder, ignore_errors=True)
    return sizes


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench window", description=__doc__)
    parser.add_argument("programs", help=argparse.SUPPRESS)
    parser.add_argument("scenarios", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=30, help="of circles at each size")
    parser.add_argument("--rest", type=float, default=10, help="seconds of rest on each screen")
    parser.add_argument(
        "--minutes", type=int, default=0,
        help="of a demonstration whose memory is watched, at eight times its speed; 0: none")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            fail(f"{tool} is not installed; Scripts/setup --tests installs it")
    contacts = strokes(options.programs, "comb")
    if not contacts:
        fail(f"the demonstration of {CASE} has no circles", 70)
    result = {"frames": [], "idle_percent_of_a_core": {}}
    for width, height in ((1280, 800), (1920, 1080)):
        print(f"circles at {width}x{height} ...", file=sys.stderr)
        result["frames"].append(frames(options.programs, width, height, contacts, options.seconds))
    print("rest ...", file=sys.stderr)
    result["idle_percent_of_a_core"] = idle(options.programs, options.rest)

    print(f"{'comb circles, warmth on':34}" + "".join(f"{r['size']:>12}" for r in result["frames"]))
    for key, name in (
            ("frames", "frames"), ("draw_p50_ms", "draw, median ms"),
            ("draw_p99_ms", "draw, 99 % ms (8 and 10 asked)"), ("draw_worst_ms", "draw, worst ms"),
            ("present_p50_ms", "present, median ms"), ("frame_gap_p50_ms", "frame to frame, median"),
            ("frame_gap_p99_ms", "frame to frame, 99 %"),
            ("newest_event_age_p50_ms", "newest event's age, median"),
            ("newest_event_age_p99_ms", "newest event's age, 99 %")):
        print(f"{name:34}" + "".join(f"{r[key]:>12}" for r in result["frames"]))
    print("\nat rest, % of a core (3 asked)")
    for name, value in result["idle_percent_of_a_core"].items():
        print(f"{name:34}{value:>12}")
    if options.minutes:
        print("memory ...", file=sys.stderr)
        sizes = memory(options.programs, options.scenarios, options.minutes)
        result["memory_mb_by_minute"] = sizes
        settled = sizes[min(5, len(sizes) - 1)]
        print(f"\nmemory of a demonstration of {len(sizes) - 1} minutes: {settled} MB after 5, "
              f"{sizes[-1]} MB at the end (growth under 5 asked)")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(result, file, indent=2)
            file.write("\n")


if __name__ == "__main__":
    main()
