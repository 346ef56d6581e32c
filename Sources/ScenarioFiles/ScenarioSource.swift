import Digests
import Foundation
public import Scenarios

/// The bytes of a scenario file and their fingerprint, as records and results carry them.
public struct ScenarioSource: Hashable, Sendable {
  public let bytes: [UInt8]
  /// SHA-256 of the bytes, in 64 lower-case hexadecimal digits.
  public let sha256: String

  public init(bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = SHA256.text(of: bytes)
  }
}

/// Why a scenario could not be had.
public enum ScenarioFileError: Error, Hashable, Sendable {
  /// Neither a case of the library nor a file. The second is a case that may be meant.
  case unknown(String, didYouMean: String?)
  /// The file is missing, a folder, or cannot be read.
  case unreadable(file: String, reason: String)
  /// The file was read and has errors.
  case invalid(file: String, [Diagnostic])

  /// One message a line, ready to be shown.
  public var messages: [String] {
    switch self {
    case .unknown(let name, let near):
      let hint = near.map { "; did you mean \"\($0)\"?" } ?? ""
      return [
        "effleurage: error: no scenario \"\(Wording.shortened(name, to: 120))\" in the library "
          + "and no such file\(hint)"
      ]
    case .unreadable(let file, let reason):
      return ["effleurage: error: \(file): \(reason)"]
    case .invalid(let file, let diagnostics):
      return diagnostics.map { $0.rendered(file: file) }
    }
  }

  /// The exit code of the commands: 66 for input that is missing or unreadable, 65 for bad data.
  public var exitCode: Int32 {
    switch self {
    case .unknown, .unreadable: 66
    case .invalid: 65
    }
  }
}

/// A scenario that was read from a file, with what records need of it.
public struct LoadedScenario: Hashable, Sendable {
  public let scenario: Scenario
  public let source: ScenarioSource
  public let file: String
  /// Warnings, in the order of places.
  public let warnings: [Diagnostic]
}

extension ScenarioSource {
  /// The bytes of a file.
  ///
  /// Files over the limit are read only as far as it takes to know that they are.
  public static func read(file: String) throws(ScenarioFileError) -> ScenarioSource {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw .unreadable(file: file, reason: "no such file")
    }
    if isFolder.boolValue {
      throw .unreadable(file: file, reason: "this is a folder, expected a scenario file")
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      defer { try? handle.close() }
      var bytes: [UInt8] = []
      while bytes.count <= ScenarioReader.sizeLimit,
        let part = try handle.read(upToCount: ScenarioReader.sizeLimit + 1 - bytes.count),
        !part.isEmpty
      {
        bytes += part
      }
      return ScenarioSource(bytes: bytes)
    } catch {
      throw .unreadable(file: file, reason: "the file cannot be read")
    }
  }
}

extension LoadedScenario {
  public static func load(file: String) throws(ScenarioFileError) -> LoadedScenario {
    let source = try ScenarioSource.read(file: file)
    let (scenario, diagnostics) = ScenarioReader.read(bytes: source.bytes)
    guard let scenario else { throw .invalid(file: file, diagnostics) }
    return LoadedScenario(
      scenario: scenario, source: source, file: file, warnings: diagnostics)
  }
}
