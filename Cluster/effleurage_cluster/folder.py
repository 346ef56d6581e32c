"""Records in a folder that every machine sees under one path."""

import os
import stat

from . import lines

ENDING = ".inkml"
# The same for Spark, which knows no other way to pass over capitals.
GLOB = "*.[iI][nN][kK][mM][lL]"
# What a record costs beside its bytes, so that many small ones are not all in one share.
OVERHEAD = 1 << 16


def is_record(name):
    """Whether a file is a record by its name, in small letters or in capitals."""
    ending = name[-len(ENDING):]
    return ending.isascii() and ending.lower() == ENDING


class Entry:
    """A record, or a folder that cannot be read: where it is below the folder, and its size."""

    __slots__ = ("path", "size", "problem")

    def __init__(self, path, size, problem=None):
        self.path = path
        self.size = size
        self.problem = problem

    @property
    def key(self):
        """By which results are ordered."""
        return os.fsencode(self.path)

    @property
    def name(self):
        """As results name it."""
        return self.path.rsplit("/", 1)[-1]


def entries(folder):
    """The records below a folder as `effleurage score FOLDER` finds and orders them.

    OSError when the folder itself cannot be read.
    """
    found = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            listing = list(os.scandir(os.path.join(folder, below)))
        except OSError as error:
            if not below:
                raise
            found.append(Entry(below, 0, f"the folder cannot be read: {error.strerror}"))
            continue
        for item in listing:
            path = f"{below}/{item.name}" if below else item.name
            if item.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif is_record(item.name):
                status = _status(item)
                if status is None or not _waits(status.st_mode):
                    found.append(Entry(path, status.st_size if status else 0))
    return sorted(found, key=lambda entry: entry.key)


def _status(item):
    try:
        return item.stat()
    except OSError:
        return None  # A link to nothing is a record that cannot be opened.


def _waits(mode):
    """Whether opening it could wait for ever."""
    return (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode))


def split(sizes, shares):
    """Cuts a row of records into `shares` neighbouring parts of about as many bytes.

    Returns where each begins and ends; the same arguments give the same cuts, and a part can be empty.
    """
    weights = [size + OVERHEAD for size in sizes]
    whole = sum(weights)
    cuts = [0]
    before = 0
    for index, weight in enumerate(weights):
        share = (2 * before + weight) * shares // (2 * whole)
        while len(cuts) <= share:
            cuts.append(index)
        before += weight
    cuts += [len(weights)] * (shares + 1 - len(cuts))
    return list(zip(cuts[:-1], cuts[1:]))


def read(folder, entry, largest):
    """A line for the scorer, or the answer in its place: (question, answer), one of them None."""
    if entry.problem is not None:
        return None, lines.error_line(entry.path, f"{entry.path}: {entry.problem}")
    if entry.size > largest:
        return None, lines.too_large(entry.name, entry.size, largest)
    try:
        with open(os.path.join(folder, entry.path), "rb") as file:
            # It may have grown since it was listed.
            content = file.read(largest + 1)
    except OSError as error:
        return None, lines.error_line(
            entry.name, f"{entry.name}: the file cannot be read: {error.strerror}")
    if len(content) > largest:
        return None, lines.too_large(entry.name, len(content), largest)
    text, problem = lines.ink(entry.name, content)
    if problem is not None:
        return None, problem
    return lines.question({"record": entry.name, "inkml": text}), None


def scored(scorer, folder, listed, largest, shipped=None):
    """Yields (key, answer) for each entry: in their order, but for those that do not reach the scorer."""
    early = []

    def questions():
        for entry in listed:
            question, problem = read(folder, entry, largest)
            if problem is None:
                yield entry.key, question
            else:
                early.append((entry.key, problem))

    yield from scorer.answers(questions(), shipped)
    yield from early
