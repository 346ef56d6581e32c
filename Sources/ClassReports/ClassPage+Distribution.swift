import Classes
import Pages
import Scenarios
import Scoring

/// How the class did in each criterion, and what cost it most.
extension ClassPage {
  /// Of charts that fill half the page.
  static let chartWidth = 620.0

  func distribution(_ group: CaseGroup, id: String) -> Markup {
    Markup.element("div", .class("card half")) {
      Markup.element("h3", .id(id + "-criteria")) { "What was kept of each criterion" }
      if group.scores == nil {
        Markup.element("p") { "Nobody ended an attempt." }
      } else {
        Markup.element("p", .class("note")) {
          "Percent of the weight. The box holds the middle half of the attempts, the thick line is "
            + "their middle, fine strokes are attempts."
        }
        boxes(group)
        Markup.element("details") {
          Markup.element("summary") { "The same in figures" }
          distributionTable(group, id: id)
        }
      }
    }
  }

  private func distributionTable(_ group: CaseGroup, id: String) -> Markup {
    func cells(_ spread: Spread?, _ words: (Int) -> String) -> [Table.Cell] {
      guard let spread else {
        return [ClassPage.numberCell(0)] + (0..<5).map { _ in Table.Cell("\u{2013}", key: "") }
      }
      return [ClassPage.numberCell(spread.count)]
        + [
          spread.least, spread.lowerQuarter, spread.median, spread.upperQuarter, spread.greatest,
        ].map { Table.Cell(Markup(words($0)), key: String($0)) }
    }
    return Table(
      id: id + "-distribution", caption: "What was kept, in percent of the weight",
      columns: [
        Table.Column("Criterion"), Table.Column("Attempts", .number),
        Table.Column("Least", .number), Table.Column("Lower quarter", .number),
        Table.Column("Middle", .number), Table.Column("Upper quarter", .number),
        Table.Column("Most", .number),
      ],
      rows: [Table.Row([Table.Cell("Score")] + cells(group.scores) { Words.tenths($0) })]
        + group.criteria.map { criterion in
          Table.Row(
            [Table.Cell(Markup(Words.name(criterion.criterion)))]
              + cells(criterion.spread) { Words.percent($0) })
        }
    ).markup
  }

  private struct Box {
    var label: String
    var spread: Spread?
    var values: [Int]
    var caption: String
  }

  private func boxes(_ group: CaseGroup) -> Markup {
    let scores = group.attempts.filter(\.counts).map { submission($0.index).result.score.units }
    var boxes = [
      Box(
        label: "Score", spread: group.scores, values: scores,
        caption: group.scores.map { Words.tenths($0.median) } ?? "\u{2013}")
    ]
    boxes += group.criteria.map { criterion in
      Box(
        label: Words.name(criterion.criterion), spread: criterion.spread, values: criterion.kept,
        caption: criterion.spread.map { Words.percent($0.median) + " %" } ?? "not assessed")
    }
    let (left, right, pitch) = (84.0, 540.0, 40.0)
    let bottom = pitch * Double(boxes.count)
    func x(_ thousandths: Int) -> Double { left + (right - left) * Double(thousandths) / 1000 }
    return SVG.picture(
      width: ClassPage.chartWidth, height: bottom + 22,
      title: "What was kept of each criterion; the same stands in figures below"
    ) {
      for tick in 0...4 {
        SVG.line(
          from: (x(tick * 250), 4), to: (x(tick * 250), bottom), colour: "line",
          dash: tick == 0 || tick == 4 ? [] : [3, 3])
        SVG.text("\(tick * 25) %", at: (x(tick * 250), bottom + 16), anchor: .middle)
      }
      for (index, box) in boxes.enumerated() {
        self.box(box, middle: pitch * (Double(index) + 0.5), x: x)
      }
      let mark = x(group.passMark * 10)
      SVG.line(from: (mark, 4), to: (mark, pitch - 4), colour: "ink", width: 2)
    }
  }

