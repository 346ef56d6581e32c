import BackAtlas
import Catalogue
public import Geometry
import Patients
public import Scenarios
public import Scoring

/// Everything that a debrief says, in the language that is shown: what documents lay out.
///
/// The words are those of the window. Texts of the case and the record's name are somebody's own
/// and are given as they are.
public struct DebriefSheet: Sendable {
  /// A term with what is said of it.
  public struct Fact: Hashable, Sendable {
    public var term: String
    public var value: String
    /// Whether the value is written by somebody else, in whatever script.
    public var isForeign = false
  }

  public struct CriterionRow: Hashable, Sendable {
    public var name: String
    /// False: the rest says nothing.
    public var isAssessed: Bool
    /// Points that it has here.
    public var weight: Figure
    public var weightText: String
    /// 0 to 1.
    public var share: Double
    /// Of 100, rounded down.
    public var percent: Int
    public var lost: Figure
    public var lostText: String
    /// Whether it kept less than the pass mark's share, and less than its minimum.
    public var isLow: Bool
    public var isBelow: Bool
  }

  public struct DeductionRow: Hashable, Sendable {
    /// As on its mark, from 1: in the order of moments.
    public var number: Int
    public var code: String
    public var name: String
    public var criterion: String
    public var points: Figure
    public var pointsText: String
    /// Index and title of its step.
    public var step: Int?
    public var stepTitle: String?
    /// Seconds; nil when it has no moment.
    public var moment: Double?
    public var end: Double?
    /// As in `2:05`; empty without a moment.
    public var momentText: String
    /// How many stretches it was.
    public var count: Int
    /// As in "left L4".
    public var place: String?
    /// Where the hand was, in mm.
    public var spot: Point?
    /// What was measured and what to aim for.
    public var sentence: String
    public var shape: DebriefModel.Shape
  }

  public struct Advice: Hashable, Sendable {
    public var title: String
    public var detail: String
    public var gain: String
    public var isCritical: Bool
    /// Number and moment (seconds) of the mark of what cost most of it; nil: it has no moment.
    public var number: Int?
    public var moment: Double?
  }

  public struct IndicatorRow: Hashable, Sendable {
    public var name: String
    /// 0 to 100.
    public var from: Int
    public var to: Int
    public var change: String
    /// 1 better, -1 worse, 0 as before.
    public var sign: Int
    public var direction: String
  }

  /// Columns of figures below their titles; the first one is text.
  public struct Grid: Hashable, Sendable {
    public var columns: [String]
    public var rows: [[String]]
  }

  public struct Step: Hashable, Sendable {
    public var index: Int
    public var title: String
    /// What the step asked, in a line.
    public var asked: String
    public var measures: [Fact]
    public var grid: Grid?
  }

  public let model: DebriefModel
  public let record: String
  public var title: String
  public var verdict: String
  public var reason: String
  /// All critical faults in words with their codes.
  public var critical: [Fact]
  /// What kept less than its minimum, in a sentence; nil: nothing.
  public var below: String?
  /// That a little would change the verdict; nil: it would not.
  public var borderline: String?
  /// What the attempt is: practice, exam, drill, demonstration, foreign record.
  public var attempt: String
  public var facts: [Fact]
  public var criteria: [CriterionRow]
  /// In the order of their numbers.
  public var deductions: [DeductionRow]
  public var advice: [Advice]
  public var indicators: [IndicatorRow]
  public var steps: [Step]
  public var areas: Grid

