import Catalogue
import Pages
import Scenes
import Scoring

/// What is read as a table or a list.
extension AttemptPage {
  func criteria() -> Markup {
    let pass = Double(sheet.model.result.passMark)
    let rows = sheet.criteria.map { row -> Table.Row in
      guard row.isAssessed else {
        return .init(
          [
            .init(Markup(row.name)), .init("–", key: ""),
            .init(.element("span", .class("note")) { DebriefSheet.notAssessed }, key: ""),
            .init("", key: ""),
          ], attributes: [.class("unassessed")])
      }
      let look = row.isBelow ? "bad-text" : row.isLow ? "warning-text" : ""
      let share = "\(row.percent)"
      return .init([
        .init(Markup(row.name)), .init(Markup(row.weightText), key: row.weight.description),
        .init(
          bar(row.share, pass: pass / 100, isLow: row.isLow)
            + .element("strong", look.isEmpty ? [] : [.class(look)]) {
              if row.isBelow || row.isLow {
                Markup.element("span", .decorative) { row.isBelow ? "✖ " : "▲ " }
              }
              share
            }, key: share),
        .init(Markup(row.lostText), key: row.lost.description),
      ])
    }
    return .element("section", .class("card", "criteria")) {
      Table(
        id: "criteria", caption: Markup(DebriefSheet.criteriaTitle),
        columns: [
          .init(Markup(Texts["report.criterion"])),
          .init(Markup(DebriefSheet.weight), .number, isDescendingFirst: true),
          .init(
            Markup(DebriefSheet.kept)
              + .element("span", .class("unit")) {
                Texts["report.ofPassMark", ["mark": String(sheet.model.result.passMark)]]
              }, .number),
          .init(Markup(DebriefSheet.lost), .number, isDescendingFirst: true),
        ], rows: rows
      ).markup
    }
  }

  private func bar(_ share: Double, pass: Double, isLow: Bool) -> Markup {
    SVG.picture(width: 120, height: 16, title: nil) {
      SVG.rectangle(
        x: 0.5, y: 2.5, width: 119, height: 11, radius: 5.5, fill: "sunken", edge: "edge")
      SVG.rectangle(
        x: 0.5, y: 2.5, width: max(119 * share, share > 0 ? 3 : 0), height: 11,
        radius: min(5.5, 119 * share / 2), fill: isLow ? "low" : "in-band",
        edge: isLow ? "low-edge" : nil)
      SVG.line(from: (120 * pass, 0), to: (120 * pass, 16), colour: "ink", width: 1.5)
    }
  }

  func advice() -> Markup {
    .element("section", .class("card", "advice"), .labelled(by: "advice-title")) {
      Markup.element("h2", .id("advice-title")) { Texts["report.changes"] }
      if sheet.advice.isEmpty {
        Markup.element("p") { DebriefSheet.clean }
      } else {
        Markup.element("ol") {
          for advice in sheet.advice {
            Markup.element("li") {
              Markup.element("h3") { advice.title }
              Markup.element("p") { advice.detail }
              Markup.element("p", .class("gain")) {
                advice.gain
                if let moment = advice.moment {
                  " "
                  momentLink(
                    moment, number: advice.number,
                    Texts["report.show", ["time": DebriefSheet.clock(moment)]])
                }
              }
            }
          }
        }
      }
    }
  }

  /// Leads to the replay, and where scripts run to the moment in it.
  func momentLink(_ moment: Double, number: Int?, _ text: String) -> Markup {
    .element(
      "a",
      [
        .href("#replay"), .class("moment"),
        Attribute("data-moment", Figure.thousandths(moment).description),
      ] + (number.map { [Attribute("data-number", String($0))] } ?? [])
    ) { text }
  }

