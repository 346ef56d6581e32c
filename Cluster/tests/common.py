"""What the tests share: the program, records good and bad, and what one machine makes of them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import unittest

CLUSTER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(CLUSTER)
sys.path.insert(0, CLUSTER)

PROGRAM = os.environ["EFFLEURAGE_PROGRAM"]
CORPUS = os.path.join(ROOT, "Tests", "Fixtures", "corpus")
CASE = os.path.join(CORPUS, "foreign", "case.yaml")

# Names that a careless program takes for something else.
ODD_NAMES = (
    "CAPITALS.INKML", "a b.inkml", "a%20b.inkml", "a[1]*?.inkml", "#.inkml", "k=v.inkml",
    "ä \u00e9.inkml", "-n.inkml", "\U0001f590.inkml", 'quo"te\\.inkml', "new\nline.inkml")


class Scratch(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="effleurage-cluster-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *names):
        """A path in the folder."""
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        """A file in the folder, with folders to it."""
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def copy(self, record, name):
        """A record of the corpus under another name."""
        return self.write(name, read(os.path.join(CORPUS, record)))

    def script(self, name, text):
        """A program in the folder."""
        path = self.write(name, f"#!{sys.executable}\n" + textwrap.dedent(text))
        os.chmod(path, 0o755)
        return path

    def corpus(self, name="records", odd_names=True):
        """All records of the corpus, bad ones, and some twice under odd names; returns the folder."""
        for part in ("own", "foreign"):
            for file in os.listdir(os.path.join(CORPUS, part)):
                if file.endswith(".inkml"):
                    self.copy(f"{part}/{file}", f"{name}/{part}/{file}")
        whole = read(self.path(name, "own", "bad-lifts.inkml"))
        self.write(f"{name}/bad/cut.inkml", whole[:len(whole) // 2])
        self.write(f"{name}/bad/empty.inkml", "")
        self.write(f"{name}/bad/latin.inkml", b"<ink>\n<a>\xe9</a></ink>")
        self.write(f"{name}/bad/Z.inkml", "<ink>")
        self.write(f"{name}/own/.hidden/_under/.dot.inkml", whole)
        self.write(f"{name}/own/notes.txt", "no record")
        for odd in ODD_NAMES if odd_names else ():
            self.copy("own/chance-01.inkml", f"{name}/odd [names]/{odd}")
        return self.path(name)


def read(path):
    """A file's bytes."""
    with open(path, "rb") as file:
        return file.read()


def one_machine(folder, *options):
    """The lines that one machine writes for a folder."""
    return subprocess.run(
        [PROGRAM, "score", folder, "--format", "json", "--jobs", "1", *options],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def one_stream(lines, *options):
    """The lines that one machine answers to lines, as a list."""
    return subprocess.run(
        [PROGRAM, "score", "--lines", "--jobs", "1", *options], input=b"".join(lines),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.splitlines(True)


def written(out, kind):
    """All that an output holds of a kind, in order."""
    folder = os.path.join(out, kind)
    return b"".join(
        read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
        if name.startswith("part-"))


def errors(content):
    """Error by record."""
    return {line["record"]: line["error"] for line in map(json.loads, content.splitlines())}


def score(*words, **settings):
    """Runs the job; returns the ended process with what it said, without Spark's own lines."""
    run = subprocess.run(
        [sys.executable, os.path.join(CLUSTER, "score.py"), *words], capture_output=True, text=True,
        check=False, **settings)
    run.said = "".join(
        line for line in run.stderr.splitlines(True) if line.startswith("Cluster/score.py: "))
    return run
