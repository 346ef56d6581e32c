import Drawing
import Foundation
import Geometry
import Testing

/// Drawing that is taken down, and documents.
@Suite struct VectorTests {
  private let line = Path.polyline([Point(0, 0), Point(10, 5)])

  @Test func shapesAreTakenDownAsTheyLie() {
    let picture = Canvas.picture(width: 20, height: 10) { canvas in
      canvas.saved {
        canvas.translate(3, 4)
        canvas.scale(2, 2)
        canvas.stroke(line, StrokeStyle(width: 1.5, dash: [2, 1]), Colour(0x0A6C6B))
      }
      canvas.fill(line, Colour(0xFF0000, alpha: 0.5))
    }
    #expect(picture.width == 20 && picture.height == 10)
    guard case .stroke(let path, let style, .colour(let colour))? = picture.elements.first else {
      Issue.record("no stroke: \(picture.elements)")
      return
    }
    #expect(path == .polyline([Point(3, 4), Point(23, 14)]))
    #expect(style == StrokeStyle(width: 3, dash: [4, 2]))
    #expect(colour == Colour(0x0A6C6B))
    guard case .fill(line, .colour(Colour(0xFF0000, alpha: 0.5)))? = picture.elements.last else {
      Issue.record("no fill: \(picture.elements)")
      return
    }
  }

  /// A clip holds until the state in which it was made is restored, and not longer.
  @Test func clipsHoldWhatIsDrawnInThem() {
    let outline = Path.rectangle(Rectangle(x: 0, y: 0, width: 5, height: 5))
    let picture = Canvas.picture(width: 20, height: 10) { canvas in
      canvas.saved {
        canvas.fill(line, Colour(1))
        canvas.clip(outline)
        canvas.fill(line, Colour(2))
        canvas.saved {
          canvas.clip(outline)
          canvas.fill(line, Colour(3))
        }
        canvas.saved { canvas.clip(outline) }
        canvas.fill(line, Colour(4))
      }
      canvas.fill(line, Colour(5))
      canvas.clip(outline)
      canvas.fill(line, Colour(6))
    }
    func words(_ elements: [VectorPicture.Element]) -> String {
      elements.map {
        switch $0 {
        case .fill(_, .colour(let colour)): "\(Int((colour.blue * 255).rounded()))"
        case .clipped(_, let inside): "(\(words(inside)))"
        default: "?"
        }
      }.joined(separator: " ")
    }
    #expect(words(picture.elements) == "1 (2 (3) 4) 5 (6)")
  }

  @Test func textIsTakenDownAsText() {
    let picture = Canvas.picture(width: 20, height: 10) { canvas in
      canvas.text("<&>", at: Point(1, 2), TextStyle(size: 12, colour: Colour(0)))
    }
    guard case .text("<&>", Point(1, 2), let style)? = picture.elements.first else {
      Issue.record("no text: \(picture.elements)")
      return
    }
    #expect(style.size == 12)
  }

  private func document(_ word: String, created: String? = nil) throws -> [UInt8] {
    try Canvas.pdf(
      width: 200, height: 100, pages: 2,
      information: DocumentInformation(title: "A & B", creator: "test", created: created)
    ) { canvas, page in
      canvas.text(
        "\(word) \(page)", at: Point(10, 30), TextStyle(size: 12, colour: Colour(0)))
    }
  }

  @Test func aDocumentIsTheSameWheneverItIsMade() throws {
    let first = try document("word")
    #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    #expect(try document("word") == first)
    #expect(try document("other") != first)
    let text = String(decoding: first, as: UTF8.self)
    #expect(!text.contains("/CreationDate (D:2"))
    let dated = String(
      decoding: try document("word", created: "2026-05-14T10:30:00Z"), as: UTF8.self)
    #expect(dated.contains("/CreationDate (") && dated.contains("20260514103000"))
  }

  @Test func lettersThatNoFontHasAreKnown() {
    #expect(!FontBook.lacksLetters(of: "Plain words"))
    // For private use: whatever font says what it is does not come with a system.
    #expect(FontBook.lacksLetters(of: "a\u{10FF3A}b"))
  }
}
