public import Scoring

/// A line that `score --format json` or `score --lines` wrote, read again.
public struct ResultLine: Sendable {
  public enum Content: Sendable {
    case result(ReadResult)
    /// Why there is no result.
    case error(String)
  }

  public var record: String
  public var content: Content

  /// The longest line, in bytes.
  public static let limit = 16 << 20

  /// - Parameter bytes: without the line end.
  /// - Throws: ``ResultLineError`` when it is no such line.
  public init(_ bytes: [UInt8]) throws(ResultLineError) {
    let object = try ObjectReader(try JSONReader.read(bytes), "a result")
    let format = try object.figure("effleurage")
    guard format == .whole(ResultJSON.format) else {
      throw ResultLineError(
        at: try object.value("effleurage").offset,
        "a result of format \(format); this program reads \(ResultJSON.format)")
    }
    record = try object.string("record")
    if let error = try object.optional("error") {
      content = .error(try ObjectReader.string(error, "error"))
    } else {
      content = .result(try ReadResult(object))
    }
  }
}

/// What a result line says.
public struct ReadResult: Hashable, Sendable {
  public struct Criterion: Hashable, Sendable {
    public var id: String
    public var weight: Figure
    public var assessed: Bool
    public var lost: Figure
  }

  public struct Deduction: Hashable, Sendable {
    public var code: String
    public var points: Figure
    public var phase: String?
    /// Its spans and its message, as JSON.
    public var words: String
  }

  /// A figure of a step or an area, by its place, as in `warm-up.left.strokes`.
  public struct Measure: Hashable, Sendable {
    public var name: String
    /// JSON.
    public var value: String
  }

  public var scenarioID: String
  public var scenarioSHA256: String
  public var rules: Int
  /// What says which attempt it was: trainee, mode, origin, device, pressure, duration; as JSON.
  public var attempt: [Measure]
  public var verdict: String
  public var score: Figure
  public var passMark: Figure
  public var critical: [String]
  public var below: [String]
  public var borderline: Bool
  public var criteria: [Criterion]
  public var deductions: [Deduction]
  public var measures: [Measure]
  public var digest: String

  init(_ object: ObjectReader) throws(ResultLineError) {
    let scenario = try object.object("scenario")
    scenarioID = try scenario.string("id")
    scenarioSHA256 = try scenario.string("sha256")
    let rules = try object.figure("rules")
    guard rules.places == 0 else {
      throw ResultLineError(at: try object.value("rules").offset, "'rules' is a whole number")
    }
    self.rules = rules.units
    let device = try object.object("device")
    attempt = []
    for key in ["trainee", "mode", "origin"] {
      attempt.append(Measure(name: key, value: try object.value(key).text))
    }
    for key in ["kind", "pressure"] {
      attempt.append(Measure(name: "device." + key, value: try device.value(key).text))
    }
    attempt.append(Measure(name: "duration_s", value: try object.figure("duration_s").description))
    verdict = try object.string("verdict")
    score = try object.figure("score")
    passMark = try object.figure("passMark")
    critical = try object.strings("critical")
    below = try object.strings("below")
    borderline = try object.boolean("borderline")
    criteria = []
    for criterion in try object.objects("criteria") {
      criteria.append(
        Criterion(
          id: try criterion.string("id"), weight: try criterion.figure("weight"),
          assessed: try criterion.boolean("assessed"), lost: try criterion.figure("lost")))
    }
    deductions = []
    for deduction in try object.objects("deductions") {
      let phase = try deduction.value("phase")
      deductions.append(
        Deduction(
          code: try deduction.string("code"), points: try deduction.figure("points"),
          phase: phase.isNull ? nil : try ObjectReader.string(phase, "phase"),
          words: try deduction.value("spans").text + deduction.value("message").text))
    }
    measures = []
    for key in ["phases", "areas"] {
      for part in try object.objects(key) {
        let id = try part.string("id")
        part.whole.addMeasures(named: id, to: &measures)
      }
    }
    digest = try object.string("digest")
  }
}

extension ResultLine {
  /// What a JSON value that this program wrote says to people: a text without its quotes and
  /// escapes, anything else as it is.
  public static func plain(_ json: String) -> String {
    guard json.hasPrefix("\"") else { return json }
    do throws(ResultLineError) {
      guard case .string(let text) = try JSONReader.read(Array(json.utf8)).content else {
        return json
      }
      return text
    } catch {
      return json
    }
  }
}
