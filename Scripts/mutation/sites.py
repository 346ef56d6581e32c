"""Where the scoring can be changed, what is left alone, and which changes a seed draws."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from swift_text import Token, code_of, tokens_of

NEIGHBOURS = {
    "<": ["<=", ">="],
    "<=": ["<", ">"],
    ">": [">=", "<="],
    ">=": [">", "<"],
    "==": ["!="],
    "!=": ["=="],
}

# Every file by its name; what is left alone there is no scoring.
FILES_LEFT_ALONE = {
    r"Demonstration|Performer|RepeatableNumbers|Wander": "the demonstration makes attempts",
    r"Words": "words of messages",
}

# Patterns of declarations whose whole bodies are left alone.
BODIES_LEFT_ALONE = {
    r"\b(enum|struct|extension) Words\b": "words of messages",
    r"\b(func|var) (\w*M|m)essages?\b": "words of messages",
}

# Patterns of the line around a number or comparison, which stands where the pattern has `@`, or
# `ZERO` when it is a zero.
CODE_LEFT_ALONE = {
    r"\bprecondition\(.*@": "what a programmer promises, and nothing can reach the contrary",
    r"\bmessage: .*@": "words of messages",
    r"\bfunc @": "the declaration of an operator",
    r"^\s*(private(\(set\))? )?(var )?[\w.]+(: [\w?]+)? = ZERO\s*$": "an empty sum",
    r"\bvar \(.*\) = \(.*ZERO": "empty sums",
    r"\breduce\(ZERO,|\breduce\(ZERO\)|\brepeating: ZERO,": "an empty sum",
    r"(<|<=|>|>=|==|!=) ZERO(?![.\w])": "the comparison with nothing is changed itself",
    r"\?\? ZERO": "what stands for nothing; one microsecond or nanometre is under all rounding",
    r"\b(x|y|time): ZERO|\bSpanList\(ZERO,": "one microsecond or nanometre is under all rounding",
    r"\bZERO\.\.[<.]": "an index",
    r"\[@\]": "an index",
    r"\[[\w.]*([iI]ndex|[cC]ount|\bi|\bk|\bn) [-+] @\]": "an index",
    r"\b([iI]ndex|[cC]ount|i|k|n) - @(?=\s*[\]{,;)]|\s*$)": "an index",
    r"\b[iI]ndex [-+]= @": "a step from index to index",
    r"(\?\?|=) -@\s*(\)|$)": "-1 stands for none, as every negative number does",
    r"\breserveCapacity\(.*@": "room in memory, not a figure",
}


@dataclass(frozen=True)
class Site:
    """One number or comparison of one file, and what it is changed to."""

    file: str
    line: int
    source: str
    token: Token
    # Which of the equal numbers or comparisons of its line it is, from 1.
    occurrence: int
    changed: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def change(self) -> str:
        return f"{self.token.text} to {self.changed}"


def sites_of(folder: Path, seed: int) -> list[Site]:
    """Every site of a target's sources, with the change that the seed picks for it."""
    sites = []
    for path in sorted(folder.rglob("*.swift")):
        name = path.relative_to(folder).as_posix()
        if not any(re.search(pattern, name) for pattern in FILES_LEFT_ALONE):
            sites += sites_of_file(name, path.read_text(encoding="utf-8"), seed)
    return sites


def sites_of_file(name: str, text: str, seed: int) -> list[Site]:
    code = code_of(text)
    bodies = [
        range(match.start(), end_of_body(code, match.end()))
        for pattern in BODIES_LEFT_ALONE for match in re.finditer(pattern, code)]
    sites = []
    seen: dict[tuple[int, str], int] = {}
    for token in tokens_of(code):
        line_start = text.rfind("\n", 0, token.start) + 1
        line_end = text.find("\n", token.start)
        before, after = code[line_start:token.start], code[token.end:line_end]
        if is_left_alone(before, token, after) or any(token.start in body for body in bodies):
            continue
        key = (line_start, token.text)
        seen[key] = seen.get(key, 0) + 1
        line = text.count("\n", 0, token.start) + 1
        source = text[line_start:line_end].strip()
        choice = chance(seed, "change", name, source, token.text, seen[key])
        changed = number(token.text, choice) if token.is_number else pick(
            NEIGHBOURS[token.text], choice)
        sites.append(Site(name, line, source, token, seen[key], changed))
    return sites


def end_of_body(code: str, place: int) -> int:
    """Behind the brace that closes the one that opens next."""
    depth = 0
    for match in re.finditer(r"[{}]", code[place:]):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return place + match.end()
    return len(code)


def is_left_alone(before: str, token: Token, after: str) -> bool:
    is_zero = token.text in ("0", "0.0")
    return any(
        re.search(pattern.replace("ZERO", "@"), f"{before}@{after}")
        for pattern in CODE_LEFT_ALONE if is_zero or "ZERO" not in pattern)


def number(text: str, choice: int) -> str:
    """A neighbour that is to be noticed: one more for a small whole number, a tenth more or less
    for any other."""
    if re.fullmatch(r"[\d_]+", text):
        value = int(text)
        if value < 100:
            return str(value + 1)
        return str(value + pick([-1, 1], choice) * max(1, value // 10))
    value = float(text)
    if value == 0:
        return "1.0"
    return repr(round(value * pick([0.9, 1.1], choice), 12))


def drawn(sites: list[Site], seed: int) -> list[Site]:
    """All sites in the seed's order: in turn a figure of the rule set, while there is one, and a
    site of the rest. The order of a site does not hang on its line's number."""
    def order(site: Site) -> int:
        return chance(seed, "order", site.file, site.source, site.token.text, site.occurrence)

    figures = [site for site in sites if site.file.startswith("RuleSet") and site.token.is_number]
    figures.sort(key=order)
    chosen = set(figures)
    rest = sorted((site for site in sites if site not in chosen), key=order)
    result = []
    while figures or rest:
        for queue in (figures, rest):
            if queue:
                result.append(queue.pop(0))
    return result


def chance(seed: int, *parts: object) -> int:
    """The same number for the same seed and parts, on every machine."""
    text = "\n".join(str(part) for part in (seed, *parts))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def pick(choices: list, choice: int):
    return choices[choice % len(choices)]
