"""A learning record store that misbehaves as it is told: fake_store.py FOLDER BEHAVIOUR...

Needs Python's standard library alone. Prints its port, then serves until its standard input ends. Each request that
brings statements uses up one behaviour; the last one stays:

  take            takes statements as a store does, and shows what it has
  take-posts      takes them together only; by PUT 501
  take-puts       takes them one by one only; by POST 501
  NUMBER          answers with that status; NUMBER,retry=TEXT with a header Retry-After
  redirect=URL    points there
  page            answers 200 with a page of HTML
  silent          takes nothing and never answers
  late            takes nothing; says that it did when the next request comes
  lost            hangs up without a word
  truncated       hangs up within its answer
  taken-lost      takes the statements, then hangs up without a word
  other           says 409 and shows another statement under the same id

When EFFLEURAGE_LRS_USER is set, requests without it and its password get 401. FOLDER/requests.jsonl has
a line for each request, FOLDER/statements.json what was taken.
"""

import base64
import http.server
import json
import os
import pathlib
import select
import sys
import threading
import urllib.parse

folder = pathlib.Path(sys.argv[1])
behaviours = sys.argv[2:]
statements: dict = {}
guard = threading.Lock()
next_came = threading.Condition(guard)
came = 0


def material(statement: dict) -> dict:
    return {key: statement.get(key) for key in ("actor", "verb", "object", "result", "context")}


class Store(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status: int, body: bytes = b"", headers: dict | None = None) -> None:
        self.send_response(status)
        self.send_header("X-Experience-API-Version", "1.0.3")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True

    def note(self, ids: list) -> None:
        entry = {
            "method": self.command,
            "path": self.path,
            "version": self.headers.get("X-Experience-API-Version"),
            "type": self.headers.get("Content-Type"),
            "authorised": self.headers.get("Authorization") is not None,
            "ids": ids,
        }
        with guard, open(folder / "requests.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def may(self) -> bool:
        user = os.environ.get("EFFLEURAGE_LRS_USER")
        if not user:
            return True
        pair = f"{user}:{os.environ['EFFLEURAGE_LRS_PASSWORD']}".encode()
        return self.headers.get("Authorization") == "Basic " + base64.b64encode(pair).decode()

    def query(self) -> dict:
        return urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)

    def refuses(self) -> bool:
        if not self.may():
            self.answer(401, b"{}", {"WWW-Authenticate": "Basic"})
            return True
        if not urllib.parse.urlsplit(self.path).path.endswith("/xAPI/statements"):
            self.answer(404, b"nothing here")
            return True
        return False

    def do_GET(self) -> None:
        self.note([])
        if self.refuses():
            return
        wanted = self.query()["statementId"][0]
        if behaviours[0] == "other":
            self.answer(200, json.dumps({"id": wanted, "actor": {}, "verb": {}}).encode())
        elif behaviours[0] == "page":
            self.answer(200, b"<html>Welcome</html>", {"Content-Type": "text/html"})
        elif wanted in statements:
            self.answer(200, json.dumps(statements[wanted]).encode())
        else:
            self.answer(404)

    def do_PUT(self) -> None:
        self.receive()

    def do_POST(self) -> None:
        self.receive()

    def take(self, brought: list) -> bool:
        with guard:
            for statement in brought:
                known = statements.get(statement["id"])
                if known is not None and material(known) != material(statement):
                    return False
            for statement in brought:
                statements.setdefault(
                    statement["id"], {**statement, "stored": "2026-01-01T00:00:00Z"}
                )
            (folder / "statements.json").write_text(json.dumps(statements), encoding="utf-8")
        return True

    def receive(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        brought = json.loads(body)
        is_one = isinstance(brought, dict)
        brought = [brought] if is_one else brought
        self.note([statement["id"] for statement in brought])
        if self.refuses():
            return
        global came
        with guard:
            came += 1
            number = came
            next_came.notify_all()
            behaviour = behaviours.pop(0) if len(behaviours) > 1 else behaviours[0]
        if behaviour in ("take-posts", "take-puts"):
            if (behaviour == "take-puts") != (self.command == "PUT"):
                self.answer(501, b"not here")
                return
            behaviour = "take"
        if behaviour == "take":
            if not self.take(brought):
                self.answer(409, b"another statement has this id")
            elif self.command == "PUT":
                self.answer(204)
            else:
                self.answer(200, json.dumps([s["id"] for s in brought]).encode())
        elif behaviour == "other":
            self.answer(409, b"another statement has this id")
        elif behaviour == "page":
            self.answer(200, b"<html>Welcome</html>", {"Content-Type": "text/html"})
        elif behaviour.startswith("redirect="):
            self.answer(302, b"", {"Location": behaviour.removeprefix("redirect=")})
        elif behaviour == "silent":
            # Until whoever asked hangs up.
            select.select([self.connection], [], [])
            self.hang_up()
        elif behaviour == "late":
            with guard:
                next_came.wait_for(lambda: came > number)
            self.answer(200, json.dumps([s["id"] for s in brought]).encode())
        elif behaviour == "lost":
            self.hang_up()
        elif behaviour == "truncated":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[\"0990")
            self.hang_up()
        elif behaviour == "taken-lost":
            self.take(brought)
            self.hang_up()
        else:
            status, _, retry = behaviour.partition(",retry=")
            self.answer(int(status), b"as told", {"Retry-After": retry} if retry else {})


def last() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=last, daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
