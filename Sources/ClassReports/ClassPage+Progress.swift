import Classes
import Pages
import Scenarios
import Scoring

/// How attempts went on: the class's middle, and each trainee's line.
extension ClassPage {
  func progress(_ group: CaseGroup, id: String) -> Markup {
    let shown = group.progress.filter(\.hasProgress)
    return Markup.element("div", .class("card long")) {
      Markup.element("h3", .id(id + "-progress")) { "Progress" }
      if shown.isEmpty {
        Markup.element("p") {
          "No trainee ended a second attempt with the same device yet, so there is nothing to compare."
        }
      } else {
        Markup.element("p", .class("note")) {
          "Attempts that were ended, in the order of their start, with one device: those of another "
            + "are not compared. Fine lines are trainees, the thick one is the middle of those who "
            + "have so many attempts."
        }
        for (index, progress) in shown.enumerated() {
          Markup.element("h4") {
            "\(Words.device(progress.input)): \(Words.count(progress.attempts, "attempt"))"
          }
          overview(progress)
          Markup.element("details") {
            Markup.element("summary") { "The middle, attempt by attempt" }
            middleTable(progress, id: "\(id)-middle-\(index + 1)")
          }
          lineTable(progress, id: "\(id)-progress-\(index + 1)")
        }
      }
    }
  }

  /// A picture for the score and each criterion that was assessed.
  private func overview(_ progress: ProgressClass) -> Markup {
    Markup.element("div", .class("charts")) {
      chart(
        "Score", lines: progress.lines.map { $0.scores.map { $0 } },
        middle: progress.scores.map { $0 })
      for (index, criterion) in Criterion.allCases.enumerated()
      where progress.criteria[index].contains(where: { $0 != nil }) {
        chart(
          Words.name(criterion), lines: progress.lines.map { $0.kept[index] },
          middle: progress.criteria[index])
      }
    }
  }

  private func chart(
    _ name: String, lines: [[Int?]], middle: [ProgressClass.Middle?]
  ) -> Markup {
    let (left, right, top, bottom) = (34.0, 196.0, 8.0, 92.0)
    let last = max(1, middle.count - 1)
    func place(_ index: Int, _ value: Int) -> SVG.Place {
      (
        left + (right - left) * Double(index) / Double(last),
        bottom - (bottom - top) * Double(value) / 1000
      )
    }
    let first = middle.first { $0 != nil } ?? nil
    let end = middle.last { $0 != nil } ?? nil
    let words =
      first.flatMap { first in
        end.map {
          "\(name): the middle goes from \(Words.percent(first.median)) to \(Words.percent($0.median)) percent"
        }
      } ?? name
    return Markup.element("figure") {
      Markup.element("figcaption") { name }
      SVG.picture(width: 204, height: 112, title: words) {
        for tick in 0...2 {
          let y = place(0, tick * 500).y
          SVG.line(from: (left, y), to: (right, y), colour: "line")
          SVG.text("\(tick * 50)", at: (left - 6, y + 4), size: 11, anchor: .end)
        }
        SVG.text("1", at: (left, bottom + 15), size: 11, anchor: .middle)
        SVG.text("\(last + 1)", at: (right, bottom + 15), size: 11, anchor: .middle)
        for line in lines {
          SVG.polyline(places(line, place), colour: "sepia-fine", width: 1)
        }
        let thick = places(middle.map { $0?.median }, place)
        SVG.polyline(thick, colour: "teal", width: 3)
        for place in thick { SVG.circle(centre: place, radius: 3, fill: "teal") }
      }
    }
  }

  private func places(
    _ values: [Int?], _ place: (Int, Int) -> SVG.Place
  ) -> [SVG.Place] {
    values.enumerated().compactMap { index, value in value.map { place(index, $0) } }
  }

  private func middleTable(_ progress: ProgressClass, id: String) -> Markup {
    Table(
      id: id, caption: "The middle of each attempt",
      columns: [
        Table.Column("Attempt", .number), Table.Column("Trainees", .number),
        Table.Column("Score", .number),
      ] + Criterion.allCases.map { Table.Column(Markup(Words.name($0) + " %"), .number) },
      rows: progress.scores.indices.map { place in
        Table.Row(
          [
            ClassPage.numberCell(place + 1), ClassPage.numberCell(progress.scores[place].count),
            ClassPage.tenthsCell(progress.scores[place].median),
          ]
            + progress.criteria.map { middles in
              middles[place].map {
                Table.Cell(Markup(Words.percent($0.median)), key: String($0.median))
              } ?? Table.Cell("\u{2013}", key: "")
            })
      }
    ).markup
  }

  private func lineTable(_ progress: ProgressClass, id: String) -> Markup {
    let lines = progress.lines.filter { $0.scores.count > 1 }
    return Markup.element("div", .class("dense lines")) {
      Table(
        id: id, caption: "Each trainee, from the first attempt to the last",
        columns: [
          Table.Column("Trainee", isSortedAscending: true),
          Table.Column("Attempts", .number, isDescendingFirst: true),
          Table.Column("Score", .number, isDescendingFirst: true),
        ]
          + Criterion.allCases.map {
            Table.Column(Markup(Words.name($0) + " %"), .number, isDescendingFirst: true)
          },
        rows: lines.map { line in
          Table.Row(
            [
              traineeCell(line.trainee), ClassPage.numberCell(line.scores.count),
              sparkCell(line.scores.map { $0 }) { Words.tenths($0) },
            ] + line.kept.map { kept in sparkCell(kept) { Words.percent($0) } })
        }
      ).markup
      Markup.element("p", .class("note")) {
        "Sorted by the difference between the last and the first."
      }
    }
  }

  private func sparkCell(_ values: [Int?], _ words: (Int) -> String) -> Table.Cell {
    let known = values.compactMap { $0 }
    guard let first = known.first, let last = known.last else {
      return Table.Cell("\u{2013}", key: "")
    }
    let step = 68.0 / Double(max(1, values.count - 1))
    let places = places(values) { (2 + step * Double($0), 22 - 20 * Double($1) / 1000) }
    let spark = Markup.element("span", .class("spark"), .decorative) {
      SVG.picture(width: 72, height: 24, title: nil) {
        SVG.polyline(places, colour: "teal", width: 1.5)
        if let end = places.last { SVG.circle(centre: end, radius: 2, fill: "teal") }
      }
    }
    return Table.Cell(
      spark + Markup("\(words(first)) \u{2192} \(words(last))"), key: String(last - first))
  }
}
