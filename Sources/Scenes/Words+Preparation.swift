import Catalogue
import Scenarios

/// Texts of the preparation.
extension Words {
  enum Preparation {
    static var title: String { Texts["preparation.title"] }
    static var onTheTable: String { Texts["preparation.onTheTable"] }
    static var before: String { Texts["preparation.before"] }
    static var position: String { Texts["preparation.positionTitle"] }
    static var arms: String { Texts["preparation.armsTitle"] }
    static var cushion: String { Texts["preparation.cushionTitle"] }
    static var product: String { Texts["preparation.productTitle"] }
    static var start: String { Texts["preparation.start"] }
    static var startHint: String { Texts["preparation.startHint"] }
    static var choosePosition: String { Texts["preparation.choosePosition"] }
    static var chooseHint: String { Texts["preparation.chooseHint"] }
    static var backHint: String { Texts["preparation.backHint"] }
    static var remark: String { Texts["preparation.remark"] }

    static func item(_ item: BeforeItem) -> (title: String, detail: String, icon: Icon) {
      let icon: Icon =
        switch item {
        case .hands: .hands
        case .allergies: .speech
        case .consent: .pen
        case .drape: .drape
        }
      return (
        Texts["preparation.item.\(item.rawValue).title"],
        Texts["preparation.item.\(item.rawValue).detail"], icon
      )
    }

    /// What the patient answers.
    static func allergies(_ allergies: [Allergen]) -> String {
      allergies.isEmpty
        ? Texts["preparation.noAllergies"]
        : list(allergies.map { Texts["allergen.\($0.rawValue)"] })
    }

    static func position(_ position: PatientPosition) -> String {
      Texts["preparation.position.\(position.rawValue)"]
    }

    static func arms(_ arms: Arms) -> String { Texts["preparation.arms.\(arms.rawValue)"] }

    static func cushion(_ cushion: Cushion) -> String {
      Texts["preparation.cushion.\(cushion.rawValue)"]
    }

    static func product(_ product: Product) -> (title: String, detail: String, icon: Icon) {
      let icon: Icon =
        switch product {
        case .warmingOil: .warmBottle
        case .warmingCream: .jar
        case .neutralOil: .bottle
        case .honey: .honey
        case .none: .bareHand
        }
      return (
        Texts["preparation.product.\(product.rawValue).title"],
        Texts["preparation.product.\(product.rawValue).detail"], icon
      )
    }
  }
}
