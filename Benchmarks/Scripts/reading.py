"""What records cost to read, alone and with scoring, in megabytes of XML a second of one core."""

import os

import jobs
from common import figures_of, grouped, table, tell, told

KINDS = (
    ("difference", "own record, differences"),
    ("explicit", "own record, a point a line"),
    ("foreign", "ink of another program, strokes"),
)
SECONDS = 3_600


def measure(programs, options, folder):
    figures = {"records": []}
    for kind, words in KINDS:
        tell(f"reading: {words}")
        path = os.path.join(folder, f"{kind}.inkml")
        made = figures_of(
            [programs.measure, "record", programs.case, "--seconds", SECONDS, "--kind", kind,
             "--out", path])
        command = [programs.measure, "reading", path, "--times", options.times]
        if kind == "foreign":
            command += ["--scenario", programs.case, "--phase", "strokes"]
        measured = figures_of(command)[0]
        figures["records"].append({**measured, "kind": kind, "samples": made["samples"]})
        figures["records"][-1].pop("record")
    figures["jobs"] = jobs.compare(
        programs.effleurage, programs.measure, programs.case,
        os.path.join(folder, "two-jobs"), 2, options.times)
    told()
    return figures


def lines(figures):
    rows = []
    words = dict(KINDS)
    for record in figures["records"]:
        rows.append((
            words[record["kind"]], f"{record['bytes'] / 1e6:.1f} MB",
            f"read {record['readingMegabytesPerSecond']:.1f} MB/s "
            f"({grouped(record['nanosecondsPerEventRead'])} ns an event)",
            f"read and scored {record['scoringMegabytesPerSecond']:.1f} MB/s "
            f"({grouped(record['nanosecondsPerEventReadAndScored'])} ns an event)"))
    rows += jobs.lines(figures["jobs"])
    return table("Reading an hour of contact from InkML, one core, medians", rows)
