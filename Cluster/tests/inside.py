"""The job inside the test's own process, for what needs no executors of its own."""

from common import PROGRAM
from pyspark.sql import SparkSession

from effleurage_cluster import arguments, job
from effleurage_cluster.failure import Failure
from effleurage_cluster.scorer import Scorer


def here():
    """A session in this process, for what needs no executors of its own; it is kept for all tests."""
    return SparkSession.builder.master("local[2]").config("spark.log.level", "FATAL").config(
        "spark.ui.showConsoleProgress", "false").getOrCreate()


def run_here(*words):
    """Runs the job in this process; returns its summary or failure."""
    options = arguments.read(arguments.parser(), ["--program", PROGRAM, *words])
    session = here()
    try:
        told_to_score, case = arguments.told_to_score(options)
        return job.run(session, options, Scorer(options.program, told_to_score, case, options.jobs))
    except Failure as failure:
        return failure
