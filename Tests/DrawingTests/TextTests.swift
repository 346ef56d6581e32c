import Drawing
import Geometry
import Testing

@Suite struct TextTests {
  let canvas = Canvas.image(width: 200, height: 60)
  let style = TextStyle(size: 20, colour: Colour(0xFFFFFF))

  init() { #expect(Shipped.areUsed) }

  @Test func widthGrowsWithTextSizeAndWeight() {
    let short = canvas.measure("stroke", style).width
    #expect(canvas.measure("strokes", style).width > short)
    var large = style
    large.size = 40
    #expect(abs(canvas.measure("stroke", large).width - 2 * short) < 0.5)
    var bold = style
    bold.weight = .bold
    #expect(canvas.measure("stroke", bold).width > short)
  }

  @Test func knownWidthsOfInter() {
    // The "H" of the regular weight is about three quarters of the size wide.
    var wide = style
    wide.size = 100
    let one = canvas.measure("H", wide).width
    let two = canvas.measure("HH", wide).width
    #expect(abs(two - 2 * one) < 0.1)
    #expect((70...78).contains(one))
  }

  @Test func tabularFiguresAreOfOneWidth() {
    var tabular = style
    tabular.tabularFigures = true
    let ones = canvas.measure("1111", tabular).width
    #expect(abs(ones - canvas.measure("8888", tabular).width) < 0.01)
    #expect(abs(canvas.measure("1111", style).width - canvas.measure("8888", style).width) > 1)
  }

  @Test func longTextIsCutAtItsWidth() {
    var narrow = style
    narrow.maxWidth = 80
    let size = canvas.measure("A long text that does not fit", narrow)
    #expect(size.isCut)
    #expect(size.width <= 80)
    #expect(!canvas.measure("Fits", narrow).isCut)
  }

  @Test func linesBreakAndCountTowardTheHeight() {
    var two = style
    two.maxWidth = 100
    two.maxLines = 2
    let size = canvas.measure("two words here", two)
    #expect(!size.isCut)
    #expect(abs(size.height - 2 * 20 * 1.45) < 0.1)
    #expect(canvas.measure("two words here and many more of them", two).isCut)
  }

  @Test func newlinesStayOnOneLineWhereOneIsAsked() {
    #expect(abs(canvas.measure("a\nb", style).height - 29) < 0.1)
  }

  @Test func anyTextIsTaken() {
    for text in ["", "\u{0}", "\u{202E}abc", "Массаж", "👋🏽", String(repeating: "x", count: 20_000)] {
      canvas.text(text, at: Point(0, 30), style)
    }
  }

  @Test func alignmentPutsInkOnItsSide() {
    func inkedColumns(_ alignment: TextStyle.Alignment) -> (Int, Int) {
      let canvas = Canvas.image(width: 200, height: 60)
      var style = style
      style.alignment = alignment
      canvas.text("HHHH", at: Point(100, 40), style)
      let inked = (0..<200).filter { x in
        (0..<60).contains { y in (canvas.pixel(x: x, y: y) ?? 0) & 0xFF > 100 }
      }
      return (inked.first ?? -1, inked.last ?? -1)
    }
    #expect(inkedColumns(.leading).0 >= 100)
    #expect(inkedColumns(.trailing).1 <= 100)
    let (left, right) = inkedColumns(.centre)
    #expect(abs((left + right) / 2 - 100) <= 1)
  }

  @Test func inkStandsOnTheBaseline() {
    canvas.text("HHH", at: Point(10, 40), style)
    let rows = (0..<60).filter { y in
      (0..<200).contains { x in (canvas.pixel(x: x, y: y) ?? 0) & 0xFF > 128 }
    }
    #expect(rows.last == 39)
    // The capitals of Inter are 0.727 of the size high.
    #expect(abs((rows.first ?? 0) - (40 - 15)) <= 1)
  }
}