  private func box(_ box: Box, middle: Double, x: (Int) -> Double) -> Markup {
    var markup = SVG.text(box.label, at: (0, middle + 4.5), size: 13, colour: "ink")
    markup += SVG.text(
      box.caption, at: (ClassPage.chartWidth, middle + 4.5), size: 13, anchor: .end, weight: 600,
      colour: "ink")
    guard let spread = box.spread else { return markup }
    markup += SVG.line(
      from: (x(spread.least), middle), to: (x(spread.greatest), middle), colour: "edge", width: 1.5)
    for end in [spread.least, spread.greatest] {
      markup += SVG.line(
        from: (x(end), middle - 5), to: (x(end), middle + 5), colour: "edge", width: 1.5)
    }
    let width = x(spread.upperQuarter) - x(spread.lowerQuarter)
    markup += SVG.rectangle(
      x: x(spread.lowerQuarter), y: middle - 9, width: max(width, 1), height: 18, radius: 3,
      fill: "in-band-tint", edge: "in-band")
    markup += SVG.path(ticks(box.values, middle: middle, x: x), colour: "ink-secondary", width: 1)
    markup += SVG.line(
      from: (x(spread.median), middle - 9), to: (x(spread.median), middle + 9),
      colour: "in-band-text", width: 3)
    return markup
  }

  /// A stroke below the box for every value, equal ones once: a picture of a thousand attempts stays
  /// small.
  private func ticks(_ values: [Int], middle: Double, x: (Int) -> Double) -> String {
    var path = ""
    var previous = Int.min
    for value in values.sorted() where value / 2 != previous {
      previous = value / 2
      path += "M\(SVG.number(x(value))) \(SVG.number(middle + 12))v5"
    }
    return path
  }

  /// More than these are in the table alone.
  private static let costBars = 8

  func costs(_ group: CaseGroup, id: String) -> Markup {
    Markup.element("div", .class("card half")) {
      Markup.element("h3", .id(id + "-costs")) { "What costs the class most" }
      if group.costs.isEmpty {
        Markup.element("p") { "Nothing was deducted." }
      } else {
        Markup.element("p", .class("note")) { "Points that an attempt loses on average." }
        costBars(group.costs)
      }
    }
  }

  private func costBars(_ costs: [Cost]) -> Markup {
    let shown = costs.prefix(ClassPage.costBars)
    let limit = Double(max(1, shown.first?.mean ?? 1))
    return SVG.bars(
      shown.map { cost in
        SVG.Bar(
          label: ClassPage.name(of: cost), value: Double(cost.mean),
          caption: Words.hundredths(cost.mean), colour: "high")
      }, limit: limit, width: ClassPage.chartWidth, labelWidth: 160,
      title: "Points that an attempt loses on average; the same stands in the table below")
  }

  /// As one thing is called in a row.
  static func name(of cost: Cost) -> String {
    switch cost.kind {
    case .notShown: "Not shown"
    case .preparation: "Preparation"
    case .decision: "Decision"
    case .critical(let code), .code(let code): code
    }
  }

  func deductions(_ group: CaseGroup, id: String) -> Markup {
    guard !group.costs.isEmpty else { return Markup() }
    return Markup.element("div", .class("card long deductions")) {
      Table(
        id: id + "-deductions", caption: "Deductions, all attempts together",
        columns: [
          Table.Column("Deduction"),
          Table.Column("Points", .number, isDescendingFirst: true, isSortedAscending: false),
          Table.Column("An attempt", .number, isDescendingFirst: true),
          Table.Column("Attempts", .number, isDescendingFirst: true),
          Table.Column("Mostly in"), Table.Column("What to do", isSortable: false),
        ],
        rows: group.costs.map(row)
      ).markup
    }
  }

  private func row(_ cost: Cost) -> Table.Row {
    Table.Row([
      Table.Cell(costName(cost), key: ClassPage.name(of: cost)),
      ClassPage.tenthsCell(cost.tenths),
      Table.Cell(Markup(Words.hundredths(cost.mean)), key: String(cost.mean)),
      Table.Cell(Markup("\(cost.attempts) of \(cost.of)"), key: String(cost.attempts)),
      cost.phase.map { Table.Cell(Markup($0)) } ?? Table.Cell("\u{2013}", key: ""),
      Table.Cell(Markup(cost.advice)),
    ])
  }

  private func costName(_ cost: Cost) -> Markup {
    var name = Markup(ClassPage.name(of: cost))
    if cost.codes != [ClassPage.name(of: cost)] {
      name += Markup.element("br")
      name += Markup.element("span", .class("note")) { cost.codes.joined(separator: ", ") }
    }
    return name
  }
}
