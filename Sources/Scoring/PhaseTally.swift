/// What happened in one phase, beside its guides.
struct PhaseTally: Sendable {
  /// Time with a judged hand on the back, and lost time, in microseconds.
  var contact = 0
  var lost = 0
  var contacts = 0
  var breaks = 0
  /// Time of the first landing and of the last lift.
  var firstContact: Int?
  var lastContact: Int?
  /// Travel while OFF or of no guide, in nanometres.
  var offPath = Loss()

  // Speed, in microseconds of judged time.
  var judged = 0
  var inBand = 0
  var tooSlow = 0
  var tooFast = 0
  /// Nanometres per second times microseconds, divided by 1,000: fits a day at the top speed.
  var speedSum = 0
  var slowLoss = Loss()
  var fastLoss = Loss()
  var fastest = 0.0
  var slowest = Double.infinity

  // Pressure.
  var pressureTime = 0
  /// Thousandths times microseconds.
  var pressureSum = 0
  var pressureInBand = 0
}
