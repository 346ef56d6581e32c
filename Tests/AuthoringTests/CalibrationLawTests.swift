import Attempts
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Authoring

#if !DEBUG
  /// Whole attempts are scored, which takes a debug build too long.
  @Suite struct CalibrationLawTests {
    private func attempts(_ count: UInt64 = 4) throws -> (LoadedScenario, [Demonstration]) {
      let loaded = try Recordings.loaded()
      return (
        loaded,
        try (1...count).map { try Recordings.demonstration(of: loaded.scenario, seed: $0) }
      )
    }

    // MARK: What is proposed

    @Test func everyMeasureOfEveryTechniqueIsProposed() throws {
      let (loaded, attempts) = try attempts()
      let calibration = Recordings.calibration(of: loaded.scenario, attempts)
      let outcomes = calibration.outcomes
      let names = outcomes.map { "\(loaded.scenario.phases[$0.phase].id) \($0.measure.rawValue)" }
      #expect(
        names == [
          "strokes corridor", "strokes speed", "strokes pressure", "strokes minutes",
          "circles diameter", "circles advance", "circles corridor", "circles speed",
          "circles pressure", "circles minutes", "presses radius", "presses pressure",
          "presses minutes", "lifts pressure", "lifts minutes", "closing corridor",
          "closing speed", "closing pressure", "closing minutes",
        ])
      #expect(outcomes.allSatisfy { $0.new != nil && $0.records == 4 }, "\(calibration.table)")
      #expect(calibration.records == 4 && calibration.demonstrations == 4)
      for phase in calibration.calibrated.phases { #expect(phase.minutes != nil) }
    }

    @Test func theMedianIsThatOfTheCountedPieces() throws {
      let (loaded, attempts) = try attempts(1)
      var scorer = Scorer(scenario: loaded.scenario, header: attempts[0].header)
      scorer.keepPieces()
      var pieces = WorkPieces()
      for event in attempts[0].events {
        scorer.add(event)
        let more = scorer.takePieces()
        pieces.loops += more.loops
        pieces.presses += more.presses
      }
      pieces.loops += scorer.remainingPieces().loops
      pieces.presses += scorer.remainingPieces().presses
      let result = scorer.result()
      let lane = try #require(result.phases[1].guides.first)
      try #require(pieces.loops.count == lane.loops && !pieces.loops.isEmpty)
      let mean = pieces.loops.reduce(0) { $0 + $1.diameter } / Double(pieces.loops.count)
      #expect(Figure.hundredths(mean) == lane.meanDiameter)
      let advances = pieces.loops.compactMap(\.advance)
      #expect(
        Figure.thousandths(advances.reduce(0, +) / Double(advances.count)) == lane.meanAdvance)
      #expect(pieces.presses.count >= 3)
      for (index, point) in result.phases[2].points.enumerated() {
        let longest = pieces.presses.filter { $0.point == index }.max { $0.held < $1.held }
        #expect(longest.map { Figure.hundredths($0.meanDistance) } == point.meanDistance)
      }
      let calibration = Recordings.calibration(of: loaded.scenario, attempts)
      let outcome = try #require(calibration.outcomes.first { $0.measure == .diameter })
      let sorted = pieces.loops.map(\.diameter).sorted()
      let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      #expect(abs(try #require(outcome.median) - median) <= 0.01)
      #expect(outcome.values == pieces.loops.count)
    }

    @Test func tooFewValuesLeaveABandAsItIs() throws {
      let (loaded, attempts) = try attempts(2)
      let calibration = Recordings.calibration(of: loaded.scenario, attempts)
      for outcome in calibration.outcomes where outcome.measure == .minutes {
        #expect(outcome.new == nil && outcome.values == 2)
      }
      #expect(calibration.calibrated.phases.allSatisfy { $0.minutes == nil })
      #expect(calibration.table.contains { $0.contains("as it was: fewer than 3 records") })
      let none = Calibration(of: loaded.scenario)
      #expect(none.outcomes.allSatisfy { $0.new == nil && $0.median == nil && $0.values == 0 })
      #expect(none.calibrated == loaded.scenario)
    }

    @Test func pressureOfADeviceWithoutIsNotTaken() throws {
      let (loaded, attempts) = try attempts(1)
      var header = attempts[0].header
      header.device = Device(kind: .mouse, pressure: .none)
      var calibration = Calibration(of: loaded.scenario)
      calibration.add(Recordings.values(attempts[0], of: loaded.scenario, header: header))
      for outcome in calibration.outcomes where outcome.measure == .pressure {
        #expect(outcome.values == 0 && outcome.records == 0)
      }
      #expect(calibration.outcomes.contains { $0.measure == .speed && $0.values > 30 })
    }

    /// A drill is of one step, whatever else the hands did.
    @Test func ofADrillOnlyItsStepCounts() throws {
      let (loaded, attempts) = try attempts(1)
      var header = attempts[0].header
      header.mode = .drill
      header.scope = .phase("circles", timed: true)
      var calibration = Calibration(of: loaded.scenario)
      calibration.add(Recordings.values(attempts[0], of: loaded.scenario, header: header))
      for outcome in calibration.outcomes {
        #expect((outcome.values > 0) == (outcome.phase == 1), "\(outcome)")
      }
    }

    /// A step that was hardly begun says nothing of how long it takes.
    @Test func minutesAreOfStepsThatWereDone() throws {
      let loaded = try Recordings.loaded()
      let whole = try Recordings.demonstration(of: loaded.scenario, seed: 1)
      let hurried = try Recordings.demonstration(
        of: loaded.scenario, seed: 1, faults: [.skipClosing])
      let calibration = Recordings.calibration(of: loaded.scenario, [whole, hurried])
      let minutes = calibration.outcomes.filter { $0.measure == .minutes }.map(\.values)
      #expect(minutes.contains(1) && minutes.contains(2))
    }

    // MARK: Laws

    @Test func theOrderOfRecordingsDoesNotMatter() throws {
      let (loaded, attempts) = try attempts()
      let forward = Recordings.calibration(of: loaded.scenario, attempts)
      let backward = Recordings.calibration(of: loaded.scenario, attempts.reversed())
      #expect(forward.outcomes == backward.outcomes)
      #expect(forward.table == backward.table)
      #expect(
        forward.text(source: loaded, program: "p 1")
          == backward.text(source: loaded, program: "p 1"))
    }

    @Test func theWrittenCaseReadsBackAsTheCalibratedOne() throws {
      let (loaded, attempts) = try attempts()
      let calibration = Recordings.calibration(of: loaded.scenario, attempts)
      let text = calibration.text(source: loaded, program: "effleurage 1.2.3")
      let (back, diagnostics) = ScenarioReader.read(bytes: Array(text.utf8))
      #expect(back == calibration.calibrated)
      #expect(diagnostics == [])
      #expect(
        text.hasPrefix(
          """
          # Bands calibrated by effleurage 1.2.3 from 4 records, 4 demonstrations.
          # Made from
          """))
      #expect(text.contains("(everything), SHA-256\n# \(loaded.source.sha256).\n"))
      #expect(text.contains("# The comments of that file were not kept.\neffleurage: 1\n"))
      let lines = text.split(separator: "\n").map(String.init)
      for (index, line) in lines.enumerated() where line.hasPrefix("    speed:") {
        #expect(lines[index - 2].hasPrefix("    # Calibrated: median "))
        #expect(lines[index - 2].hasSuffix(" in 4 records."))
        #expect(lines[index - 1] == "    # full: median +- 2 MAD; none: median +- 5 MAD.")
      }
      #expect(lines.count { $0.contains("# Calibrated:") } == calibration.outcomes.count)
      #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func aWiderWidthMakesWiderBands() throws {
      let (loaded, attempts) = try attempts(3)
      let narrow = Recordings.calibration(of: loaded.scenario, attempts, width: 1)
      let wide = Recordings.calibration(of: loaded.scenario, attempts, width: 4)
      for (a, b) in zip(narrow.outcomes, wide.outcomes) {
        switch (a.new, b.new) {
        case (.band(let a)?, .band(let b)?):
          #expect(b.fullLow <= a.fullLow && a.fullHigh <= b.fullHigh)
          #expect(b.noneLow <= a.noneLow && a.noneHigh <= b.noneHigh)
        case (.limit(let a)?, .limit(let b)?): #expect(a.full <= b.full && a.none <= b.none)
        default: Issue.record("\(a)")
        }
      }
    }

    // MARK: Reading

    @Test func recordsAreReadAsTheyWereJudged() throws {
      let (loaded, attempts) = try attempts(1)
      let record = try RecordWriter.document(
        of: attempts[0].events, header: attempts[0].header, scenario: loaded.source.bytes)
      var read = Calibration(of: loaded.scenario)
      read.add(try RecordingReader(of: loaded).read(.bytes(record)))
      #expect(read.outcomes == Recordings.calibration(of: loaded.scenario, attempts).outcomes)
    }

    @Test func recordsOfAnythingElseAreRefused() throws {
      let (loaded, attempts) = try attempts(1)
      let reader = RecordingReader(of: loaded)
      func refusal(_ record: [UInt8]) -> RecordError? {
        do throws(RecordError) {
          _ = try reader.read(.bytes(record))
          return nil
        } catch {
          return error
        }
      }
      let other = try RecordWriter.document(
        of: attempts[0].events, header: attempts[0].header,
        scenario: loaded.source.bytes + Array("\n".utf8))
      #expect(refusal(other)?.kind == .badData)
      #expect(refusal(other)?.message.contains(loaded.source.sha256.prefix(12)) == true)
      #expect(refusal(other)?.message.contains("of another case than \(loaded.file)") == true)
      let foreign = Array(
        "<ink xmlns=\"http://www.w3.org/2003/InkML\"><trace>0 0, 1 1</trace></ink>".utf8)
      #expect(refusal(foreign)?.kind == .badData)
      #expect(refusal(foreign)?.message.hasPrefix("another program made this record") == true)
      var header = attempts[0].header
      header.ruleSet = 99
      let newer = try RecordWriter.document(
        of: attempts[0].events, header: header, scenario: loaded.source.bytes)
      #expect(refusal(newer)?.message.contains("rule set 99") == true)
      header = attempts[0].header
      header.mode = .drill
      header.scope = .phase("dance", timed: true)
      let drill = try RecordWriter.document(
        of: attempts[0].events, header: header, scenario: loaded.source.bytes)
      #expect(refusal(drill)?.message.contains("no step 'dance'") == true)
      #expect(refusal(Array("<ink>".utf8))?.kind == .badData)
    }
  }
#endif
