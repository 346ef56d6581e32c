/// Numbered marks beside each other on a line of time.
enum MarkRow {
  /// Moves marks apart where they would touch, and keeps them before the end of the line.
  ///
  /// - Parameters:
  ///   - wanted: where each mark points to, ascending.
  ///   - pitch: from mark to mark; less where there is no room.
  static func places(_ wanted: [Double], from left: Double, to right: Double, pitch: Double = 22)
    -> [Double]
  {
    let pitch = min(pitch, (right - left) / Double(max(1, wanted.count)))
    var places = wanted.map { min($0, right - 4) }
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + pitch)
    }
    var limit = right - 4
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - pitch
    }
    return places
  }
}
