"""How much sooner several jobs are done with a folder of equal records than one.

What a machine gives several programs at once is measured beside it, in turns: cores are shared, and two
that belong to one are not worth two.
"""

import os
import shutil

from common import figures_of, median, seconds_of, tell

# So long that what a start costs is of no account.
RECORDS = 12
SECONDS_OF_CONTACT = 1_200
SPIN_MILLIONS = 600


def folder_of_equal_records(measure, case, folder):
    """Records that are the same to the last byte."""
    os.makedirs(folder)
    first = os.path.join(folder, "record-01.inkml")
    made = figures_of(
        [measure, "record", case, "--seconds", SECONDS_OF_CONTACT, "--out", first])
    for number in range(2, RECORDS + 1):
        shutil.copyfile(first, os.path.join(folder, f"record-{number:02}.inkml"))
    return made


def compare(program, measure, case, folder, jobs, times):
    """Seconds of one job and of several, and of one busy core and of several."""
    made = folder_of_equal_records(measure, case, folder)

    def scored(count):
        return seconds_of([program, "score", folder, "--format", "json", "--jobs", count])

    def spun(count):
        return seconds_of([measure, "spin", "--millions", SPIN_MILLIONS], at_once=count)

    scored(1)
    spun(1)
    one, several, speedups, capacities = [], [], [], []
    for turn in range(times):
        tell(f"jobs: measurement {turn + 1} of {times}")
        one.append(scored(1))
        alone = spun(1)
        several.append(scored(jobs))
        together = spun(jobs)
        speedups.append(one[-1] / several[-1])
        capacities.append(jobs * alone / together)
    shares = [speedup / capacity for speedup, capacity in zip(speedups, capacities)]
    return {
        "jobs": jobs,
        "records": RECORDS,
        "samples": made["samples"] * RECORDS,
        "megabytes": made["bytes"] * RECORDS / 1e6,
        "seconds_one_job": median(one),
        "seconds": median(several),
        "speedup": median(speedups),
        "spinning_speedup": median(capacities),
        "share_of_spinning": median(shares),
    }
