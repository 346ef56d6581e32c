extension Page {
  /// Makes the heads of sortable tables buttons and sorts by them.
  ///
  /// What has no key stays last in both ways; equal keys keep the order that the page was written
  /// in.
  static let baseScript = #"""
    "use strict";
    for (const table of document.querySelectorAll("table[data-sortable]")) {
      const body = table.tBodies[0];
      const rows = Array.from(body.rows);
      const heads = Array.from(table.tHead.rows[0].cells);
      const collator = new Intl.Collator(document.documentElement.lang || undefined,
        { numeric: true });
      const key = (row, column) => {
        const cell = row.cells[column];
        return cell.hasAttribute("data-key") ? cell.getAttribute("data-key") : cell.textContent.trim();
      };
      const compare = (kind) => kind === "number"
        ? (a, b) => Number(a) - Number(b) : (a, b) => collator.compare(a, b);
      const sort = (column, direction) => {
        const order = compare(heads[column].dataset.kind);
        const sign = direction === "descending" ? -1 : 1;
        const entries = rows.map((row, index) => ({ row, index, key: key(row, column) }));
        entries.sort((a, b) => {
          if (a.key === "" || b.key === "") {
            return (a.key === "" ? 1 : 0) - (b.key === "" ? 1 : 0) || a.index - b.index;
          }
          return sign * order(a.key, b.key) || a.index - b.index;
        });
        for (const entry of entries) body.append(entry.row);
        heads.forEach((head, index) => {
          if (!head.hasAttribute("data-kind")) return;
          head.setAttribute("aria-sort", index === column ? direction : "none");
        });
      };
      heads.forEach((head, column) => {
        if (!head.hasAttribute("data-kind")) return;
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        if (!head.hasAttribute("aria-sort")) head.setAttribute("aria-sort", "none");
        button.addEventListener("click", () => {
          const first = head.dataset.first || "ascending";
          const other = first === "ascending" ? "descending" : "ascending";
          sort(column, head.getAttribute("aria-sort") === first ? other : first);
        });
      });
    }

    """#
}
