import Attempts
import Classes

/// What a record was like beside its result, without its events.
struct RecordTrace: Sendable {
  /// Wall clock at the start; empty when not known.
  var start: String
  /// Nil when no hand came down.
  var scale: ScaleClass?
  var movements: Movements
}

/// Takes the events of a record one by one.
struct RecordTraceFold: Sendable {
  private let start: String
  private var scales = ScaleCount()
  private var movements = MovementsFold()

  /// Nothing that this program writes as a start is longer.
  private static let startLength = 40

  init(_ header: Header) {
    start = String(header.start.prefix(RecordTraceFold.startLength))
  }

  mutating func add(_ event: Event) {
    scales.add(event)
    movements.add(event)
  }

  var trace: RecordTrace {
    RecordTrace(
      start: start, scale: scales.most.map { ScaleClass(nanometresPerPixel: $0) },
      movements: movements.movements)
  }
}
