"""Just enough of Swift's lexical structure to find numbers and comparisons in its text."""

import re
from dataclasses import dataclass

NUMBER = re.compile(r"\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?(?!\w)")
COMPARISON = re.compile(r"(?<=\s)(?:<=|>=|==|!=|<|>)(?=\s)")


@dataclass(frozen=True)
class Token:
    """A number or a comparison, by its place in the text."""

    start: int
    text: str
    is_number: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def code_of(text: str) -> str:
    """The text with comments, strings and compiler conditions blanked, place for place."""
    blanked = list(text)

    def blank(start: int, end: int) -> None:
        for place in range(start, end):
            if blanked[place] != "\n":
                blanked[place] = " "

    place = 0
    while place < len(text):
        end = place
        if text.startswith("//", place):
            end = end_of_line(text, place)
        elif text.startswith("/*", place):
            end = end_of_comment(text, place)
        elif text[place] == '"' or re.match(r'#+"', text[place:place + 8]):
            end = end_of_string(text, place)
        elif re.match(r"#(if|elseif|else|endif)\b", text[place:place + 8]):
            end = end_of_line(text, place)
        if end > place:
            blank(place, end)
            place = end
        else:
            place += 1
    return "".join(blanked)


def end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def end_of_comment(text: str, place: int) -> int:
    """Comments nest."""
    depth = 0
    while place < len(text):
        if text.startswith("/*", place):
            depth += 1
            place += 2
        elif text.startswith("*/", place):
            depth -= 1
            place += 2
            if depth == 0:
                return place
        else:
            place += 1
    return place


def end_of_string(text: str, place: int) -> int:
    """Of any kind: plain, of several lines, raw. What is interpolated belongs to it."""
    hashes = re.match("#*", text[place:]).group()
    place += len(hashes)
    quotes = '"""' if text.startswith('"""', place) else '"'
    place += len(quotes)
    escape = "\\" + hashes
    while place < len(text):
        if text.startswith(quotes + hashes, place):
            return place + len(quotes + hashes)
        if text.startswith(escape + "(", place):
            place = end_of_interpolation(text, place + len(escape))
        elif text.startswith(escape, place):
            place += len(escape) + 1
        else:
            place += 1
    return place


def end_of_interpolation(text: str, place: int) -> int:
    depth = 0
    while place < len(text):
        if text[place] == '"':
            place = end_of_string(text, place)
            continue
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if depth == 0:
                return place + 1
        place += 1
    return place


def tokens_of(code: str) -> list[Token]:
    """Decimal numbers, and comparisons with white space on both sides, in their order."""
    tokens = [Token(match.start(), match.group(), False) for match in COMPARISON.finditer(code)]
    place = 0
    while match := NUMBER.search(code, place):
        place = match.end()
        if stands_alone(code, match.start()):
            tokens.append(Token(match.start(), match.group(), True))
    return sorted(tokens, key=lambda token: token.start)


def stands_alone(code: str, start: int) -> bool:
    """Whether digits begin a number: not the end of a name, of `$0` or of a tuple's `.0`."""
    before = code[start - 1:start]
    if before == ".":
        return code[start - 2:start] == ".."
    return not re.match(r"[\w$#]", before)
