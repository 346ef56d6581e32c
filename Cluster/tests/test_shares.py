"""The shares of a job array: without Slurm by their numbers, and with Slurm where it can be started."""

import json
import os
import shutil
import subprocess
import unittest

from common import CASE, CLUSTER, CORPUS, PROGRAM, Scratch, errors, one_machine, read

SHARES = os.path.join(CLUSTER, "shares.py")
SLURM_HERE = os.path.join(CLUSTER, "tests", "slurm-here")


def shares(*words, **variables):
    """Runs a command of shares.py."""
    return subprocess.run(
        [SHARES, *words], capture_output=True, text=True, check=False,
        env={**os.environ, **variables})


class ShareTests(Scratch):
    """Each share by its number, as a task of an array is given it."""

    def score(self, work, numbers):
        """Runs tasks; returns their codes."""
        return [shares("score", work, "--program", PROGRAM, SLURM_ARRAY_TASK_ID=str(number),
                       SLURM_CPUS_PER_TASK="2").returncode for number in numbers]

    def test_shares_put_together_are_the_bytes_of_one_machine(self):
        records = self.corpus()
        work = self.path("work")
        run = shares("prepare", records, work, "--shares", "7")
        self.assertEqual((run.returncode, run.stdout), (0, ""))
        self.assertEqual(shares("missing", work).stdout, "1-7\n")
        self.assertEqual(self.score(work, (7, 2, 4, 1, 5)), [0] * 5)
        self.assertEqual(shares("missing", work).stdout, "3,6\n")
        run = shares("merge", work)
        self.assertEqual(run.returncode, 66)
        self.assertIn("not done yet: the shares 3,6", run.stderr)
        self.assertFalse(os.path.exists(os.path.join(work, "results.jsonl")))
        self.assertEqual(self.score(work, (3, 6)), [0, 0])
        self.assertEqual(shares("merge", work).returncode, 65)
        self.assertEqual(read(os.path.join(work, "results.jsonl")), one_machine(records))
        told = errors(read(os.path.join(work, "errors.jsonl")))
        self.assertEqual(
            [name for name in told if "carries no case" not in told[name]],
            ["Z.inkml", "cut.inkml", "empty.inkml", "latin.inkml"])
        summary = json.loads(read(os.path.join(work, "summary.json")))
        self.assertEqual(summary["errors"], len(told))
        self.assertEqual(summary["records"], sum(summary.values()) - summary["records"])

    def test_a_share_that_is_done_is_left_and_one_that_died_is_done_again(self):
        work = self.path("work")
        records = os.path.join(CORPUS, "own")
        shares("prepare", records, work, "--shares", "3")
        flag = self.path("flag")
        program = self.script("dies-once", f"""
            import os, subprocess, sys
            process = subprocess.Popen([{PROGRAM!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
            for number, line in enumerate(sys.stdin.buffer):
                if number == 3 and not os.path.exists({flag!r}):
                    os.mkdir({flag!r})
                    process.kill()
                    os.kill(os.getpid(), 9)
                process.stdin.write(line)
            process.stdin.close()
            sys.exit(process.wait())
            """)
        run = shares("score", work, "--share", "2", "--program", program)
        self.assertEqual(run.returncode, 74)
        self.assertIn("effleurage ended with signal 9", run.stderr)
        self.assertEqual(os.listdir(os.path.join(work, "shares")), [])
        self.assertEqual(shares("score", work, "--share", "2", "--program", program).returncode, 0)
        self.assertEqual(self.score(work, (1, 3)), [0, 0])
        run = shares("score", work, "--share", "2", "--program", "/no/such/program")
        self.assertEqual((run.returncode, run.stderr), (0, "Cluster/shares.py: share 2 is done already\n"))
        self.assertEqual(shares("merge", work).returncode, 0)
        self.assertEqual(read(os.path.join(work, "results.jsonl")), one_machine(records))

    def test_the_case_is_kept_with_the_work(self):
        work = self.path("work")
        case = self.write("case.yaml", read(CASE))
        records = os.path.join(CORPUS, "foreign")
        shares("prepare", records, work, "--shares", "2", "--scenario", case, "--mm-per-pixel", "0.3")
        os.remove(case)
        self.assertEqual(self.score(work, (1, 2)), [0, 0])
        self.assertEqual(shares("merge", work).returncode, 0)
        self.assertEqual(
            read(os.path.join(work, "results.jsonl")),
            one_machine(records, "--scenario", CASE, "--mm-per-pixel", "0.3"))

    def test_wrong_usage_and_missing_input_are_told(self):
        work = self.path("work")
        records = os.path.join(CORPUS, "own")
        os.mkdir(self.path("empty"))
        for code, words, said in (
                (64, ["prepare", records, work], "--shares"),
                (64, ["prepare", records, work, "--shares", "0"], "from 1 to"),
                (66, ["prepare", self.path("none"), work, "--shares", "1"], "No such file"),
                (66, ["prepare", self.path("empty"), work, "--shares", "1"], "no *.inkml"),
                (66, ["score", work, "--share", "1"], "No such file"),
                (0, ["prepare", records, work, "--shares", "2"], "84 records in 2 shares"),
                (73, ["prepare", records, work, "--shares", "2"], "File exists"),
                (64, ["score", work], "--share is from 1 to 2"),
                (64, ["score", work, "--share", "3"], "--share is from 1 to 2"),
                (69, ["score", work, "--share", "1", "--program", "/no/program"], "is not there")):
            run = shares(*words)
            self.assertEqual(run.returncode, code, words)
            self.assertIn(said, run.stderr)
            self.assertNotIn("Traceback", run.stderr)
        self.write("work/manifest.jsonl", "{}\n")
        self.assertEqual(shares("score", work, "--share", "1").returncode, 65)

    @unittest.skipUnless(
        os.geteuid() == 0 and all(map(
            lambda name: shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin"),
            ("munged", "slurmctld", "slurmd", "sbatch"))),
        "Slurm of this machine's own needs root, munge, slurmctld, slurmd and slurm-client")
    def test_an_array_of_slurm_goes_on_where_a_task_failed(self):
        records = self.corpus()
        work = self.path("work")
        flag = self.path("flag")
        program = self.script("fails-once", f"""
            import os, sys
            if os.environ["SLURM_ARRAY_TASK_ID"] == "3" and not os.path.exists({flag!r}):
                os.mkdir({flag!r})
                sys.exit(74)
            os.execv({PROGRAM!r}, [{PROGRAM!r}, *sys.argv[1:]])
            """)
        # Two runs in one Slurm: the first lacks a share, the second does what is missing.
        script = self.write("twice", f"""
            export WAIT=1 EFFLEURAGE_PROGRAM={program}
            {CLUSTER}/slurm.sh '{records}' '{work}' 4; first=$?
            {CLUSTER}/slurm.sh '{records}' '{work}' 4; second=$?
            echo $first $second
            """)
        run = subprocess.run(
            [SLURM_HERE, "bash", script], capture_output=True, text=True, check=False)
        self.assertEqual(run.stdout, "66 65\n", run.stderr)
        self.assertIn("scores the shares 1-4\n", run.stderr)
        self.assertIn("scores the shares 3\n", run.stderr)
        self.assertEqual(read(os.path.join(work, "results.jsonl")), one_machine(records))


if __name__ == "__main__":
    unittest.main()
