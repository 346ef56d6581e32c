import Foundation
import Handover

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks a learning record store, one request at a time. Nothing is kept between requests: no cookies, no cache, no credentials on disk.
struct StoreClient: Sendable {
  private let authorization: String?

  /// - Parameter authorization: the value of that header; nil sends none.
  init(authorization: String?) {
    self.authorization = authorization
  }

  func reply(to request: StoreRequest) -> StoreReply {
    guard let url = URL(string: request.url) else {
      return .failure(StoreFailure(.other, words: "\(request.url) is no address"))
    }
    var asked = URLRequest(url: url)
    asked.httpMethod = request.method.rawValue
    asked.httpBody = request.body.map { Data($0.utf8) }
    asked.timeoutInterval = request.timeout
    asked.setValue(authorization, forHTTPHeaderField: "Authorization")
    asked.setValue("1.0.3", forHTTPHeaderField: "X-Experience-API-Version")
    asked.setValue("application/json", forHTTPHeaderField: "Accept")
    asked.setValue("\(Program.name)/\(Program.version)", forHTTPHeaderField: "User-Agent")
    if request.body != nil {
      asked.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    // A session and a listener for each request: what is late of one cannot reach the next.
    let listener = StoreListener()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = request.timeout
    configuration.timeoutIntervalForResource = request.timeout
    let session = URLSession(configuration: configuration, delegate: listener, delegateQueue: nil)
    let task = session.dataTask(with: asked)
    task.resume()
    // The session's own clock begins anew with every byte.
    guard let reply = listener.reply(within: request.timeout) else {
      session.invalidateAndCancel()
      return .failure(StoreFailure(.timedOut))
    }
    session.finishTasksAndInvalidate()
    return reply
  }
}

extension StoreFailure {
  init(of error: any Error) {
    let words = error.localizedDescription
    guard let known = error as? URLError else {
      self.init(.other, words: words)
      return
    }
    let kind: Kind =
      switch known.code {
      case .cannotConnectToHost: .refused
      case .timedOut: .timedOut
      case .networkConnectionLost, .cannotParseResponse, .badServerResponse, .zeroByteResource:
        .lost
      case .cannotFindHost, .dnsLookupFailed: .unknownHost
      case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
        .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
        .clientCertificateRejected, .clientCertificateRequired:
        .untrusted
      default: .other
      }
    self.init(kind, words: words)
  }
}
