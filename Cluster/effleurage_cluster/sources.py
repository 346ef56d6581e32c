"""Where records come from: a folder that every machine sees, one of Hadoop's, or a table.

Each gives `scored`: answers as pairs (key, line), where keys order the results.
"""

import os

from pyspark import SparkFiles
from pyspark.sql import functions

from . import folder, lines
from .failure import BAD_DATA, INPUT_OUTPUT, NO_INPUT, Failure

# Bytes of a share, where nobody says how many shares there are: enough to make starting the scorer
# nothing beside scoring, few enough that little is done again when a machine is lost.
SHARE = 32 << 20


def shares_of(context, size, count, wanted):
    """How many shares `count` records of `size` bytes together are divided into."""
    return max(1, min(count, wanted or max(-(-size // SHARE), 4 * context.defaultParallelism)))


def records(session, place, options):
    """The source of a folder of records."""
    if not place.is_folder():
        raise Failure(
            NO_INPUT, f"{place.given}: " + (
                "a file; --records names a folder" if place.exists() else "there is no such folder"))
    if place.local is not None:
        return SharedFolder(session, place, options)
    return HadoopFolder(session, place, options)


class SharedFolder:
    """A folder under one path on every machine; read by the workers themselves."""

    def __init__(self, session, place, options):
        self._context = session.sparkContext
        self._path = place.local
        try:
            self._entries = folder.entries(self._path)
        except OSError as error:
            raise Failure(NO_INPUT, f"{place.given}: {error.strerror}") from error
        self.count = len(self._entries)
        self._options = options

    def scored(self, scorer):
        """Answers, in the order of the records where all reach the scorer."""
        path, largest = self._path, self._options.largest
        sizes = [entry.size for entry in self._entries]
        cuts = folder.split(sizes, shares_of(
            self._context, sum(sizes), len(sizes), self._options.partitions))
        shares = [self._entries[begin:end] for begin, end in cuts]

        def score(given):
            if not os.path.isdir(path):
                raise Failure(
                    NO_INPUT,
                    f"{os.uname().nodename} does not see the folder {path}; name one that every "
                    "machine sees, or one of hdfs:, s3a: and the like")
            for share in given:
                yield from folder.scored(
                    scorer, path, share, largest, SparkFiles.getRootDirectory())

        return self._context.parallelize(shares, len(shares)).mapPartitions(score)


class HadoopFolder:
    """A folder on a file system that Hadoop reads, as Spark's source `binaryFile` does."""

    def __init__(self, session, place, options):
        self._session = session
        self._root = str(place).rstrip("/") + "/"
        self._largest = options.largest
        self._roots = {str(place)}
        self._answers = []
        # Spark does not read these, but each has to be answered.
        self._empty = []
        self.count = 0
        size = 0
        for path, length in place.files():
            below = path[len(self._root):]
            if not folder.is_record(below):
                continue
            self.count += 1
            problem = self._problem(below, length)
            if problem is None:
                size += length
                if length == 0:
                    self._empty.append((below, b""))
            else:
                self._answers.append((below.encode(), problem))
        self._share = -(-size // shares_of(
            session.sparkContext, size, self.count, options.partitions))

    def _problem(self, below, length):
        *folders, name = below.split("/")
        if length > self._largest:
            return lines.too_large(name, length, self._largest)
        if _hidden(name):
            return lines.error_line(
                name, f"{name}: Spark passes over files whose names begin with '{name[0]}'; rename it")
        # Folders of that kind are passed over too, unless they are named.
        for index, part in enumerate(folders):
            if _hidden(part):
                self._roots.add(self._root + "/".join(folders[:index + 1]))
        return None

    def scored(self, scorer):
        """Answers, in no order."""
        largest, start = self._largest, len(self._root)
        # These hold for the whole session, which reads nothing else.
        self._session.conf.set("spark.sql.files.maxPartitionBytes", str(max(1, self._share)))
        self._session.conf.set("spark.sql.files.openCostInBytes", str(folder.OVERHEAD))
        frame = (
            self._session.read.format("binaryFile").option("recursiveFileLookup", "true")
            .option("pathGlobFilter", folder.GLOB)
            .load([_as_written(root) for root in sorted(self._roots)])
            .filter(functions.col("length") <= largest).select("path", "content"))

        def score(contents):
            early = []

            def questions():
                for path, content in contents:
                    name = path.rsplit("/", 1)[-1]
                    text, problem = lines.ink(name, content)
                    if problem is None:
                        yield path.encode(), lines.question({"record": name, "inkml": text})
                    else:
                        early.append((path.encode(), problem))

            yield from scorer.answers(questions(), SparkFiles.getRootDirectory())
            yield from early

        context = self._session.sparkContext
        read = frame.rdd.map(lambda row: (row.path[start:], bytes(row.content)))
        # Put together as answers: records would be copied once more.
        return context.union([
            read.mapPartitions(score), context.parallelize(self._empty, 1).mapPartitions(score),
            context.parallelize(self._answers, 1)])


class Table:
    """Records in a table: Parquet, or the lines that `effleurage score --lines` reads."""

    count = None

    def __init__(self, session, place, options):
        self._session = session
        self._place = place
        self._largest = options.largest
        files = list(place.files()) if place.exists() else []
        if not files:
            raise Failure(NO_INPUT, f"{place.given}: there is no such table")
        self._kind = options.table_format or (
            "parquet" if any(path.endswith(".parquet") for path, _ in files) else "json")
        size = sum(length for _, length in files)
        self._share = -(-size // shares_of(
            session.sparkContext, size, max(1, size), options.partitions))

    def scored(self, scorer):
        """Answers, in no order; named by the record."""
        self._session.conf.set("spark.sql.files.maxPartitionBytes", str(max(1, self._share)))
        self._session.conf.set("spark.sql.files.openCostInBytes", "0")
        rows, question = self._parquet() if self._kind == "parquet" else self._json()

        def score(given):
            early = []

            def questions():
                for row in given:
                    line, answer = question(row)
                    if line is not None:
                        yield None, line
                    elif answer is not None:
                        early.append(answer)

            for _, line in scorer.answers(questions(), SparkFiles.getRootDirectory()):
                yield lines.answer(line)["record"].encode(), line
            for line in early:
                yield lines.answer(line)["record"].encode(), line

        return rows.mapPartitions(score)

    def _json(self):
        """Lines go to the scorer as they are: it alone says what is wrong with one."""
        frame = self._session.read.option("lineSep", "\n").text(_as_written(str(self._place)))
        largest = self._largest

        def question(row):
            line = bytes(row.line)
            if not line.removesuffix(b"\r").strip(b" \t"):
                return None, None
            if len(line) > largest:
                return None, lines.too_large("", len(line), largest)
            return line, None

        return frame.select(functions.col("value").cast("binary").alias("line")).rdd, question

    def _parquet(self):
        # Spark's other reader gathers thousands of rows before the first is seen.
        self._session.conf.set("spark.sql.parquet.enableVectorizedReader", "false")
        frame = self._session.read.parquet(_as_written(str(self._place)))
        kinds = dict(frame.dtypes)
        for name, allowed in (
                ("record", ["string"]), ("inkml", ["string", "binary"]), ("scenario", ["string"])):
            if name not in kinds and name != "scenario":
                raise Failure(
                    BAD_DATA, f"{self._place.given}: the table has no column '{name}', only: "
                    + ", ".join(frame.columns))
            if kinds.get(name, allowed[0]) not in allowed:
                raise Failure(
                    BAD_DATA, f"{self._place.given}: the column '{name}' is {kinds[name]}; it has to "
                    f"be {' or '.join(allowed)}")
        largest = self._largest
        columns = [name for name in ("record", "inkml", "scenario") if name in kinds]

        def question(row):
            members = row.asDict()
            name = members["record"] or ""
            if isinstance(members["inkml"], (bytes, bytearray)):
                members["inkml"], problem = lines.ink(name, bytes(members["inkml"]))
                if problem is not None:
                    return None, problem
            if members["inkml"] is not None and len(members["inkml"]) > largest:
                return None, lines.too_large(name, len(members["inkml"]), largest)
            return lines.question(members), None

        return frame.select(columns).rdd, question


def _hidden(name):
    return name.startswith((".", "_"))


def _as_written(path):
    """A path none of whose characters is a pattern."""
    return "".join("\\" + character if character in "{}[]*?\\" else character for character in path)


def too_large_for_spark(text):
    """A failure, where Spark's own words say that something did not fit into memory."""
    signs = (
        "Too many bytes before newline", "Requested array size exceeds", "OutOfMemoryError",
        "Cannot reserve additional contiguous bytes", "NegativeArraySizeException",
        "exceeds the max length allowed")
    if any(sign in text for sign in signs):
        return Failure(
            INPUT_OUTPUT,
            "a record did not fit into an executor's memory; a value of a table, and a record read "
            "through Hadoop, has to be under 2 GB and well under --executor-memory. Score records "
            "that large alone, with 'effleurage score'")
    return None
