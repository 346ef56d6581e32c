public import Classes
import Handover
import Pages
import Scenarios
import Scoring

/// A class as a page: what to look at first, then case by case, then what is apart.
///
/// Trainees are ids; of records it shows their numbers and the beginnings of their SHA-256, and the
/// names of their files only where the submissions have them. The same class gives the same bytes.
public struct ClassPage: Sendable {
  let records: ClassRecords
  /// Whether names of files are shown.
  let showsFiles: Bool

  /// - Parameter showsFiles: whether the instructor asked for the names of the files.
  public init(_ records: ClassRecords, showsFiles: Bool) {
    self.records = records
    self.showsFiles = showsFiles
  }

  static let title = "Class report"

  public var html: String {
    Page(title: ClassPage.title, language: "en", style: ClassPage.style) {
      Markup.element("main", .class("page")) {
        heading
        firstLook
        for index in records.cases.indices { section(ofCase: index) }
        apart
        copies
        unread
        notes
      }
    }.html
  }

  /// After the rules of all pages.
  static let style = """
    .page{max-width:96rem}
    .tiles{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(7.25rem,1fr));\
    margin:1rem 0}
    .tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;\
    padding:.75rem 1rem}
    .tile b{display:block;font-size:1.5rem;line-height:1.25;font-weight:700;\
    font-variant-numeric:tabular-nums}
    .tile span{color:var(--ink-secondary);font-size:.875rem}
    .case{margin-block-start:2.5rem}
    .case>h2{font-size:1.375rem}
    .case>p{margin-block-end:1rem}
    .dense table{font-size:.8125rem}
    .dense th,.dense td{padding:.375rem .3125rem}
    .dense thead th{font-size:.75rem}
    .dense thead button{margin:-.375rem -.3125rem;padding:.375rem .3125rem;\
    width:calc(100% + .625rem)}
    .dense thead button::after{visibility:hidden}
    .dense thead button:hover::after,.dense thead button:focus-visible::after,\
    .dense th[aria-sort=ascending] button::after,.dense th[aria-sort=descending] button::after\
    {visibility:visible}
    .dense thead button{position:relative}
    .dense thead button::after{position:absolute;margin:0;inset-inline-end:0;bottom:.375rem}
    .deductions tbody th{width:28%}.deductions td:last-child{width:34%}
    .faint{color:var(--ink-tertiary)}
    .stack{display:grid;gap:1rem;align-content:start}
    .id{font-variant-numeric:tabular-nums;white-space:nowrap}
    .look{list-style:none;padding:0}
    .look li{padding:.5rem 0;border-block-start:1px solid var(--line)}
    .look li:first-child{border-block-start:0}
    .look .pill{margin-inline-end:.5rem;font-size:.875rem;padding:.125rem .75rem}
    tr:target>*{background:var(--teal-tint)}
    .below{font-weight:700;color:var(--low-text)}
    .below::before{content:"\\25BE ";font-weight:400}
    .not-counted td,.not-counted th{color:var(--ink-secondary)}
    .charts{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));\
    margin-block-end:.75rem}
    .charts figure{margin:0}
    .charts figcaption{font-size:.875rem;font-weight:600}
    .spark{display:block;width:4.5rem;height:1.5rem;margin-inline-start:auto}
    .lines td{white-space:nowrap}.deductions td:nth-child(5){white-space:nowrap}
    details{margin:0 0 .75rem}
    summary{cursor:pointer;min-height:2.75rem;padding:.625rem 0;color:var(--teal-deep);\
    font-weight:600}
    @media (min-width:60rem){.grid>.half{grid-column:span 6}\
    .charts{grid-template-columns:repeat(4,minmax(0,1fr))}}
    @media print{.case{break-before:page}.dense table{font-size:7pt}.dense thead th{font-size:6.5pt}
    .dense th,.dense td{padding:.8mm .9mm}.spark{width:12mm;height:5mm}
    details>*{display:block}details::details-content{content-visibility:visible}
    summary{list-style:none;min-height:0;padding:1mm 0;color:var(--ink);break-after:avoid}
    summary::-webkit-details-marker{display:none}
    details{break-inside:avoid}details caption{font-size:9pt;font-weight:400}
    .page{padding:0}}

    """

