/// Circles and presses one by one, as they were counted: what the means of results are made of.
public struct WorkPieces: Sendable {
  /// A counted circle.
  public struct Loop: Hashable, Sendable {
    public var contact: Int
    /// Indices of the phase and of the lane.
    public var phase: Int
    public var guide: Int
    /// In mm.
    public var diameter: Double
    /// Share of the diameter; nil for the first of a contact on its lane.
    public var advance: Double?
    /// Signed distance of the centre from the lane, in mm.
    public var deviation: Double
  }

  /// A press of a point, held long enough or not.
  public struct Press: Hashable, Sendable {
    public var contact: Int
    /// Indices of the phase and of the point.
    public var phase: Int
    public var point: Int
    /// Over all of the press, in mm.
    public var meanDistance: Double
    /// Microseconds within reach of the point.
    public var held: Int
  }

  public var loops: [Loop] = []
  public var presses: [Press] = []

  public init() {}
}

extension Scorer {
  /// Begins to keep every circle and press that follows; ``takePieces()`` hands them out.
  public mutating func keepPieces() { fold.pieces = fold.pieces ?? WorkPieces() }

  /// Those that were counted since the last call, in the order in which that was known.
  public mutating func takePieces() -> WorkPieces {
    guard let pieces = fold.pieces else { return WorkPieces() }
    fold.pieces = WorkPieces()
    return pieces
  }

  /// Those that are still to come if the attempt stops here.
  public func remainingPieces() -> WorkPieces {
    var stopped = self
    _ = stopped.takePieces()
    stopped.endContacts()
    stopped.fold.finish()
    return stopped.takePieces()
  }
}
