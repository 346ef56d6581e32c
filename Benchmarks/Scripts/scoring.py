"""What full scoring costs: events in memory, memory beside the record, one record, several jobs."""

import os

import jobs
from common import (
    figures_of, grouped, length_in_words, median, seconds_of, seconds_of_all, table, tell,
    told)

STREAMED = (600, 3_600, 36_000)
STARTS = 41


def measure(programs, options, folder):
    tell("scoring: events in memory")
    figures = figures_of(
        [programs.measure, "scoring", programs.case, "--times", options.times])
    per_sample = [length["nanosecondsPerSample"] for length in figures["lengths"]]
    beginning = figures["microsecondsOfBeginning"] * 1000
    taken = [
        length["nanosecondsPerSampleTaken"] - beginning * length["attempts"] / length["samples"]
        for length in figures["lengths"]]
    figures["dearestOverCheapest"] = max(per_sample) / min(per_sample)
    figures["dearestOverCheapestOfEventsAlone"] = max(taken) / min(taken)
    figures["streams"] = []
    for seconds in STREAMED:
        tell(f"scoring: a stream of {length_in_words(seconds)}")
        figures["streams"].append(
            figures_of([programs.measure, "stream", programs.case, "--seconds", seconds]))
    figures["oneMinute"] = one_minute(programs, folder)
    figures["jobs"] = jobs.compare(
        programs.effleurage, programs.measure, programs.case, os.path.join(folder, "jobs"),
        os.cpu_count() or 1, options.times)
    told()
    return figures


def one_minute(programs, folder):
    """From the start of the program to its exit."""
    record = os.path.join(folder, "minute.inkml")
    made = figures_of(
        [programs.measure, "record", programs.case, "--seconds", 60, "--out", record])
    command = [programs.effleurage, "score", record, "--format", "json"]
    for _ in range(5):
        seconds_of(command)
    taken, worked = [], []
    for start in range(STARTS):
        tell(f"scoring: a minute's record, start {start + 1} of {STARTS}")
        wall, spent = seconds_of_all([command])
        taken.append(wall * 1_000)
        worked.append(spent * 1_000)
    return {
        "samples": made["samples"], "bytes": made["bytes"], "starts": STARTS,
        "milliseconds": median(taken), "best": min(taken), "worst": max(taken),
        "processorMilliseconds": median(worked),
    }


def lines(figures):
    rows = []
    for length in figures["lengths"]:
        rows.append((
            f"{length_in_words(length['seconds'])} of contact, {grouped(length['samples'])} samples",
            f"{length['nanosecondsPerSample']:,.1f} ns a sample",
            f"{length['nanosecondsPerTick']:,.1f} ns a tick",
            f"{length['samplesPerSecond'] / 1e6:.3f} million samples a second"))
    rows.append((
        "dearest length over cheapest", f"{figures['dearestOverCheapest']:.3f}",
        "aim: at most 1.05",
        f"of events alone {figures['dearestOverCheapestOfEventsAlone']:.3f}"))
    rows.append((
        "once an attempt", f"{figures['microsecondsOfBeginning']:,.0f} µs for its scorer",
        "", "result: " + ", ".join(
            f"{length['microsecondsOfResult']:,.0f} µs ({length_in_words(length['seconds'])})"
            for length in figures["lengths"])))
    for stream in figures["streams"]:
        rows.append((
            f"memory, {length_in_words(stream['seconds'])} of contact not kept",
            f"{stream['mostMemoryBytes'] / 1e6:.1f} MB at most"))
    minute = figures["oneMinute"]
    rows.append((
        "a record of 1 min, from start to exit", f"{minute['milliseconds']:.1f} ms",
        "aim: under 30 ms", f"best {minute['best']:.1f}, worst {minute['worst']:.1f} of "
        f"{minute['starts']} starts; the processor's time {minute['processorMilliseconds']:.1f} ms"))
    rows += jobs.lines(figures["jobs"])
    return table(
        f"Full scoring at {figures['rate']} Hz, half strokes, half circles, one core, "
        f"medians", rows)
