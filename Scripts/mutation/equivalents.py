"""Changes that cannot alter any result, as Scripts/mutate-equivalent.txt lists them."""

from dataclasses import dataclass
from pathlib import Path

from sites import Site


@dataclass(frozen=True)
class Equivalent:
    """`FILE :: TEXT OF THE LINE :: CHANGE :: REASON`; the change is a number of the line (whatever
    it becomes), or `OLD to NEW`; `(2)` after it: the second such one of the line."""

    file: str
    source: str
    change: str
    reason: str

    def covers(self, site: Site) -> bool:
        if (self.file, self.source) != (site.file, site.source):
            return False
        suffix = "" if site.occurrence == 1 else f" ({site.occurrence})"
        return self.change in (site.change + suffix, site.token.text + suffix)


def read(path: Path) -> list[Equivalent]:
    entries = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" :: ")]
        if len(parts) != 4 or not all(parts):
            raise ValueError(f"{path}:{number}: error: not FILE :: LINE :: CHANGE :: REASON")
        entries.append(Equivalent(*parts))
    return entries


def reason(entries: list[Equivalent], site: Site) -> str | None:
    return next((entry.reason for entry in entries if entry.covers(site)), None)


def stale(entries: list[Equivalent], sites: list[Site]) -> list[Equivalent]:
    """Those whose line is there no more: the reason may hold no more either."""
    lines = {(site.file, site.source) for site in sites}
    return [entry for entry in entries if (entry.file, entry.source) not in lines]
