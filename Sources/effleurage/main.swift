import ArgumentParser
import Foundation
import Handover

StandardStreams.secure()

// Parsing and running are apart so that every failure, of words or of work, leaves by one door.
do {
  var command = try EffleurageCommand.parseAsRoot()
  try command.run()
} catch {
  Failure.leave(after: error)
}
