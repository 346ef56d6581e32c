import Scenarios

/// English texts of the preparation.
extension Words {
  enum Preparation {
    static let title = "Preparation"
    static let onTheTable = "On the table"
    static let before = "Before you touch"
    static let beforeNote = "Choose what you do now."
    static let position = "Position"
    static let arms = "Arms"
    static let cushion = "Cushion"
    static let product = "On the hands"
    static let start = "Start the massage"
    static let startHint = "Start"
    static let choosePosition = "No position chosen yet"
    static let chooseHint = "Choose"
    static let backHint = "Back to library"
    static let remark = "What is left open counts as left out"

    static func item(_ item: BeforeItem) -> (title: String, detail: String, icon: Icon) {
      switch item {
      case .hands: ("Hands", "washed, warm, no rings", .hands)
      case .allergies: ("Allergies", "ask about them", .speech)
      case .consent: ("Consent", "explain and ask", .pen)
      case .drape: ("Drape", "cover what is not worked", .drape)
      }
    }

    /// What the patient answers.
    static func allergies(_ allergies: [Allergen]) -> String {
      allergies.isEmpty
        ? "none known" : list(allergies.map(\.rawValue))
    }

    static func position(_ position: PatientPosition) -> String {
      switch position {
      case .prone: "Prone"
      case .sideLying: "Side-lying"
      }
    }

    static func arms(_ arms: Arms) -> String {
      switch arms {
      case .alongBody: "Along the body"
      case .underHead: "Under the head"
      }
    }

    static func cushion(_ cushion: Cushion) -> String {
      switch cushion {
      case .under: "Under the belly"
      case .none: "No cushion"
      }
    }

    static func product(_ product: Product) -> (title: String, detail: String, icon: Icon) {
      switch product {
      case .warmingOil: ("Warming oil", "with nut oil", .warmBottle)
      case .warmingCream: ("Warming cream", "with fragrance", .jar)
      case .neutralOil: ("Neutral oil", "no allergen", .bottle)
      case .honey: ("Honey", "honey", .honey)
      case .none: ("Nothing", "dry hands", .bareHand)
      }
    }
  }
}
