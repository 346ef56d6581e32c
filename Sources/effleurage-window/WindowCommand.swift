import ArgumentParser
import Handover

/// The program with the window: what `effleurage` starts where a window or a picture is needed.
struct WindowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    // People start it by that name, and its help and usage say so.
    commandName: "effleurage",
    abstract: "Practise lower-back massage in a window, and draw reports.",
    discussion: Program.notice,
    version: Program.description,
    subcommands: [
      PracticeCommand.self, ReplayCommand.self, ReportCommand.self, PlatesCommand.self,
      ScreenCommand.self,
    ],
    defaultSubcommand: PracticeCommand.self)
}
