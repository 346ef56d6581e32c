#!/usr/bin/env python3
"""Scores records on many machines with Spark: spark-submit Cluster/score.py --help."""

import os
import sys
import tempfile
import threading
import zipfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
PACKAGE = "effleurage_cluster"

try:
    import pyspark  # noqa: F401  pylint: disable=unused-import
    from pyspark.sql import SparkSession
except ImportError:
    if {"-h", "--help"} & set(sys.argv[1:]):
        from effleurage_cluster import arguments
        arguments.parser().print_help()
        sys.exit(0)
    print("Cluster/score.py: error: pyspark is not installed; start it with spark-submit, or install "
          "it: Cluster/setup, or pip install pyspark", file=sys.stderr)
    sys.exit(69)

from effleurage_cluster import arguments, job  # noqa: E402  pylint: disable=wrong-import-position
from effleurage_cluster.failure import (  # noqa: E402  pylint: disable=wrong-import-position
    INTERRUPTED, UNAVAILABLE, Failure, say)
from effleurage_cluster.scorer import Scorer  # noqa: E402  pylint: disable=wrong-import-position


def session_for(options):
    """Spark, as spark-submit or --master has it."""
    builder = SparkSession.builder.appName("effleurage score")
    if options.master is not None:
        builder = builder.master(options.master)
    if not options.verbose:
        builder = builder.config("spark.log.level", "FATAL")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    try:
        return builder.getOrCreate()
    except Exception as error:
        words = str(error).splitlines()
        raise Failure(UNAVAILABLE, f"Spark does not start: {words[0] if words else error!r}") from error


def ship_package(context, folder):
    """Gives the workers what stands beside this file; --py-files did it where nothing does.

    folder: keeps what is shipped until the session ends.
    """
    package = os.path.join(FOLDER, PACKAGE)
    if not os.path.isdir(package):
        return
    path = os.path.join(folder, PACKAGE + ".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(os.listdir(package)):
            if name.endswith(".py"):
                archive.write(os.path.join(package, name), f"{PACKAGE}/{name}")
    context.addPyFile(path)


def score(options, scorer):
    """Scores in a session of its own; returns the summary."""
    with tempfile.TemporaryDirectory() as folder:
        session = session_for(options)
        try:
            ship_package(session.sparkContext, folder)
            return beside(lambda: job.run(session, options, scorer))
        finally:
            session.stop()


def beside(work):
    """Does work in a thread of its own: an interrupt must not meet the first one inside a call of Spark.

    Spark itself gives up what is under way when it is interrupted, and the work then ends with an error.
    """
    outcome = []

    def do():
        try:
            outcome.append((work(), None))
        except BaseException as error:  # pylint: disable=broad-except
            outcome.append((None, error))

    thread = threading.Thread(target=do)
    thread.start()
    try:
        thread.join()
    except KeyboardInterrupt:
        thread.join()
        raise
    result, error = outcome[0]
    if error is not None:
        raise error
    return result


def main(words):
    """Returns the exit code."""
    try:
        options = arguments.read(arguments.parser(), words)
        told, case = arguments.told_to_score(options)
        summary = score(options, Scorer(options.program, told, case, options.jobs))
    except Failure as failure:
        return failure.report(arguments.PROGRAM)
    except KeyboardInterrupt:
        return INTERRUPTED
    say(arguments.PROGRAM, job.told(summary))
    if summary.errors:
        say(arguments.PROGRAM, f"what could not be scored is in {options.out}/errors")
    return job.code(summary)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
