public import Attempts
import Geometry
public import Patients
public import Scenarios
public import Scoring

extension DebriefModel {
  /// Folds an attempt's events into what its debrief shows.
  ///
  /// - Parameters:
  ///   - events: in the order in which they were judged; of long attempts not every place is kept.
  ///   - effect: what they did to the patient; nil where nobody reckoned it.
  ///   - last: the attempt before it.
  public init(
    scenario: Scenario, result: Scoring.Result, events: some Sequence<Event>,
    effect: SessionEffect? = nil, last: Last? = nil
  ) {
    self.last = last
    self.effect = effect?.wasTouched == true ? effect : nil
    self.scenario = scenario
    self.result = result
    let isOfOnePhase = result.mode == .drill || result.origin == .foreign
    var fold = DebriefFold(
      scenario: scenario, scope: isOfOnePhase ? result.phases.first?.id : nil,
      spacing: result.duration.value > DebriefModel.longDuration ? DebriefModel.longSpacing : 0)
    for event in events { fold.add(event) }
    fold.finish()
    let length = max(result.duration.value, Double(fold.time) / 1_000_000, 0.001)
    duration = length
    segments = fold.segments(until: length)
    traces = fold.traces
    speeds = DebriefModel.speeds(of: fold.traces, duration: length)
    let stays = segments.map { segment in
      Deduction.Stay(phase: segment.phase.map { scenario.phases[$0].id }, start: segment.start)
    }
    let segments = segments
    marks = result.deductions.map { deduction in
      DebriefModel.mark(
        deduction, scenario: scenario, traces: fold.traces, segments: segments, stays: stays)
    }
  }

  /// Seconds beyond which places that lie near to each other are left out.
  private static let longDuration = 1_200.0
  /// Millimetres between the places of such an attempt; at least one a quarter of a second is kept.
  private static let longSpacing = 2.0

  private static func mark(
    _ deduction: Deduction, scenario: Scenario, traces: [Trace], segments: [Segment],
    stays: [Deduction.Stay]
  ) -> Mark {
    // What was not done has no moment and no place.
    let spans = deduction.isNotShown ? [] : deduction.spans
    let stretches = spans.map { span in
      let (start, end) = (span.start.value, span.end.value)
      return Stretch(
        start: start, end: end,
        place: place(at: (start + end) / 2, traces) ?? place(at: start, traces)
      )
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let telling = deduction.tellingSpan(in: stays)
    let main =
      telling.flatMap { telling in
        stretches.firstIndex { $0.start == telling.start.value && $0.end == telling.end.value }
      } ?? 0
    let counted = deduction.phase.flatMap(scenario.phaseIndex)
    // What has no moment in the step that it is counted in is shown where it was.
    let isElsewhere = telling.map { !deduction.isCounted($0, in: stays) } ?? false
    let step =
      isElsewhere
      ? telling.flatMap { telling in segments.last { $0.start <= telling.start.value }?.phase }
      : counted
    return Mark(
      shape: shape(deduction.code), stretches: stretches, main: main, phase: step ?? counted)
  }

  private static func shape(_ code: String) -> Shape {
    let parts = code.split(separator: ".")
    switch parts.first {
    case "procedure": return .square
    case "spasm": return code.hasSuffix("notShown") ? .circle : .octagon
    default: break
    }
    switch parts.last {
    case "tooSlow", "tooLight", "notShown", "uneven", "hesitation", "breaks", "wobble", "press":
      return .circle
    default: return .diamond
    }
  }

  /// Where a hand was at a time, if one was down.
  private static func place(at moment: Double, _ traces: [Trace]) -> Point? {
    traces.lazy.compactMap { $0.place(at: moment) }.first
  }

  /// The way of each hand within the slices of the session.
  private static func speeds(of traces: [Trace], duration: Double) -> [Double?] {
    var ways = [Double](repeating: 0, count: slices)
    var times = [Double](repeating: 0, count: slices)
    for trace in traces {
      for index in trace.points.indices.dropFirst() {
        let middle = (trace.times[index] + trace.times[index - 1]) / 2
        let slice = min(slices - 1, Int(middle / duration * Double(slices)))
        ways[slice] += trace.points[index].distance(to: trace.points[index - 1])
        times[slice] += trace.times[index] - trace.times[index - 1]
      }
    }
    return zip(ways, times).map { way, time in time >= 0.02 ? way / time : nil }
  }
}

/// Gathers contacts and phases from events.
private struct DebriefFold {
  private struct Down {
    var contact: Int
    var trace: DebriefModel.Trace
  }

  let scenario: Scenario
  var time = 0
  var traces: [DebriefModel.Trace] = []
  private var entries: [(phase: Int, time: Int)] = []
  private var down: [Down] = []

  /// A record of one phase alone begins in it.
  init(scenario: Scenario, scope: String?, spacing: Double) {
    self.scenario = scenario
    self.spacing = spacing
    startPhase = scope.flatMap(scenario.phaseIndex)
  }

  private let startPhase: Int?
  /// Least distance in mm of the places that are kept.
  private let spacing: Double

  private var phase: Int? { entries.last?.phase ?? startPhase }

  mutating func add(_ event: Event) {
    time = max(time, event.time)
    switch event {
    case .act(.phase(let id), let moment):
      if let index = scenario.phaseIndex(id) { entries.append((index, moment)) }
    case .act: break
    case .land(let landing):
      down.append(
        Down(contact: landing.contact, trace: .init(phase: phase, times: [], points: [])))
      append(landing.contact, landing.sample)
    case .move(let contact, let sample): append(contact, sample)
    case .lift(let contact, let sample):
      append(contact, sample, isLast: true)
      if let index = down.firstIndex(where: { $0.contact == contact }) {
        traces.append(down.remove(at: index).trace)
      }
    }
  }

  mutating func finish() {
    traces += down.map(\.trace)
    down = []
    traces.sort { ($0.times.first ?? 0) < ($1.times.first ?? 0) }
  }

  private mutating func append(_ contact: Int, _ sample: Sample, isLast: Bool = false) {
    guard let index = down.firstIndex(where: { $0.contact == contact }) else { return }
    let seconds = Double(sample.time) / 1_000_000
    let place = sample.position.point
    if !isLast, let time = down[index].trace.times.last, let last = down[index].trace.points.last,
      seconds - time < 0.25, last.distance(to: place) < spacing
    {
      return
    }
    down[index].trace.times.append(seconds)
    down[index].trace.points.append(place)
  }

  func segments(until end: Double) -> [DebriefModel.Segment] {
    var segments: [DebriefModel.Segment] = []
    let first = entries.first.map { Double($0.time) / 1_000_000 } ?? end
    if first > 0, startPhase == nil || !entries.isEmpty {
      segments.append(.init(phase: nil, start: 0, end: first))
    } else if entries.isEmpty {
      segments.append(.init(phase: startPhase, start: 0, end: end))
    }
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? Double(entries[index + 1].time) / 1_000_000 : end
      let start = Double(entry.time) / 1_000_000
      if next > start { segments.append(.init(phase: entry.phase, start: start, end: next)) }
    }
    return segments
  }
}
