"""How much sooner several jobs are done with a folder of equal records than one.

What a machine gives several programs at once is measured beside it, in turns: cores are shared with
others, and two that belong to one are not worth two.
"""

import os
import shutil

from common import figures_of, median, seconds_of, seconds_of_all, tell

SECONDS_OF_CONTACT = 600
# One job takes about as long as this, so that what a start costs is of no account.
SECONDS_OF_WORK = 3.0
# At most so many records, at least so many for each job.
MOST, LEAST_A_JOB = 400, 4


class Work:
    """The same records in one folder, and again in a folder for each job."""

    def __init__(self, program, measure, case, folder, jobs):
        self.program, self.measure, self.jobs = program, measure, jobs
        first = os.path.join(folder, "first.inkml")
        os.makedirs(folder)
        made = figures_of(
            [measure, "record", case, "--seconds", SECONDS_OF_CONTACT, "--out", first])
        command = [program, "score", first, "--format", "json", "--jobs", 1]
        seconds_of(command)
        alone = min(seconds_of(command) for _ in range(3))
        count = min(max(round(SECONDS_OF_WORK / alone / jobs), LEAST_A_JOB), MOST // jobs)
        self.parts = [os.path.join(folder, f"part-{number + 1}") for number in range(jobs)]
        for part in self.parts:
            os.makedirs(part)
            for number in range(count):
                shutil.copyfile(first, os.path.join(part, f"record-{number + 1:03}.inkml"))
        self.records = count * jobs
        self.samples = made["samples"] * self.records
        self.bytes = made["bytes"] * self.records
        spin = figures_of([measure, "spin", "--millions", 100])["wallNanoseconds"] / 1e9
        self.millions = round(100 * SECONDS_OF_WORK / spin)

    def scored(self, jobs):
        return seconds_of(self.score(self.parts, jobs))

    def score(self, folders, jobs):
        return [self.program, "score", *folders, "--format", "json", "--jobs", jobs]

    def scored_apart(self):
        """A program of one job for each part, all at once."""
        return seconds_of_all([self.score([part], 1) for part in self.parts])[0]

    def spun(self, at_once):
        return seconds_of([self.measure, "spin", "--millions", self.millions], at_once=at_once)


def compare(program, measure, case, folder, jobs, times):
    """Seconds of one job and of several, and of one busy core and of several."""
    work = Work(program, measure, case, folder, jobs)
    one, several, speedups, spinning, apart, shares = [], [], [], [], [], []
    for turn in range(times):
        tell(f"jobs: measurement {turn + 1} of {times}")
        one.append(work.scored(1))
        several.append(work.scored(jobs))
        spinning.append(jobs * work.spun(1) / work.spun(jobs))
        apart.append(one[-1] / work.scored_apart())
        speedups.append(one[-1] / several[-1])
        shares.append(speedups[-1] / spinning[-1])
    return {
        "jobs": jobs,
        "records": work.records,
        "samples": work.samples,
        "megabytes": work.bytes / 1e6,
        "seconds_one_job": median(one),
        "seconds": median(several),
        "speedup": median(speedups),
        "speedup_of_programs_apart": median(apart),
        "spinning_speedup": median(spinning),
        "share_of_spinning": median(shares),
    }


def lines(figures):
    one, several = figures["seconds_one_job"], figures["seconds"]
    return [
        (f"{figures['records']} equal records, 1 job",
         f"{one:.2f} s", f"{figures['megabytes'] / one:.1f} MB/s",
         f"{figures['samples'] / one / 1e6:.3f} million samples a second"),
        (f"the same, {figures['jobs']} jobs", f"{several:.2f} s",
         f"{figures['speedup']:.2f} times as fast",
         f"{figures['jobs']} programs of 1 job {figures['speedup_of_programs_apart']:.2f}, "
         f"{figures['jobs']} spinning {figures['spinning_speedup']:.2f}; share of that "
         f"{figures['share_of_spinning']:.2f}, aim: at least 0.9"),
    ]
