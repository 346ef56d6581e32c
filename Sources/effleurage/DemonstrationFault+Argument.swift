public import ArgumentParser
public import Scoring

/// A fault is named on the command line as records name it.
extension DemonstrationFault: ExpressibleByArgument {}
