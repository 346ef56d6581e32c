#!/usr/bin/env python3
"""How fast records are scored again. See Scripts/bench.

Demonstrations of every case that asks for a massage are written at the rates of usual devices and by
hands of different skill, and scored as a folder by one job and by one a core. Instructions are
counted where the machine lets `perf` count them. Figures belong to the machine they were measured on.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

RATES = (60, 100, 125)
SKILLS = ("1", "0.7", "0.4")


def fail(words, code=69):
    print(f"Scripts/bench: {words}", file=sys.stderr)
    sys.exit(code)


def write_records(program, cases, folder, wanted):
    """Demonstrations, one after another through cases, rates and skills."""
    seed = 0
    while len(os.listdir(folder)) < wanted:
        for case in cases:
            seed += 1
            name = os.path.basename(case).removesuffix(".yaml")
            record = os.path.join(folder, f"{name}-{seed}.inkml")
            subprocess.run(
                [program, "demo", case, "--seed", str(seed), "--rate", str(RATES[seed % 3]),
                 "--skill", SKILLS[seed // 3 % 3], "--out", record], check=True)
            # The right answer to some cases is not to massage.
            if samples_of(record) < 1000:
                os.remove(record)
            elif len(os.listdir(folder)) == wanted:
                return
        if not os.listdir(folder):
            fail("no case asks for a massage", 66)


def samples_of(record):
    """How many samples a record holds."""
    with open(record, encoding="utf-8") as file:
        text = file.read()
    traces = re.findall(r"<trace\b[^>]*>(.*?)</trace>", text, re.S)
    return sum(trace.count(",") + 1 for trace in traces)


def scored(program, records, jobs):
    """Wall and processor seconds of scoring records once."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    run = subprocess.run(
        [program, "score", records, "--format", "json", "--jobs", str(jobs)],
        capture_output=True, text=True, check=False)
    wall = time.monotonic() - began
    if run.returncode:
        fail(f"scoring failed: {run.stderr}", 70)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


def instructions(program, records):
    """User instructions of scoring by one job; None where nobody counts them."""
    if not shutil.which("perf"):
        return None
    run = subprocess.run(
        ["perf", "stat", "-x", ",", "-e", "instructions:u",
         program, "score", records, "--format", "json", "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    counts = [line.split(",")[0] for line in run.stderr.splitlines() if "instructions" in line]
    return int(counts[0]) if counts and counts[0].isdigit() else None


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench folder")
    parser.add_argument("programs")
    parser.add_argument("cases")
    parser.add_argument("--records", type=int, default=40, help="records to score (40)")
    parser.add_argument("--times", type=int, default=3, help="runs, of which the best counts (3)")
    parser.add_argument("--json", help="write the figures to this file")
    options = parser.parse_args()
    program = os.path.join(options.programs, "effleurage")
    cases = sorted(
        os.path.join(options.cases, name) for name in os.listdir(options.cases)
        if name.endswith(".yaml"))
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        write_records(program, cases, folder, options.records)
        records = sorted(os.path.join(folder, name) for name in os.listdir(folder))
        samples = sum(samples_of(record) for record in records)
        one = min((scored(program, folder, 1) for _ in range(options.times)), key=lambda run: run[1])
        all_cores = min(scored(program, folder, cores) for _ in range(options.times))
        counted = instructions(program, folder)
    figures = {
        "records": len(records), "samples": samples, "cores": cores,
        "samples_per_second": round(samples / one[1]),
        "microseconds_per_sample": round(one[1] / samples * 1e6, 3),
        "instructions_per_sample": counted and round(counted / samples),
        "seconds_for_1000_records": round(all_cores[0] / len(records) * 1000, 1),
    }
    print(f"{figures['records']} records, {figures['samples']} samples")
    print(f"one job:  {figures['samples_per_second']} samples a second of processor time, "
          f"{figures['microseconds_per_sample']} µs a sample")
    if counted:
        print(f"          {figures['instructions_per_sample']} instructions a sample")
    print(f"{cores} cores:  {figures['seconds_for_1000_records']} s for 1,000 such records")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")


if __name__ == "__main__":
    main()
