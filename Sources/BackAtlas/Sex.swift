/// The patient's sex, as far as the proportions of the back depend on it.
public enum Sex: String, CaseIterable, Sendable {
  case male
  case female
}
