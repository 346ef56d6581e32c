public import Attempts
import Catalogue
public import Drawing
import Geometry
public import Scenarios

/// What is done before the first touch. Nothing is chosen at first.
public struct PreparationScreen: Screen {
  public var scenario: Scenario
  public var mode: Mode
  public var before: [BeforeItem]
  public var position: PatientPosition?
  public var arms: Arms?
  public var cushion: Cushion?
  public var product: Product?

  public init(
    scenario: Scenario, mode: Mode = .practice, before: [BeforeItem] = [],
    position: PatientPosition? = nil, arms: Arms? = nil, cushion: Cushion? = nil,
    product: Product? = nil
  ) {
    self.scenario = scenario
    self.mode = mode
    self.before = before
    self.position = position
    self.arms = arms
    self.cushion = cushion
    self.product = product
  }

  /// The choices made so far in an attempt.
  public init(_ attempt: Attempt, mode: Mode) {
    self.init(
      scenario: attempt.scenario, mode: mode, before: attempt.before, position: attempt.position,
      arms: attempt.arms, cushion: attempt.cushion, product: attempt.product)
  }

  /// The key of each choice, in reading order: the one table for screen and keyboard.
  public static let keys: [(key: Character, choice: PreparationChoice)] = [
    ("1", .before(.hands)), ("2", .before(.allergies)), ("3", .before(.consent)),
    ("4", .before(.drape)), ("P", .position(.prone)), ("S", .position(.sideLying)),
    ("A", .arms(.alongBody)), ("H", .arms(.underHead)), ("U", .cushion(.under)),
    ("N", .cushion(.none)), ("5", .product(.warmingOil)), ("6", .product(.warmingCream)),
    ("7", .product(.neutralOil)), ("8", .product(.honey)), ("9", .product(.none)),
  ]

  static func key(_ choice: PreparationChoice) -> String {
    keys.first { $0.choice == choice }.map { String($0.key) } ?? ""
  }

