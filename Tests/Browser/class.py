"""Opens the report of a class in a browser and uses it as a teacher would.

usage: class.py CLASS.html [EXPECTED-TEXT...]

Prints what is wrong, a line each, and ends with 1; ends with 77 where there is no browser.
"""

import json
import sys

import devtools

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def heads(browser, table):
    return browser.run(
        f"Array.from(document.querySelectorAll('#{table} thead th'), (head) => head.textContent)")


def column(browser, table, index):
    """The keys of a column, from above."""
    return browser.run(
        f"Array.from(document.querySelectorAll('#{table} tbody tr'), (row) =>"
        f" row.cells[{index}].getAttribute('data-key') ?? row.cells[{index}].textContent.trim())")


def order(browser, table, index):
    return browser.run(
        f"document.querySelectorAll('#{table} thead th')[{index}].getAttribute('aria-sort')")


def check_structure(browser):
    """What assistive technology and every reader need."""
    for name, count in (("main", 1), ("h1", 1)):
        found = browser.run(f"document.querySelectorAll('{name}').length")
        expect(found == count, f"there are {found} {name}, not {count}")
    levels = browser.run(
        "Array.from(document.querySelectorAll('h1,h2,h3,h4'), (head) => Number(head.tagName[1]))")
    for before, after in zip(levels, levels[1:]):
        expect(after <= before + 1, f"a heading of level {after} follows one of {before}")
    twice = browser.run(
        "(() => { const ids = Array.from(document.querySelectorAll('[id]'), (e) => e.id);"
        "return ids.filter((id, index) => ids.indexOf(id) !== index); })()")
    expect(not twice, f"ids that are not of one element alone: {twice}")
    dangling = browser.run(
        "Array.from(document.querySelectorAll('a[href]'), (e) => e.getAttribute('href'))"
        ".filter((target) => !target.startsWith('#') || !document.getElementById(target.slice(1)))")
    expect(not dangling, f"links to nowhere: {dangling}")
    expect(
        browser.run("document.querySelectorAll('th:not([scope]),table:not(:has(caption))').length")
        == 0, "a table without caption or scope")
    unnamed = browser.run(
        "document.querySelectorAll('svg:not([aria-label]):not([aria-hidden])').length")
    expect(unnamed == 0, f"{unnamed} pictures that neither say what they show nor are left out")
    small = browser.run(
        "Array.from(document.querySelectorAll('button,summary')).filter((element) => {"
        "const box = element.getBoundingClientRect();"
        "return box.width > 0 && (box.width < 23.5 || box.height < 23.5); })"
        ".map((element) => element.outerHTML)")
    expect(not small, f"targets under 24 pixels: {small}")


def check_width(browser, width):
    browser.call(
        "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
        mobile=False)
    wide = browser.run("document.documentElement.scrollWidth - window.innerWidth")
    expect(wide <= 0, f"in a window of {width} the page is {wide} pixels too wide")


def press(browser, table, index):
    browser.click(f"#{table} thead th:nth-child({index + 1}) button")


def sorted_by(browser, keys, kind, way):
    """The indices of keys in the order that a press has to give, by the words' own comparison."""
    return browser.run(
        f"(() => {{ const keys = {json.dumps(keys)}, sign = {-1 if way == 'descending' else 1};"
        "const compare = (a, b) => "
        + ("keys[a] - keys[b];" if kind == "number" else
           "keys[a].localeCompare(keys[b], document.documentElement.lang, { numeric: true });")
        + "const filled = [...keys.keys()].filter((index) => keys[index] !== '');"
        "const empty = [...keys.keys()].filter((index) => keys[index] === '');"
        "return [...filled.sort((a, b) => sign * compare(a, b) || a - b), ...empty]; })()")


def check_print(browser):
    """On paper nothing is folded away, and what was folded has a heading."""
    browser.run("document.querySelectorAll('details').forEach((part) => { part.open = false; })")
    hidden = (
        "Array.from(document.querySelectorAll('details > *'), (part) => part.checkVisibility())")
    expect(False in browser.run(hidden), "nothing is folded away on the screen")
    browser.call("Emulation.setEmulatedMedia", media="print")
    expect(False not in browser.run(hidden), "what is folded away is not printed")
    browser.call("Emulation.setEmulatedMedia", media="")