  private var heading: Markup {
    .element("header") {
      Markup.element("h1") { ClassPage.title }
      Markup.element("p", .class("note")) {
        "Every record was judged anew by rule set \(records.ruleSet) of \(Program.signature). "
          + "Trainees are ids; the names that belong to them are in the history alone. "
          + Program.notice
      }
      Markup.element("div", .class("tiles")) {
        for tile in tiles {
          Markup.element("div", .class("tile")) {
            Markup.element("b") { tile.figure }
            Markup.element("span") { tile.words }
          }
        }
      }
    }
  }

  private var tiles: [(figure: String, words: String)] {
    let attempts = records.cases.reduce(0) { $0 + $1.attempts.count }
    let verdicts = records.cases.flatMap(\.verdicts)
    let apart = records.drills.count + records.demonstrations.count + records.foreign.count
    func sum(_ value: (CaseGroup.VerdictCount) -> Int) -> String {
      String(verdicts.reduce(0) { $0 + value($1) })
    }
    return [
      (String(records.submissions.count + records.unread.count), "records"),
      (String(attempts), attempts == 1 ? "attempt of the class" : "attempts of the class"),
      (String(records.traineeCount), records.traineeCount == 1 ? "trainee" : "trainees"),
      (String(records.cases.count), records.cases.count == 1 ? "case" : "cases"),
      (sum(\.passed), "passed"), (sum(\.failed), "failed"), (sum(\.abandoned), "abandoned"),
      (String(apart), "apart from the class"),
      (String(records.unread.count), "not read"),
    ]
  }

  /// What a teacher should see for themselves.
  private var firstLook: Markup {
    let entries = lookEntries
    return .element("section", .class("card"), .labelled(by: "look")) {
      Markup.element("h2", .id("look")) { "What to look at first" }
      if entries.isEmpty {
        Markup.element("p") {
          "Nothing stands out: no recording is there twice, every case is the library's, no verdict "
            + "is borderline."
        }
      } else {
        Markup.element("ul", .class("look")) {
          for entry in entries {
            Markup.element("li") {
              Markup.element("span", .class("pill " + entry.kind)) { entry.pill }
              entry.words
              " "
              Markup.element("a", .href("#" + entry.target)) { entry.link }
            }
          }
        }
      }
    }
  }

  private struct LookEntry {
    var kind: String
    var pill: String
    var words: Markup
    var target: String
    var link: String
  }

  private var lookEntries: [LookEntry] {
    var entries: [LookEntry] = []
    for (index, group) in records.copies.enumerated() {
      entries.append(
        LookEntry(
          kind: group.kind == .again ? "" : "bad",
          pill: group.kind == .again ? "Twice" : "Copied",
          words: Markup(Words.copies(group) + "."), target: "copy-\(index + 1)",
          link: "See which records"))
    }
    for (index, group) in records.cases.enumerated() {
      let target = "case-\(index + 1)"
      if group.standing != .inTheLibrary {
        entries.append(
          LookEntry(
            kind: "warning", pill: "Case",
            words: Markup.isolated(group.title) + Markup(": " + Words.standing(group.standing)),
            target: target, link: "Go to the case"))
      }
      let borderline = group.verdicts.reduce(0) { $0 + $1.borderline }
      if borderline > 0 {
        entries.append(
          LookEntry(
            kind: "", pill: "Borderline",
            words: Markup.isolated(group.title)
              + Markup(
                ": \(Words.count(borderline, "verdict")) would change by a pixel or a point."),
            target: target + "-borderline", link: "See which attempts"))
      }
      if !group.criticals.isEmpty {
        let count = group.attempts.count {
          $0.counts && !records.submissions[$0.index].result.critical.isEmpty
        }
        entries.append(
          LookEntry(
            kind: "bad", pill: "Critical",
            words: Markup.isolated(group.title)
              + Markup(": \(Words.count(count, "attempt")) with a critical fault."),
            target: target + "-criticals", link: "See the faults"))
      }
    }
    if !records.unread.isEmpty {
      entries.append(
        LookEntry(
          kind: "warning", pill: "Not read",
          words: Markup("\(Words.count(records.unread.count, "record")) without a result."),
          target: "unread", link: "See why"))
    }
    return entries
  }
}
