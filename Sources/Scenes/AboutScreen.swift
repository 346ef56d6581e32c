import Catalogue
public import Drawing
import Geometry

/// What the program is, what it is made with, where it keeps files, what its figures rest on.
public struct AboutScreen: Screen {
  /// Name and version, rule set and formats, a line each.
  public var versions: [String]
  /// Folders and files, with what is kept there.
  public var places: [(what: String, path: String)]

  public init(versions: [String], places: [(what: String, path: String)]) {
    self.versions = versions
    self.places = places
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(path: [Texts["about.title"]])
      let sections = sections
      let columns = painter.width >= 1100 ? 2 : 1
      let room = painter.width - 2 * Space.margin
      let width = (room - Space.columnGap * Double(columns - 1)) / Double(columns)
      let heights = sections.map { height(of: $0, width: width, painter) }
      let split = columns == 2 ? 2 : sections.count
      func column(_ range: Range<Int>) -> Double {
        heights[range].reduce(0) { $0 + $1 + Space.gap } - Space.gap
      }
      let tallest = max(
        column(0..<split), columns == 2 ? column(split..<sections.count) : 0)
      painter.page(length: 136 + tallest + Space.margin - Space.appBar) { painter in
        painter.screenTitle(Texts["about.title"])
        var top = 136.0
        for (index, section) in sections.enumerated() {
          if index == split { top = 136 }
          let area = Rectangle(
            x: Space.margin + (index < split ? 0 : width + Space.columnGap), y: top, width: width,
            height: heights[index])
          draw(section, &painter, area)
          top += heights[index] + Space.gap
        }
      }
      painter.hintBar(
        [Hint("S", text: Texts["settings.title"]), Hint("F1", text: Texts["settings.keys.help"])],
        remark: Texts["settings.keys.back"])
    }
  }

  /// A card: a title, and paragraphs that may have a lead in heavier letters.
  private struct Section {
    var title: String
    var paragraphs: [(lead: String, text: String)]
  }

  private var sections: [Section] {
    [
      Section(
        title: Texts["product.name"],
        paragraphs: [
          (Texts["product.notice"], Texts["about.what"]),
          (Texts["about.version"], versions.joined(separator: " · ")),
        ]),
      Section(
        title: Texts["about.sources"],
        paragraphs: ["strokes", "flags", "back", "feedback", "more"].map {
          (Texts["about.source.\($0).lead"], Texts["about.source.\($0).text"])
        }),
      Section(
        title: Texts["about.files"],
        paragraphs: places.map { ($0.what, $0.path) }),
      Section(
        title: Texts["about.licences"],
        paragraphs: ["inter", "sdl", "cairo", "packages"].map {
          (Texts["about.licence.\($0).lead"], Texts["about.licence.\($0).text"])
        }),
    ]
  }

  private func forms(_ painter: Painter, width: Double) -> (lead: TextForm, text: TextForm) {
    let room = width - 2 * Space.padding
    return (
      TextForm(TypeSize.row, .semibold, painter.theme.ink, maxWidth: room, maxLines: 3),
      TextForm(
        TypeSize.row, .regular, painter.theme.inkSecondary, maxWidth: room, maxLines: 10)
    )
  }

  private func height(of section: Section, width: Double, _ painter: Painter) -> Double {
    let forms = forms(painter, width: width)
    return section.paragraphs.reduce(52) { height, paragraph in
      height + painter.measure(paragraph.lead, forms.lead).height
        + painter.measure(paragraph.text, forms.text).height + 12
    } + 6
  }

  private func draw(_ section: Section, _ painter: inout Painter, _ area: Rectangle) {
    let forms = forms(painter, width: area.width)
    painter.card(area)
    let left = area.x + Space.padding
    painter.text(
      section.title, x: left, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
    var top = area.y + 52
    for paragraph in section.paragraphs {
      top = painter.paragraph(paragraph.lead, x: left, top: top, forms.lead)
      top = painter.paragraph(paragraph.text, x: left, top: top, forms.text) + 12
    }
  }
}
