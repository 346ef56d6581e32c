import Foundation

/// Who speaks to a learning record store: a user and a password of basic authentication (RFC 7617).
public struct StoreCredentials: Hashable, Sendable {
  public static let userVariable = "EFFLEURAGE_LRS_USER"
  public static let passwordVariable = "EFFLEURAGE_LRS_PASSWORD"

  /// What is wrong with them, in words that hold neither.
  public struct Refusal: Error, Hashable, Sendable {
    public var words: String
  }

  private let user: String
  private let password: String

  /// Those of an environment; nil when it has none.
  public init?(environment: [String: String]) throws(Refusal) {
    let user = environment[StoreCredentials.userVariable] ?? ""
    let password = environment[StoreCredentials.passwordVariable] ?? ""
    if user.isEmpty, password.isEmpty { return nil }
    guard !user.isEmpty else {
      throw Refusal(
        words: "\(StoreCredentials.passwordVariable) is set and "
          + "\(StoreCredentials.userVariable) is not")
    }
    guard !user.contains(":") else {
      throw Refusal(words: "\(StoreCredentials.userVariable) holds a colon, which no user may")
    }
    let controls = (user + password).unicodeScalars.filter {
      $0.properties.generalCategory == .control
    }
    guard controls.isEmpty else {
      throw Refusal(
        words: "\(StoreCredentials.userVariable) or \(StoreCredentials.passwordVariable) holds a "
          + "control character")
    }
    self.user = user
    self.password = password
  }

  /// The value of the header `Authorization`.
  public var authorization: String {
    "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
  }
}
