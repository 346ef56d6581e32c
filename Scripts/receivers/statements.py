"""Judges statements by Ralph's strict models, and compares them with what a store gave back.

  statements.py validate FILE             FILE holds an array of statements
  statements.py compare FILE URL          each is asked for at URL, with the credentials of the environment

Ends with 0 when all is well, else with 1 and a line for each difference.
"""

import base64
import json
import os
import sys
import urllib.request

# What a store adds to a statement by xAPI 1.0.3, and may therefore differ.
ADDED = ("stored", "authority")


def validate(statements: list) -> list:
    from ralph.models.xapi.base.statements import BaseXapiStatement

    faults = []
    for statement in statements:
        try:
            BaseXapiStatement.model_validate(statement)
        except ValueError as error:
            faults.append(f"{statement.get('id')}: {error}")
    return faults


def ask(url: str):
    request = urllib.request.Request(url)
    pair = f"{os.environ['EFFLEURAGE_LRS_USER']}:{os.environ['EFFLEURAGE_LRS_PASSWORD']}"
    request.add_header("Authorization", "Basic " + base64.b64encode(pair.encode()).decode())
    request.add_header("X-Experience-API-Version", "1.0.3")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request) as answer:
        return json.load(answer)


def compare(statements: list, url: str) -> list:
    faults = []
    for statement in statements:
        found = ask(f"{url}?statementId={statement['id']}")["statements"]
        if len(found) != 1:
            faults.append(f"{statement['id']}: {len(found)} times in the store")
            continue
        stored = {key: value for key, value in found[0].items() if key not in ADDED}
        if statement.get("timestamp") is None:
            # Then a store sets the time at which it took the statement.
            stored.pop("timestamp", None)
        for key in statement.keys() | stored.keys():
            if statement.get(key) != stored.get(key):
                faults.append(f"{statement['id']}: {key}: {statement.get(key)} / {stored.get(key)}")
    return faults


def main() -> int:
    with open(sys.argv[2], encoding="utf-8") as file:
        statements = json.load(file)
    if sys.argv[1] == "validate":
        faults = validate(statements)
    else:
        faults = compare(statements, sys.argv[3])
    print("\n".join(faults + [f"{len(statements)} statements, {len(faults)} faults"]))
    return 1 if faults else 0


sys.exit(main())
