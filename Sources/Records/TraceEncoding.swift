/// How a record's writer puts the values of a trace into text. Readers need not be told.
public enum TraceEncoding: Hashable, Sendable {
  /// Every value as it is, a point a line: text for people.
  case explicit
  /// Values as the recommendation's first and second differences, many points a line, about a third
  /// of the bytes: text for keeping.
  case difference
}
