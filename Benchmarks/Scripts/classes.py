#!/usr/bin/env python3
"""How fast a class is scored and reported. See Scripts/bench.

A folder is filled with whole massages over the shipped cases, of different skill, seed and rate, as
if trainees had made them live; then `effleurage score` and `effleurage report` are timed over it,
with their memory. Figures belong to the machine they were measured on.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ALPHABET = "abcdefghijklmnopqrstuvwxyz23456789"


def fail(message, code):
    print(f"Scripts/bench: {message}", file=sys.stderr)
    sys.exit(code)


def massages(scenarios, folder):
    """The cases in which there is something to do with the hands, asking for half as much again:
    people take longer than the demonstration, five minutes on average."""
    names = sorted(name for name in os.listdir(scenarios) if name.endswith(".yaml"))
    chosen = []
    for name in names:
        with open(os.path.join(scenarios, name), encoding="utf-8") as file:
            text = file.read()
        if "decision: proceed" not in text:
            continue
        text = re.sub(r"\b(strokes|loops|lifts|hold): (\d+)",
                      lambda m: f"{m[1]}: {min(60, int(m[2]) * 3 // 2)}", text)
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        chosen.append(path)
    return chosen


def trainee(number):
    letters = ""
    value = number * 7_368_787 + 12_345
    for _ in range(8):
        letters += ALPHABET[value % len(ALPHABET)]
        value //= len(ALPHABET)
    return "t-" + letters


def make(program, cases, folder, number, trainees):
    """One attempt: the demonstration of a skill, with the head of an attempt made live."""
    path = os.path.join(folder, f"{number:05}.inkml")
    skill = 0.3 + 0.7 * (number * 37 % 101) / 100
    rate = 60 + number * 29 % 66
    subprocess.run(
        [program, "demo", cases[number % len(cases)], "--out", path, "--seed", str(number + 2),
         "--rate", str(rate), "--skill", f"{skill:.2f}"],
        check=True, stderr=subprocess.DEVNULL)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_760_000_000 + number * 3_700))
    mode = "exam" if number % 5 == 0 else "practice"
    text = text.replace(
        'mode="practice" origin="demonstration" start=""',
        f'mode="{mode}" origin="live" start="{start}" '
        f'trainee="{trainee(number // len(cases) % trainees)}"', 1)
    text = text.replace('<device kind="demonstration"', '<device kind="mouse"', 1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
  
    end = re.search(r'<event t="(\d+)" kind="end"', text)
    return (int(end.group(1)) / 60e6 if end else 0), len(text)


def fill(program, scenarios, folder, count, trainees, jobs):
    os.makedirs(folder, exist_ok=True)
    cases = massages(scenarios, tempfile.mkdtemp(dir=folder))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        made = list(pool.map(
            lambda number: make(program, cases, folder, number, trainees), range(count)))
    return sum(minutes for minutes, _ in made) / count, sum(size for _, size in made) / 1e6


def timed(arguments, output):
    """Seconds by the clock and of the processors, and MiB at most in memory."""
    began = time.monotonic()
    with open(output, "wb") as file:
        process = subprocess.Popen(arguments, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        fail(f"{' '.join(arguments[:2])} ended with {os.waitstatus_to_exitcode(status)}", 70)
    return {"seconds": round(time.monotonic() - began, 2),
            "processor_s": round(usage.ru_utime + usage.ru_stime, 2),
            "memory_mib": round(usage.ru_maxrss / 1024, 1)}


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench class", description=__doc__)
    parser.add_argument("programs", help=argparse.SUPPRESS)
    parser.add_argument("scenarios", help=argparse.SUPPRESS)
    parser.add_argument("--records", type=int, default=1000, help="in the folder")
    parser.add_argument("--trainees", type=int, default=12, help="who made them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="records at one time")
    parser.add_argument("--folder", help="keep the records here, and take them when they are there")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    program = os.path.join(options.programs, "effleurage")
    scratch = tempfile.mkdtemp(prefix="effleurage-bench-")
    try:
        folder = options.folder or os.path.join(scratch, "class")
        figures = {"records": options.records, "jobs": options.jobs}
        there = os.path.isdir(folder) and any(n.endswith(".inkml") for n in os.listdir(folder))
        if not there:
            print(f"making {options.records} records ...", file=sys.stderr)
            minutes, size = fill(
                program, options.scenarios, folder, options.records, options.trainees,
                options.jobs)
            figures["mean_minutes"] = round(minutes, 2)
            figures["megabytes"] = round(size, 1)
        jobs = ["--jobs", str(options.jobs)]
        lines = os.path.join(scratch, "old.jsonl")
        page = os.path.join(scratch, "class.html")
        rest = os.path.join(scratch, "output")
        print("measuring ...", file=sys.stderr)
        figures["score"] = timed([program, "score", folder, "--format", "json", *jobs], lines)
        figures["compare"] = timed([program, "score", folder, "--compare", lines, *jobs], rest)
        figures["report"] = timed([program, "report", folder, "--out", page, *jobs], rest)
        figures["page_kb"] = round(os.path.getsize(page) / 1000)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for key in ("records", "jobs", "mean_minutes", "megabytes", "page_kb"):
        if key in figures:
            print(f"{key.replace('_', ' '):24}{figures[key]:>12}")
    print(f"{'':24}{'seconds':>12}{'processor s':>14}{'memory MiB':>12}")
    for key in ("score", "compare", "report"):
        row = figures[key]
        print(f"{key:24}{row['seconds']:>12}{row['processor_s']:>14}{row['memory_mib']:>12}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)


if __name__ == "__main__":
    main()
