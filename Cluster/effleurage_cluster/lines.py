"""The lines that `effleurage score --lines` reads, and those it answers with."""

import json

from .failure import BAD_DATA, Failure


def question(members):
    """A line for the scorer, without its end; members that are None are left out."""
    given = {key: value for key, value in members.items() if value is not None}
    return json.dumps(given, ensure_ascii=False).encode("utf-8", "replace")


def error_line(record, words):
    """The answer to a record that does not reach the scorer, as the scorer would write it."""
    line = json.dumps(
        {"effleurage": 1, "record": record, "error": words},
        ensure_ascii=False, separators=(",", ":"))
    # A file's name need not be text; what is none becomes a question mark.
    return line.encode("utf-8", "replace").decode("utf-8")


def answer(line):
    """An answer as an object; a failure when the program that was named does not speak as the scorer."""
    try:
        result = json.loads(line)
        if result["effleurage"] == 1 and isinstance(result["record"], str):
            return result
    except (ValueError, KeyError, TypeError):
        pass
    raise Failure(
        BAD_DATA, f"what was named as the program does not answer as effleurage does: {line[:80]!r}")


def is_error(result):
    """Whether an answer tells an error in place of a result."""
    return "error" in result


def too_large(record, size, largest):
    """The answer to a record over the limit."""
    return error_line(
        record,
        f"{record}: {size} bytes, and records over {largest} are left out; score it alone with "
        "'effleurage score', which reads it in pieces, or raise --largest")


def ink(record, content):
    """A record's bytes as text; None and the answer when they are none."""
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        # The first byte that cannot stand where it does, which the scorer names too.
        place = error.start if error.reason == "invalid start byte" else error.end
        line = content.count(b"\n", 0, place) + 1
        column = place - content.rfind(b"\n", 0, place)
        return None, error_line(
            record, f"{record}:{line}:{column}: error: the file is not text in UTF-8")
