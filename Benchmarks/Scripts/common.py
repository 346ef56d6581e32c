"""What the measurements share: programs that are run and read, medians, tables, files of figures."""

import json
import os
import statistics
import subprocess
import sys
import time


def fail(words, code=69):
    print(f"Scripts/bench: {words}", file=sys.stderr)
    sys.exit(code)


def tell(words):
    """How far a long measurement is, for whoever watches a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


def told():
    """Takes the last of those words away."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def output(command):
    """What a program writes; its own words on standard error when it fails."""
    run = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False)
    if run.returncode:
        fail(f"{os.path.basename(str(command[0]))} failed: {run.stderr.strip()}", 70)
    return run.stdout


def figures_of(command):
    """The figures that a program writes as JSON."""
    return json.loads(output(command))


def median(values):
    return statistics.median(values)


def seconds_of(command, at_once=1):
    """Wall seconds from the start of a program to its exit; of several at once, to the last one's."""
    return seconds_of_all([command] * at_once)[0]


def seconds_of_all(commands):
    """Wall seconds of several programs at once, and the processor's for all of them."""
    commands = [[str(word) for word in command] for command in commands]
    spent = 0.0
    with open(os.devnull, "wb") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
        began = time.perf_counter()
        running = [
            os.posix_spawn(words[0], words, os.environ, file_actions=actions)
            for words in commands]
        ended = [os.wait4(process, 0) for process in running]
        wall = time.perf_counter() - began
    for words, (_, status, used) in zip(commands, ended):
        spent += used.ru_utime + used.ru_stime
        code = os.waitstatus_to_exitcode(status)
        if code:
            fail(f"{os.path.basename(words[0])} ended with {code}", 70)
    return wall, spent


def grouped(number):
    return f"{number:,.0f}"


def length_in_words(seconds):
    for unit, name in ((3600, "h"), (60, "min")):
        if seconds >= unit and seconds % unit == 0:
            return f"{seconds // unit} {name}"
    return f"{seconds} s"


def table(title, rows):
    """Lines of a table whose cells stand below each other."""
    told()
    columns = max(len(row) for row in rows)
    rows = [list(row) + [""] * (columns - len(row)) for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(columns)]
    lines = [title, "-" * len(title)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def write_figures(path, figures):
    if not path:
        return
    try:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")
    except OSError as error:
        fail(f"{path}: {error.strerror}", 73)
