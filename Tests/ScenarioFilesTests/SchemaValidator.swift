import Foundation

/// The validator of Debian's `python3-jsonschema`, which judges texts of JSON by the schema that
/// ships.
enum SchemaValidator {
  static let schema = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources/scenario.schema.json")

  private static let python = "/usr/bin/python3"

  /// Whether the validator is installed; `Scripts/setup --tests` does it.
  static let isInstalled: Bool = (try? run("import jsonschema", input: "")) != nil

  private static let script = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for line in sys.stdin.buffer:
        try:
            error = jsonschema.exceptions.best_match(validator.iter_errors(json.loads(line)))
            words = "" if error is None else "/".join(map(str, error.path)) + ": " + error.message
        except ValueError as problem:
            words = "no JSON: " + str(problem)
        print(words.replace("\\n", " "))
    """

  struct Failed: Error { var code: Int32 }

  /// What is wrong with each text; empty where nothing is.
  ///
  /// - Parameter texts: of one line each.
  static func refusals(of texts: [String]) throws -> [String] {
    let output = try run(script, input: texts.map { $0 + "\n" }.joined())
    return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  private static func run(_ script: String, input: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "effleurage-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = folder.appending(path: "texts")
    try Data(input.utf8).write(to: texts)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script, schema.path]
    process.standardInput = try FileHandle(forReadingFrom: texts)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(code: process.terminationStatus) }
    return String(decoding: output, as: UTF8.self)
  }
}
