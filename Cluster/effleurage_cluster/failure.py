"""Why a program ends otherwise than with success."""

import json
import re
import sys

USAGE = 64
BAD_DATA = 65
NO_INPUT = 66
UNAVAILABLE = 69
CANNOT_CREATE = 73
INPUT_OUTPUT = 74
INTERRUPTED = 130


class Failure(Exception):
    """An exit code of sysexits and a message.

    One that is raised on a worker reaches the driver as text inside another exception; `str` is made so
    that `Failure.within` finds it there.
    """

    def __init__(self, code, words):
        super().__init__(code, words)
        self.code = code
        self.words = words

    def __str__(self):
        return f"[[{self.code} {json.dumps(self.words)}]]"

    @staticmethod
    def within(text):
        """The failure that a longer text quotes; None when there is none."""
        found = re.search(r'\[\[(\d+) ("(?:[^"\\]|\\.)*")\]\]', text)
        return Failure(int(found.group(1)), json.loads(found.group(2))) if found else None

    def report(self, program):
        """Says it on standard error, and returns the exit code."""
        say(program, f"error: {self.words}")
        return self.code


def say(program, words):
    """Puts words on standard error, without what could forge lines or colours on a terminal."""
    text = "".join(
        character if character in "\n\t" or character.isprintable() else "?"
        for character in f"{program}: {words}")
    print(text.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr, flush=True)
