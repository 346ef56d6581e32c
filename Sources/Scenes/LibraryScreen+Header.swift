import Catalogue
import Drawing
import Geometry
import Preferences

/// Who practises, and finding a case.
extension LibraryScreen {
  /// The bar at the top, with the trainee, the settings and the theme at its right.
  func drawBar(_ painter: inout Painter) {
    painter.appBar(path: [])
    guard let header else { return }
    let theme = painter.theme
    let middle = Space.appBar / 2 - 0.5
    painter.iconButton(
      .sliders, centre: Point(painter.width - 84, middle), command: .settings,
      label: Texts["settings.title"])
    painter.iconButton(
      .curve, centre: Point(painter.width - 128, middle), command: .history,
      label: Texts["history.title"])
    let disc = Point(painter.width - 176, middle)
    let right = disc.x - 28
    let room = max(80, right - 240)
    let name = header.trainee ?? Texts["trainees.nobody"]
    let count = header.work.attempts
    let caption =
      header.trainee == nil
      ? Texts["trainees.choose"]
      : count == 0 ? Texts["library.noAttempts"] : Texts.count("library.attempts", count)
    let nameForm = TextForm(
      TypeSize.row, .semibold, theme.ink, alignment: .trailing, mayBeCut: true)
    let captionForm = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing, mayBeCut: true)
    let width = min(
      room,
      max(painter.measure(name, nameForm).width, painter.measure(caption, captionForm).width))
    let area = Rectangle(
      x: right - width - 10, y: middle - 24, width: width + 10 + 28 + 22, height: 48)
    if painter.isHovered(.trainees) {
      painter.fill(area, radius: Space.buttonRadius, theme.sunken)
    }
    var cut = nameForm
    cut.maxWidth = width + 1
    painter.text(name, x: right, y: 30, cut)
    cut = captionForm
    cut.maxWidth = width + 1
    painter.text(caption, x: right, y: 48, cut)
    painter.initialsDisc(Initials.of(header.trainee), centre: disc)
    painter.target(
      .trainees, area, label: header.trainee ?? Texts["trainees.choose"])
  }

  /// Filter and search in one row that ends at `right`; what fits beside the screen's title.
  ///
  /// - Parameters:
  ///   - left: where the row may begin.
  ///   - isWide: whether it takes all of its place.
  func drawFind(
    _ painter: inout Painter, left: Double, right: Double, middle: Double, isWide: Bool = false
  ) {
    guard let header else { return }
    let filter = isWide ? (right - left - 16) * 0.52 : min(200, right - left - 136)
    let search = isWide ? right - left - 16 - filter : min(184, right - left - 16 - filter)
    let top = middle - Space.target / 2
    let options = Settings.CaseFilter.allCases.map {
      (
        label: Texts["find.\($0.rawValue)"], command: Command.filter($0),
        isSelected: $0 == header.filter
      )
    }
    painter.slimSegments(
      Rectangle(
        x: right - search - 16 - filter, y: top, width: filter, height: Space.target), options)
    painter.textField(
      Rectangle(x: right - search, y: top, width: search, height: Space.target), header.search,
      placeholder: Texts["find.placeholder"], icon: .magnifier, key: "/",
      isActive: header.isSearching, label: Texts["find.label"], command: .find,
      drawnHeight: 36)
  }

  /// Said where the filter and the search let no case through.
  func drawNothingFound(_ painter: Painter, _ area: Rectangle) {
    painter.card(area)
    painter.text(
      Texts["find.none"], x: area.x + 20, y: area.y + 40,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
    painter.paragraph(
      Texts["find.noneAdvice"], x: area.x + 20, top: area.y + 56,
      TextForm(
        TypeSize.row, .regular, painter.theme.inkSecondary, maxWidth: area.width - 40,
        maxLines: 3))
  }
}

extension Painter {
  /// Options side by side, drawn lower than they can be pressed.
  mutating func slimSegments(
    _ area: Rectangle, _ options: [(label: String, command: Command, isSelected: Bool)]
  ) {
    let height = 36.0
    let box = Rectangle(
      x: area.x, y: area.y + (area.height - height) / 2, width: area.width, height: height)
    fill(box, radius: Space.fieldRadius + 1, theme.surface)
    stroke(box.inset(0.5), radius: Space.fieldRadius + 0.5, theme.edge)
    let form = TextForm(TypeSize.caption, .semibold, theme.ink)
    // Each as wide as its word, with an equal share of what is left over.
    let words = options.map { measure($0.label, form).width }
    let spare = (area.width - 4 - words.reduce(0, +)) / Double(max(options.count, 1))
    var left = box.x + 2
    for (option, word) in zip(options, words) {
      let part = Rectangle(x: left, y: box.y + 2, width: word + spare, height: height - 4)
      left = part.maxX
      if option.isSelected {
        fill(part, radius: Space.fieldRadius, theme.tealTint)
        stroke(part.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
      } else if isHovered(option.command) {
        fill(part, radius: Space.fieldRadius, theme.sunken)
      }
      text(
        option.label, x: part.centre.x, y: part.centre.y + 4.5,
        TextForm(
          TypeSize.caption, option.isSelected ? .semibold : .medium,
          option.isSelected ? theme.tealDeep : theme.inkSecondary, alignment: .centre))
      target(
        option.command,
        Rectangle(x: part.x, y: area.y, width: part.width, height: area.height),
        radius: Space.fieldRadius, label: option.label, isChosen: option.isSelected)
    }
  }
}
