import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// One thing to do otherwise, and what it would bring.
  struct Change: Hashable {
    /// Index of the deduction that says it.
    var deduction: Int
    var criteria: [Criterion]
    var tenths: Int
    /// Whether a critical fault hangs on it: no points make up for that.
    var isCritical: Bool
  }

  /// The changes worth most, at most three: critical ones first. What was not shown is one change,
  /// whatever criteria it cost.
  var changes: [Change] {
    var changes: [Change] = []
    for (index, deduction) in deductions.enumerated() {
      if deduction.isNotShown,
        let at = changes.firstIndex(where: { deductions[$0.deduction].isNotShown })
      {
        changes[at].criteria.append(deduction.criterion)
        changes[at].tenths += deduction.points.units
      } else {
        changes.append(
          Change(
            deduction: index, criteria: [deduction.criterion], tenths: deduction.points.units,
            isCritical: model.result.critical.contains(deduction.code)))
      }
    }
    return Array(
      changes.sorted { a, b in
        if a.isCritical != b.isCritical { return a.isCritical }
        return a.tenths == b.tenths ? a.deduction < b.deduction : a.tenths > b.tenths
      }.prefix(3))
  }

  /// What to change first: three cards, or fewer where fewer things cost points.
  func drawAdvice(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let chosen = changes
    guard !chosen.isEmpty else {
      painter.card(area)
      painter.icon(.tickedCircle, x: area.x + 16, y: area.y + 17, theme.inBand.text)
      painter.text(
        Words.Debrief.noDeductions, x: area.x + 44, y: area.y + 32,
        TextForm(TypeSize.button, .semibold, theme.ink))
      painter.text(
        Words.Debrief.noDeductionsAdvice, x: area.x + 44, y: area.y + 56,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary))
      return
    }
    let width = (area.width - 16 * Double(chosen.count - 1)) / Double(chosen.count)
    for (place, change) in chosen.enumerated() {
      drawCard(
        painter,
        Rectangle(
          x: area.x + Double(place) * (width + 16), y: area.y, width: width, height: area.height),
        change)
    }
  }

  private func drawCard(_ painter: Painter, _ area: Rectangle, _ change: Change) {
    let deduction = deductions[change.deduction]
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 16
    let width = area.width - 32
    painter.text(
      Words.Debrief.advice(deduction.code), x: left, y: area.y + 30,
      TextForm(TypeSize.button, .semibold, theme.ink, maxWidth: width))
    painter.paragraph(
      deduction.message, x: left, top: area.y + 39,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 3,
        lineHeight: 1.4, mayBeCut: true))
    painter.icon(.improve, x: left - 2, y: area.y + 97, size: 17, theme.tealDeep, width: 2.2)
    painter.text(
      Words.Debrief.gain(change), x: left + 22, y: area.y + 111,
      TextForm(
        TypeSize.caption, .semibold, theme.tealDeep, maxWidth: width - 22, mayBeCut: true))
  }
}

extension Deduction {
  /// Whether it is for what was asked and not done.
  var isNotShown: Bool { code.hasSuffix(".notShown") }
}
