/// What is asked of a learning record store.
public struct StoreRequest: Codable, Hashable, Sendable {
  public enum Method: String, Codable, Sendable {
    case get = "GET"
    case put = "PUT"
    case post = "POST"
  }

  public var method: Method
  public var url: String
  /// Nil of a `get`.
  public var body: String?
  /// Seconds until the answer must have come.
  public var timeout: Double

  public init(method: Method, url: String, body: String? = nil, timeout: Double) {
    self.method = method
    self.url = url
    self.body = body
    self.timeout = timeout
  }
}

/// What came back.
public enum StoreReply: Codable, Hashable, Sendable {
  case answer(StoreAnswer)
  case failure(StoreFailure)
}

/// An answer by HTTP.
public struct StoreAnswer: Codable, Hashable, Sendable {
  public var status: Int
  public var body: String
  /// The header `Retry-After` in seconds, as it was read; nil when there is none that can be.
  public var retryAfter: Double?
  /// The header `Location`.
  public var location: String?

  public init(
    status: Int, body: String = "", retryAfter: Double? = nil, location: String? = nil
  ) {
    self.status = status
    self.body = body
    self.retryAfter = retryAfter
    self.location = location
  }
}

/// Why there is no answer.
public struct StoreFailure: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// Nobody listens there.
    case refused
    case timedOut
    /// The connection ended within the answer.
    case lost
    /// No such host is known.
    case unknownHost
    /// The certificate or the encryption is not to be trusted.
    case untrusted
    /// The program that sends cannot go on.
    case helper
    case other
  }

  public var kind: Kind
  /// The system's own words.
  public var words: String

  public init(_ kind: Kind, words: String = "") {
    self.kind = kind
    self.words = words
  }
}
