#!/usr/bin/env python3
"""One table a run, and the same as JSON. See Scripts/bench."""

import argparse
import os
import tempfile

import peers
import reading
import scoring
from common import write_figures

MEASUREMENTS = {"scoring": scoring, "reading": reading, "peers": peers}


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("what", choices=[*MEASUREMENTS, "all"])
    parser.add_argument("--effleurage", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--measure", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--case", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--geos", help=argparse.SUPPRESS)
    parser.add_argument("--python", help=argparse.SUPPRESS)
    parser.add_argument("--shared", default="", help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=7, help="measurements, whose median counts (7)")
    parser.add_argument("--json", help="write the figures to this file")
    options = parser.parse_args()
    if options.times < 1:
        parser.error("--times is 1 or more")
    names = list(MEASUREMENTS) if options.what == "all" else [options.what]
    figures = {}
    for name in names:
        with tempfile.TemporaryDirectory(prefix="effleurage-bench-") as folder:
            figures[name] = MEASUREMENTS[name].measure(options, options, folder)
        if len(figures) > 1:
            print()
        print(MEASUREMENTS[name].lines(figures[name]), flush=True)
    figures["machine"] = {"cores": os.cpu_count()}
    write_figures(options.json, figures)


if __name__ == "__main__":
    main()
