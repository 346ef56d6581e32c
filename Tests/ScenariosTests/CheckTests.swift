import Scenarios
import Testing

@Suite struct CheckTests {
}