  func deductions() -> Markup {
    .element("section", .class("card", "long")) {
      if sheet.deductions.isEmpty {
        Markup.element("h2") { Texts["report.points"] }
        Markup.element("p") { DebriefSheet.noDeductions }
      } else {
        Table(
          id: "deductions", caption: Markup(Texts["report.points"]),
          columns: [
            .init(Markup(Texts["report.number"]), .number, isSortedAscending: true),
            .init(Markup(Texts["report.deduction"])),
            .init(Markup(Texts["report.criterion"])),
            .init(Markup(Texts["report.pointsLost"]), .number, isDescendingFirst: true),
            .init(Markup(Texts["report.step"])),
            .init(Markup(Texts["report.moment"]), .number),
            .init(Markup(Texts["report.sentence"]), isSortable: false),
          ], rows: sheet.deductions.map(row)
        ).markup
      }
    }
  }

  private func row(_ row: DebriefSheet.DeductionRow) -> Table.Row {
    .init(
      [
        .init(markLink(row), key: String(row.number)),
        .init(
          .element("strong") { row.name }
            + .element("code", .class("code")) { row.code }, key: row.name),
        .init(Markup(row.criterion)),
        .init(Markup(row.pointsText), key: row.points.description),
        .init(
          row.stepTitle.map { .isolated($0) } ?? Markup(Texts["report.whole"]),
          key: row.step.map { String($0 + 1) } ?? ""),
        .init(
          moment(row), key: row.moment.map { Figure.thousandths($0).description } ?? ""),
        .init(Markup(row.sentence)),
      ],
      attributes: [.id("deduction-\(row.number)"), Attribute("data-number", String(row.number))])
  }

  private func moment(_ row: DebriefSheet.DeductionRow) -> Markup {
    guard let moment = row.moment else { return "–" }
    let link = momentLink(moment, number: row.number, row.momentText)
    return row.count > 1
      ? link
        + .element("span", .class("times")) {
          Texts.count("report.timesOver", row.count)
        }
      : link
  }

  func work() -> Markup {
    guard !sheet.indicators.isEmpty else { return Markup() }
    return .element("section", .class("card", "work")) {
      Table(
        id: "work", caption: Markup(DebriefSheet.work),
        columns: [
          .init(Markup(Texts["report.indicator"]), isSortable: false),
          .init(Markup(Texts["report.change"]), .number, isSortable: false),
          .init(Markup(Texts["report.direction"]), isSortable: false),
        ],
        rows: sheet.indicators.map { row in
          .init([
            .init(Markup(row.name)), .init(Markup(row.change)),
            .init(
              .element(
                "span",
                row.sign == 0
                  ? [] : [.class(row.sign > 0 ? "good-text" : "bad-text")]
              ) {
                Markup.element("span", .decorative) {
                  row.sign > 0 ? "✓ " : row.sign < 0 ? "▲ " : "= "
                }
                row.direction
              }),
          ])
        }
      ).markup
      Markup.element("p", .class("note")) { DebriefSheet.workNote }
    }
  }

  func areas() -> Markup {
    guard !sheet.areas.rows.isEmpty else { return Markup() }
    return .element("section", .class("card", "areas")) {
      table(sheet.areas, id: "areas", caption: Texts["report.areas.title"])
    }
  }

  /// A grid of figures that is not sorted.
  func table(_ grid: DebriefSheet.Grid, id: String, caption: String) -> Markup {
    Table(
      id: id, caption: Markup(caption),
      columns: grid.columns.enumerated().map {
        .init(Markup($1), $0 == 0 ? .text : .number, isSortable: false)
      },
      rows: grid.rows.map { row in
        .init(row.enumerated().map { .init($0 == 0 ? .isolated($1) : Markup($1)) })
      }
    ).markup
  }
}

extension DebriefSheet.Fact {
  /// Whether it stands below the title too: who, when, how long.
  var isSubtitle: Bool {
    [
      Texts["report.started"], Texts["report.duration"], Texts["debrief.originTrainee"],
      Texts["debrief.originInput"],
    ].contains(term)
  }
}