  func isChosen(_ choice: PreparationChoice) -> Bool {
    switch choice {
    case .before(let item): before.contains(item)
    case .position(let choice): position == choice
    case .arms(let choice): arms == choice
    case .cushion(let choice): cushion == choice
    case .product(let choice): product == choice
    }
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(
        path: [Words.library, scenario.title, Words.Preparation.title],
        heading: Words.mode(mode), subheading: Words.Case.patient(scenario.patient))
      drawBody(&painter)
      painter.hintBar(
        [
          Hint("1", "2", "3", "4", text: Words.Preparation.before),
          Hint("Tab", "Space", text: Words.Preparation.chooseHint),
          Hint("Enter", text: Words.Preparation.startHint),
          Hint("Esc", text: Words.Preparation.backHint),
        ], remark: mode == .exam ? "" : Words.Preparation.remark)
    }
  }

  func drawBefore(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    cardTitle(painter, area, Words.Preparation.before)
    let inner = Rectangle(
      x: area.x + 16, y: area.y + 46, width: area.width - 32, height: area.height - 62)
    let boxes = PreparationScreen.boxes(
      BeforeItem.allCases.count, columns: Columns(area.width).before, in: inner, gap: 12)
    for (box, item) in zip(boxes, BeforeItem.allCases) {
      let words = Words.Preparation.item(item)
      let choice = PreparationChoice.before(item)
      let isOn = isChosen(choice)
      let command = Command.prepare(choice)
      painter.choiceGround(box, command: command, isSelected: isOn)
      painter.icon(words.icon, x: box.x + 14, y: box.y + 12, size: 26, theme.sepia, width: 1.5)
      painter.checkBox(x: box.maxX - 32, y: box.y + 12, isOn: isOn)
      painter.keyCap(
        PreparationScreen.key(choice),
        x: box.maxX - 40 - painter.keyCapWidth(PreparationScreen.key(choice)), y: box.y + 22)
      painter.text(
        words.title, x: box.x + 14, y: box.y + 57,
        TextForm(TypeSize.button, .semibold, theme.ink))
      let isAnswer = item == .allergies && isOn
      let allergies = scenario.patient.allergies
      painter.text(
        isAnswer ? Words.Preparation.allergies(allergies) : words.detail, x: box.x + 14,
        y: box.y + 75,
        TextForm(
          TypeSize.caption, isAnswer && !allergies.isEmpty ? .semibold : .regular,
          isAnswer && !allergies.isEmpty ? theme.high.text : theme.inkSecondary,
          maxWidth: box.width - 20))
      painter.target(command, box, label: words.title)
    }
  }

  func drawPictures(_ painter: inout Painter, _ area: Rectangle) {
    let groups: [(String, [(PreparationChoice, String)])] = [
      (
        Words.Preparation.position,
        PatientPosition.allCases.map { (.position($0), Words.Preparation.position($0)) }
      ),
      (
        Words.Preparation.arms,
        Arms.allCases.map { (.arms($0), Words.Preparation.arms($0)) }
      ),
      (
        Words.Preparation.cushion,
        Cushion.allCases.map { (.cushion($0), Words.Preparation.cushion($0)) }
      ),
    ]
    let cards = PreparationScreen.boxes(
      groups.count, columns: Columns(area.width).pictures, in: area, gap: 16)
    for (card, group) in zip(cards, groups) {
      cardTitle(painter, card, group.0)
      let half = (card.width - 32 - 8) / 2
      for (place, choice) in group.1.enumerated() {
        drawPicture(
          &painter,
          Rectangle(
            x: card.x + 16 + Double(place) * (half + 8), y: card.y + 44, width: half,
            height: card.height - 60), choice.0, choice.1)
      }
    }
  }

  private func drawPicture(
    _ painter: inout Painter, _ area: Rectangle, _ choice: PreparationChoice, _ label: String
  ) {
    let theme = painter.theme
    let isOn = isChosen(choice)
    let command = Command.prepare(choice)
    painter.choiceGround(area, command: command, isSelected: isOn)
    let picture = Rectangle(
      x: area.x + 8, y: area.y + 8, width: area.width - 16, height: area.height - 44)
    painter.canvas.save()
    painter.canvas.clip(.roundedRectangle(picture, radius: 6))
    painter.fill(picture, theme.table)
    PreparationFigure(painter: painter, back: scenario.patient.back)
      .drawPicture(of: choice, in: picture)
    painter.canvas.restore()
    let key = PreparationScreen.key(choice)
    painter.keyCap(key, x: picture.maxX - painter.keyCapWidth(key) - 4, y: picture.y + 15)
    painter.radio(x: picture.x + 14, y: picture.y + 15, isSelected: isOn)
    painter.text(
      label, x: area.centre.x, y: area.maxY - 14,
      TextForm(
        TypeSize.caption, isOn ? .semibold : .medium, theme.ink, alignment: .centre,
        maxWidth: area.width - 8))
    painter.target(command, area, label: label)
  }

  func drawProducts(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    cardTitle(painter, area, Words.Preparation.product)
    let inner = Rectangle(
      x: area.x + 16, y: area.y + 44, width: area.width - 32, height: area.height - 60)
    let boxes = PreparationScreen.boxes(
      Product.allCases.count, columns: Columns(area.width).products, in: inner, gap: 10)
    for (box, product) in zip(boxes, Product.allCases) {
      let words = Words.Preparation.product(product)
      let choice = PreparationChoice.product(product)
      let isOn = isChosen(choice)
      let command = Command.prepare(choice)
      painter.choiceGround(box, command: command, isSelected: isOn)
      painter.radio(x: box.x + 22, y: box.y + 23, isSelected: isOn)
      let key = PreparationScreen.key(choice)
      painter.keyCap(key, x: box.maxX - 12 - painter.keyCapWidth(key), y: box.y + 23)
      let side = min(40, box.height - 80)
      painter.icon(
        words.icon, x: box.centre.x - side / 2, y: box.y + 24 + (box.height - 76 - side) / 2,
        size: side, theme.sepia, width: 1.1)
      painter.text(
        words.title, x: box.centre.x, y: box.maxY - 32,
        TextForm(
          TypeSize.row, .semibold, theme.ink, alignment: .centre, maxWidth: box.width - 12))
      painter.text(
        words.detail, x: box.centre.x, y: box.maxY - 14,
        TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .centre))
      painter.target(command, box, label: words.title)
    }
  }

  private func cardTitle(_ painter: Painter, _ area: Rectangle, _ title: String) {
    painter.card(area)
    painter.text(
      title, x: area.x + 20, y: area.y + 30,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
  }

  /// The figure on the table as the choices make it.
  func drawTable(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.canvas.save()
    painter.canvas.clip(.roundedRectangle(area, radius: Space.cardRadius))
    painter.canvas.fill(
      .rectangle(area),
      .radial(
        centre: Point(area.centre.x, area.y + 300), radius: 440,
        stops: [(0, theme.plateInner), (1, theme.plateOuter)]))
    PreparationFigure(painter: painter, back: scenario.patient.back)
      .drawTable(
        self,
        in: Rectangle(
          x: area.x, y: area.y + 52, width: area.width, height: area.height - 52 - 84))
    let foot = area.maxY - 88
    painter.canvas.fill(
      .rectangle(Rectangle(x: area.x, y: foot - 60, width: area.width, height: 60)),
      .linear(
        from: Point(0, foot - 60), to: Point(0, foot),
        stops: [(0, theme.plateOuter.opacity(0)), (1, theme.plateOuter)]))
    painter.fill(
      Rectangle(x: area.x, y: foot - 0.5, width: area.width, height: 90), theme.plateOuter)
    painter.canvas.restore()
    painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    painter.text(
      Words.Preparation.onTheTable, x: area.x + 20, y: area.y + 36,
      TextForm(TypeSize.title, .semibold, theme.ink))
    var parts: [String] = []
    if let arms { parts.append(Words.Preparation.arms(arms)) }
    if let cushion { parts.append(Words.Preparation.cushion(cushion)) }
    if let product { parts.append(Words.Preparation.product(product).title) }
    painter.text(
      position.map(Words.Preparation.position) ?? Words.Preparation.choosePosition,
      x: area.x + 20, y: area.maxY - 54, TextForm(TypeSize.button, .semibold, theme.ink))
    let detail = Words.sentence(Words.series(parts.map(Texts.inSentence)))
    painter.paragraph(
      detail, x: area.x + 20, top: area.maxY - 46,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: area.width - 40, maxLines: 2,
        lineHeight: 1.35))
  }
}
