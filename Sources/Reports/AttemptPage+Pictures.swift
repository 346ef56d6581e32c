import Catalogue
import Drawing
import Geometry
import Handover
import Pages
import Scenarios
import Scenes
import Scoring

/// The session and the back in vectors.
extension AttemptPage {
  private func viewBox(_ width: Double, _ height: Double) -> [Attribute] {
    [
      Attribute(
        "viewBox",
        "0 0 \(SVG.number(width * SVGWriter.unit)) \(SVG.number(height * SVGWriter.unit))"),
      Attribute("focusable", "false"),
    ]
  }

  private func use(_ id: String, _ attributes: [Attribute] = []) -> Markup {
    .element("use", [.href("#" + id)] + attributes)
  }

  // MARK: Parts that pictures share

  /// The back, and what was asked and done in each step, each drawn once.
  mutating func plateParts() -> Markup {
    var parts = Markup()
    func part(_ id: String, _ content: Markup) { parts += .element("g", .id(id)) { content } }
    part("back", writer.markup(of: plate.back()))
    for step in sheet.model.scenario.phases.indices {
      part("task-\(step)", writer.markup(of: plate.task(of: step)))
      part("ways-\(step)", writer.markup(of: plate.traces(of: step)))
    }
    return parts
  }

  /// The shared parts; not seen by themselves.
  func definitions(_ parts: Markup) -> Markup {
    .element(
      "svg", .class("definitions"), .decorative, Attribute("width", "0"), Attribute("height", "0")
    ) {
      Markup.element("defs") {
        writer.definitions
        parts
      }
    }
  }

  // MARK: Marks

  /// A deduction's shape around the origin.
  private mutating func shape(_ row: DebriefSheet.DeductionRow) -> Markup {
    writer.replacements = row.shape == .circle ? ["ink": "on-low"] : [:]
    defer { writer.replacements = [:] }
    return writer.markup(of: DebriefPlate.mark(row.shape, number: row.number))
  }

  private func label(_ row: DebriefSheet.DeductionRow) -> String {
    let time = row.momentText.isEmpty ? "" : ", \(row.momentText)"
    return "\(row.number) \(row.name)\(time)"
  }

  private func facts(_ row: DebriefSheet.DeductionRow) -> [Attribute] {
    [Attribute("data-number", String(row.number))]
      + (row.moment.map { [Attribute("data-moment", Figure.thousandths($0).description)] } ?? [])
  }

  /// A mark at a place of a picture, which leads to its row.
  ///
  /// - Parameter isHere: whether it is shown before anything is chosen.
  private mutating func mark(
    _ row: DebriefSheet.DeductionRow, at place: Point, isHere: Bool = true
  ) -> Markup {
    let shape = shape(row)
    return .element(
      "a",
      [
        .href("#deduction-\(row.number)"), isHere ? .class("mark", "here") : .class("mark"),
        .label(label(row)),
        SVG.moved(to: (place.x * SVGWriter.unit, place.y * SVGWriter.unit)),
      ] + facts(row) + (row.step.map { [Attribute("data-step", String($0))] } ?? [])
    ) { shape }
  }

  /// The mark of a row of the table, which shows its moment where it has one.
  func markLink(_ row: DebriefSheet.DeductionRow) -> Markup {
    var page = self
    let shape = page.shape(row)
    let picture = Markup.element(
      "svg", .class("badge"), Attribute("viewBox", "-140 -140 280 280"),
      Attribute("role", "img"), .label(String(row.number))
    ) { shape }
    return picture
  }

  // MARK: The session

