public import Drawing
import Geometry

/// What a dialog asks or says.
public struct Dialog: Sendable {
  public enum Kind: Sendable {
    /// Asks before something is thrown away.
    case question
    /// Something went another way than wished, nothing is lost.
    case warning
    case error
  }

  public var kind: Kind
  public var title: String
  public var text: String
  public var confirm: String
  /// Keys and what they do, in a list under the text.
  public var rows: [Hint] = []
  /// Nil: there is nothing to choose, the person only takes note.
  public var cancel: String?
  /// Further ways, each with its key.
  public var others: [Way] = []
  /// The way to confirm, where that has a key of its own and Enter does nothing.
  public var confirmWay: Way?
  /// Whether to confirm is the harmless way.
  public var isConfirmHarmless = false

  /// What can be chosen beside to confirm and to cancel.
  public struct Way: Sendable {
    public var command: Command
    public var label: String
    public var key: String
  }

  public init(
    _ kind: Kind, title: String, text: String, confirm: String, cancel: String? = nil
  ) {
    self.kind = kind
    self.title = title
    self.text = text
    self.confirm = confirm
    self.cancel = cancel
  }

  /// Before an attempt under way is left.
  public static var leaveAttempt: Dialog {
    Dialog(
      .question, title: Words.Questions.leaveTitle, text: Words.Questions.leaveText,
      confirm: Words.Questions.leave, cancel: Words.Questions.stay)
  }

  /// Before an attempt is ended with steps in which nothing was touched.
  public static func endAttempt(untouched: [String]) -> Dialog {
    Dialog(
      .question, title: Words.Questions.endTitle, text: Words.Questions.endText(untouched),
      confirm: Words.Questions.end, cancel: Words.Questions.stay)
  }

  /// When an attempt could not be saved; the reason is a sentence.
  public static func loseAttempt(reason: String) -> Dialog {
    Dialog(
      .error, title: Words.Questions.loseTitle, text: Words.Questions.loseText(reason),
      confirm: Words.Questions.lose, cancel: Words.Questions.tryAgain)
  }

  /// When the program was stopped in the middle of an attempt.
  ///
  /// - Parameters:
  ///   - trainee: the name; nil when nobody was named.
  ///   - start: date and time as people read them.
  ///   - time: minutes and seconds of the attempt.
  ///   - hasEnded: whether it was over and only not saved.
  public static func leftAttempt(
    title: String, trainee: String?, start: String, time: String, hasEnded: Bool, isExam: Bool
  ) -> Dialog {
    var dialog = Dialog(
      .question, title: Words.Questions.leftTitle,
      text: Words.Questions.leftText(
        title: title, trainee: trainee, start: start, time: time, hasEnded: hasEnded,
        isExam: isExam),
      confirm: hasEnded ? Words.Questions.scoreEnded : Words.Questions.goOn,
      cancel: Words.Questions.later)
    dialog.isConfirmHarmless = true
    if !hasEnded {
      dialog.others.append(
        Way(command: .scoreLeftAttempt, label: Words.Questions.score, key: "R"))
    }
    dialog.others.append(
      Way(command: .discardLeftAttempt, label: Words.Questions.discard, key: "X"))
    return dialog
  }

  /// Before a trainee is deleted with so many attempts.
  public static func deleteTrainee(name: String, attempts: Int) -> Dialog {
    var dialog = Dialog(
      .warning, title: Words.Questions.deleteTitle(name),
      text: Words.Questions.deleteText(attempts: attempts), confirm: Words.Questions.delete,
      cancel: Words.Questions.keep)
    dialog.confirmWay = Way(command: .confirmDeletion, label: Words.Questions.delete, key: "X")
    return dialog
  }

  /// Which keys do what.
  public static func help(_ rows: [Hint]) -> Dialog {
    var dialog = notice(.question, title: Words.Questions.helpTitle, text: Words.notADevice)
    dialog.rows = rows
    return dialog
  }

  /// An error or other news in words, with one button.
  public static func notice(_ kind: Kind, title: String, text: String) -> Dialog {
    Dialog(kind, title: title, text: text, confirm: Words.Questions.understood)
  }
}

/// A dialog over another screen, whose own controls rest meanwhile.
public struct DialogScreen: Screen {
  public var under: (any Screen)?
  public var dialog: Dialog

