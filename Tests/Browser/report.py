"""Opens the report of an attempt in a browser and uses it as a reader would.

usage: report.py REPORT.html [EXPECTED-TEXT...]

Prints what is wrong, a line each, and ends with 1; ends with 77 where there is no browser.
"""

import json
import sys

# Nothing is left beside the sources.
sys.dont_write_bytecode = True

import devtools  # noqa: E402

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def column(browser, index):
    """The texts of a column of the deductions, from above."""
    return browser.run(
        "Array.from(document.querySelectorAll('#deductions tbody tr'),"
        f" (row) => row.cells[{index}].getAttribute('data-key') ?? row.cells[{index}].textContent)")


def shown_time(browser):
    return browser.run("Number(document.querySelector('[data-action=seek]').value)")


def check_structure(browser):
    """What assistive technology and every reader need."""
    expect(browser.run("document.documentElement.lang.length") > 1, "the page names no language")
    expect(browser.run("document.title.length") > 1, "the page has no title")
    for name, count in (("main", 1), ("h1", 1), ("header", 1), ("footer", 1)):
        found = browser.run(f"document.querySelectorAll('{name}').length")
        expect(found == count, f"there are {found} {name}, not {count}")
    levels = browser.run(
        "Array.from(document.querySelectorAll('h1,h2,h3'), (head) => Number(head.tagName[1]))")
    for before, after in zip(levels, levels[1:]):
        expect(after <= before + 1, f"a heading of level {after} follows one of {before}")
    nameless = browser.run(
        "Array.from(document.querySelectorAll('a,button,input,select')).filter((element) =>"
        " !element.textContent.trim() && !element.getAttribute('aria-label')"
        " && !(element.labels && element.labels.length)).map((element) => element.outerHTML)")
    expect(not nameless, f"controls without a name: {nameless}")
    twice = browser.run(
        "(() => { const ids = Array.from(document.querySelectorAll('[id]'), (e) => e.id);"
        "return ids.filter((id, index) => ids.indexOf(id) !== index); })()")
    expect(not twice, f"ids that are not of one element alone: {twice}")
    dangling = browser.run(
        "Array.from(document.querySelectorAll('a[href],use')).map((e) => e.getAttribute('href'))"
        ".filter((target) => !target.startsWith('#') || !document.getElementById(target.slice(1)))")
    expect(not dangling, f"links to nowhere: {dangling}")
    expect(
        browser.run("document.querySelectorAll('th:not([scope]),table:not(:has(caption))').length")
        == 0, "a table without caption or scope")
    small = browser.run(
        "Array.from(document.querySelectorAll('button,select,a.moment')).filter((element) => {"
        "const box = element.getBoundingClientRect();"
        "return box.width > 0 && (box.width < 23.5 || box.height < 23.5); })"
        ".map((element) => element.outerHTML)")
    expect(not small, f"targets under 24 pixels: {small}")
    wide = browser.run("document.documentElement.scrollWidth - window.innerWidth")
    expect(wide <= 0, f"the page is {wide} pixels wider than the window")


def check_marks(browser):
    """A mark leads to its moment, with the mouse and with the keyboard."""
    expect(shown_time(browser) == 0, "the replay does not begin at its beginning")
    mark = "#timeline a.mark[data-moment]"
    moment = float(browser.run(f"document.querySelector('{mark}').dataset.moment"))
    browser.click(mark)
    browser.until("document.querySelector('#replay').classList.contains('replaying')")
    expect(
        abs(shown_time(browser) - moment) < 0.06,
        f"the mark of {moment} s led to {shown_time(browser)} s")
    expect(
        browser.run("document.getElementById('said').textContent.length") > 3,
        "the moment is not said to a screen reader")
    expect(
        browser.run("document.querySelectorAll('#deductions tr.chosen').length") == 1,
        "the mark's row is not marked")
    others = browser.run(
        "Array.from(document.querySelectorAll('#deductions a.moment'), (a) => a.dataset.moment)")
    other = next((value for value in reversed(others) if float(value) != moment), None)
    if other is not None:
        browser.run(
            f"document.querySelector('#deductions a.moment[data-moment=\"{other}\"]').focus()")
        browser.press("Enter", text="\r")
        browser.until(
            "Math.abs(Number(document.querySelector('[data-action=seek]').value)"
            f" - {other}) < 0.06")
    ink = browser.run(
        "(() => { const canvas = document.querySelector('.stage canvas');"
        "const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
        "let count = 0; for (let i = 3; i < data.length; i += 4) if (data[i]) count++;"
        "return count; })()")
    expect(ink > 200, f"the replay drew {ink} pixels")


