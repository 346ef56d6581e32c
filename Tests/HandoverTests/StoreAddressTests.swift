import Testing

@testable import Handover

/// Which addresses of stores are taken, and credentials.
@Suite struct StoreAddressTests {
  @Test(arguments: [
    ("https://lrs.example", "https://lrs.example/xAPI/statements"),
    ("https://lrs.example/", "https://lrs.example/xAPI/statements"),
    ("HTTPS://LRS.Example/data/xAPI", "https://lrs.example/data/xAPI/statements"),
    ("https://lrs.example/data/xAPI/", "https://lrs.example/data/xAPI/statements"),
    ("https://lrs.example/xAPI/statements", "https://lrs.example/xAPI/statements"),
    ("https://lrs.example/xAPI/statements//", "https://lrs.example/xAPI/statements"),
    ("https://lrs.example:443/x", "https://lrs.example/x/statements"),
    ("https://lrs.example:8443/x", "https://lrs.example:8443/x/statements"),
    ("https://LRS-1.0zone.Example/x", "https://lrs-1.0zone.example/x/statements"),
    ("https://[2001:DB8::1]/x", "https://[2001:db8::1]/x/statements"),
    ("https://192.0.2.1/x", "https://192.0.2.1/x/statements"),
    ("http://localhost:8100", "http://localhost:8100/xAPI/statements"),
    ("http://LOCALHOST:8100/x", "http://localhost:8100/x/statements"),
    ("http://127.0.0.1:80/x", "http://127.0.0.1/x/statements"),
    ("http://127.255.255.254:8100/x", "http://127.255.255.254:8100/x/statements"),
    ("http://[::1]:8100/x", "http://[::1]:8100/x/statements"),
    ("https://lrs.example/a%20b", "https://lrs.example/a%20b/statements"),
  ])
  func taken(text: String, address: String) throws {
    #expect(try StoreAddress(text).description == address)
  }

  @Test(arguments: [
    ("", "no address"), ("lrs.example", "no address"), ("/xAPI", "no address"),
    ("https://lrs.example/a b", "no address"), ("https://lrs.example/\n", "no address"),
    ("https://bücher.example/", "no address"),
    ("ftp://lrs.example/", "neither"), ("file:///etc/passwd", "neither"),
    ("https://lrs.example%40evil.example/", "names a host with"),
    ("https://lrs.example%2Fevil.example/", "names a host with"),
    ("https://lrs%2Eexample/", "names a host with"),
    ("https://lrs_1.example/", "names a host with"),
    ("https://lrs.example;evil.example/", "names a host with"),
    ("https://lrs!.example/", "names a host with"), ("http://local%68ost/", "names a host with"),
    ("https://", "no host"), ("https:///xAPI", "no host"),
    ("https://user:secret@lrs.example/", "names a user"),
    ("https://user@lrs.example/", "names a user"),
    ("http://localhost@lrs.example/", "names a user"),
    ("https://lrs.example/?a=b", "query"), ("https://lrs.example/#a", "fragment"),
    ("https://lrs.example:0/", "port"), ("https://lrs.example:65536/", "port"),
    ("http://lrs.example/", "use https"), ("http://localhost.example/", "use https"),
    ("http://127.0.0.1.example/", "use https"), ("http://128.0.0.1/", "use https"),
    ("http://126.255.255.255/", "use https"), ("http://127.1/", "use https"),
    ("http://2130706433/", "use https"), ("http://0x7f.0.0.1/", "use https"),
    ("http://0.0.0.0/", "use https"), ("http://10.0.0.1/", "use https"),
    ("http://[::2]/", "use https"), ("http://[::ffff:127.0.0.1]/", "use https"),
    ("http://localhost./", "use https"),
  ])
  func refused(text: String, why: String) {
    do {
      let address = try StoreAddress(text)
      Issue.record("\(text) is taken as \(address)")
    } catch {
      #expect(error.words.contains(why), "\(text): \(error.words)")
      #expect(!error.words.contains("secret"))
    }
  }

  @Test func marksTellStoresApart() throws {
    let a = try StoreAddress("https://lrs.example/xAPI")
    #expect(a.mark.count == 8)
    #expect(try StoreAddress("https://lrs.example").mark == a.mark)
    #expect(try StoreAddress("https://lrs.example/other").mark != a.mark)
  }

  @Test func credentials() throws {
    func made(_ user: String?, _ password: String?) throws -> String? {
      try StoreCredentials(
        environment: [
          "EFFLEURAGE_LRS_USER": user ?? "", "EFFLEURAGE_LRS_PASSWORD": password ?? "",
        ])?.authorization
    }
    // The example of RFC 7617, section 2, and its one in UTF-8, section 2.1.
    #expect(try made("Aladdin", "open sesame") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect(try made("test", "123\u{A3}") == "Basic dGVzdDoxMjPCow==")
    #expect(try made(nil, nil) == nil)
    #expect(try made("user", nil) == "Basic dXNlcjo=")
    for (user, password) in [(nil, "x"), ("a:b", "x"), ("a", "x\ny"), ("a\r", "x")]
      as [(String?, String)]
    {
      #expect(throws: StoreCredentials.Refusal.self) { try made(user, password) }
    }
  }
}
