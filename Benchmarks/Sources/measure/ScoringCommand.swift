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

  func validate() throws {
    guard times >= 1, !seconds.isEmpty, seconds.allSatisfy({ (1...36_000).contains($0) }) else {
      throw ValidationError("--times is 1 or more, --seconds from 1 to 36000.")
    }
  }

  struct Figures: Encodable {
    struct Length: Encodable {
      var seconds: Int
      var samples: Int
      var ticks: Int
      var shareOfCircles: Double
      var nanosecondsPerSample: Double
      var nanosecondsPerTick: Double
      var samplesPerSecond: Double
      /// Nanoseconds a sample of each measurement.
      var measured: [Double]
      var score: Double
    }

    var rate: Int
    var skill: Double
    var criteriaAssessed: Int
    /// Making a scorer of the case and judging an attempt of which nothing is known, in microseconds.
    var microsecondsOfBeginningAndEnd: Double
    var lengths: [Length]
  }

  /// A short stretch is scored as often as it takes for the clock to be of no account.
  private static let shortest = 300_000_000

  func run() throws {
    let work = try options.work()
    let stretches = seconds.map { (seconds: $0, work.events(seconds: $0)) }
    var measured = stretches.map { _ in [Double]() }
    var ends: [Double] = []
    var results: [Result] = []
    for stretch in stretches { results.append(score(stretch.1.events, work)) }
    for time in 1...times {
      tell("scoring: measurement \(time) of \(times)")
      // Lengths take turns, so that what else the machine does hits all.
      for (index, stretch) in stretches.enumerated() {
        measured[index].append(
          nanoseconds { _ = score(stretch.1.events, work) } / Double(stretch.1.extent.samples))
      }
      ends.append(nanoseconds { _ = score([], work) } / 1_000)
    }
    try report(
      Figures(
        rate: options.rate, skill: options.skill,
        criteriaAssessed: results.map { $0.criteria.count(where: \.assessed) }.min() ?? 0,
        microsecondsOfBeginningAndEnd: median(ends),
        lengths: stretches.indices.map { index in
          let (seconds, (_, extent)) = stretches[index]
          let sample = median(measured[index])
          return Figures.Length(
            seconds: seconds, samples: extent.samples, ticks: extent.ticks,
            shareOfCircles: Double(extent.circles) / Double(extent.contact),
            nanosecondsPerSample: sample,
            nanosecondsPerTick: sample * Double(extent.samples) / Double(extent.ticks),
            samplesPerSecond: 1e9 / sample, measured: measured[index],
            score: results[index].score.value)
        }))
  }

  private func score(_ events: [Event], _ work: Work) -> Result {
    var scorer = Scorer(scenario: work.scenario, header: work.header)
    for event in events { scorer.add(event) }
    return scorer.result()
  }

  /// Of one time.
  private func nanoseconds(_ body: () -> Void) -> Double {
    var count = 0
    var total = 0
    while total < ScoringCommand.shortest {
      total += ProcessorClock.measure(body)
      count += 1
    }
    return Double(total) / Double(count)
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
