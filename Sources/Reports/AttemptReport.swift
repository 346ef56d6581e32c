public import Attempts
import Catalogue
import Drawing
import Foundation
import Handover
public import Patients
import Records
public import Scenarios
import Scenes
public import Scoring

/// The debrief of an attempt as a document of the kind that its file's ending names.
///
/// Its words are in the language that is shown. The same attempt gives the same bytes.
public struct AttemptReport: Sendable {
  /// What a file's ending says.
  public enum Kind: String, CaseIterable, Sendable {
    /// One page that needs nothing else, with a replay.
    case html
    /// Two sheets of A4 in vectors.
    case pdf
    /// The debrief as the window has it.
    case png
    /// A header and a row.
    case csv

    /// That of a path; nil when its ending is none of these.
    public init?(path: String) {
      let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
      self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }
  }

  public let record: String
  public let scenario: Scenario
  public let scenarioSHA256: String
  public let result: Scoring.Result
  /// Wall clock at the attempt's start, ISO 8601; nil or empty when not known.
  public let started: String?
  private let model: DebriefModel

  /// - Parameters:
  ///   - record: the record's name, as results have it.
  ///   - scenarioSHA256: of the case's file, lower-case hex.
  ///   - events: those that were judged, in their order.
  ///   - effect: what they did to the patient; nil leaves that out.
  ///   - started: wall clock at the attempt's start, ISO 8601.
  public init(
    record: String, scenario: Scenario, scenarioSHA256: String, result: Scoring.Result,
    events: [Event], effect: SessionEffect?, started: String? = nil
  ) {
    self.record = record
    self.scenario = scenario
    self.scenarioSHA256 = scenarioSHA256
    self.result = result
    self.started = started
    model = DebriefModel(scenario: scenario, result: result, events: events, effect: effect)
  }

  private var sheet: DebriefSheet { DebriefSheet(model, record: record, started: started) }

  /// Writes the file, which is whole or not there: it is written beside and then renamed.
  ///
  /// - Throws: ``ReportError/unknownKind(path:)`` where the ending names no kind.
  public func write(to path: String) throws(ReportError) {
    guard let kind = Kind(path: path) else { throw .unknownKind(path: path) }
    try ReportFile.write(try bytes(kind), to: path)
  }

  /// The document.
  public func bytes(_ kind: Kind) throws(ReportError) -> [UInt8] {
    switch kind {
    case .html:
      return Array(AttemptPage(sheet, scenarioSHA256: scenarioSHA256).html().utf8)
    case .csv:
      return Array(
        ResultCSV.file(result, record: record, scenarioSHA256: scenarioSHA256).utf8)
    case .png:
      do throws(DrawingError) {
        return try DebriefPicture(model).draw().pngData()
      } catch {
        throw .cannotDraw(reason: error.description)
      }
    case .pdf:
      let sheet = sheet
      let pages = DebriefPages(sheet)
      do throws(DrawingError) {
        return try Canvas.pdf(
          width: DebriefPages.width, height: DebriefPages.height, pages: DebriefPages.count,
          information: DocumentInformation(
            title: "\(sheet.title): \(record)", creator: Program.signature, created: started)
        ) { canvas, page in
          pages.draw(page: page, on: canvas)
        }
      } catch {
        throw .cannotDraw(reason: error.description)
      }
    }
  }

  /// Texts of somebody's own of which this system has not every letter: a picture and a PDF have
  /// boxes in their places. A page of HTML is set by the browser, with its own fonts.
  public func textsWithoutFont(_ kind: Kind) -> [String] {
    guard kind == .pdf || kind == .png else { return [] }
    var texts: [String] = []
    for text in [scenario.title, record] + scenario.phases.map(\.title)
    where FontBook.lacksLetters(of: text) && !texts.contains(text) { texts.append(text) }
    return texts
  }
}
