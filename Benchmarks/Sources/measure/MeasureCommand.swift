import ArgumentParser

/// What `Scripts/bench` starts: each command does one piece of work and writes its figures to standard
/// output as a line of JSON.
@main struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "The pieces of work that Scripts/bench measures.",
    subcommands: [
      ScoringCommand.self, StreamCommand.self, RecordCommand.self, ReadingCommand.self,
      PlacesCommand.self, SpiralsCommand.self, SpinCommand.self,
    ])
}