  public init(_ dialog: Dialog, over under: (any Screen)?) {
    self.dialog = dialog
    self.under = under
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    if let under {
      var resting = frame
      resting.focus = nil
      resting.hover = nil
      _ = under.draw(on: canvas, in: resting)
    }
    return Painter.paint(on: canvas, in: frame, recorder: recorder, isOverlay: under != nil) {
      painter in
      painter.fill(
        Rectangle(x: 0, y: 0, width: painter.width, height: painter.height),
        (painter.theme.isDark ? painter.theme.window : painter.theme.ink).opacity(0.55))
      drawDialog(&painter)
    }
  }

  private func drawDialog(_ painter: inout Painter) {
    let theme = painter.theme
    let width = 520.0
    let title = TextForm(
      TypeSize.heading, .semibold, theme.ink, maxWidth: width - 100, maxLines: 6,
      lineHeight: 1.3)
    let body = TextForm(
      TypeSize.button, .regular, theme.inkSecondary, maxWidth: width - 56, maxLines: 200)
    let titleHeight = painter.measure(dialog.title, title).height
    let bodyHeight = painter.measure(dialog.text, body).height
    let rowsHeight = Double(dialog.rows.count) * 30 + (dialog.rows.isEmpty ? 0 : 12)
    let below = 28 + 24 + Double(buttonRows) * 60 - 12
    let above = 28.0
    let length = titleHeight + 12 + bodyHeight + rowsHeight
    // What a dialog says scrolls where it is longer than the page; its buttons stay.
    let height = min(above + length + below, painter.height - 2 * Space.gap)
    let card = Rectangle(
      x: (painter.width - width) / 2,
      y: max(min(Space.margin, (painter.height - height) / 2), (painter.height - height) / 2 - 20),
      width: width, height: height)
    painter.card(card)
    let look: (Icon, Theme.Signal?) =
      switch dialog.kind {
      case .question: (.question, nil)
      case .warning: (.triangle, theme.low)
      case .error: (.octagon, theme.high)
      }
    let room = Rectangle(
      x: card.x + 2, y: card.y + 12, width: card.width - 4, height: height - below + 16 - 12)
    painter.scrolled(.dialog, in: room, length: above - 12 + length + 16) { painter in
      painter.icon(
        look.0, x: card.x + 28, y: card.y + 30, size: 28, look.1?.text ?? theme.teal, width: 1.6)
      var top = painter.paragraph(dialog.title, x: card.x + 70, top: card.y + above, title)
      top = painter.paragraph(dialog.text, x: card.x + 28, top: top + 12, body)
      top += 27
      for row in dialog.rows {
        var left = card.x + 28
        for key in row.keys { left += painter.keyCap(key, x: left, y: top) + 5 }
        painter.text(
          row.text, x: card.x + 200, y: top + 5,
          TextForm(TypeSize.row, .regular, theme.ink, maxWidth: card.maxX - 28 - card.x - 200))
        top += 30
      }
    }
    if above + length + below > height { painter.rule(card.x, card.maxX, y: room.maxY) }
    drawButtons(&painter, card)
  }

  /// Two buttons stand in a row.
  private var buttonRows: Int { dialog.cancel == nil ? 1 : (dialog.others.count + 3) / 2 }

  private func drawButtons(_ painter: inout Painter, _ card: Rectangle) {
    let room = card.width - 56
    let top = card.maxY - 24 - Double(buttonRows) * 60 + 12
    guard let cancel = dialog.cancel else {
      painter.button(
        .primary, Rectangle(x: card.x + 28, y: top, width: room, height: 48), dialog.confirm,
        key: "Enter", size: 16, command: .confirm)
      return
    }
    let confirming =
      dialog.confirmWay ?? Dialog.Way(command: .confirm, label: dialog.confirm, key: "Enter")
    let cancelling = Dialog.Way(command: .cancel, label: cancel, key: "Esc")
    // The harmless way is the primary button, and the first.
    let ways =
      dialog.isConfirmHarmless
      ? [confirming] + dialog.others + [cancelling] : [cancelling, confirming] + dialog.others
    let half = (room - 16) / 2
    for (place, way) in ways.enumerated() {
      painter.button(
        place == 0 ? .primary : .secondary,
        Rectangle(
          x: card.x + 28 + Double(place % 2) * (half + 16), y: top + Double(place / 2) * 60,
          width: half, height: 48), way.label, key: way.key, size: 16, command: way.command)
    }
  }
}
