"""Full scoring beside what others do with the same samples, in the same run, one core.

GEOS and shapely measure the distance of each sample to its guide and nothing else; graphomotor makes
its features of drawn spirals. The work is done in turns, so that what else the machine does hits all.
"""

import json
import math
import os
import random

from common import fail, figures_of, grouped, median, output, table, tell, told

SECONDS = 3_600
MADE_SPIRALS = 9


def spirals(shared, folder):
    """Drawn spirals: those of people where they are at hand, else made ones."""
    people = os.path.join(shared, "graphomotor-spirals")
    if os.path.isdir(people):
        found = sorted(
            os.path.join(people, name) for name in os.listdir(people)
            if name.endswith(".csv") and "-spiral_" in name)
        if found:
            return found, "drawn by people"
    return make_spirals(os.path.join(folder, "spirals")), "made by a formula"


def make_spirals(folder):
    """Tracings of four turns at 125 Hz by a hand that strays by some units."""
    os.makedirs(folder)
    numbers = random.Random(1)
    paths = []
    for drawing in range(MADE_SPIRALS):
        hand = "Dom" if drawing % 2 == 0 else "NonDom"
        path = os.path.join(
            folder, f"[5000001]made-spiral_trace{drawing // 2 + 1}_{hand}.csv")
        count = numbers.randrange(3_300, 5_000)
        phases = [numbers.uniform(0, 7) for _ in range(3)]
        with open(path, "w", encoding="utf-8") as file:
            file.write("line_number,x,y,UTC_Timestamp,seconds,epoch_time_in_seconds_start\n")
            for index in range(count + 1):
                # Even along the way: the angle grows with the root of the time.
                angle = 8 * math.pi * math.sqrt(index / count)
                astray = sum(
                    math.sin(angle * rate + phase)
                    for rate, phase in zip((0.7, 1.9, 4.3), phases)) * 0.3
                radius = 1.075 * angle + astray
                seconds = index * 0.008
                start = 1_700_000_000.0 if index == 0 else ""
                file.write(
                    f"0,{50 + radius * math.cos(angle)!r},{50 + radius * math.sin(angle)!r},"
                    f"{1_700_000_000 + seconds:.3f},{seconds:.3f},{start}\n")
        paths.append(path)
    return paths


def measure(programs, options, folder):
    if not programs.geos or not programs.python:
        fail("the peers are not there; Scripts/bench peers makes and installs them")
    places = os.path.join(folder, "places")
    os.makedirs(places)
    tell("peers: the work")
    made = figures_of(
        [programs.measure, "places", programs.case, "--seconds", SECONDS, "--out", places])
    drawn, origin = spirals(programs.shared, folder)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Peers")

    def python(name, *arguments):
        return json.loads(output([programs.python, os.path.join(here, name), *arguments]))

    reference = os.path.join(folder, "reference.npy")
    ours, alone, geos, whole, single, our_spirals, graphomotor = [], [], [], [], [], [], []
    versions = {}
    for turn in range(options.times):
        tell(f"peers: measurement {turn + 1} of {options.times}")
        scored = figures_of(
            [programs.measure, "scoring", programs.case, "--times", 1, "--seconds", SECONDS])
        ours.append(scored["lengths"][0]["nanosecondsPerSample"])
        scored = figures_of(
            [programs.measure, "scoring", programs.case, "--times", 1, "--seconds", SECONDS, "--alone"])
        alone.append(scored["lengths"][0]["nanosecondsPerSample"])
        by_geos = figures_of([programs.geos, places, 1])
        geos += by_geos["nanoseconds"]
        by_shapely = python("shapely_distance.py", places)
        whole.append(by_shapely["nanoseconds_of_arrays"])
        single.append(by_shapely["nanoseconds_of_points"])
        if abs(by_shapely["mean_distance"] - by_geos["meanDistance"]) > 1e-6:
            fail("GEOS and shapely did not measure the same", 70)
        our_spirals.append(
            figures_of([programs.measure, "spirals", "--times", 1, *drawn])["nanosecondsPerSample"])
        by_graphomotor = python("graphomotor_features.py", reference, *drawn)
        graphomotor.append(by_graphomotor["nanoseconds"])
        versions = {
            "geos": by_geos["version"], "shapely": by_shapely["version"],
            "graphomotor": by_graphomotor["version"],
        }
    told()
    figures = {
        "samples": made["samples"], "guides": made["guides"], "vertices": made["vertices"],
        "mean_distance": by_geos["meanDistance"],
        "spirals": {
            "origin": origin, "files": len(drawn), "samples": by_graphomotor["samples"],
        },
        "versions": versions,
        "nanoseconds": {
            "scoring": median(ours), "scoring_alone": median(alone), "geos": median(geos), "shapely_arrays": median(whole),
            "shapely_points": median(single), "scoring_spirals": median(our_spirals),
            "graphomotor": median(graphomotor),
        },
        "ratios": {
            "geos": ratio(geos, ours), "geos_alone": ratio(geos, alone), "shapely_arrays": ratio(whole, ours),
            "shapely_points": ratio(single, ours), "graphomotor": ratio(graphomotor, our_spirals),
        },
    }
    return figures


def ratio(others, ours):
    """Of each turn, the middle: how many of our samples one of theirs takes."""
    return median([other / own for other, own in zip(others, ours)])


def lines(figures):
    spent, ratios, versions = figures["nanoseconds"], figures["ratios"], figures["versions"]

    def row(words, key, versus=None, aim=""):
        times = f"scoring is {ratios[versus]:.2f} times as fast" if versus else ""
        return (
            words, f"{spent[key]:,.0f} ns a sample", f"{1e9 / spent[key]:>12,.0f} samples a second",
            times + aim)

    drawn = figures["spirals"]
    rows = [
        row(f"full scoring, {grouped(figures['samples'])} samples", "scoring"),
        row("the same without the folds that tell whether a verdict is borderline", "scoring_alone"),
        row(f"GEOS {versions['geos'].split('-')[0]}, prepared distance alone", "geos", "geos",
            f", without those folds {ratios['geos_alone']:.2f}; aim: 6"),
        row(f"shapely {versions['shapely']}, the same, arrays", "shapely_arrays", "shapely_arrays"),
        row("the same, point by point", "shapely_points", "shapely_points"),
        row(f"full scoring, {drawn['files']} spirals {drawn['origin']}, "
            f"{grouped(drawn['samples'])} samples", "scoring_spirals"),
        row(f"graphomotor {versions['graphomotor']}, all its features of them", "graphomotor",
            "graphomotor", "; aim: 100"),
    ]
    return table("Full scoring beside peers, the same samples, one core, medians", rows)
