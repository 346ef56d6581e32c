/// A reference to something whose owner outlives every use of it, and that is not counted: what each
/// fold asks at every tick would else be counted up and down each time, which takes a tenth of all
/// judging.
///
/// Whoever keeps one keeps what owns it beside it.
struct Lent<Thing: AnyObject & Sendable>: Sendable {
  private let reference: Unmanaged<Thing>

  init(_ thing: Thing) { reference = Unmanaged.passUnretained(thing) }

  func use<Answer>(_ body: (Thing) -> Answer) -> Answer {
    reference._withUnsafeGuaranteedRef(body)
  }
}
