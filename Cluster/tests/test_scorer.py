"""The scorer as a partner, and shares, without Spark."""

import json
import os
import subprocess
import unittest

from common import CASE, CORPUS, ODD_NAMES, PROGRAM, Scratch, errors, one_machine, read

from effleurage_cluster import folder, lines
from effleurage_cluster.failure import Failure
from effleurage_cluster.scorer import Scorer


class ScorerTests(Scratch):
    """Feeding and answering at one time."""

    ECHO = """
        import json, sys
        for line in sys.stdin.buffer:
            line = json.loads(line)
            print(json.dumps({"effleurage": 1, "record": line["record"], "pad": "x" * PAD}), flush=True)
        """

    def echo(self, pad=0):
        """A program that answers without scoring, at once and as long as is asked for."""
        return self.script("echo", self.ECHO.replace("PAD", str(pad)))

    @staticmethod
    def questions(count, size=10):
        """Lines with their numbers as tags."""
        for number in range(count):
            yield str(number).encode(), lines.question({"record": str(number), "inkml": "y" * size})

    def test_answers_come_in_order_with_their_tags(self):
        answers = list(Scorer(PROGRAM, jobs=4).answers(self.questions(500)))
        self.assertEqual(len(answers), 500)
        for number, (tag, line) in enumerate(answers):
            self.assertEqual(tag, str(number).encode())
            self.assertEqual(json.loads(line)["record"], str(number))

    def test_neither_side_waits_for_the_other_to_finish(self):
        # Each way is far more than a pipe holds.
        answers = list(Scorer(self.echo(300_000)).answers(self.questions(50, 300_000)))
        self.assertEqual(len(answers), 50)

    def test_no_more_lines_are_taken_than_fill_the_pipes(self):
        taken = 0

        def counted():
            nonlocal taken
            for question in self.questions(1000, 100_000):
                taken += 1
                yield question

        answers = Scorer(self.echo(100_000)).answers(counted())
        for done in range(1, 30):
            next(answers)
            # One in each pipe, one in the program, one in the writer's hand, and the one answered.
            self.assertLess(taken, done + 6)
        answers.close()

    def test_a_stream_that_nobody_reads_on_ends_the_scorer(self):
        path = self.path("pid")
        program = self.script("noted", f"""
            import os, sys
            open({path!r}, "w").write(str(os.getpid()))
            for line in sys.stdin:
                print('{{"effleurage": 1, "record": "r"}}', flush=True)
            """)
        answers = Scorer(program).answers(self.questions(10**9))
        next(answers)
        answers.close()
        with self.assertRaises(ProcessLookupError):
            os.kill(int(read(path)), 0)

    def test_an_error_of_the_source_is_the_error_of_the_stream(self):
        def broken():
            yield from self.questions(3)
            raise KeyError("the disk")

        with self.assertRaises(KeyError):
            list(Scorer(PROGRAM).answers(broken()))

    def test_a_scorer_that_dies_is_told_with_the_record_and_its_words(self):
        program = self.script("dies", """
            import os, signal, sys
            sys.stdin.readline()
            print('{"effleurage": 1, "record": "0"}', flush=True)
            sys.stdin.readline()
            print("no more", file=sys.stderr, flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
            """)
        with self.assertRaises(Failure) as raised:
            list(Scorer(program).answers(self.questions(100_000)))
        self.assertEqual(raised.exception.code, 74)
        self.assertRegex(raised.exception.words, r"signal 9 at 1 on .*: no more")

    def test_a_scorer_that_leaves_lines_unanswered_has_failed(self):
        with self.assertRaises(Failure) as raised:
            list(Scorer("/bin/true").answers(self.questions(5)))
        self.assertIn("code 0 at 0", raised.exception.words)

    def test_a_missing_program_is_told(self):
        for name in ("no-such-program", "/no/such/program", CASE):
            with self.assertRaises(Failure) as raised:
                list(Scorer(name).answers([]))
            self.assertEqual(raised.exception.code, 69)
            self.assertIn(name, raised.exception.words)

    def test_a_shipped_program_comes_before_the_path(self):
        self.script("effleurage", self.ECHO.replace("PAD", "1"))
        (_, line), = Scorer("effleurage").answers(self.questions(1), shipped=self.folder)
        self.assertEqual(json.loads(line)["pad"], "x")

    def test_wrong_options_keep_their_code_and_words(self):
        with self.assertRaises(Failure) as raised:
            list(Scorer(PROGRAM, ["--rules=99"]).answers([]))
        self.assertEqual(raised.exception.code, 64)
        self.assertIn("There is no rule set '99'", raised.exception.words)

    def test_a_failure_survives_being_quoted(self):
        failure = Failure(66, 'a "name"\n]] \u00e9 \\')
        found = Failure.within(f"Traceback ... effleurage_cluster.failure.Failure: {failure}\n]] more")
        self.assertEqual((found.code, found.words), (failure.code, failure.words))
        self.assertIsNone(Failure.within("nothing of the kind"))