  mutating func timeline() -> Markup {
    let picture = writer.markup(of: chart.picture)
    var marks = Markup()
    for moment in chart.moments {
      marks += mark(sheet.deductions[moment.row], at: moment.place)
    }
    let plot = chart.plot
    func tenths(_ value: Double) -> String { SVG.number(value * SVGWriter.unit) }
    return .element("section", .class("card", "timeline"), .labelled(by: "timeline-title")) {
      Markup.element("h2", .id("timeline-title")) { DebriefSheet.timeline }
      Markup.element("p", .class("note")) { chart.caption }
      Markup.element(
        "div", .class("wide"), Attribute("tabindex", "0"), Attribute("role", "group"),
        .labelled(by: "timeline-title")
      ) {
        Markup.element(
          "svg",
          viewBox(DebriefChart.width, DebriefChart.height) + [
            .class("chart"), .id("timeline"), Attribute("role", "group"),
            .label(
              Texts[
                "report.timelineLabel", ["time": DebriefSheet.clock(sheet.model.duration)]]),
            Attribute("data-left", tenths(plot.x)), Attribute("data-width", tenths(plot.width)),
          ]
        ) {
          picture
          Markup.element(
            "line",
            .id("playhead"), Attribute("y1", tenths(plot.y - 6)),
            Attribute("y2", tenths(plot.maxY + 2)), Attribute("x1", tenths(plot.x)),
            Attribute("x2", tenths(plot.x)), Attribute("stroke", "var(--teal)"),
            Attribute("stroke-width", "30"), Attribute("visibility", "hidden"))
          marks
        }
      }
    }
  }

  // MARK: The back

  /// The step that is shown first: the one that was worked longest.
  private var firstStep: Int? { sheet.model.longestStep }

  mutating func replay() -> Markup {
    var marks = Markup()
    var taken: [Point] = []
    for row in sheet.deductions {
      guard let place = row.spot else { continue }
      let at = free(plate.place(place), &taken)
      marks += mark(row, at: at, isHere: row.step == firstStep)
    }
    let steps = sheet.model.scenario.phases
    let shown = firstStep
    return .element(
      "section", .class("card", "replay"), .id("replay"), .labelled(by: "replay-title")
    ) {
      Markup.element("h2", .id("replay-title")) { Texts["report.replay"] }
      Markup.element("p", .class("note", "shown"), .id("shown-step")) {
        if let shown {
          Markup.isolated(DebriefSheet.title(steps[shown]))
        } else {
          DebriefSheet.noTrace
        }
      }
      Markup.element("div", .class("stage")) {
        Markup.element(
          "svg",
          viewBox(DebriefPlate.width, plate.height) + [
            .class("chart"), Attribute("role", "group"),
            .label(
              Texts[
                "report.plateLabel",
                ["step": shown.map { DebriefSheet.title(steps[$0]) } ?? DebriefSheet.noTrace]]),
          ]
        ) {
          use("back")
          if let shown {
            use("task-\(shown)", [.id("shown-task")])
            use("ways-\(shown)", [.id("shown-ways")])
          }
        }
        Markup.element("canvas", .decorative)
        Markup.element(
          "svg",
          viewBox(DebriefPlate.width, plate.height) + [
            .class("over"), Attribute("role", "group"), .label(Texts["report.points"]),
          ]
        ) {
          Markup.element(
            "g", .id("marks"), Attribute("data-step", shown.map { String($0) } ?? "")
          ) { marks }
        }
      }
      legend()
      controls()
    }
  }

  /// Moves a mark off those that are there.
  private func free(_ place: Point, _ taken: inout [Point]) -> Point {
    var place = Point(
      min(max(place.x, 14), DebriefPlate.width - 14), min(max(place.y, 14), plate.height - 14))
    var tries = 0
    while tries < 12, let near = taken.first(where: { $0.distance(to: place) < 23 }) {
      place.y = near.y + (place.y < near.y && place.y > 40 ? -24 : 24)
      tries += 1
    }
    taken.append(place)
    return place
  }

  private func legend() -> Markup {
    .element("ul", .class("legend")) {
      for (index, words) in DebriefSheet.legend.enumerated() {
        Markup.element("li") {
          Markup.element("svg", Attribute("viewBox", "0 0 36 12"), .decorative) {
            AttemptPage.sample(index)
          }
          words
        }
      }
    }
  }

