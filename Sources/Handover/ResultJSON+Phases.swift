import Scenarios
import Scoring

/// The measures of the phases.
extension ResultJSON {
  static func phase(_ phase: PhaseResult) -> String {
    JSONText.object([
      "id": JSONText.string(phase.id),
      "technique": JSONText.string(phase.technique.rawValue),
      "contact_s": JSONText.figure(phase.contact),
      "contacts": String(phase.contacts),
      "breaks": String(phase.breaks),
      "lost_s": JSONText.figure(phase.lost),
      "offPath_mm": JSONText.figure(phase.offPath),
      "meanSpeed_mm_s": JSONText.figure(phase.meanSpeed),
      "speedInBand": JSONText.figure(phase.speedInBand),
      "speedTooSlow": JSONText.figure(phase.speedTooSlow),
      "speedTooFast": JSONText.figure(phase.speedTooFast),
      "speedCV": JSONText.figure(phase.speedVariation),
      "hesitation": JSONText.figure(phase.hesitation),
      "meanPressure": JSONText.figure(phase.meanPressure),
      "pressureInBand": JSONText.figure(phase.pressureInBand),
      "vibrations": JSONText.whole(phase.vibrations),
      "vibration_s": JSONText.figure(phase.vibration),
      "taps": JSONText.whole(phase.taps),
      "guides": JSONText.array(phase.guides.map(guide)),
      "points": JSONText.array(phase.points.map(point)),
      "area": phase.area.map(lifts) ?? JSONText.null,
    ])
  }

  private static func guide(_ guide: GuideResult) -> String {
    JSONText.object([
      "id": JSONText.string(guide.id),
      "done": JSONText.figure(guide.done),
      "strokes": JSONText.whole(guide.strokes),
      "loops": JSONText.whole(guide.loops),
      "coverage": JSONText.figure(guide.coverage),
      "meanDeviation_mm": JSONText.figure(guide.meanDeviation),
      "meanOffset_mm": JSONText.figure(guide.meanOffset),
      "maxDeviation_mm": JSONText.figure(guide.maxDeviation),
      "corridorShare": JSONText.figure(guide.corridorShare),
      "backward_mm": JSONText.figure(guide.backward),
      "wobble_mm": JSONText.figure(guide.wobble),
      "meanDiameter_mm": JSONText.figure(guide.meanDiameter),
      "meanAdvance": JSONText.figure(guide.meanAdvance),
      "loopsPerMinute": JSONText.figure(guide.loopsPerMinute),
    ])
  }

  private static func point(_ point: PointResult) -> String {
    JSONText.object([
      "id": JSONText.string(point.id),
      "done": JSONText.figure(point.done),
      "held_s": JSONText.figure(point.held),
      "meanDistance_mm": JSONText.figure(point.meanDistance),
    ])
  }

  private static func lifts(_ lifts: LiftResult) -> String {
    JSONText.object(["done": JSONText.figure(lifts.done), "lifts": JSONText.whole(lifts.lifts)])
  }
}
