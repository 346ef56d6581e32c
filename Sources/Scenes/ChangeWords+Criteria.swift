import Catalogue
import Scenarios
import Scoring

/// By criterion.
extension ChangeWords {
  func path(_ code: String) -> String? {
    switch code {
    case "path.offGuide":
      let worst = (measured?.guides ?? []).compactMap(\.meanDeviation).max { $0.value < $1.value }
      let mean = worst.map {
        Texts["change.path.mean", ["value": number($0.value, 1), "where": near]]
      }
      let aim = corridor.map { " " + Texts["change.path.within", ["limit": number($0.full)]] }
      return (mean ?? Texts["change.path.eyes"]) + (aim ?? "")
    case "path.backward":
      let back = (measured?.guides ?? []).compactMap(\.backward?.value).reduce(0, +)
      return known(
        back >= 1_000
          ? Texts["change.path.farBackward", ["value": number(back / 1_000, 1)]]
          : back >= 1 ? Texts["change.path.backward", ["value": number(back)]] : nil)
        + Texts["change.path.lift"]
    default: return nil
    }
  }

  private var corridor: Limit? {
    switch asked?.task {
    case .stroking(let task): task.corridor
    case .combCircles(let task): task.corridor
    case .pointPress(let task): task.radius
    case .honeyLift, nil: nil
    }
  }

  func speed(_ code: String) -> String? {
    let aim =
      (asked?.speed).map { Texts["change.speed.aim", ["range": range($0)]] }
      ?? Texts["change.speed.beat"]
    switch code {
    case "speed.tooFast":
      return known(
        share(measured?.speedTooFast).map {
          Texts["change.speed.tooFast", ["share": $0, "where": near]]
        }) + aim
    case "speed.tooSlow":
      return known(
        share(measured?.speedTooSlow).map {
          Texts["change.speed.tooSlow", ["share": $0, "where": near]]
        }) + aim
    case "speed.uneven":
      return known(
        share(measured?.speedVariation).map { Texts["change.speed.varied", ["share": $0]] })
        + Texts["change.speed.beat"]
    default: return nil
    }
  }

  func pressure(_ code: String) -> String? {
    guard code == "pressure.tooHard" || code == "pressure.tooLight" else { return nil }
    let aim =
      (asked?.pressure).map {
        Texts[
          "change.pressure.aim",
          ["low": number($0.fullLow * 100), "high": number($0.fullHigh * 100)]]
      }
      ?? (code == "pressure.tooHard"
        ? Texts["change.pressure.lie"] : Texts["change.pressure.lean"])
    return known(
      measured?.meanPressure.map {
        Texts["change.pressure.mean", ["value": number($0.value * 100), "where": near]]
      }) + aim
  }

  func spasm(_ code: String) -> String? {
    let ids = scenario.spasm.map(\.id)
    func seconds(_ isMeant: (String) -> Bool) -> String? {
      let sum = result.areas.filter { isMeant($0.id) }.reduce(0) { $0 + $1.pressed.value }
      return sum >= 0.05 ? Texts["number.seconds", ["value": number(sum, 1)]] : nil
    }
    switch code {
    case "spasm.pressed":
      return known(
        seconds(ids.contains).map {
          Texts["change.spasm.pressed", ["time": $0, "where": near]]
        }) + Texts["change.spasm.steer"]
    case "spasm.touched":
      return known(
        seconds(ids.contains).map {
          Texts["change.spasm.touched", ["time": $0, "where": near]]
        }) + Texts["change.spasm.edge"]
    case "spasm.spine":
      return known(
        seconds { $0 == "spine" }.map { Texts["change.spasm.spine", ["time": $0]] })
        + Texts["change.spasm.beside"]
    case "spasm.kidney":
      return known(
        seconds { $0.hasPrefix("kidney") }.map { Texts["change.spasm.kidney", ["time": $0]] })
        + Texts["change.spasm.never"]
    default: return nil
    }
  }

  func flow(_ code: String) -> String? {
    switch code {
    case "flow.wobble":
      let worst = (measured?.guides ?? []).compactMap(\.wobble?.value).max()
      return known(worst.map { Texts["change.flow.wobble", ["value": number($0, 1)]] })
        + Texts["change.flow.shoulder"]
    case "flow.hesitation":
      return known(
        share(measured?.hesitation).map { Texts["change.flow.stopped", ["share": $0]] })
        + Texts["change.flow.runOut"]
    case "flow.breaks":
      let breaks = result.phases.reduce(0) { $0 + $1.breaks }
      return known(breaks > 0 ? Texts.count("change.flow.breaks", breaks) : nil)
        + Texts["change.flow.stay"]
    default: return nil
    }
  }

  func loops(_ code: String) -> String? {
    guard case .combCircles(let task)? = asked?.task else {
      return switch code {
      case "technique.diameter": Texts["change.loops.width"]
      case "technique.advance": Texts["change.loops.onward"]
      case "technique.turn": Texts["change.loops.turns"]
      default: nil
      }
    }
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    let guides = measured?.guides ?? []
    switch code {
    case "technique.diameter":
      return known(
        mean(guides.compactMap(\.meanDiameter?.value)).map {
          Texts["change.loops.meanWidth", ["value": number($0)]]
        }) + Texts["change.loops.aimWidth", ["range": range(task.diameter)]]
    case "technique.advance":
      return known(
        mean(guides.compactMap(\.meanAdvance?.value)).map {
          Texts["change.loops.meanAdvance", ["share": percent(number($0 * 100))]]
        })
        + Texts[
          "change.loops.aimAdvance",
          [
            "low": number(task.advance.fullLow * 100),
            "high": number(task.advance.fullHigh * 100),
          ]]
    case "technique.turn":
      return switch task.turn {
      case .clockwise: Texts["change.loops.clockwise"]
      case .counterclockwise: Texts["change.loops.counterclockwise"]
      case .either: Texts["change.loops.turns"]
      }
    default: return nil
    }
  }

  func technique(_ code: String) -> String? {
    switch code {
    case "technique.other":
      return asked.map {
        Texts[
          "change.technique.asked",
          ["technique": Texts.inSentence(Words.technique($0.technique))]]
      } ?? Texts["change.technique.one"]
    case "technique.press":
      guard case .pointPress(let task)? = asked?.task, let first = task.points.first else {
        return Texts["change.technique.holdUnknown"]
      }
      let time = Texts["number.seconds", ["value": number(first.hold, 1)]]
      return Texts["change.technique.hold", ["time": time]]
    case "technique.vibration":
      let count = result.phases.reduce(0) { $0 + ($1.vibrations ?? 0) }
      return known(count > 0 ? Texts.count("change.technique.vibrated", count) : nil)
        + Texts["change.technique.notPrescribed"]
    case "technique.tapping":
      let count = result.phases.reduce(0) { $0 + ($1.taps ?? 0) }
      return known(count > 0 ? Texts.count("change.technique.taps", count) : nil)
        + Texts["change.technique.notPrescribed"]
    default: return nil
    }
  }
}
