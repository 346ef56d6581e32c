/// English texts that several screens share.
public enum Words {
  public static let productName = "Effleurage"
  public static let toggleTheme = "Light or dark"
}