  /// A short stretch of trail of a quality.
  private static func sample(_ quality: Int) -> Markup {
    func line(_ colour: String, _ width: Double, _ dash: [Double] = [], isRound: Bool = false)
      -> Markup
    {
      SVG.line(
        from: (4, 6), to: (32, 6), colour: colour, width: width, dash: dash, isRound: isRound)
    }
    return switch quality {
    case 1: line("high-edge", 6.2) + line("high", 4.5) + line("surface", 2.3, [2, 3.2])
    case 2:
      line("low-edge", 5, [0, 7.6], isRound: true) + line("low", 3.4, [0, 7.6], isRound: true)
    case 3: line("spasm-text", 7) + line("surface", 2.5)
    default: line("in-band", 2.25, isRound: true)
    }
  }

  /// What scripts bring to life; without them it is not shown.
  private func controls() -> Markup {
    let duration = sheet.model.duration
    return .element("div", .class("controls", "player", "screen-only"), Attribute("hidden")) {
      Markup.element(
        "button", Attribute("type", "button"), .class("button", "primary"),
        Attribute("data-action", "play"), Attribute("data-play", Texts["report.play"]),
        Attribute("data-pause", Texts["report.pause"])
      ) { Texts["report.play"] }
      Markup.element("label") {
        Markup.element("span") { Texts["report.tempo"] }
        Markup.element("select", Attribute("data-action", "tempo")) {
          for tempo in ["0.5", "1", "2", "4", "8", "16"] {
            Markup.element(
              "option",
              [Attribute("value", tempo)] + (tempo == "2" ? [Attribute("selected")] : [])
            ) { Texts["report.times", ["value": tempo]] }
          }
        }
      }
      Markup.element(
        "button", Attribute("type", "button"), .class("button"),
        Attribute("data-action", "whole")
      ) { Texts["report.restart"] }
      Markup.element("label", .class("scrubber")) {
        Markup.element("span") { Texts["report.position"] }
        Markup.element(
          "input", Attribute("type", "range"), Attribute("min", "0"),
          Attribute("max", Figure.thousandths(duration).description), Attribute("step", "0.1"),
          Attribute("value", "0"), Attribute("data-action", "seek"))
      }
      Markup.element("span", .class("clock", "number"), .decorative) {
        Markup.element("span", .id("clock")) { DebriefSheet.clock(0) }
        " / \(DebriefSheet.clock(duration))"
      }
      Markup.element("p", .class("visually-hidden"), .id("said"), Attribute("role", "status"))
    }
  }

  // MARK: Steps

  mutating func steps() -> Markup {
    guard !sheet.steps.isEmpty else { return Markup() }
    var articles = Markup()
    for step in sheet.steps { articles += article(step) }
    return .element("section", .class("card", "long"), .labelled(by: "steps-title")) {
      Markup.element("h2", .id("steps-title")) { Texts["report.steps"] }
      Markup.element("div", .class("steps")) { articles }
    }
  }

  private mutating func article(_ step: DebriefSheet.Step) -> Markup {
    let hasWays = sheet.model.traces.contains { $0.phase == step.index }
    return .element("article", .class("step")) {
      if hasWays {
        Markup.element(
          "svg",
          viewBox(DebriefPlate.width, plate.height) + [
            .class("chart"), Attribute("role", "img"),
            .label(Texts["report.plateLabel", ["step": step.title]]),
          ]
        ) {
          use("back")
          use("task-\(step.index)")
          use("ways-\(step.index)")
        }
      }
      Markup.element("div") {
        Markup.element("h3") {
          "\(step.index + 1). "
          Markup.isolated(step.title)
        }
        Markup.element("p", .class("note")) { step.asked }
        Markup.element("dl", .class("measures")) {
          for fact in step.measures {
            Markup.element("div") {
              Markup.element("dt") { fact.term }
              Markup.element("dd") { fact.value }
            }
          }
        }
        if let grid = step.grid {
          table(grid, id: "step-\(step.index + 1)", caption: Texts["report.byGuide"])
        }
      }
    }
  }
}
