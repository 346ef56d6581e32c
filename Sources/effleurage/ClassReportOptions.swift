import ArgumentParser

/// What only a report of a folder is asked.
struct ClassReportOptions: ParsableArguments {
  @OptionGroup var judging: JudgingOptions

  @Flag(help: "Show the names of the records' files, which may hold names of people.")
  var fileNames = false

  /// Whether anything of it was chosen.
  var isAsked: Bool { fileNames || judging.isAsked }

  /// - Throws: what the parser takes for wrong usage.
  func validate(out: String, deductions: Bool) throws {
    guard !deductions else {
      throw ValidationError("--deductions is of one record, not of a folder.")
    }
    guard out.lowercased().hasSuffix(".html") else {
      throw ValidationError(
        "The report of a folder is a page: --out names a file that ends in .html, not '\(out)'. "
          + "A table of a folder is written by \"effleurage score FOLDER --format csv\".")
    }
  }

  /// - Throws: wrong usage when something was chosen and the record is no folder.
  func refuse() throws {
    guard isAsked else { return }
    throw ValidationError(
      "--file-names, --jobs and --rules are of the report of a folder of records.")
  }
}