  /// - Parameters:
  ///   - record: the record's name.
  ///   - started: wall clock at the attempt's start, ISO 8601; nil or empty when not known.
  public init(_ model: DebriefModel, record: String, started: String? = nil) {
    let result = model.result
    self.model = model
    self.record = record
    title = model.scenario.title
    verdict = Words.Debrief.verdict(result)
    reason = Words.Debrief.reason(result)
    critical = result.critical.map {
      Fact(term: Words.sentence(Words.Debrief.critical($0)), value: $0)
    }
    below =
      result.below.isEmpty
      ? nil
      : Texts[
        "debrief.tooLittle",
        [
          "criteria": Words.list(result.below.map { Texts.inSentence(Words.criterion($0)) })
        ]]
    borderline = result.borderline ? Words.Debrief.closeCall : nil
    attempt = Words.Debrief.attempt(result)
    facts = DebriefSheet.facts(result, record, started)
    criteria = result.criteria.map { DebriefSheet.row($0, result) }
    deductions = DebriefSheet.rows(model)
    advice = DebriefSheet.advice(model)
    indicators = model.effect.map(DebriefSheet.rows) ?? []
    steps = result.phases.compactMap { DebriefSheet.step($0, model.scenario) }
    areas = DebriefSheet.areas(model)
  }

  private static func facts(
    _ result: Scoring.Result, _ record: String, _ started: String?
  ) -> [Fact] {
    var facts = [Fact(term: Texts["report.record"], value: record, isForeign: true)]
    if let started, !started.isEmpty {
      facts.append(Fact(term: Texts["report.started"], value: moment(started)))
    }
    facts.append(Fact(term: Texts["report.attempt"], value: Words.Debrief.attempt(result)))
    facts.append(
      Fact(
        term: Texts["report.duration"], value: Words.Debrief.length(result.duration.value)))
    return facts + Words.Debrief.origins(result).map { Fact(term: $0.0, value: $0.1) }
  }

  /// ISO 8601 as it is read: a blank between day and time, UTC named.
  private static func moment(_ started: String) -> String {
    guard started.hasSuffix("Z"), started.utf8.count >= 19,
      started.dropFirst(10).first == "T"
    else { return started }
    return Texts[
      "report.startedAt",
      ["day": String(started.prefix(10)), "time": String(started.dropFirst(11).prefix(5))]]
  }

  private static func row(_ judged: CriterionResult, _ result: Scoring.Result) -> CriterionRow {
    let isAssessed = judged.assessed && judged.effectiveTenths > 0
    let share =
      isAssessed ? 1 - Double(judged.lost.units) / Double(judged.effectiveTenths) : 0
    let isBelow = result.below.contains(judged.criterion)
    return CriterionRow(
      name: Words.criterion(judged.criterion), isAssessed: isAssessed,
      weight: .tenths(judged.effectiveTenths),
      weightText: Words.figure(.tenths(judged.effectiveTenths)), share: max(0, share),
      // So that a share just short of the mark does not read as the mark.
      percent: Int((max(0, share) * 100 + 1e-9).rounded(.down)), lost: judged.lost,
      lostText: Words.Debrief.lost(judged.lost),
      isLow: isAssessed && share < Double(result.passMark) / 100, isBelow: isBelow)
  }

  private static func rows(_ model: DebriefModel) -> [DeductionRow] {
    DebriefScreen(model: model).order.enumerated().map { place, index in
      let deduction = model.result.deductions[index]
      let mark = model.marks[index]
      return DeductionRow(
        number: place + 1, code: deduction.code, name: Words.Debrief.name(deduction.code),
        criterion: Words.criterion(deduction.criterion), points: deduction.points,
        pointsText: Words.Debrief.lost(deduction.points), step: mark.phase,
        stepTitle: mark.phase.map { Words.title(model.scenario.phases[$0]) },
        moment: mark.moment, end: mark.mainStretch?.end,
        momentText: mark.moment.map(Words.clock) ?? "",
        count: deduction.isNotShown ? 0 : deduction.spans.count,
        place: mark.place.map { Words.place(model.scenario.patient.back.name(of: $0)) },
        spot: mark.place,
        sentence: Words.Debrief.detail(
          model.result.change(ofDeduction: index), in: model), shape: mark.shape)
    }
  }