def check_sorting(browser):
    """The heads of the table sort it, and say so."""
    by_number = column(browser, 0)
    head = "#deductions th:nth-child(4)"
    browser.click(head + " button")
    browser.until(
        f"document.querySelector('{head}').getAttribute('aria-sort') === 'descending'")
    points = [float(value) for value in column(browser, 3)]
    expect(points == sorted(points, reverse=True), f"not sorted by points: {points}")
    if len(set(points)) > 1:
        expect(column(browser, 0) != by_number or points[0] != points[-1], "nothing was sorted")
    browser.run(f"document.querySelector('{head} button').focus()")
    browser.press("Enter", text="\r")
    browser.until(f"document.querySelector('{head}').getAttribute('aria-sort') === 'ascending'")
    expect(
        [float(value) for value in column(browser, 3)] == sorted(points),
        "not sorted by points from below")
    browser.click("#deductions th:nth-child(1) button")
    expect(column(browser, 0) == by_number, "the first order does not come back")
    moments = "#deductions th:nth-child(6)"
    browser.click(moments + " button")
    keys = column(browser, 5)
    filled = [key for key in keys if key]
    expect(keys[: len(filled)] == filled, f"what has no moment is not last: {keys}")


def check_replay(browser):
    """It plays, stops, can be moved, and goes back to the whole."""
    browser.click("[data-action=whole]")
    browser.until("!document.querySelector('#replay').classList.contains('replaying')")
    browser.click("[data-action=play]")
    browser.until("Number(document.querySelector('[data-action=seek]').value) > 0.2")
    browser.click("[data-action=play]")
    stopped = shown_time(browser)
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(shown_time(browser) == stopped, "it does not stop")
    browser.run("document.querySelector('[data-action=seek]').focus()")
    browser.press("ArrowRight")
    browser.until(
        f"Number(document.querySelector('[data-action=seek]').value) > {stopped}")
    expect(
        browser.run(
            "document.querySelector('[data-action=seek]').getAttribute('aria-valuetext').length")
        > 4, "the slider does not say its moment")


def text_of(node):
    """The texts below a node of the document."""
    if node.get("nodeType") == 3:
        yield node["nodeValue"]
    for child in node.get("children", []):
        yield from text_of(child)


def check_without_scripts(path, texts):
    """It reads the same, and no control is there that does nothing."""
    with devtools.Browser() as browser:
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(path)
        document = browser.call("DOM.getDocument", depth=-1)
        outer = browser.call(
            "DOM.getOuterHTML", nodeId=document["root"]["nodeId"])["outerHTML"]
        expect("<div class=\"controls player screen-only\" hidden" in outer,
               "controls of the replay are shown where no scripts run")
        expect("<th scope=\"col\"><button" not in outer, "heads are buttons without scripts")
        words = "".join(text_of(document["root"]))
        for text in texts:
            expect(text in words, f"without scripts the page lacks {text!r}")


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
        if browser.run("document.querySelector('#timeline a.mark[data-moment]') !== null"):
            check_marks(browser)
        if browser.run("document.querySelectorAll('#deductions tbody tr').length") > 1:
            check_sorting(browser)
        check_replay(browser)
        browser.call(
            "Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=2,
            mobile=True)
        wide = browser.run("document.documentElement.scrollWidth - window.innerWidth")
        expect(wide <= 0, f"on a phone the page is {wide} pixels wider than the window")
        expect(not browser.console, f"the page complained: {json.dumps(browser.console)}")
        asked = [
            url for url in browser.requests
            if not url.startswith("data:") and not url.startswith("file://")
        ]
        asked += [url for url in browser.requests if url.startswith("file://")][1:]
        expect(not asked, f"the page asked for {asked}")
    check_without_scripts(path, texts)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
