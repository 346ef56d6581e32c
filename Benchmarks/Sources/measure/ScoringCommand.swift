import ArgumentParser
import Attempts
import Scenarios
import Scoring

/// Full scoring of events in memory: every criterion, from the first event to the result.
struct ScoringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scoring", abstract: "What full scoring of events in memory costs.")

  @OptionGroup var options: WorkOptions

  @Option(parsing: .upToNextOption, help: "Lengths of contact, in seconds.")
  var seconds = [10, 60, 600, 3_600, 36_000]

  @Option(help: "Measurements of each length.")
  var times = 7

  @Flag(help: "Without the four folds that tell whether a verdict is borderline.")
  var alone = false

  func validate() throws {
    guard times >= 1, !seconds.isEmpty, seconds.allSatisfy({ (1...36_000).contains($0) }) else {
      throw ValidationError("--times is 1 or more, --seconds from 1 to 36000.")
    }
  }

  struct Figures: Encodable {
    struct Length: Encodable {
      var seconds: Int
      /// Different attempts of that length; contacts, samples and ticks are those of all.
      var attempts: Int
      var contacts: Int
      var samples: Int
      var ticks: Int
      var shareOfCircles: Double
      var nanosecondsPerSample: Double
      var nanosecondsPerTick: Double
      var samplesPerSecond: Double
      /// Of that, making the scorer and taking every event, without the result.
      var nanosecondsPerSampleTaken: Double
      /// The result alone, once an attempt.
      var microsecondsOfResult: Double
      /// Nanoseconds a sample of each measurement.
      var measured: [Double]
      /// The mean.
      var score: Double
    }

    var rate: Int
    var skill: Double
    var criteriaAssessed: Int
    /// Making a scorer of the case, once an attempt.
    var microsecondsOfBeginning: Double
    var lengths: [Length]
  }

  /// A short stretch is scored as often as it takes for the clock to be of no account.
  private static let shortest = 300_000_000

  /// Nanoseconds of one attempt.
  private struct Cost {
    var beginning = 0.0
    var events = 0.0
    var result = 0.0
    var whole: Double { beginning + events + result }
  }

  func run() throws {
    let work = try options.work()
    let stretches = seconds.map { (seconds: $0, attempts: work.attempts(seconds: $0)) }
    var costs = stretches.map { _ in [Cost]() }
    var results: [[Result]] = []
    for stretch in stretches {
      var cost = Cost()
      results.append(stretch.attempts.map { score($0.events, work, &cost) })
    }
    for time in 1...times {
      tell("scoring: measurement \(time) of \(times)")
      // Lengths take turns, so that what else the machine does hits all.
      for (index, stretch) in stretches.enumerated() {
        costs[index].append(cost(of: stretch.attempts, work))
      }
    }
    try report(
      Figures(
        rate: options.rate, skill: options.skill,
        criteriaAssessed: results.joined().map { $0.criteria.count(where: \.assessed) }.min() ?? 0,
        microsecondsOfBeginning: median(
          stretches.indices.flatMap { index in
            costs[index].map { $0.beginning / Double(stretches[index].attempts.count) }
          }) / 1_000,
        lengths: stretches.indices.map { index in
          let (seconds, attempts) = stretches[index]
          let count = Double(attempts.count)
          let extent = Work.Extent(all: attempts.map(\.extent))
          let samples = Double(extent.samples)
          let measured = costs[index].map { $0.whole / samples }
          let sample = median(measured)
          return Figures.Length(
            seconds: seconds, attempts: attempts.count, contacts: extent.contacts,
            samples: extent.samples, ticks: extent.ticks,
            shareOfCircles: Double(extent.circles) / Double(extent.contact),
            nanosecondsPerSample: sample,
            nanosecondsPerTick: sample * samples / Double(extent.ticks),
            samplesPerSecond: 1e9 / sample,
            nanosecondsPerSampleTaken: median(
              costs[index].map { ($0.beginning + $0.events) / samples }),
            microsecondsOfResult: median(costs[index].map(\.result)) / count / 1_000,
            measured: measured, score: results[index].map(\.score.value).reduce(0, +) / count)
        }))
  }

  private func score(_ events: [Event], _ work: Work, _ cost: inout Cost) -> Result {
    let start = ProcessorClock.nanoseconds
    var scorer = Scorer(
      scenario: work.scenario, header: work.header, judgesBorderline: !alone)
    let begun = ProcessorClock.nanoseconds
    for event in events { scorer.add(event) }
    let taken = ProcessorClock.nanoseconds
    let result = scorer.result()
    let end = ProcessorClock.nanoseconds
    cost.beginning += Double(begun - start)
    cost.events += Double(taken - begun)
    cost.result += Double(end - taken)
    return result
  }

  /// Of scoring each of some attempts once, from as many times as it takes.
  private func cost(of attempts: [(events: [Event], extent: Work.Extent)], _ work: Work) -> Cost {
    var count = 0.0
    var total = Cost()
    while total.whole < Double(ScoringCommand.shortest) {
      for attempt in attempts { _ = score(attempt.events, work, &total) }
      count += 1
    }
    return Cost(
      beginning: total.beginning / count, events: total.events / count,
      result: total.result / count)
  }
}

/// The same of events that are made one by one and kept nowhere: what memory it needs beside them.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "The memory that scoring needs beside the record.")

  @OptionGroup var options: WorkOptions

  @Option(help: "Seconds of contact.")
  var seconds = 3_600

  struct Figures: Encodable {
    var seconds: Int
    var samples: Int
    var mostMemoryBytes: Int
    var score: Double
  }

  func run() throws {
    let work = try options.work()
    var scorer = Scorer(scenario: work.scenario, header: work.header)
    let extent = work.forEach(seconds: seconds) { scorer.add($0) }
    let result = scorer.result()
    try report(
      Figures(
        seconds: seconds, samples: extent.samples, mostMemoryBytes: mostMemory(),
        score: result.score.value))
  }
}
