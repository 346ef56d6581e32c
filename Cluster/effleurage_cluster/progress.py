"""One line on standard error that says how far the work is; only on a terminal."""

import sys
import threading


class Progress:
    """While it is entered, shows how many parts of the stage under way are done."""

    def __init__(self, context):
        self._tracker = context.statusTracker()
        self._ended = threading.Event()
        self._thread = None

    def __enter__(self):
        if sys.stderr.isatty():
            self._thread = threading.Thread(target=self._show, daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def _show(self):
        while not self._ended.wait(1):
            for stage in self._tracker.getActiveStageIds():
                known = self._tracker.getStageInfo(stage)
                if known is not None and known.numTasks:
                    print(
                        f"\r\033[K{known.numCompletedTasks} of {known.numTasks} shares done, "
                        f"{known.numActiveTasks} under way ...",
                        end="", file=sys.stderr, flush=True)
