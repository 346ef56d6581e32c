import Catalogue
import Drawing
import Geometry

/// Over everything while the clock stands still.
struct PracticePause {
  /// Seconds of the attempt.
  let clock: Double
  /// Whether it is the expert's work that stands still, which is no attempt.
  var isDemonstration = false

  func draw(on painter: inout Painter) {
    let theme = painter.theme
    painter.fill(
      Rectangle(x: 0, y: 0, width: painter.width, height: painter.height),
      (theme.isDark ? theme.plateOuter : theme.ink).opacity(theme.isDark ? 0.66 : 0.36))
    let card = Rectangle(
      x: (painter.width - 440) / 2, y: (painter.height - 276) / 2, width: 440, height: 276)
    painter.card(card)
    painter.text(
      PracticeWords.paused, x: card.x + 28, y: card.y + 54,
      TextForm(TypeSize.screen, .semibold, theme.ink))
    painter.text(
      PracticeWords.session(clock), x: card.maxX - 28, y: card.y + 52,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing, tabular: true))
    painter.paragraph(
      PracticeWords.pausedDetail, x: card.x + 28, top: card.y + 70,
      TextForm(
        TypeSize.button, .regular, theme.inkSecondary, maxWidth: card.width - 56, maxLines: 2))
    painter.button(
      .primary, Rectangle(x: card.x + 28, y: card.y + 144, width: 184, height: 48),
      PracticeWords.resume, icon: .play, key: "Space", command: .resume)
    painter.button(
      .secondary, Rectangle(x: card.x + 228, y: card.y + 144, width: 184, height: 48),
      isDemonstration ? Texts["practice.hint.endDemonstration"] : PracticeWords.end,
      command: isDemonstration ? .back : .endAttempt)
    painter.button(
      .secondary, Rectangle(x: card.x + 28, y: card.y + 204, width: 184, height: 44),
      Texts["settings.title"], key: "S", command: .settings)
    painter.button(
      .secondary, Rectangle(x: card.x + 228, y: card.y + 204, width: 184, height: 44),
      Texts["settings.keys.help"], key: "F1", command: .help)
  }
}
