"""A copy of the package in which every change is built in, and one is switched on at a time.

A build for each change would take minutes; so all are built at once, and a program reads from its
environment, when it starts, which of them is to act.
"""

import re
import subprocess
from pathlib import Path

from sites import Site

# Operators of their own stand for the comparisons: one character each, from here to U+2BFF, which
# Swift takes for operators and does not use.
FIRST_OPERATOR = 0x2794

HEADER = """\
/// Whether a change is the one that the environment switches on.
extern int effleurage_active_change;

static inline _Bool effleurage_is_active(int change) {
  return effleurage_active_change == change;
}
"""

READER = """\
#include "ActiveChange.h"
#include <stdlib.h>

int effleurage_active_change = 0;

__attribute__((constructor)) static void read_active_change(void) {
  const char *number = getenv("EFFLEURAGE_CHANGE");
  if (number) effleurage_active_change = atoi(number);
}
"""

FUNCTIONS = """\
import ActiveChange

@inline(__always)
public func changing<T>(_ change: Int32, _ old: T, _ new: T) -> T {
  effleurage_is_active(change) ? new : old
}
"""

# In place of `@` the operator, of `#` the change, of `old` and `new` the comparisons.
COMPARISON = """
infix operator @: ComparisonPrecedence
@inline(__always)
public func @ <T: PROTOCOL>(a: T, b: T) -> Bool {
  effleurage_is_active(#) ? a new b : a old b
}
@inline(__always)
public func @ <T: PROTOCOL, U: PROTOCOL>(a: (T, U), b: (T, U)) -> Bool {
  effleurage_is_active(#) ? a new b : a old b
}
@inline(__always)
public func @ <T: PROTOCOL, U: PROTOCOL, V: PROTOCOL>(a: (T, U, V), b: (T, U, V)) -> Bool {
  effleurage_is_active(#) ? a new b : a old b
}
"""

NIL_COMPARISON = """\
@inline(__always) @_disfavoredOverload
public func @ <T>(a: T?, b: _OptionalNilComparisonType) -> Bool {
  effleurage_is_active(#) ? a new b : a old b
}
"""

# Only what the tests need is built, and the changed target knows which change is on.
MANIFEST = """
var kept: Set<String> = ["ActiveChange"]
@MainActor func keep(_ name: String) {
  guard let target = package.targets.first(where: { $0.name == name }),
    kept.insert(name).inserted
  else { return }
  for dependency in target.dependencies {
    switch dependency {
    case .byNameItem(let name, _), .targetItem(let name, _): keep(name)
    default: break
    }
  }
}
for name in [TESTS] { keep(name) }
package.targets.removeAll { !kept.contains($0.name) }
package.targets.append(.target(name: "ActiveChange"))
package.products = []
for target in package.targets where target.name == "Scoring" {
  target.dependencies.append("ActiveChange")
}
"""


class BuildFailed(Exception):
    pass


class Copy:
    """The copied package. What is the same as at the last time is not built anew."""

    def __init__(self, root: Path, folder: Path, tests: list[str]):
        self.root = root
        self.folder = folder
        self.tests = tests
        self.sources = folder / "Sources" / "Scoring"

    @property
    def bundle(self) -> Path:
        return next((self.folder / ".build" / "release").glob("*PackageTests.xctest"))

    def build(self, changes: dict[int, Site], say) -> dict[int, Site]:
        """Builds all changes in, but for those that the compiler does not take, and returns the
        rest of them."""
        changes = dict(changes)
        self.copy_package()
        for _ in range(12):
            self.rewrite(changes)
            say(f"building {len(changes)} changes")
            output = self.compile()
            if output is None:
                return changes
            refused = self.refused(output, changes)
            if not refused:
                raise BuildFailed(output)
            for number in refused:
                del changes[number]
        raise BuildFailed(output)

    def compile(self) -> str | None:
        """What the compiler said, if it failed."""
        run = subprocess.run(
            ["swift", "build", "--build-tests", "--configuration", "release",
             "-Xswiftc", "-enable-testing", "--package-path", str(self.folder)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return run.stdout if run.returncode else None

    def refused(self, output: str, changes: dict[int, Site]) -> set[int]:
        """The changes that errors point to: on the very line, else on the first lines of the
        statement that begins there."""
        refused = set()
        for file, line in re.findall(r"^(/[^:\n]+\.swift):(\d+):\d+: error:", output, re.M):
            path = Path(file)
            if not path.is_relative_to(self.sources):
                continue
            name = path.relative_to(self.sources).as_posix()
            lines = {}
            for number, site in changes.items():
                if site.file == name and 0 <= site.line - int(line) < 12:
                    lines.setdefault(site.line, set()).add(number)
            if lines:
                refused |= lines[min(lines)]
        return refused

    # What is in the copy

    def copy_package(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = set()
        for path in self.root.rglob("*"):
            parts = path.relative_to(self.root).parts
            if not parts[0].startswith(".") and path.is_file():
                kept.add(Path(*parts))
                if parts != ("Package.swift",) and parts[:2] != ("Sources", "Scoring"):
                    write(self.folder / Path(*parts), path.read_bytes())
        for path in (self.folder / "Sources", self.folder / "Tests"):
            for old in path.rglob("*"):
                if old.is_file() and old.relative_to(self.folder) not in kept:
                    old.unlink()
        manifest = (self.root / "Package.swift").read_text(encoding="utf-8")
        tests = ", ".join(f'"{name}"' for name in self.tests)
        write(self.folder / "Package.swift", (manifest + MANIFEST.replace("TESTS", tests)).encode())

    def rewrite(self, changes: dict[int, Site]) -> None:
        """Writes the changed target with these changes."""
        by_file: dict[str, list[tuple[int, Site]]] = {}
        for number, site in changes.items():
            by_file.setdefault(site.file, []).append((number, site))
        original = self.root / "Sources" / "Scoring"
        for path in sorted(original.rglob("*.swift")):
            name = path.relative_to(original).as_posix()
            text = path.read_text(encoding="utf-8")
            for number, site in sorted(
                    by_file.get(name, []), key=lambda entry: -entry[1].token.start):
                text = text[:site.token.start] + call(number, site) + text[site.token.end:]
            write(self.sources / name, text.encode())
        functions = FUNCTIONS + "".join(
            operator_of(number, site) for number, site in changes.items()
            if not site.token.is_number)
        write(self.sources / "ActiveChanges.swift", functions.encode())
        reader = self.folder / "Sources" / "ActiveChange"
        write(reader / "ActiveChange.c", READER.encode())
        write(reader / "include" / "ActiveChange.h", HEADER.encode())


def call(number: int, site: Site) -> str:
    if site.token.is_number:
        return f"changing({number}, {site.token.text}, {site.changed})"
    return chr(FIRST_OPERATOR + number)


def operator_of(number: int, site: Site) -> str:
    text = COMPARISON
    if site.token.text in ("==", "!="):
        text = text.replace("PROTOCOL", "Equatable") + NIL_COMPARISON
    text = text.replace("PROTOCOL", "Comparable").replace("#", str(number))
    text = text.replace("a old b", f"a {site.token.text} b")
    text = text.replace("a new b", f"a {site.changed} b")
    return text.replace("@ <", chr(FIRST_OPERATOR + number) + " <").replace(
        "operator @", "operator " + chr(FIRST_OPERATOR + number))


def write(path: Path, content: bytes) -> None:
    """Leaves a file alone that has this content: then nothing is built from it anew."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

