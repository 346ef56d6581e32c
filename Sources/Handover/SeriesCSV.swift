public import Scenarios
public import Scoring

/// The series behind the measures as comma-separated values (RFC 4180): a header, then a row for
/// every tick of every hand.
///
/// The columns are stable: new ones come at the end. What does not apply is empty.
public struct SeriesCSV: Sendable {
  /// Ends every row.
  public static let lineEnd = ResultCSV.lineEnd

  /// After `record`, which stands first where several records are in one file.
  public static let columns = [
    "contact", "time_s", "phase", "guide", "x_mm", "y_mm", "progress_mm", "deviation_mm",
    "speed_mm_s", "pressure", "state", "duration_s", "stroke", "travel_mm", "covered_mm",
    "backward_mm", "speedJudged", "loop_mm",
  ]

  /// The first row, with its line end.
  public static func header(namesRecords: Bool) -> String {
    ((namesRecords ? ["record"] : []) + columns).joined(separator: ",") + lineEnd
  }

  /// What every row begins with.
  private let opening: String
  /// Names by index: of phases, and of the guides, lanes or points of each.
  private let phases: [(id: String, guides: [String])]

  /// - Parameter record: the record's name, where several are in one file.
  public init(scenario: Scenario, record: String?) {
    opening = record.map { ResultCSV.cell($0) + "," } ?? ""
    phases = scenario.phases.map { phase in
      let guides =
        switch phase.task {
        case .stroking(let task): task.guides.map(\.id)
        case .combCircles(let task): task.guides.map(\.id)
        case .pointPress(let task): task.points.map(\.id)
        case .honeyLift: [String]()
        }
      return (phase.id, guides)
    }
  }

  /// Rows as text, each with its line end.
  public func text(of rows: [SeriesRow]) -> String {
    var text = ""
    for row in rows { append(row, to: &text) }
    return text
  }

  private func append(_ row: SeriesRow, to text: inout String) {
    let phase = phases[row.phase]
    text += opening
    text += String(row.contact)
    add(Figure(units: row.time, places: 6), to: &text)
    add(phase.id, to: &text)
    add(row.guide.map { phase.guides[$0] } ?? "", to: &text)
    add(SeriesCSV.millimetres(row.x), to: &text)
    add(SeriesCSV.millimetres(row.y), to: &text)
    add(row.progress.map { Figure($0, places: 6) }, to: &text)
    add(row.deviation.map { Figure($0, places: 6) }, to: &text)
    add(row.speed.map(Figure.hundredths), to: &text)
    add(row.pressure.map(Figure.thousandths), to: &text)
    add(row.state.rawValue, to: &text)
    add(Figure(units: row.duration, places: 6), to: &text)
    add(row.stroke.map { String($0) } ?? "", to: &text)
    add(SeriesCSV.millimetres(row.travel), to: &text)
    add(SeriesCSV.millimetres(row.covered), to: &text)
    add(SeriesCSV.millimetres(row.backward), to: &text)
    add(String(row.isSpeedJudged), to: &text)
    add(row.loop.map(Figure.hundredths), to: &text)
    text += SeriesCSV.lineEnd
  }

  private func add(_ cell: String, to text: inout String) {
    text += ","
    text += cell
  }

  private func add(_ figure: Figure?, to text: inout String) {
    add(figure?.description ?? "", to: &text)
  }

  /// Nanometres, exactly.
  private static func millimetres(_ nanometres: Int) -> Figure {
    Figure(units: nanometres, places: 6)
  }
}