  private static func advice(_ model: DebriefModel) -> [Advice] {
    let result = model.result
    let order = DebriefScreen(model: model).order
    return result.changes.map { change in
      let worst = result.tellingDeduction(of: change).flatMap {
        model.marks[$0].moment == nil ? nil : $0
      }
      return Advice(
        title: Words.Debrief.advice(change), detail: Words.Debrief.detail(change, in: model),
        gain: Words.Debrief.gain(change), isCritical: change.isCritical,
        number: worst.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 },
        moment: worst.flatMap { model.marks[$0].moment })
    }
  }

  private static func rows(_ effect: SessionEffect) -> [IndicatorRow] {
    Indicator.allCases.map { indicator in
      let change = IndicatorChange(indicator, effect)
      return IndicatorRow(
        name: Words.Debrief.indicator(indicator), from: change.from, to: change.to,
        change: Words.Debrief.change(change),
        sign: change.direction == .better ? 1 : change.direction == .worse ? -1 : 0,
        direction: Words.Debrief.direction(change.direction))
    }
  }

  private static func areas(_ model: DebriefModel) -> Grid {
    let back = model.scenario.patient.back
    let rows = model.result.areas.map { area -> [String] in
      let own = model.scenario.spasm.first { $0.id == area.id }
      let corners = own?.outline.polygon.corners.map(\.point) ?? []
      let middle = corners.reduce(Point.zero, +) * (1 / Double(max(1, corners.count)))
      let name =
        own == nil
        ? Texts["report.areas.\(area.id)"]
        : Texts["case.spasm", ["place": Words.place(back.name(of: middle))]]
      return [
        name, Texts["number.seconds", ["value": Words.number(area.contact.value, places: 1)]],
        String(area.entries), millimetres(area.depth),
        area.peakPressure.map { Words.number($0.value * 100) } ?? "–",
        Texts["number.seconds", ["value": Words.number(area.pressed.value, places: 1)]],
      ]
    }
    return Grid(
      columns: [
        Texts["report.area"], Texts["report.contact"], Texts["report.entries"],
        Texts["report.depth"], Texts["report.peakPressure"], Texts["report.broken"],
      ], rows: rows)
  }

  static func millimetres(_ figure: Figure) -> String {
    Texts["number.millimetres", ["value": Words.number(figure.value, places: 1)]]
  }

  static func percent(_ share: Figure) -> String {
    Texts["number.percent", ["value": Words.number(share.value * 100)]]
  }
}

/// Titles and other words that documents write beside the debrief's own.
extension DebriefSheet {
  public static var debrief: String { Words.Debrief.title }
  public static var total: String { Words.Debrief.total }
  public static var of100: String { Words.Debrief.of100 }
  public static var criteriaTitle: String { Words.Debrief.criteria }
  public static var weight: String { Words.Debrief.weight }
  public static var kept: String { Words.Debrief.score }
  public static var lost: String { Words.Debrief.lost }
  public static var passMark: String { Words.Debrief.passMark }
  public static var notAssessed: String { Words.Debrief.notAssessed }
  public static var timeline: String { Words.Debrief.timeline }
  public static var before: String { Words.Debrief.before }
  public static var noDeductions: String { Words.Debrief.noDeductions }
  public static var clean: String { Words.Debrief.clean }
  public static var noTrace: String { Words.Debrief.noTrace }
  public static var work: String { Words.Debrief.work }
  public static var workNote: String { Words.Debrief.workNote }
  public static var origin: String { Words.Debrief.origin }
  public static var notADevice: String { Words.notADevice }
  /// What the kinds of trail mean, in the order of their qualities.
  public static var legend: [String] {
    [Texts["plate.inBand"], Texts["plate.high"], Texts["plate.low"], Texts["plate.spasm"]]
  }
  public static var patientsLeft: String { Words.Case.patientsLeft }
  public static var patientsRight: String { Words.Case.patientsRight }

  /// Seconds as minutes and seconds.
  public static func clock(_ seconds: Double) -> String { Words.clock(seconds) }
  public static func figure(_ figure: Figure) -> String { Words.figure(figure) }
  public static func title(_ phase: Phase) -> String { Words.title(phase) }
}
