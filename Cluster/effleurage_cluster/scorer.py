"""The scorer as a partner that is fed and answers at the same time."""

import collections
import os
import shutil
import subprocess
import tempfile
import threading

from .failure import BAD_DATA, INPUT_OUTPUT, UNAVAILABLE, Failure

# As the scorer ends when every line was answered, some of them with an error.
ANSWERED = (0, BAD_DATA)


class Scorer:
    """How the scorer is called: where it is and what it is told beside the lines."""

    def __init__(self, program, options=(), case=None, jobs=1):
        """
        program: a path, or the name of a file that was shipped or is in the path.
        options: of `score`, as they stand on a command line.
        case: the bytes of the case file of records that carry none.
        """
        self.program = program
        self.options = list(options)
        self.case = case
        self.jobs = jobs

    def find(self, shipped=None):
        """Where the program is on this machine; a failure when it is not.

        shipped: the folder of files that came with the job.
        """
        path = self.program
        if "/" not in path:
            beside = os.path.join(shipped, path) if shipped else ""
            path = beside if os.path.isfile(beside) else shutil.which(path) or path
        if not os.path.isfile(path) or not os.access(path, os.X_OK):
            what = "cannot be run" if os.path.exists(path) else "is not there"
            raise Failure(
                UNAVAILABLE,
                f"the program '{self.program}' {what} on {os.uname().nodename}; name with --program "
                "where it is on every machine, or ship it with the job: --files PATH/effleurage")
        return path

    def answers(self, lines, shipped=None):
        """Yields for each (tag, line) the tag and the answer, in order; a tag is bytes, or None.

        Lines are taken as the scorer takes them, so that no more of them are held than fill a pipe and
        its workers, and answers leave as they come: neither side waits for the other to finish.
        """
        with tempfile.TemporaryDirectory(prefix="effleurage-") as folder:
            with open(os.path.join(folder, "said"), "w+b") as said:
                feeding = _Feeding(self._start(folder, said, shipped), lines)
                try:
                    yield from feeding.answers()
                finally:
                    feeding.stop()
                feeding.check(said)

    def _start(self, folder, said, shipped):
        command = [self.find(shipped), "score", "--lines", "--jobs", str(self.jobs), *self.options]
        if self.case is not None:
            path = os.path.join(folder, "case.yaml")
            with open(path, "wb") as file:
                file.write(self.case)
            command += ["--scenario", path]
        try:
            return subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said)
        except OSError as error:
            raise Failure(
                UNAVAILABLE,
                f"{command[0]} does not start on {os.uname().nodename}: {error.strerror}") from error


class _Feeding:
    """A thread that writes lines, beside the one that reads answers."""

    def __init__(self, process, lines):
        self.process = process
        self.unanswered = collections.deque()
        self.error = None
        # A thread that waits for the next line of a source that has been given up must not hold up
        # the end of the worker.
        self.thread = threading.Thread(target=self._feed, args=(iter(lines),), daemon=True)
        self.thread.start()

    def _feed(self, lines):
        entry = self.process.stdin
        try:
            for tag, line in lines:
                self.unanswered.append(tag)
                entry.write(line + b"\n")
                entry.flush()
        except BrokenPipeError:
            pass  # The scorer ended; its code says why.
        except BaseException as error:  # pylint: disable=broad-except
            self.error = error
            self.process.kill()
        finally:
            try:
                entry.close()
            except BrokenPipeError:
                pass

    def answers(self):
        """Each tag with its answer."""
        for line in self.process.stdout:
            if not line.endswith(b"\n") or not self.unanswered:
                # It died while it wrote, or is not the scorer: `check` says so.
                break
            yield self.unanswered.popleft(), line[:-1].decode("utf-8", "replace")
        else:
            self.process.wait()

    def stop(self):
        """Ends the scorer where it has not ended: when nobody wants the rest of the answers."""
        self.process.stdout.close()
        if self.process.returncode is None:
            self.process.kill()
            self.process.wait()

    def check(self, said):
        """A failure, unless every line was answered."""
        code = self.process.returncode
        if code in ANSWERED:
            self.thread.join()
        if self.error is not None:
            raise self.error
        if code in ANSWERED and not self.unanswered:
            return
        said.seek(0)
        words = said.read(4000).decode("utf-8", "replace").strip()
        tag = self.unanswered[0] if self.unanswered else None
        where = " at " + tag.decode("utf-8", "replace") if tag is not None else ""
        ended = f"signal {-code}" if code < 0 else f"code {code}"
        raise Failure(
            code if code in (64, 66, 69) else UNAVAILABLE if code == 127 else INPUT_OUTPUT,
            f"effleurage ended with {ended}{where} on {os.uname().nodename}"
            + (f": {words}" if words else ""))