class FolderTests(Scratch):
    """Finding, dividing and reading records."""

    def test_records_are_those_of_one_machine_in_its_order(self):
        records = self.corpus()
        os.mkfifo(self.path("records", "pipe.inkml"))
        os.makedirs(self.path("records", "folder.inkml"))
        for name in ("b/2.inkml", "b.inkml", "b-1.inkml", "B.inkml"):
            self.copy("own/chance-01.inkml", "records/order/" + name)
        os.symlink(self.path("records", "own"), self.path("records", "loop"))
        os.symlink(self.path("records", "order", "b.inkml"), self.path("records", "order", "c.inkml"))
        os.symlink("nowhere", self.path("records", "order", "d.inkml"))
        listed = folder.entries(records)
        answers = list(folder.scored(Scorer(PROGRAM), records, listed, 10**9))
        self.assertEqual(len(answers), len(listed))
        good = [line + "\n" for _, line in answers if "error" not in json.loads(line)]
        self.assertEqual("".join(good).encode(), one_machine(records))
        self.assertLess(len(ODD_NAMES) + 84, len(good))
        told = errors("\n".join(line for _, line in answers if "error" in json.loads(line)))
        self.assertIn("No such file", told["d.inkml"])
        # Of the same text as the program's own, with the name in the place of the path.
        run = subprocess.run(
            [PROGRAM, "score", os.path.join(records, "bad")], capture_output=True, check=False)
        said = run.stderr.decode().replace(os.path.join(records, "bad") + "/", "").splitlines()
        self.assertEqual(
            said, [told[name] for name in ("Z.inkml", "cut.inkml", "empty.inkml", "latin.inkml")])

    def test_bytes_that_are_no_text_are_told_as_the_program_tells_them(self):
        names = []
        for number, wrong in enumerate((
                b"\xff", b"\xe9<", b"\xe9\x80<", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
                b"\xc0\x80", b"\xf0\x9f\x98\n")):
            names.append(self.write(f"records/{number}.inkml", b"<ink>\n<a>\xc3\xa9" + wrong))
        run = subprocess.run([PROGRAM, "score", *names], capture_output=True, check=False)
        said = run.stderr.decode().replace(self.path("records") + "/", "").splitlines()
        listed = folder.entries(self.path("records"))
        answers = folder.scored(Scorer(PROGRAM), self.path("records"), listed, 10**9)
        self.assertEqual([json.loads(line)["error"] for _, line in answers], said)

    def test_large_records_are_answered_without_being_read(self):
        path = self.write("records/large.inkml", "")
        os.truncate(path, 5 << 30)
        self.copy("own/chance-01.inkml", "records/small.inkml")
        listed = folder.entries(self.path("records"))
        answers = dict(folder.scored(Scorer(PROGRAM), self.path("records"), listed, 10_000_000))
        self.assertIn('"verdict"', answers[b"small.inkml"])
        self.assertIn("5368709120 bytes", answers[b"large.inkml"])

    def test_a_record_that_grows_is_not_read_beyond_the_limit(self):
        self.write("records/grows.inkml", "<ink>")
        listed = folder.entries(self.path("records"))
        self.write("records/grows.inkml", "<ink>" + " " * 1000)
        answers = dict(folder.scored(Scorer(PROGRAM), self.path("records"), listed, 100))
        self.assertIn("over 100 are left out", answers[b"grows.inkml"])

    def test_shares_are_all_records_once_and_of_like_size(self):
        for sizes in ([1], [0] * 7, list(range(0, 3_000_000, 1000)), [10**9] + [1000] * 500):
            for count in (1, 2, 3, 7, 100):
                cuts = folder.split(sizes, count)
                self.assertEqual(len(cuts), count)
                self.assertEqual(
                    [index for begin, end in cuts for index in range(begin, end)],
                    list(range(len(sizes))))
                whole = sum(sizes) + folder.OVERHEAD * len(sizes)
                largest = max(sizes) + folder.OVERHEAD
                for begin, end in cuts:
                    share = sum(sizes[begin:end]) + folder.OVERHEAD * (end - begin)
                    self.assertLessEqual(share, whole / count + largest)

    def test_error_lines_are_written_as_the_program_writes_them(self):
        name = 'a"\\\x00\x1f\x7f\t\u2028\u00e9\U0001f590/'
        (_, line), = Scorer(PROGRAM).answers(
            [(None, lines.question({"record": name, "inkml": "<ink>"}))])
        self.assertEqual(lines.error_line(name, json.loads(line)["error"]), line)


class CorpusTests(Scratch):
    """The corpus is here, and other programs' records have a case."""

    def test_every_record_is_judged_as_it_is_written_down(self):
        for part, case in (("own", None), ("foreign", read(CASE))):
            place = os.path.join(CORPUS, part)
            answers = list(folder.scored(
                Scorer(PROGRAM, case=case), place, folder.entries(place), 10**9))
            self.assertLess(4, len(answers))
            for key, line in answers:
                name = key.decode().removesuffix(".inkml")
                self.assertEqual(
                    read(os.path.join(CORPUS, "rules-1", part, name + ".json")).decode(), line + "\n")


if __name__ == "__main__":
    unittest.main()