def check_sorting(browser, table):
    """Every head sorts, both ways, and says so; what has no value is last."""
    names = heads(browser, table)
    first = names.index("Trainee")
    as_written = column(browser, table, len(names) - 1)
    written = [column(browser, table, index) for index in range(len(names))]
    expect(order(browser, table, first) == "ascending", "the first order is not told")
    for index, name in enumerate(names):
        kind = browser.run(
            f"document.querySelectorAll('#{table} thead th')[{index}].dataset.kind ?? ''")
        if not kind:
            continue
        seen, orders = [], []
        for _ in range(2):
            press(browser, table, index)
            way = order(browser, table, index)
            seen.append(way)
            keys = column(browser, table, index)
            filled = [key for key in keys if key]
            expect(keys[:len(filled)] == filled, f"{name}: what has no value is not last: {keys}")
            values = [float(key) for key in filled] if kind == "number" else None
            if values is not None:
                expect(
                    values == sorted(values, reverse=way == "descending"),
                    f"{name}: not {way}: {values}")
            # The rows as a stable sort of those that were written has them: equal ones keep their order.
            wanted = sorted_by(browser, written[index], kind, way)
            records = column(browser, table, len(names) - 1)
            expect(
                records == [as_written[row] for row in wanted],
                f"{name}: {way} in another order: {keys}")
            orders.append(filled)
        expect(sorted(map(str, seen)) == ["ascending", "descending"], f"{name}: ways {seen}")
        expect(
            orders[1] == orders[0][::-1], f"{name}: the second press does not turn round: {orders}")
        others = [i for i in range(len(names))
                  if i != index and order(browser, table, i) not in (None, "none")]
        expect(not others, f"{name}: others say that they are sorted, too: {others}")
    score = names.index("Score")
    browser.run(f"document.querySelectorAll('#{table} thead th')[{score}].firstChild.focus()")
    browser.press("Enter", text="\r")
    browser.until(
        f"document.querySelectorAll('#{table} thead th')[{score}].getAttribute('aria-sort')"
        " === 'descending'")
    press(browser, table, first)
    if order(browser, table, first) == "descending":
        press(browser, table, first)
    expect(
        sorted(column(browser, table, len(names) - 1)) == sorted(as_written), "rows were lost")


def main():
    if devtools.program() is None:
        print("there is no Chromium")
        return 77
    path, texts = sys.argv[1], sys.argv[2:]
    with devtools.Browser() as browser:
        browser.call(
            "Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1,
            mobile=False)
        browser.open(path)
        check_structure(browser)
        text = browser.run("document.body.textContent")
        for wanted in texts:
            expect(wanted in text, f"the page lacks {wanted!r}")
        tables = browser.run(
            "Array.from(document.querySelectorAll('table[data-sortable][id$=-attempts]'),"
            " (table) => table.id)")
        expect(tables, "no table of attempts can be sorted")
        for table in tables:
            check_sorting(browser, table)
        link = "ul.look a"
        if browser.run(f"document.querySelector('{link}') !== null"):
            target = browser.run(f"document.querySelector('{link}').getAttribute('href')")
            browser.click(link)
            browser.until(f"location.hash === {json.dumps(target)}")
        if browser.run("document.querySelector('summary') !== null"):
            browser.click("summary")
            browser.until("document.querySelector('details').open")
            check_print(browser)
        for width in (1280, 1920, 390):
            check_width(browser, width)
        expect(not browser.console, f"the page complained: {json.dumps(browser.console)}")
        asked = [
            url for url in browser.requests
            if not url.startswith("data:") and not url.startswith("file://")]
        expect(not asked, f"the page asked for {asked}")
    with devtools.Browser() as browser:
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(path)
        document = browser.call("DOM.getDocument", depth=0)
        outer = browser.call("DOM.getOuterHTML", nodeId=document["root"]["nodeId"])["outerHTML"]
        expect("<button" not in outer, "heads are buttons without scripts")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
