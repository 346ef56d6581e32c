import Testing

/// The reader of sources must itself see what it looks for.
@Suite struct SwiftCodeTests {
  @Test func commentsAndStringsAreTakenAway() {
    let text = ##"""
      let a = "try! \"x\" // no" // try!
      /* fatalError */ let b = #"as! "q" "# + c
      let d = """
        try! \"""
        """
      e!
      """##
    #expect(
      SwiftCode.stripped(text) == [
        #"let a = "" "#, #" let b = "" + c"#, #"let d = ""#, "", #"""#, "e!",
      ])
  }

  @Test func everyFormOfImportIsSeen() {
    let code = [
      "public import Geometry", "import struct Foundation.Data", "@testable import Scoring",
      "  @_exported public import Glibc", "import Geometry", "importer.import()",
      "private import enum Attempts.Event", "let import_ = 1",
    ]
    #expect(
      SwiftCode.imports(of: code) == ["Geometry", "Foundation", "Scoring", "Glibc", "Attempts"])
  }
}
