public import Geometry

/// What was drawn on a canvas, shape by shape: for pictures that are not made of pixels.
public struct VectorPicture: Sendable {
  public indirect enum Element: Sendable {
    case fill(Path, Paint)
    case stroke(Path, StrokeStyle, Paint)
    /// A line of text; the point as for ``Canvas/text(_:at:_:)``.
    case text(String, at: Point, TextStyle)
    /// What is seen inside an outline alone.
    case clipped(Path, [Element])
  }

  /// Units, in which all of it is.
  public let width: Double
  public let height: Double
  public let elements: [Element]
}

/// Takes down what is drawn; belongs to one canvas.
final class VectorNotes {
  /// A clip with what has been drawn in it so far.
  private struct Part {
    var outline: Path?
    /// How many states were saved when it began.
    var depth: Int
    var elements: [VectorPicture.Element] = []
  }

  private var parts = [Part(outline: nil, depth: 0)]
  private var depth = 0

  func add(_ element: VectorPicture.Element) { parts[parts.count - 1].elements.append(element) }

  func save() { depth += 1 }

  func restore() {
    while parts.count > 1, let last = parts.last, last.depth == depth { close() }
    depth = max(0, depth - 1)
  }

  func clip(_ outline: Path) { parts.append(Part(outline: outline, depth: depth)) }

  private func close() {
    guard let part = parts.popLast(), let outline = part.outline, !part.elements.isEmpty else {
      return
    }
    add(.clipped(outline, part.elements))
  }

  /// All of it, from the first shape on.
  var elements: [VectorPicture.Element] {
    while parts.count > 1 { close() }
    return parts[0].elements
  }
}
