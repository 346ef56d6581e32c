/// A table with a caption, whose columns can be sorted where scripts run.
public struct Table: Sendable {
  /// How the values of a column are compared.
  public enum Kind: String, Sendable {
    case text
    /// Keys are numbers with a point.
    case number
  }

  public struct Column: Sendable {
    public var title: Markup
    public var kind: Kind
    public var isSortable: Bool
    /// Whether the first press brings what is largest.
    public var isDescendingFirst: Bool
    /// The way in which the rows stand in the page; nil: not in that of this column.
    public var isSortedAscending: Bool?

    public init(
      _ title: Markup, _ kind: Kind = .text, isSortable: Bool = true,
      isDescendingFirst: Bool = false, isSortedAscending: Bool? = nil
    ) {
      self.title = title
      self.kind = kind
      self.isSortable = isSortable
      self.isDescendingFirst = isDescendingFirst
      self.isSortedAscending = isSortedAscending
    }
  }

  public struct Cell: Sendable {
    public var content: Markup
    /// What the cell is sorted by; nil: its text. Empty: last, whatever the way.
    public var key: String?

    public init(_ content: Markup, key: String? = nil) {
      self.content = content
      self.key = key
    }

    /// A text of somebody's own, in its own direction.
    public static func isolated(_ text: String) -> Cell { Cell(.isolated(text), key: text) }
  }

  public struct Row: Sendable {
    public var attributes: [Attribute]
    /// One for each column; the first one is the row's head.
    public var cells: [Cell]

    public init(_ cells: [Cell], attributes: [Attribute] = []) {
      self.cells = cells
      self.attributes = attributes
    }
  }

  /// Of the page alone.
  public var id: String
  public var caption: Markup
  public var columns: [Column]
  public var rows: [Row]
  /// Rows that stay below all others.
  public var footer: [Row]

  public init(
    id: String, caption: Markup, columns: [Column], rows: [Row], footer: [Row] = []
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footer = footer
  }

  /// The table in a frame that scrolls sideways where it is wider than the page.
  public var markup: Markup {
    let isSortable = rows.count > 1 && columns.contains(where: \.isSortable)
    // What scrolls has to be reachable with keys.
    return .element(
      "div", .class("table"), Attribute("role", "region"), Attribute("tabindex", "0"),
      .labelled(by: id + "-caption")
    ) {
      Markup.element(
        "table", [.id(id)] + (isSortable ? [Attribute("data-sortable")] : [])
      ) {
        Markup.element("caption", .id(id + "-caption")) { caption }
        Markup.element("thead") {
          Markup.element("tr") {
            for column in columns { head(column, isSortable: isSortable) }
          }
        }
        Markup.element("tbody") { for row in rows { self.row(row) } }
        if !footer.isEmpty {
          Markup.element("tfoot") { for row in footer { self.row(row) } }
        }
      }
    }
  }

  private func head(_ column: Column, isSortable: Bool) -> Markup {
    var attributes = [Attribute("scope", "col")]
    if column.kind == .number { attributes.append(.class("number")) }
    if isSortable, column.isSortable {
      attributes.append(Attribute("data-kind", column.kind.rawValue))
      if column.isDescendingFirst { attributes.append(Attribute("data-first", "descending")) }
    }
    if let isAscending = column.isSortedAscending {
      attributes.append(Attribute("aria-sort", isAscending ? "ascending" : "descending"))
    }
    return .element("th", attributes) { column.title }
  }

  private func row(_ row: Row) -> Markup {
    .element("tr", row.attributes) {
      for (index, cell) in row.cells.enumerated() {
        let isNumber = columns.indices.contains(index) && columns[index].kind == .number
        let attributes =
          (isNumber ? [Attribute.class("number")] : [])
          + (cell.key.map { [Attribute("data-key", $0)] } ?? [])
        if index == 0 {
          Markup.element("th", [Attribute("scope", "row")] + attributes) { cell.content }
        } else {
          Markup.element("td", attributes) { cell.content }
        }
      }
    }
  }
}
