#!/usr/bin/env python3
"""Scores a folder of records in shares, each by a process of its own: for job arrays of Slurm and the like."""

import argparse
import json
import os
import sys
import time

from effleurage_cluster import arguments, folder, lines, manifest
from effleurage_cluster.failure import (
    BAD_DATA, CANNOT_CREATE, INPUT_OUTPUT, INTERRUPTED, NO_INPUT, USAGE, Failure, say)

PROGRAM = "Cluster/shares.py"

WORDS = """\
  prepare   lists the records into WORK/manifest.jsonl and says how they are shared out
  score     scores one share into WORK/shares; one that is done already is left as it is
  missing   prints the numbers of the shares that are not done, as sbatch --array takes them
  merge     puts all shares together: WORK/results.jsonl (the bytes of 'effleurage score FOLDER --format json'),
            WORK/errors.jsonl and WORK/summary.json

exit codes: 0 done; 64 wrong usage; 65 some records could not be scored; 66 input, or a share, missing; 69 the
program is missing; 73 WORK is there already or cannot be created; 74 reading or writing failed."""


class Parser(argparse.ArgumentParser):
    """Ends wrong usage as the house does."""

    def error(self, message):
        raise Failure(USAGE, f"{message}\n{self.format_usage().strip()}")


def read(words):
    """The options of a command line."""
    made = Parser(prog=PROGRAM, description=WORDS, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    prepare = commands.add_parser("prepare", help="list and divide")
    prepare.add_argument("records", metavar="FOLDER")
    prepare.add_argument("work", metavar="WORK")
    prepare.add_argument("--shares", type=arguments.number(1, 1_000_000), required=True, metavar="N")
    prepare.add_argument("--largest", type=arguments.number(1, 100_000), default=256, metavar="MB")
    arguments.scoring(prepare)
    score = commands.add_parser("score", help="score a share")
    score.add_argument("work", metavar="WORK")
    score.add_argument(
        "--share", default=os.environ.get("SLURM_ARRAY_TASK_ID"), metavar="K",
        help="its number, from 1 (default: that of the job array)")
    score.add_argument(
        "--jobs", type=arguments.number(1, 1024), metavar="N",
        default=os.environ.get("SLURM_CPUS_PER_TASK", "1"), help="records at one time")
    score.add_argument("--program", default="effleurage", metavar="PATH")
    for name in ("missing", "merge"):
        commands.add_parser(name).add_argument("work", metavar="WORK")
    return made.parse_args(words)


def share_file(work, number, kind):
    """Where the lines of a share are when it is done."""
    return os.path.join(work, "shares", f"{number:06}.{kind}.jsonl")


def missing(work, plan):
    """The shares that are not done. Results are named last, so where they are all is."""
    return [number for number in range(1, plan.shares + 1)
            if not os.path.exists(share_file(work, number, "results"))]


def prepare(options):
    """Begins the work."""
    told, case = arguments.told_to_score(options)
    plan = manifest.made(options.records, options.shares, told, case, options.largest * 1_000_000)
    plan.write(options.work)
    say(PROGRAM, f"{len(plan.entries)} records in {plan.shares} shares")
    return 0


def score(options):
    """Scores a share."""
    plan = manifest.read(options.work)
    if not str(options.share).isdigit() or not 1 <= int(options.share) <= plan.shares:
        raise Failure(USAGE, f"--share is from 1 to {plan.shares}, not {options.share}")
    number = int(options.share)
    if os.path.exists(share_file(options.work, number, "results")):
        say(PROGRAM, f"share {number} is done already")
        return 0
    if not os.path.isdir(plan.folder):
        raise Failure(NO_INPUT, f"{plan.folder}: there is no such folder on {os.uname().nodename}")
    began = time.monotonic()
    listed = plan.share(number)
    answers = folder.scored(
        plan.scorer(options.program, options.jobs), plan.folder, listed, plan.head["largest"])
    errors = []
    count = 0
    with manifest.whole(share_file(options.work, number, "results")) as file:
        for key, line in answers:
            count += 1
            if lines.is_error(lines.answer(line)):
                errors.append((key, line))
            else:
                file.write(line.encode() + b"\n")
        if count != len(listed):
            raise Failure(INPUT_OUTPUT, f"share {number}: {count} of {len(listed)} were answered")
        # Records that do not reach the scorer are answered after the others.
        with manifest.whole(share_file(options.work, number, "errors")) as told:
            told.writelines(line.encode() + b"\n" for _, line in sorted(errors))
    say(PROGRAM, f"share {number}: {count} records, {len(errors)} of them errors, "
        f"in {time.monotonic() - began:.1f} s")
    return 0


def merge(options):
    """Puts the shares together."""
    plan = manifest.read(options.work)
    lacking = missing(options.work, plan)
    if lacking:
        raise Failure(NO_INPUT, f"{options.work}: not done yet: the shares {spans(lacking)}")
    counts = dict.fromkeys(("records", "passed", "failed", "abandoned", "errors"), 0)
    for kind in ("errors", "results"):
        with manifest.whole(os.path.join(options.work, kind + ".jsonl")) as file:
            for number in range(1, plan.shares + 1):
                with open(share_file(options.work, number, kind), "rb") as share:
                    for line in share:
                        result = lines.answer(line)
                        counts["records"] += 1
                        counts["errors" if kind == "errors" else result["verdict"]] += 1
                        file.write(line)
    if counts["records"] != len(plan.entries):
        raise Failure(
            INPUT_OUTPUT, f"{options.work}: {counts['records']} of {len(plan.entries)} records are there")
    with manifest.whole(os.path.join(options.work, "summary.json")) as file:
        file.write(json.dumps(counts).encode() + b"\n")
    say(PROGRAM, "{records} records: {passed} passed, {failed} failed, {abandoned} abandoned, "
        "{errors} errors".format(**counts))
    return BAD_DATA if counts["errors"] else 0


def spans(numbers):
    """1,3-5 for 1, 3, 4 and 5."""
    runs = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def print_missing(options):
    """For sbatch --array."""
    print(spans(missing(options.work, manifest.read(options.work))))
    return 0


def main(words):
    """Returns the exit code."""
    try:
        options = read(words)
        command = {"prepare": prepare, "score": score, "missing": print_missing, "merge": merge}
        return command[options.command](options)
    except Failure as failure:
        return failure.report(PROGRAM)
    except OSError as error:
        return Failure(
            CANNOT_CREATE if isinstance(error, PermissionError) else INPUT_OUTPUT,
            f"{error.filename}: {error.strerror}").report(PROGRAM)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
