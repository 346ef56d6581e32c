import Foundation
import Handover

// Speaks to learning record stores for `effleurage export --post`: reads requests from standard input, a
// line of JSON each, and answers each with a line on standard output. Credentials are in the
// environment and nowhere else. It ends when its input does.

StandardStreams.secure()
// Whoever starts it takes these for both, and it would have them held back, too.
var heldBack = sigset_t()
sigemptyset(&heldBack)
pthread_sigmask(SIG_SETMASK, &heldBack, nil)

func complain(_ words: String) -> Never {
  try? FileHandle.standardError.write(
    contentsOf: Data("\(Program.name)-post: error: \(words)\n".utf8))
  exit(64)
}

guard CommandLine.arguments.count == 1 else {
  complain("it takes no arguments; `\(Program.name) export --post` starts it")
}

let credentials: StoreCredentials?
do throws(StoreCredentials.Refusal) {
  credentials = try StoreCredentials(environment: ProcessInfo.processInfo.environment)
} catch {
  complain(error.words)
}

let client = StoreClient(authorization: credentials?.authorization)
let requests = DispatchQueue(label: "requests")

while let line = readLine() {
  guard let request = try? JSONDecoder().decode(StoreRequest.self, from: Data(line.utf8)) else {
    complain("a line that is no request")
  }
  // What is on this machine is asked for without a way round.
  if request.url.hasPrefix("http:") { setenv("no_proxy", "*", 1) }
  requests.async {
    let reply = client.reply(to: request)
    guard var text = try? JSONEncoder().encode(reply) else { exit(70) }
    text.append(UInt8(ascii: "\n"))
    // Nobody who waits for the answer: nothing is left to do.
    guard (try? FileHandle.standardOutput.write(contentsOf: text)) != nil else { exit(0) }
  }
}
// Whoever asked has ended; an answer that is still due is for nobody.
_exit(0)
