import Catalogue
public import Drawing
import Geometry
import Preferences

/// What a person can choose about the program.
public struct SettingsScreen: Screen {
  public var model: SettingsModel

  public init(_ model: SettingsModel) { self.model = model }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(path: [Texts["settings.title"]])
      let flow = CardFlow(cards: cards, in: painter)
      painter.page(length: flow.length) { painter in
        painter.screenTitle(Texts["settings.title"], room: 220)
        drawUndo(&painter)
        flow.draw(&painter)
      }
      painter.hintBar(
        [
          Hint("Tab", text: Texts["settings.keys.next"]),
          Hint("Space", text: Texts["settings.keys.change"]),
          Hint("←", "→", text: Texts["settings.keys.beside"]),
          Hint("U", text: Texts["settings.undo"]),
          Hint("F1", text: Texts["settings.keys.help"]),
        ], remark: Texts["settings.keys.back"])
    }
  }

  private func drawUndo(_ painter: inout Painter) {
    let area = Rectangle(
      x: painter.width - Space.margin - 176, y: 76, width: 176, height: 44)
    painter.button(
      .secondary, area, Texts["settings.undo"], icon: .retry, key: "U", command: .undoChange,
      isEnabled: model.canUndo)
  }

  private var cards: [SettingCard] {
    [who, appearance, sound, handAndDisplay, program]
  }

  private var who: SettingCard {
    SettingCard(
      title: Texts["settings.who.title"],
      rows: [
        .button(
          title: model.trainee ?? Texts["trainees.nobody"],
          detail: Texts["settings.who.detail"], initials: Initials.of(model.trainee),
          label: Texts["settings.who.change"], command: .trainees)
      ])
  }

  private var appearance: SettingCard {
    let settings = model.settings
    let languages: [(label: String, command: Command, isSelected: Bool)] =
      [(Texts["settings.desktop"], .change(.language(nil)), settings.language == nil)]
      + model.languages.map {
        ($0.name, .change(.language($0.code)), settings.language == $0.code)
      }
    return SettingCard(
      title: Texts["settings.look.title"],
      rows: [
        .choice(
          title: Texts["settings.look.theme"], detail: "",
          options: Settings.Theme.allCases.map {
            (Texts["settings.theme.\($0.rawValue)"], .change(.theme($0)), settings.theme == $0)
          }),
        .choice(
          title: Texts["settings.look.textSize"], detail: "",
          options: Settings.TextSize.allCases.map {
            (
              Texts["settings.percent", ["number": String($0.rawValue)]],
              .change(.textSize($0)), settings.textSize == $0
            )
          }),
        .choice(
          title: Texts["settings.look.motion"], detail: Texts["settings.look.motionDetail"],
          options: Settings.Motion.allCases.map {
            (Texts["settings.motion.\($0.rawValue)"], .change(.motion($0)), settings.motion == $0)
          }),
        .choice(title: Texts["settings.look.language"], detail: "", options: languages),
      ])
  }

  private var sound: SettingCard {
    let sounds = model.settings.sounds
    return SettingCard(
      title: Texts["settings.sound.title"],
      rows: SoundToggle.allCases.map {
        .toggle(
          title: Texts["settings.sound.\($0.rawValue)"],
          detail: Texts["settings.sound.\($0.rawValue)Detail"], isOn: $0.isOn(in: sounds),
          command: .toggleSound($0))
      } + [
        .slider(
          title: Texts["settings.sound.volume"],
          value: Texts["settings.percent", ["number": String(sounds.volume)]],
          share: Double(sounds.volume) / 100, command: .volume)
      ] + (model.soundProblem.map { [.note($0)] } ?? []))
  }

  private var handAndDisplay: SettingCard {
    let measure = model.display.flatMap { model.settings.lifeSize(of: $0) }
    return SettingCard(
      title: Texts["settings.hand.title"],
      rows: [
        .choice(
          title: Texts["settings.hand.input"],
          detail: controllers,
          options: Settings.Input.allCases.map {
            (
              Texts["settings.input.\($0.rawValue)"], .change(.input($0)),
              model.settings.input == $0
            )
          }),
        .button(
          title: Texts["settings.hand.lifeSize"],
          detail: measure.map { LifeSizeScreen.words($0) } ?? Texts["settings.hand.notSet"],
          initials: nil, label: Texts["settings.hand.measure"], command: .lifeSize),
      ])
  }

  /// What is connected beside mouse and touch; nothing where nobody misses it.
  private var controllers: String {
    guard !model.devices.controllers.isEmpty else {
      return model.settings.input == .controller ? Texts["settings.hand.noController"] : ""
    }
    return model.devices.controllers.map {
      Texts[
        $0.measuresPressure ? "settings.hand.measures" : "settings.hand.measuresNot",
        ["name": $0.name]]
    }.joined(separator: " ")
  }

  private var program: SettingCard {
    SettingCard(
      title: "",
      rows: [
        .button(
          title: Texts["about.title"], detail: Texts["product.notice"], initials: nil,
          label: Texts["about.open"], command: .about)
      ])
  }
}

/// Up to two letters that stand for a name in a disc.
enum Initials {
  /// The first letters of the first and the last word; nil without a name.
  static func of(_ name: String?) -> String? {
    guard let name else { return nil }
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let first = words.first?.first else { return nil }
    // One letter says as much as two where a script is written without spaces.
    guard words.count > 1, let last = words.last?.first else { return first.uppercased() }
    return first.uppercased() + last.uppercased()
  }
}
