/// What the work has done to the patient so far, as it is shown. It is never part of the score.
public struct PatientState: Hashable, Sendable {
  /// How warm the skin has become.
  public var warmth: WarmthMap
  /// 0, painful, to 1, at ease.
  public var comfort: Double
  /// Breaths in a minute.
  public var breathingRate: Double
  /// Where in a breath the patient is: 0 to 1, breathing in up to 0.4.
  public var breath: Double
  /// Whether what a hand does hurts now.
  public var isInPain: Bool
  /// Tension of the back muscles: 0, slack, to 1, as tense as can be.
  public var tone: Double
  /// How much of the tension is guarding against the hand: 0 to 1.
  public var guarding: Double

  public init(
    warmth: WarmthMap, comfort: Double, breathingRate: Double, breath: Double, isInPain: Bool,
    tone: Double = 0, guarding: Double = 0
  ) {
    self.warmth = warmth
    self.comfort = comfort
    self.breathingRate = breathingRate
    self.breath = breath
    self.isInPain = isInPain
    self.tone = tone
    self.guarding = guarding
  }
}

/// Shares from 0, as before, to 1, as warm as massage makes it, on square cells of the back.
public struct WarmthMap: Hashable, Sendable {
  /// Edge of a cell, in mm.
  public static let cell = 10.0
  /// The left edge of the first column and the upper edge of the first row, in mm.
  public let left: Double
  public let top: Double
  public let columns: Int
  public let rows: Int
  /// Row by row, from the top, each from the left.
  public var values: [Double]

  /// A map without warmth.
  public init(left: Double, top: Double, columns: Int, rows: Int) {
    precondition(columns >= 0 && rows >= 0, "a map has no negative size")
    self.left = left
    self.top = top
    self.columns = columns
    self.rows = rows
    values = [Double](repeating: 0, count: columns * rows)
  }
}
