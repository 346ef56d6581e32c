"""Tables as input, and what the job says when something is missing, in one session."""

import json
import os
import unittest

from common import CASE, CORPUS, Scratch, errors, one_stream, read, written
from inside import here, run_here

from effleurage_cluster import lines
from effleurage_cluster.failure import Failure


class TableTests(Scratch):
    """Jobs of this process."""

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


if __name__ == "__main__":
    unittest.main()
