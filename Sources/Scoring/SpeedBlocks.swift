import Geometry

/// Speeds of a stroke by time, in a fixed number of blocks: how even its middle was.
///
/// Which ticks are in the middle is known only at the end, so all must be kept; blocks that double
/// in length when they run out keep that constant. Up to 2,048 ticks (10 s) a block is a tick.
struct SpeedBlocks: Sendable {
  private struct Block: Sendable {
    var ticks = 0
    /// Hundredths of mm/s, and their squares.
    var sum = 0
    var squares = 0

    mutating func add(_ units: Int) {
      ticks += 1
      sum += units
      squares += units * units
    }
  }

  private var blocks: [Block] = []
  /// Ticks in a block: 2 to the power of this.
  private var size = 0
  private let most: Int
  private let endParts: Int
  /// Time of the first tick's place, in ticks of the attempt's clock.
  private let start: Int

  /// - Parameter start: when the stroke began, in microseconds.
  init(start: Int, rules: RuleSet) {
    most = rules.evennessBlocks
    endParts = rules.evennessEndParts
    self.start = (start + rules.tick - 1) / rules.tick
  }

  /// Takes the judged speed in hundredths of mm/s at a tick of the attempt's clock, by its number.
  /// Ticks come in the order of time.
  mutating func add(_ hundredths: Int, at tick: Int) {
    let index = tick - start
    guard index >= 0 else { return }
    while index >> size >= most { double() }
    let block = index >> size
    while blocks.count <= block { blocks.append(Block()) }
    blocks[block].add(hundredths)
  }

  private mutating func double() {
    var merged: [Block] = []
    merged.reserveCapacity(blocks.count / 2 + 1)
    for index in stride(from: 0, to: blocks.count, by: 2) {
      var block = blocks[index]
      if index + 1 < blocks.count {
        block.ticks += blocks[index + 1].ticks
        block.sum += blocks[index + 1].sum
        block.squares += blocks[index + 1].squares
      }
      merged.append(block)
    }
    blocks = merged
    size += 1
  }

  /// Coefficient of variation over the middle, with the ticks it was found in; nil when fewer than
  /// two are there, or nothing moved.
  var variation: (value: Double, ticks: Int)? {
    let cut = (blocks.count + endParts - 1) / endParts
    guard cut < blocks.count - cut else { return nil }
    var all = Block()
    for block in blocks[cut..<blocks.count - cut] {
      all.ticks += block.ticks
      all.sum += block.sum
      all.squares += block.squares
    }
    guard all.ticks >= 2, all.sum > 0 else { return nil }
    let count = Double(all.ticks)
    let mean = Double(all.sum) / count
    let variance = max(0, Double(all.squares) / count - mean * mean)
    return (variance.squareRoot() / mean, all.ticks)
  }
}
