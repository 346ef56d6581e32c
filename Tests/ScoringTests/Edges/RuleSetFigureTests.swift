import Testing

@testable import Scoring

/// The figures of rule set 1 as the rules state them. Whoever changes one makes another rule set.
@Suite struct RuleSetFigureTests {
  @Test func everyFigureIsTheOneWrittenDown() {
    let figures = Mirror(reflecting: RuleSet.one).children.map { child in
      "\(child.label ?? ""): \(child.value)"
    }
    let expected = [
      "number: 1",
      // Times, in microseconds.
      "tick: 5000", "lostGap: 100000", "speedWindow: 200000", "wholeContact: 600000",
      "guideChange: 300000", "strokePause: 3000000", "handsOff: 2000000", "painDelay: 300000",
      "wentOn: 1500000",
      // Lengths, in mm.
      "matchReach: 30.0", "comeBackReach: 60.0", "takeUpReach: 30.0", "turnLength: 5.0",
      "turnPixels: 4.0", "stringLength: 2.0", "stringPixels: 1.5", "leaveClearance: 2.0",
      "fullDepth: 3.0",
      // Cheats.
      "burstWindow: 50000", "rubbingPart: 0.25", "rubbingLength: 20.0", "rubbingRuns: 3.0",
      "loopsBeside: 2",
      "topSpeed: 2000.0",
      // Vibration.
      "vibrationFast: 8000", "vibrationSlow: 50000", "vibrationHysteresis: 0.5",
      "vibrationPixels: 1.5", "shortestSwing: 20000", "longestSwing: 150000", "widestSwing: 12.0",
      "swingsForAlarm: 6", "workingLoop: 15.0", "criticalVibration: 1000000",
      "criticalKidney: 500000",
      // Tapping.
      "longestTap: 250000", "widestTap: 8.0", "tapPause: 800000", "tapReach: 60.0",
      "tapsForAlarm: 3", "criticalTaps: 6", "criticalKidneyTaps: 3",
      // Loops.
      "loopStep: 2.0", "eighthsOfLoop: 8", "eighthsBack: 2", "loopLeadParts: 7",
      "longestLoopLead: 2000000",
      // Presses and lifts.
      "pressSlip: 10.0", "pressTravel: 20.0", "shortestLift: 300000", "longestLift: 3000000",
      "widestLift: 15.0", "liftSquare: 40000000",
      // Flow.
      "wobbleTick: 10000", "wobbleFast: 20000", "wobbleSlow: 80000",
      "wobble: Limit(full: 0.5, none: 2.5)", "hesitation: Limit(full: 0.05, none: 0.35)",
      "hesitationPart: 0.25", "breaksWithoutLoss: 0", "breaksForThird: 2",
      "variation: Limit(full: 0.3, none: 0.7)", "evennessBlocks: 2048", "evennessEndParts: 10",
      // Shares.
      "returnAfter: 0.5", "lastTenth: 0.9", "firstTenth: 0.1", "madeCoverage: 0.9",
      "spinePressure: 300", "painExcess: 50", "fullExcess: 100", "handsJudged: 2",
      "entryLoss: 0.2", "secondLoss: 0.2", "offGuideShare: 0.7", "backwardShare: 0.3",
      "speedSeconds: 120.0", "choiceLoss: 0.15", "itemLoss: 0.1", "phaseLoss: 0.2",
      "wrongDecisionLoss: 0.5", "bandShare: 0.8", "evennessShare: 0.2", "pressureSeconds: 120.0",
      "pressureValues: 3", "wobbleShare: 0.4", "hesitationShare: 0.3", "breaksShare: 0.3",
      "wrongTurnLoss: 0.3", "alarmLoss: 0.2",
    ]
    #expect(figures.count == expected.count)
    for (figure, text) in zip(figures, expected) { #expect(figure.hasSuffix(text), "\(figure)") }
  }
}
