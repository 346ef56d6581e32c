/// Ticks that are settled late, and strokes that wait for them.
extension GuideTrack {
  /// A tick waits to be settled.
  mutating func expect(_ serial: Int) {
    if currentSerial == serial {
      current?.pending += 1
      return
    }
    // Not in what is kept for the case that the tick is a tap's.
    change(serial, whereKept: false) { $0.pending += 1 }
  }

  /// Books a tick that is settled.
  mutating func settle(_ entry: TickEntry, _ tick: SettledTick) {
    if entry.stroke < 0 {
      if entry.backward > 0, !tick.isAlarm {
        tally.goBack(entry.backward, phase: phase, from: tick.from, to: tick.time)
      }
      return
    }
    let (corridor, phase) = (guide.corridor, phase)
    // Mostly it is the stroke under way, and nothing is kept.
    if suspensions.isEmpty, currentSerial == entry.stroke {
      current?.book(entry, tick, corridor: corridor, phase: phase)
      return
    }
    change(entry.stroke, whereKept: true) {
      $0.book(entry, tick, corridor: corridor, phase: phase)
    }
    if !closing.isEmpty { tallyIfSettled(entry.stroke) }
  }

  /// Changes a stroke where it stands: nothing of it is copied.
  mutating func change(
    _ serial: Int, whereKept isKept: Bool, _ body: (inout StrokeState) -> Void
  ) {
    if isKept {
      for at in suspensions.indices where suspensions[at].stroke?.serial == serial {
        suspensions[at].stroke?.change(body)
      }
    }
    if currentSerial == serial {
      current?.change(body)
    } else if let at = closingIndex(of: serial) {
      body(&closing[at])
    } else {
      for at in suspensions.indices {
        for stroke in suspensions[at].ended.indices
        where suspensions[at].ended[stroke].serial == serial {
          body(&suspensions[at].ended[stroke])
        }
      }
    }
  }

  private func closingIndex(of serial: Int) -> Int? {
    for at in closing.indices where closing[at].serial == serial { return at }
    return nil
  }

  mutating func endStroke() {
    leftAt = nil
    guard let stroke = current else { return }
    current = nil
    currentSerial = -1
    if let last = suspensions.indices.last {
      suspensions[last].ended.append(stroke)
    } else {
      close(stroke)
    }
  }

  mutating func close(_ stroke: StrokeState) {
    if stroke.pending > 0 {
      closing.append(stroke)
    } else {
      tally.add(stroke, guide: guide, phase: phase, rules: rules)
    }
  }

  mutating func tallyIfSettled(_ serial: Int) {
    guard let at = closingIndex(of: serial), closing[at].pending == 0 else { return }
    tally.add(closing.remove(at: at), guide: guide, phase: phase, rules: rules)
  }
}
