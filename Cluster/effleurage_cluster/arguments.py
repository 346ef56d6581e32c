"""The command line of the Spark job."""

import argparse

from .failure import NO_INPUT, USAGE, Failure

PROGRAM = "Cluster/score.py"

WORDS = """\
Scores records on many machines, to the same bytes as one machine gives.

Every record is given to 'effleurage score --lines' on a worker. OUT holds, when all is done and not before:
results/ (part-00000 and so on: the lines of 'effleurage score FOLDER --format json' when put together),
errors/ (a line for each record that could not be scored), table/ (Parquet: both, as typed columns and as the
exact line) and summary.json. docs/cluster.md says the rest.

exit codes: 0 done, whatever the verdicts; 64 wrong usage; 65 some records could not be scored; 66 input missing;
69 the program is missing on a worker, or pyspark here; 73 OUT is there already or cannot be created; 74 reading
or writing failed; 130 interrupted."""


class Parser(argparse.ArgumentParser):
    """Ends wrong usage as the house does."""

    def error(self, message):
        raise Failure(USAGE, f"{message}\n{self.format_usage().strip()}\n"
                      f"  See '{PROGRAM} --help' for more information.")


def number(least, most):
    """A whole number from `least` to `most`."""

    def read(text):
        value = int(text) if text.isascii() and text.isdigit() else least - 1
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"from {least} to {most}, not {text}")
        return value

    return read


def parser():
    """What can be said."""
    made = Parser(prog=PROGRAM, description=WORDS, formatter_class=argparse.RawDescriptionHelpFormatter)
    given = made.add_mutually_exclusive_group(required=True)
    given.add_argument("--records", metavar="FOLDER", help="a folder; every *.inkml below it is a record")
    given.add_argument(
        "--table", metavar="PATH",
        help="Parquet with the columns record, inkml and maybe scenario, or JSON lines of them")
    made.add_argument(
        "--table-format", choices=("parquet", "json"),
        help="what the table is; by the names of its files when not given")
    made.add_argument("--out", metavar="FOLDER", required=True, help="the folder to write; it must not exist")
    made.add_argument(
        "--program", default="effleurage", metavar="PATH",
        help="where effleurage is on the workers, or the name of the file that --files of spark-submit "
        "ships, or a name in their path (default: effleurage)")
    made.add_argument(
        "--partitions", type=number(1, 1_000_000), metavar="N",
        help="shares to divide the records into, about (default: 32 MB each, at least four a core)")
    made.add_argument(
        "--files", type=number(1, 100_000), metavar="N",
        help="files of each kind in OUT (default: one for 20,000 results)")
    made.add_argument(
        "--largest", type=number(1, 2000), default=256, metavar="MB",
        help="records over so many MB are answered by an error (default: 256)")
    made.add_argument(
        "--jobs", type=number(1, 1024), default=1, metavar="N",
        help="records that one share scores at one time; as spark.task.cpus (default: 1)")
    scoring(made)
    made.add_argument("--master", metavar="URL", help="as spark-submit's, where that is not used")
    made.add_argument("--verbose", action="store_true", help="leave Spark its own messages")
    return made


def scoring(made):
    """What `effleurage score` is told, too."""
    made.add_argument(
        "--scenario", metavar="FILE",
        help="the case of records that carry none: a file here, or an id of the workers' library")
    made.add_argument("--phase", metavar="ID", help="the step that such records are of")
    made.add_argument(
        "--mm-per-pixel", metavar="X", help="millimetres a pixel of such records' input spans")
    made.add_argument("--rules", metavar="N", help="the number of the rule set to judge by")


def read(made, words):
    """The options that a command line gives."""
    options = made.parse_args(words)
    if options.table_format is not None and options.table is None:
        raise Failure(USAGE, "--table-format says what --table names, and none is given")
    for name in ("records", "table", "out", "program", "scenario"):
        if getattr(options, name, None) == "":
            raise Failure(USAGE, f"--{name} names nothing")
    options.largest *= 1_000_000
    return options


def told_to_score(options):
    """The words of `score` for these options, and the case file's bytes where a file was named."""
    words = []
    case = None
    if options.scenario is not None:
        if "/" in options.scenario or options.scenario.endswith(".yaml"):
            try:
                with open(options.scenario, "rb") as file:
                    case = file.read()
            except OSError as error:
                raise Failure(NO_INPUT, f"{options.scenario}: {error.strerror}") from error
        else:
            words += [f"--scenario={options.scenario}"]
    for name in ("phase", "mm_per_pixel", "rules"):
        value = getattr(options, name)
        if value is not None:
            words.append(f"--{name.replace('_', '-')}={value}")
    return words, case
