/// How a record's writer puts the values of a trace into text. Readers need not be told.
public enum TraceEncoding: Hashable, Sendable {
  /// Every value as it is, a point a line: text for people.
  case explicit
  /// Values as the recommendation's first differences, many points a line, about half of the bytes:
  /// text for keeping.
  case difference
}
