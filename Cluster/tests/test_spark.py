"""The Spark job, on executors that are programs of their own."""

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import unittest

from common import (
    CASE, CLUSTER, CORPUS, PROGRAM, Scratch, errors, one_machine, one_stream, read, score, written)
from pyspark.sql import SparkSession

from effleurage_cluster import arguments, job, lines, results
from effleurage_cluster.failure import Failure
from effleurage_cluster.scorer import Scorer

# Two executors of one core: Java machines of their own, which are started, lost and started again.
CLUSTER_MASTER = "local-cluster[2,1,1024]"


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


def told(run):
    """For messages of assertions."""
    return f"code {run.returncode}\n{run.stdout}\n{run.stderr}"


class SparkTests(Scratch):
    """Whole runs of the job."""

    def same(self, run, out, records, *options):
        """The results are those of one machine; returns the errors."""
        self.assertIn(run.returncode, (0, 65), told(run))
        self.assertEqual(written(out, "results"), one_machine(records, *options))
        found = errors(written(out, "errors"))
        self.assertEqual(run.returncode, 65 if found else 0)
        summary = json.loads(read(os.path.join(out, "summary.json")))
        self.assertEqual(summary["errors"], len(written(out, "errors").splitlines()))
        count = len((written(out, "results") + written(out, "errors")).splitlines())
        self.assertEqual(summary["records"], count)
        self.assertIn(f"{count} records in ", run.said)
        # Nothing is left beside it.
        self.assertEqual(
            [name for name in os.listdir(os.path.dirname(out)) if name.startswith(".")], [])
        return found

    def test_two_executors_give_the_bytes_of_one_machine_and_a_table_of_them(self):
        records = self.corpus()
        out = self.path("out")
        run = score("--master", CLUSTER_MASTER, "--records", records, "--out", out,
                    "--program", PROGRAM, "--files", "3")
        found = self.same(run, out, records)
        self.assertEqual(run.said.count("\n"), 2, run.stderr)
        self.assertIn("latin.inkml:2:5: error: the file is not text in UTF-8", found["latin.inkml"])
        self.assertLess(1, len(read(os.path.join(out, "results", "part-00000")).splitlines()))
        self.assert_table(out, records)

    def assert_table(self, out, records):
        """The table read back says what the lines say, figure by figure."""
        table = here().read.parquet(os.path.join(out, "table"))
        rows = table.collect()
        self.assertEqual(table.schema.names, results.ROW.names)
        all_lines = (written(out, "results") + written(out, "errors")).decode().splitlines()
        self.assertEqual(sorted(row.line for row in rows), sorted(all_lines))
        # Nested deductions, guides, points and lifts are all among them.
        seen = set()
        for row in rows:
            self.assertTrue(os.path.exists(os.path.join(records, row.path)), row.path)
            self.assertEqual(os.path.basename(row.path), row.record)
            members = row.asDict(recursive=True)
            result = json.loads(members.pop("line"))
            members.pop("path")
            expected = {name: result.pop(name, None) for name in members}
            self.assertEqual(result, {"effleurage": 1})
            self.assert_same(members, expected, seen)
        self.assertLessEqual(
            {"spans", "meanDiameter_mm", "held_s", "lifts", "depth_mm", "error"}, seen)

    def assert_same(self, column, value, seen):
        """A column's value is that of the line; notes which members were there."""
        if isinstance(value, dict):
            self.assertEqual(set(column), set(value))
            for name, member in value.items():
                if member is not None:
                    seen.add(name)
                self.assert_same(column[name], member, seen)
        elif isinstance(value, list):
            self.assertEqual(len(column), len(value))
            for one, other in zip(column, value):
                self.assert_same(one, other, seen)
        elif isinstance(column, float):
            self.assertTrue(math.isclose(column, value, rel_tol=0, abs_tol=0))
        else:
            self.assertEqual(column, value)

    # Scores record by record; at the marked one, the first time, it says which executor it runs for
    # and stands still until that is gone.
    STOPPING = """
        import os, subprocess, sys
        process = subprocess.Popen(
            [{program!r}, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        answered = 0
        def parent_of(pid):
            return int(open(f"/proc/{{pid}}/stat").read().rsplit(")", 1)[1].split()[1])
        for line in sys.stdin.buffer:
            if {marker!r} in line:
                try:
                    os.mkdir({flag!r})
                except FileExistsError:
                    pass
                else:
                    pid = os.getpid()
                    while b"{java}" not in open(f"/proc/{{pid}}/cmdline", "rb").read():
                        pid = parent_of(pid)
                    with open({flag!r} + "/new", "w") as file:
                        file.write(f"{{pid}} {{answered}}")
                    os.rename({flag!r} + "/new", {flag!r} + "/executor")
                    sys.stdin.buffer.read()
                    process.kill()
                    sys.exit(1)
            process.stdin.write(line)
            process.stdin.flush()
            sys.stdout.buffer.write(process.stdout.readline())
            sys.stdout.buffer.flush()
            answered += 1
        process.stdin.close()
        sys.exit(process.wait())
        """

    def begin_and_wait(self, marker, java, *words):
        """Starts a job whose scorer stops at a record; returns it, the executor's pid, the answers."""
        flag = self.path("flag")
        program = self.script("stopping", self.STOPPING.format(
            program=PROGRAM, marker=marker.encode(), flag=flag, java=java))
        job = subprocess.Popen(
            [sys.executable, os.path.join(CLUSTER, "score.py"), *words, "--program", program],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
        self.addCleanup(job.kill)
        while not os.path.exists(os.path.join(flag, "executor")):
            try:
                # It is the only thing that can happen beside the flag.
                job.wait(timeout=0.1)
                self.fail("the job ended early: " + job.stderr.read())
            except subprocess.TimeoutExpired:
                pass
        pid, answered = map(int, read(os.path.join(flag, "executor")).split())
        return job, pid, answered

    def test_an_executor_killed_while_it_scores_changes_no_byte(self):
        records = self.corpus()
        out = self.path("out")
        job, executor, answered = self.begin_and_wait(
            '"record": "expert-circles.inkml"', "CoarseGrainedExecutorBackend",
            "--master", CLUSTER_MASTER, "--records", records, "--out", out, "--partitions", "4")
        # In the middle of its share, with answers given and records to come.
        self.assertLess(2, answered)
        os.kill(executor, signal.SIGKILL)
        _, stderr = job.communicate()
        self.assertEqual(job.returncode, 65, stderr)
        run = subprocess.CompletedProcess([], job.returncode, "", stderr)
        run.said = stderr
        self.same(run, out, records)
        with self.assertRaises(ProcessLookupError):
            os.kill(executor, 0)

    def test_a_job_that_is_interrupted_leaves_nothing(self):
        out = self.path("out")
        job, _, _ = self.begin_and_wait(
            '"record": "expert-circles.inkml"', "java", "--master", "local[1]",
            "--records", os.path.join(CORPUS, "own"), "--out", out, "--partitions", "2")
        before = sorted(os.listdir(self.folder))
        job.send_signal(signal.SIGINT)
        _, stderr = job.communicate()
        self.assertEqual(job.returncode, 130, stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_wrong_usage_is_told(self):
        records = os.path.join(CORPUS, "own")
        out = self.path("out")
        for code, words, said in (
                (64, ["--out", out], "--records --table"),
                (64, ["--records", records, "--table", records, "--out", out], "not allowed with"),
                (64, ["--records", records, "--out", out, "--partitions", "0"], "from 1 to"),
                (64, ["--records", records, "--out", out, "--table-format", "json"], "--table"),
                (64, ["--records", "", "--out", out], "--records names nothing"),
                (66, ["--records", records, "--out", out, "--scenario", "no.yaml"], "no.yaml: No such"),
                (69, ["--records", records, "--out", out, "--master", "nonsense"], "does not start")):
            run = score(*words)
            self.assertEqual(run.returncode, code, words + [told(run)])
            self.assertRegex(run.said, "^Cluster/score.py: error: ")
            self.assertIn(said, run.stderr)
            self.assertNotIn("Traceback", run.stderr)
        self.assertEqual(os.listdir(self.folder), [])

    def test_missing_things_are_told(self):
        records = os.path.join(CORPUS, "own")
        out = self.path("out")
        os.mkdir(self.path("empty"))
        os.mkdir(self.path("there"))
        for code, words, said in (
                (64, ["--records", records, "--out", out, "--rules", "99"], "no rule set '99'"),
                (66, ["--records", self.path("no"), "--out", out], "no such folder"),
                (66, ["--records", CASE, "--out", out], "a file; --records names a folder"),
                (66, ["--records", self.path("empty"), "--out", out], "no *.inkml"),
                (66, ["--records", "nofs://a/b", "--out", out], "nofs"),
                (66, ["--table", self.path("no"), "--out", out], "no such table"),
                (69, ["--records", records, "--out", out, "--program", "/no"], "'/no' is not there on"),
                (73, ["--records", records, "--out", self.path("there")], "there already"),
                (73, ["--records", os.path.join(CORPUS, "foreign"), "--out", "/proc/no/out"],
                 "/proc/no/.out.")):
            failure = run_here(*words)
            self.assertIsInstance(failure, Failure, words)
            self.assertEqual(failure.code, code, words + [failure.words])
            self.assertIn(said, failure.words)
        self.assertEqual(sorted(os.listdir(self.folder)), ["empty", "there"])

    def test_a_program_that_is_not_on_the_executors_is_told(self):
        run = score("--master", CLUSTER_MASTER, "--records", os.path.join(CORPUS, "own"),
                    "--out", self.path("out"), "--program", "/no/such/effleurage")
        self.assertEqual(run.returncode, 69, told(run))
        self.assertIn("error: the program '/no/such/effleurage' is not there on ", run.said)
        self.assertEqual(run.said.count("\n"), 1, run.stderr)
        self.assertFalse(os.path.exists(self.path("out")))

    def test_a_program_is_shipped_and_ink_of_another_program_gets_its_case(self):
        shutil.copy(PROGRAM, self.path("effleurage"))
        case = self.write("case.yaml", read(CASE))
        records = os.path.join(CORPUS, "foreign")
        out = self.path("out")
        submit = os.path.join(os.environ["SPARK_HOME"], "bin", "spark-submit")
        run = subprocess.run(
            [submit, "--master", CLUSTER_MASTER, "--files", self.path("effleurage"),
             os.path.join(CLUSTER, "score.py"), "--records", records, "--out", out,
             "--scenario", case, "--mm-per-pixel", "0.3"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        run.said = run.stdout
        self.assertEqual(
            self.same(run, out, records, "--scenario", CASE, "--mm-per-pixel", "0.3"), {})

    def test_tables_give_what_their_lines_give(self):
        own = os.path.join(CORPUS, "own")
        rows = [(name, read(os.path.join(own, name)).decode(), None)
                for name in sorted(os.listdir(own)) if name.startswith(("bad", "chance-0"))]
        tablet = read(os.path.join(CORPUS, "foreign", "timed.inkml")).decode()
        rows += [
            ("tablet", tablet, read(CASE).decode()), ("tablet", tablet, None), ("none", None, None),
            (None, tablet, None), ("wrong case", tablet, "effleurage: 1\n"), ("", "", None)]
        rows.reverse()
        questions = [lines.question(dict(zip(("record", "inkml", "scenario"), row))) + b"\n"
                     for row in rows]
        expected = sorted(one_stream(questions), key=self.by_name)
        wrong = [b"no json\n", b" \t\r\n", b"\n", b'{"record": "\xff"}\n', b'{"record": 1}\r\n']
        self.write("table/1.jsonl", b"".join(questions[:9] + wrong))
        self.write("table/2.jsonl", b"".join(questions[9:]).rstrip(b"\n"))
        run_here("--table", self.path("table"), "--out", self.path("lines"), "--files", "2",
                 "--partitions", "5")
        self.assert_lines("lines", sorted(one_stream(questions + wrong), key=self.by_name))

        frame = here().createDataFrame(rows, "record string, inkml string, scenario string")
        frame.repartition(3).write.parquet(self.path("parquet"))
        run_here("--table", self.path("parquet"), "--out", self.path("from-parquet"))
        self.assert_lines("from-parquet", expected)

        frame.drop("inkml").write.parquet(self.path("lacking"))
        failure = run_here("--table", self.path("lacking"), "--out", self.path("no"))
        self.assertEqual(failure.code, 65)
        self.assertIn("has no column 'inkml', only: record, scenario", failure.words)

    def test_ink_in_bytes_and_values_that_are_too_large_are_answered(self):
        good = read(os.path.join(CORPUS, "own", "chance-01.inkml"))
        rows = [("good", bytearray(good)), ("large", bytearray(b" " * 1_000_001)), ("latin", bytearray(b"\xff"))]
        here().createDataFrame(rows, "record string, inkml binary").write.parquet(self.path("table"))
        run_here("--table", self.path("table"), "--out", self.path("out"), "--largest", "1")
        self.assertEqual(
            written(self.path("out"), "results"),
            b"".join(one_stream([lines.question({"record": "good", "inkml": good.decode()})])))
        found = errors(written(self.path("out"), "errors"))
        self.assertEqual(set(found), {"large", "latin"})
        self.assertIn("1000001 bytes, and records over 1000000", found["large"])

    @staticmethod
    def by_name(line):
        """As answers to tables are ordered."""
        return json.loads(line)["record"].encode(), line

    def assert_lines(self, out, expected):
        """Results and errors are those lines, each in their order."""
        good = [line for line in expected if "error" not in json.loads(line)]
        bad = [line for line in expected if "error" in json.loads(line)]
        self.assertEqual(written(self.path(out), "results"), b"".join(good))
        self.assertEqual(written(self.path(out), "errors"), b"".join(bad))

    def test_another_file_system_is_read_through_hadoop_and_written_to(self):
        records = self.corpus()
        os.truncate(self.write("records/large.inkml", ""), 3 << 30)
        os.mkdir(self.path("written"))
        mounted = "spark.hadoop.fs.viewfs.mounttable.shelf.link./"
        submit = os.path.join(os.environ["SPARK_HOME"], "bin", "spark-submit")
        run = subprocess.run(
            [submit, "--master", CLUSTER_MASTER,
             "--conf", f"{mounted}records=file://{records}",
             "--conf", f"{mounted}written=file://{self.path('written')}",
             os.path.join(CLUSTER, "score.py"), "--program", PROGRAM, "--files", "2",
             "--records", "viewfs://shelf/records", "--out", "viewfs://shelf/written/out"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        run.said = run.stdout
        out = self.path("written", "out")
        # What Spark cannot see is told, and in no result.
        os.remove(self.path("records", "large.inkml"))
        hidden = self.path("records", "own", ".hidden", "_under")
        os.rename(os.path.join(hidden, ".dot.inkml"), os.path.join(hidden, "dot.txt"))
        found = self.same(run, out, records)
        self.assertIn("begin with '.'; rename it", found[".dot.inkml"])
        self.assertIn("the file is empty", found["empty.inkml"])
        self.assertIn("3221225472 bytes", found["large.inkml"])
        self.assertIn("not text in UTF-8", found["latin.inkml"])
        self.assertIn("ends too early", found["cut.inkml"])


if __name__ == "__main__":
    unittest.main()
