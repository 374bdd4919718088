using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Tests.Layout.Lists;

public sealed class ListTokenTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n\f ", "")]
    [InlineData("• • ", "")]
    [InlineData("Tydliga mål", "Tydliga mål")]
    [InlineData("• Tydliga mål •Öppna möten", "*Tydliga mål *Öppna möten")]
    [InlineData("- Tydliga mål - Öppna möten", "*Tydliga mål *Öppna möten")]
    [InlineData("Tydliga mål - Öppna möten", "Tydliga mål - Öppna möten")]
    [InlineData("- Tydliga mål - som följs", "*Tydliga mål - som följs")]
    [InlineData("\n- Tydliga mål\n- Öppna", "*Tydliga mål ¶*Öppna")]
    [InlineData("\n- Tydliga\n- öppna", "*Tydliga ¶*öppna")]
    [InlineData("- Tydliga\n– Öppna\n- Nära", "*Tydliga ¶*Öppna ¶*Nära")]
    [InlineData("- Tydliga\n– KF leder\n- Nära", "*Tydliga ¶– KF leder ¶*Nära")]
    [InlineData("Tydliga\nmål", "Tydliga ¶mål")]
    [InlineData("1. Tydliga\nmål\n2. Öppna", "*Tydliga ¶mål ¶*Öppna")]
    [InlineData("1. Tydliga\n2. öppna", "*Tydliga ¶*öppna")]
    [InlineData("\n\nTydliga\nmål\n\nöppna", "*Tydliga ¶mål ¶*öppna")]
    [InlineData("\nTydliga\n\nmål", "Tydliga ¶mål")]
    [InlineData("3) Tydliga mål 4) Öppna", "*Tydliga mål *Öppna")]
    // Semicolons that end items; within a sentence they stay.
    [InlineData("Tydliga mål; Öppna möten; Nära", "Tydliga mål. Öppna möten. Nära")]
    [InlineData("Tydliga mål; få men nära; Öppna; bra", "Tydliga mål; få men nära; Öppna; bra")]
    // Where there are bullets, blank lines part nothing.
    [InlineData("\n\n• Tydliga\n\nmål\n\n• Öppna", "*Tydliga ¶mål ¶*Öppna")]
    // Bullets copied apart from their items; blank lines between columns.
    [InlineData("•\n•\n\nTydliga\nmål\nÖppna", "¶Tydliga ¶mål ¶Öppna")]
    [InlineData("\n\nTydliga\nÖppna\nNära\n\nFå\nmål", "Tydliga ¶Öppna ¶Nära ¶Få ¶mål")]
    [InlineData("Tydliga mål\n1. Öppna", "Tydliga mål ¶1. Öppna")]
    [InlineData(
        "1. Tydliga mål till år\n3. Öppna 2. Nära",
        "*Tydliga mål till år ¶3. Öppna 2. Nära"
    )]
    public void In_TellsWordsBulletsAndLines(string text, string tokens) =>
        Assert.Equal(
            tokens,
            string.Join(
                ' ',
                ListToken
                    .In(text)
                    .Select(t => (t.OpensLine ? "¶" : "") + (t.HasBullet ? "*" : "") + t.Text)
            )
        );

    [Theory]
    [InlineData("(KF),", "KF")]
    [InlineData("”Nära", "Nära")]
    [InlineData("–", "")]
    [InlineData("mål.", "mål")]
    public void Word_HasNoSigns(string text, string word) =>
        Assert.Equal(word, ListToken.In(text)[0].Word);
}
