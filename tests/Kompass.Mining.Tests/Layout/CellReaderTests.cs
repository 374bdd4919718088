using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class CellReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("58", "58")]
    [InlineData("en text\npå två rader", "en text på två rader")]
    [InlineData("• Tydliga mål • God dialog", "• Tydliga mål • God dialog")]
    [InlineData("•Tydliga mål\n•God dialog", "• Tydliga mål • God dialog")]
    [InlineData("• Tydliga\n   mål •  • God  dialog", "• Tydliga mål • God dialog")]
    [InlineData("rest av en punkt • God dialog", "rest av en punkt • God dialog")]
    [InlineData("\uF0B7 Tydliga mål \uF0A7 God dialog", "• Tydliga mål • God dialog")]
    [InlineData("▪ Tydliga mål ✓ God dialog", "• Tydliga mål • God dialog")]
    [InlineData("- Tydliga mål - God dialog", "• Tydliga mål • God dialog")]
    [InlineData("– Tydliga mål\n– God dialog", "• Tydliga mål • God dialog")]
    [InlineData("- Tydliga mål\n- god dialog", "• Tydliga mål • god dialog")]
    [InlineData("- Tydliga mål\n– men få\n- god dialog", "• Tydliga mål – men få • god dialog")]
    [InlineData("- Tydliga mål - men få", "• Tydliga mål - men få")]
    [InlineData("* 3 nya mål * God dialog", "• 3 nya mål • God dialog")]
    [InlineData("Tydliga mål - God dialog", "Tydliga mål - God dialog")]
    [InlineData("• Mål – Uppföljning • Budget - Bokslut", "• Mål – Uppföljning • Budget - Bokslut")]
    [InlineData("• Sam-\nverkan • KF-\nprotokoll", "• Samverkan • KF-protokoll")]
    [InlineData("• Sidan\fbryts här", "• Sidan bryts här")]
    [InlineData("a\t\tb   c", "a b c")]
    [InlineData("- Mål för 2012 - 2014 - Budget", "• Mål för 2012 - 2014 • Budget")]
    [InlineData(
        "- Pendling Malmö - Lund ökar - Bra vägar",
        "• Pendling Malmö - Lund ökar • Bra vägar"
    )]
    [InlineData(
        "- Vision - 2025 är vi fler\n- God dialog",
        "• Vision - 2025 är vi fler • God dialog"
    )]
    [InlineData("- Samverkan med Nacka\n- God dialog", "• Samverkan med Nacka • God dialog")]
    public void Read_PartsACellIntoTextAndItems(string cell, string shown) =>
        Assert.Equal(shown, Blocks.Show(CellReader.Read(Subject.Passage(cell), Subject.Words())));

    [Theory]
    [InlineData("rad ett\nrad två", "rad ett rad två")]
    [InlineData("  rad\n\n\n ett  ", "rad ett")]
    [InlineData("Styrelse-/\nnämndnivå", "Styrelse-/nämndnivå")]
    [InlineData("och/\neller", "och/eller")]
    [InlineData("kvalitets-/ verksamhetsutveckling", "kvalitets-/verksamhetsutveckling")]
    [InlineData("\n", "")]
    public void Join_MakesOneLine(string text, string line) =>
        Assert.Equal(line, CellReader.Join(Subject.Passage(text), Subject.Words()).Text);
}
