import ArgumentParser
import Handover
import TrainerWindow

/// Before anything else, so that the frame log counts from the program's start.
let started = Trainer.startMoment

StandardStreams.secure()

do {
  var command = try WindowCommand.parseAsRoot()
  try command.run()
} catch {
  Failure.leave(after: error)
}
