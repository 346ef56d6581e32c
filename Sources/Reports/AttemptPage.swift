import Catalogue
import Foundation
import Handover
import Pages
import Scenes
import Scoring

/// The debrief of an attempt as a page of HTML: one file with everything in it.
struct AttemptPage {
  let sheet: DebriefSheet
  let scenarioSHA256: String
  let plate: DebriefPlate
  let chart: DebriefChart
  var writer = SVGWriter(prefix: "p")

  init(_ sheet: DebriefSheet, scenarioSHA256: String) {
    self.sheet = sheet
    self.scenarioSHA256 = scenarioSHA256
    plate = DebriefPlate(sheet.model)
    chart = DebriefChart(sheet.model)
  }

  /// The whole file.
  func html() -> String {
    var page = self
    let language = Texts.current.code ?? Texts.fallbackLanguage
    return Page(
      title: Texts["report.pageTitle", ["title": sheet.title, "record": sheet.record]],
      language: language,
      direction: Page.Direction(of: language), style: AttemptPage.style,
      script: AttemptPage.script
    ) {
      page.body()
    }.html
  }

  /// What `mark` and others need is gathered while the rest is written, and stands before it.
  private mutating func body() -> Markup {
    let parts = plateParts()
    let score = score()
    let timeline = timeline()
    let replay = replay()
    let steps = steps()
    return .element("div", .class("page")) {
      definitions(parts)
      header()
      Markup.element("main") {
        Markup.element("div", .class("grid")) {
          score
          criteria()
          timeline
          replay
          Markup.element("div", .class("beside")) {
            advice()
            work()
          }
          deductions()
          steps
          areas()
          origin()
        }
      }
      Markup.element("footer") {
        Markup.element("p", .class("note")) { DebriefSheet.notADevice }
      }
      Markup.data(id: "replay-data", json: replayData())
    }
  }

  private func header() -> Markup {
    .element("header") {
      Markup.element("p", .class("kind")) {
        DebriefSheet.debrief
        Markup.element("span", .class("pill")) { sheet.attempt }
      }
      Markup.element("h1") { Markup.isolated(sheet.title) }
      Markup.element("p", .class("note")) {
        Markup.isolated(sheet.record)
        for fact in sheet.facts.dropFirst() where fact.isSubtitle {
          Markup.element("span", .class("part")) { fact.value }
        }
      }
    }
  }

  // MARK: Score

  private func score() -> Markup {
    let result = sheet.model.result
    let look =
      switch result.verdict {
      case .passed: "good"
      case .failed: "bad"
      case .abandoned: "warning"
      }
    return .element("section", .class("card", "score"), .labelled(by: "score-title")) {
      Markup.element("h2", .id("score-title")) { DebriefSheet.total }
      Markup.element("div", .class("ring")) {
        ring(result)
        Markup.element("p", .class("total")) {
          Markup.element("strong") { DebriefSheet.figure(result.score) }
          " "
          Markup.element("span") { DebriefSheet.of100 }
        }
      }
      Markup.element("p") { Markup.element("span", .class("pill", look)) { sheet.verdict } }
      Markup.element("p", .class("note")) { sheet.reason }
      if !sheet.critical.isEmpty {
        Markup.element("ul", .class("faults")) {
          for fault in sheet.critical {
            Markup.element("li") {
              fault.term
              " "
              Markup.element("code") { fault.value }
            }
          }
        }
      }
      if let below = sheet.below, below != sheet.reason { Markup.element("p") { below } }
      if let borderline = sheet.borderline, borderline != sheet.reason {
        Markup.element("p") { borderline }
      }
    }
  }

  /// Three quarters of a circle, filled as far as the score, with a tick at the pass mark.
  private func ring(_ result: Scoring.Result) -> Markup {
    let centre = (x: 110.0, y: 100.0)
    func angle(_ share: Double) -> Double { (0.75 + 1.5 * share) * Double.pi }
    func arc(_ share: Double, _ colour: String, _ width: Double) -> Markup {
      SVG.arc(
        centre: centre, radius: 84, from: angle(0), to: angle(share), colour: colour,
        width: width, isRound: true)
    }
    let share = min(max(result.score.value / 100, 0), 1)
    let pass = Double(result.passMark) / 100
    func tick(_ colour: String, _ width: Double) -> Markup {
      func at(_ radius: Double) -> SVG.Place {
        (centre.x + radius * cos(angle(pass)), centre.y + radius * sin(angle(pass)))
      }
      return SVG.line(from: at(72), to: at(98), colour: colour, width: width)
    }
    return SVG.picture(width: 220, height: 176, title: nil) {
      arc(1, "edge", 16)
      arc(1, "sunken", 14)
      if share > 0 {
        if share < pass { arc(share, "low-edge", 16) }
        arc(share, share < pass ? "low" : "in-band", 14)
      }
      tick("surface", 6)
      tick("ink", 2.5)
    }
  }

  // MARK: Where it comes from

  private func origin() -> Markup {
    .element("section", .class("card", "origin"), .labelled(by: "origin-title")) {
      Markup.element("h2", .id("origin-title")) { DebriefSheet.origin }
      Markup.element("dl", .class("facts")) {
        for fact in sheet.facts {
          Markup.element("dt") { fact.term }
          Markup.element("dd") { fact.isForeign ? Markup.isolated(fact.value) : Markup(fact.value) }
        }
        Markup.element("dt") { Texts["report.case"] }
        Markup.element("dd") { Markup.element("code") { scenarioSHA256 } }
        Markup.element("dt") { Texts["report.result"] }
        Markup.element("dd") {
          Markup.element("code") {
            ResultJSON.digest(sheet.model.result, scenarioSHA256: scenarioSHA256)
          }
        }
      }
    }
  }
}

extension Page.Direction {
  /// That of the letters a language is written in.
  init(of language: String) {
    let code = language.split(separator: "-").first.map(String.init) ?? language
    self = ["ar", "fa", "he", "ur", "yi"].contains(code) ? .rightToLeft : .leftToRight
  }
}
