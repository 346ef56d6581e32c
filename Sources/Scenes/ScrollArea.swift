public import Geometry

/// A part of a screen whose content is longer than its place.
public struct ScrollArea: Hashable, Sendable {
  /// Which part of a screen it is; a screen has each at most once.
  public enum ID: Hashable, Sendable {
    /// All that is between the bars at the top and at the bottom.
    case page
    /// A list beside other things, as the cases of the library.
    case list
    /// What stands beside a list.
    case side
    /// What a dialog says.
    case dialog
  }

  public var id: ID
  /// Where it can be seen, in the frame's units as all that follows.
  public var area: Rectangle
  /// Of the whole content; more than the height of ``area``.
  public var length: Double
  /// How much of the content is above what is seen, 0 to ``limit``.
  public var offset: Double
  /// The strip along which the bar's thumb moves.
  public var track: Rectangle
  public var thumb: Rectangle

  public init(
    id: ID, area: Rectangle, length: Double, offset: Double, track: Rectangle, thumb: Rectangle
  ) {
    self.id = id
    self.area = area
    self.length = length
    self.offset = offset
    self.track = track
    self.thumb = thumb
  }

  /// The greatest offset.
  public var limit: Double { max(0, length - area.height) }

  /// The offset that brings a place of the frame into sight with as little movement as can be.
  ///
  /// - Parameter margin: room that is kept around it.
  public func offset(showing place: Rectangle, margin: Double = 0) -> Double {
    var result = offset
    if place.maxY + margin > area.maxY { result += place.maxY + margin - area.maxY }
    // The beginning comes first where not all of it fits.
    let top = place.y - margin - (result - offset)
    if top < area.y { result -= area.y - top }
    return min(max(0, result), limit)
  }
}

/// How far a part of a screen is scrolled.
public struct ScrollOffset: Hashable, Sendable {
  public var id: ScrollArea.ID
  /// In the frame's units; what is beyond the end is cut when the frame is drawn.
  public var offset: Double

  public init(_ id: ScrollArea.ID, _ offset: Double) {
    self.id = id
    self.offset = offset
  }
}

/// What a person can do with a frame that was drawn.
public struct Drawn: Hashable, Sendable {
  /// Controls in reading order, those scrolled out of sight too.
  public var targets: [Target]
  /// What can be scrolled; parts whose content fits are not among them.
  public var scrolls: [ScrollArea]

  public init(targets: [Target] = [], scrolls: [ScrollArea] = []) {
    self.targets = targets
    self.scrolls = scrolls
  }
}
