#!/usr/bin/env python3
"""How long reports of a long attempt take. See Scripts/bench.

The record is that of another program's ink: a hand that strokes beside the spine for twenty minutes at
120 samples a second. Each kind of document is made several times by the real programs. Figures
belong to the machine they were measured on.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

KINDS = ("html", "pdf", "png", "csv")


def record(path, minutes, rate):
    """Writes strokes down and back, one trace each, for some minutes."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            '<ink xmlns="http://www.w3.org/2003/InkML"><traceFormat>'
            '<channel name="X" units="mm"/><channel name="Y" units="mm"/>'
            '<channel name="F" units="dev"/><channel name="T" units="s"/></traceFormat>\n')
        length, moment, stroke = 360.0, 0.0, 0
        while moment < minutes * 60:
            side = -52 if stroke % 2 == 0 else 52
            # Some strokes are too fast, so that there is something to draw in every way.
            speed = 130.0 if stroke % 5 == 4 else 60.0
            count = int(length / speed * rate)
            points = []
            for index in range(count + 1):
                share = index / count
                x = side + 5 * math.sin(7 * share + stroke)
                points.append(f"{x:.2f} {175 + length * share:.2f} 0.120 {moment:.3f}")
                moment += 1 / rate
            file.write("<trace>" + ",".join(points) + "</trace>\n")
            moment += 0.3
            stroke += 1
        file.write("</ink>\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs")
    parser.add_argument("case")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--rate", type=int, default=120)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--json")
    options = parser.parse_args()
    program = os.path.join(options.programs, "effleurage")
    figures = {}
    with tempfile.TemporaryDirectory(prefix="effleurage-reports-") as folder:
        source = os.path.join(folder, "long.inkml")
        record(source, options.minutes, options.rate)
        environment = {**os.environ, "EFFLEURAGE_HOME": os.path.join(folder, "home")}
        for kind in KINDS:
            out = os.path.join(folder, "report." + kind)
            taken = []
            for _ in range(options.times):
                began = time.perf_counter()
                done = subprocess.run(
                    [program, "report", source, "--out", out, "--scenario", options.case],
                    env=environment, capture_output=True, text=True, check=False)
                taken.append(time.perf_counter() - began)
                if done.returncode:
                    sys.exit(f"reports.py: {done.stderr}")
            figures[kind] = {
                "seconds": round(statistics.median(taken), 3), "worst": round(max(taken), 3),
                "bytes": os.path.getsize(out),
            }
            print(
                f"{kind:5} median {figures[kind]['seconds']:.3f} s, worst "
                f"{figures[kind]['worst']:.3f} s, {figures[kind]['bytes'] / 1000:.0f} kB")
        print(f"of a record of {os.path.getsize(source) / 1e6:.1f} MB, {options.minutes:g} minutes")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file)


if __name__ == "__main__":
    main()
