"""The Spark job: score, put into order, write, and only then let it be seen."""

import bisect
import collections
import json
import time
import uuid

from py4j.protocol import Py4JJavaError
from pyspark import StorageLevel

from . import lines, results, sources
from .failure import BAD_DATA, CANNOT_CREATE, INPUT_OUTPUT, NO_INPUT, Failure
from .hadoop import Place, reason
from .progress import Progress

# Results in a file of the output, where nobody says how many files there are.
RESULTS_A_FILE = 20_000
# Keys that a share names, of which the borders between the files are chosen.
KEYS_OF_A_SHARE = 200

Summary = collections.namedtuple("Summary", "records passed failed abandoned errors seconds")


def run(session, options, scorer):
    """Scores and writes all; returns the summary."""
    began = time.monotonic()
    context = session.sparkContext
    out = Place(context, options.out)
    if out.exists():
        raise Failure(
            CANNOT_CREATE, f"{options.out}: it is there already; name another, or remove it first")
    unfinished = out.beside(f".{options.out.rstrip('/').rsplit('/', 1)[-1]}.{uuid.uuid4().hex}")
    try:
        source = _source(session, options)
        _probe(context, scorer)
        # Now rather than when all has been scored: perhaps it cannot be made.
        unfinished.make()
        with Progress(context):
            scored = source.scored(scorer).persist(StorageLevel.MEMORY_AND_DISK)
            shares = scored.mapPartitions(_tally).collect()
            counts = sum((counts for counts, _ in shares), collections.Counter())
            _compare(counts["records"], source.count, options)
            _write(
                session, _ordered(scored, shares, counts["records"], options.files), unfinished,
                counts)
            unfinished.become(out)
            scored.unpersist()
    except BaseException as error:
        unfinished.remove()
        if isinstance(error, Py4JJavaError):
            raise _told(error) from error
        raise
    return Summary(
        counts["records"], counts["passed"], counts["failed"], counts["abandoned"],
        counts["errors"], time.monotonic() - began)


def _source(session, options):
    if options.table is not None:
        return sources.Table(session, Place(session.sparkContext, options.table), options)
    source = sources.records(session, Place(session.sparkContext, options.records), options)
    if source.count == 0:
        raise Failure(NO_INPUT, f"{options.records}: there is no *.inkml in the folder")
    return source


def _probe(context, scorer):
    """Calls the program once where it will run, so that what is wrong is known before the work begins."""

    def probe(_):
        from pyspark import SparkFiles  # pylint: disable=import-outside-toplevel
        return list(scorer.answers([], SparkFiles.getRootDirectory()))

    context.parallelize([0], 1).mapPartitions(probe).collect()


def _tally(answers):
    """What a share came to, and some of its keys, evenly."""
    counts = collections.Counter()
    keys = []
    for key, line in answers:
        result = lines.answer(line)
        counts["records"] += 1
        counts["errors" if lines.is_error(result) else result["verdict"]] += 1
        keys.append(key)
    keys.sort()
    step = max(1, len(keys) // KEYS_OF_A_SHARE)
    yield counts, keys[step // 2::step]


def _compare(found, listed, options):
    """What was listed has to have been scored: nothing may be missing in silence."""
    if listed is not None and found != listed:
        raise Failure(
            INPUT_OUTPUT,
            f"{options.records}: {listed} records when it was listed and {found} when it was read; "
            "start again when nobody writes into it")


def _ordered(scored, shares, count, files):
    """All answers by their key, and of one key by their bytes, over as many files."""
    files = files or max(1, -(-count // RESULTS_A_FILE))
    keys = sorted(key for _, some in shares for key in some)
    borders = [keys[len(keys) * file // files] for file in range(1, files)] if keys else []

    def part(pair):
        return bisect.bisect_right(borders, pair[0])

    return (
        scored.map(lambda answer: (answer, None))
        .repartitionAndSortWithinPartitions(files, part).map(lambda pair: pair[0]))


def _write(session, ordered, place, counts):
    """Each part is written under another name first and renamed, by Spark, when it is whole."""
    ordered.filter(lambda answer: not _is_error(answer)).map(lambda answer: answer[1]) \
        .saveAsTextFile(f"{place}/results")
    ordered.filter(_is_error).map(lambda answer: answer[1]).saveAsTextFile(f"{place}/errors")
    rows = ordered.map(lambda answer: results.row(answer[0].decode("utf-8", "replace"), answer[1]))
    session.createDataFrame(rows, results.ROW, verifySchema=False).write.parquet(f"{place}/table")
    kinds = ("records", "passed", "failed", "abandoned", "errors")
    place.write("summary.json", json.dumps({kind: counts[kind] for kind in kinds}) + "\n")


def _is_error(answer):
    return lines.is_error(json.loads(answer[1]))


def _told(error):
    """What went wrong on a worker, in the words that it was told in there."""
    text = str(error)
    failure = Failure.within(text) or sources.too_large_for_spark(text)
    return failure or Failure(INPUT_OUTPUT, f"Spark could not finish: {reason(error)}")


def code(summary):
    """How the program ends."""
    return BAD_DATA if summary.errors else 0


def told(summary):
    """The summary in words."""
    rate = summary.records / max(summary.seconds, 0.001)
    return (
        f"{summary.records} records in {summary.seconds:.1f} s, {rate:.1f} a second: "
        f"{summary.passed} passed, {summary.failed} failed, {summary.abandoned} abandoned, "
        f"{summary.errors} errors")
