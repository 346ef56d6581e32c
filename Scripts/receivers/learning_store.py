"""Starts Ralph's learning record store on a free port of this machine: learning_store.py FOLDER

Prints the port, then serves until its standard input ends. User and password are those of EFFLEURAGE_LRS_USER and
EFFLEURAGE_LRS_PASSWORD; statements are kept as lines of FOLDER/fs_lrs.jsonl.
"""

import json
import os
import pathlib
import socket
import sys
import threading


def main() -> None:
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    user = os.environ["EFFLEURAGE_LRS_USER"]
    password = os.environ["EFFLEURAGE_LRS_PASSWORD"]

    import bcrypt

    (folder / "auth.json").write_text(
        json.dumps(
            [
                {
                    "username": user,
                    "hash": bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode(),
                    "scopes": ["all"],
                    "agent": {"mbox": "mailto:store@effleurage.example"},
                }
            ]
        )
    )
    # Reading a store that has nothing yet is an error of this backend.
    (folder / "fs_lrs.jsonl").touch()
    os.environ["RALPH_APP_DIR"] = str(folder)
    os.environ["RALPH_AUTH_FILE"] = str(folder / "auth.json")
    os.environ["RALPH_RUNSERVER_BACKEND"] = "fs"
    os.environ["RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH"] = str(folder)

    from ralph.backends.data.base import BaseOperationType
    from ralph.backends.lrs.fs import FSLRSBackend

    # As shipped the backend makes a new file with the first statement and refuses every other.
    FSLRSBackend.default_operation_type = BaseOperationType.APPEND

    def last() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=last, daemon=True).start()

    import uvicorn
    from ralph.api import app

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    # From here on who connects waits, however long the store takes to begin.
    listener.listen(128)
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


main()
