"""What is to be scored and how, written down once, so that shares need nothing but their number."""

import base64
import json
import os

from . import folder
from .failure import BAD_DATA, CANNOT_CREATE, NO_INPUT, Failure
from .scorer import Scorer

NAME = "manifest.jsonl"
FORMAT = 1


class Manifest:
    """The first line says what holds for all; each other one is a record's path, size and problem."""

    def __init__(self, head, entries):
        self.head = head
        self.entries = entries

    @property
    def shares(self):
        """How many there are."""
        return self.head["shares"]

    @property
    def folder(self):
        """Where the records are."""
        return self.head["folder"]

    def share(self, number):
        """The records of a share, counted from 1."""
        begin, end = folder.split([entry.size for entry in self.entries], self.shares)[number - 1]
        return self.entries[begin:end]

    def scorer(self, program, jobs):
        """As every share calls it."""
        case = self.head["case"]
        return Scorer(
            program, self.head["options"], None if case is None else base64.b64decode(case), jobs)

    def write(self, work):
        """Begins a folder of work; a failure when it is there already."""
        try:
            os.makedirs(os.path.join(work, "shares"))
        except OSError as error:
            raise Failure(CANNOT_CREATE, f"{work}: {error.strerror}") from error
        with whole(os.path.join(work, NAME)) as file:
            for line in (self.head, *([entry.path, entry.size, entry.problem]
                                      for entry in self.entries)):
                # Names of files that are no text survive as escapes.
                file.write(json.dumps(line).encode() + b"\n")


def made(records, shares, options, case, largest):
    """The manifest of a folder as it is now."""
    try:
        listed = folder.entries(records)
    except OSError as error:
        raise Failure(NO_INPUT, f"{records}: {error.strerror}") from error
    if not listed:
        raise Failure(NO_INPUT, f"{records}: there is no *.inkml in the folder")
    head = {
        "effleurage-manifest": FORMAT, "folder": os.path.abspath(records),
        "shares": min(shares, len(listed)), "largest": largest, "options": options,
        "case": None if case is None else base64.b64encode(case).decode()}
    return Manifest(head, listed)


def read(work):
    """The manifest of a folder of work."""
    path = os.path.join(work, NAME)
    try:
        with open(path, "rb") as file:
            head, *rest = (json.loads(line) for line in file)
        if head["effleurage-manifest"] != FORMAT:
            raise ValueError
        return Manifest(head, [folder.Entry(*line) for line in rest])
    except OSError as error:
        raise Failure(NO_INPUT, f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(BAD_DATA, f"{path}: this is no manifest of shares") from error


class whole:  # pylint: disable=invalid-name
    """A file that is there under its name when all of it is written, and else not at all."""

    def __init__(self, path):
        self._path = path
        # Two tries of one share may run at one time; each has its own.
        self._unfinished = f"{path}.{os.uname().nodename}.{os.getpid()}.part"
        self._file = None

    def __enter__(self):
        self._file = open(self._unfinished, "wb")  # pylint: disable=consider-using-with
        return self._file

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            self._file.close()
            if kind is not None:
                os.unlink(self._unfinished)
        if kind is None:
            os.rename(self._unfinished, self._path)
