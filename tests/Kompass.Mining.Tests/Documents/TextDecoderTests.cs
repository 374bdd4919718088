using System.Text;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class TextDecoderTests
{
    private const string Swedish = "Målen för Åmåls skärgård är följande: öppenhet – ”nära dig”.";

    private static readonly Encoding Cp1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Utf8_IsDecoded() =>
        Assert.Equal(Swedish, TextDecoder.Decode(Encoding.UTF8.GetBytes(Swedish)));

    [Fact]
    public void ByteOrderMark_IsNoPartOfTheText()
    {
        Assert.Equal(Swedish, TextDecoder.Decode(With(Encoding.UTF8)));
        Assert.Equal(Swedish, TextDecoder.Decode(With(Encoding.Unicode)));
        Assert.Equal(Swedish, TextDecoder.Decode(With(Encoding.BigEndianUnicode)));
    }

    [Fact]
    public void Cp1252_IsDecodedWithItsQuotationMarks() =>
        Assert.Equal(Swedish, TextDecoder.Decode(Cp1252.GetBytes(Swedish)));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Plain ASCII, 100 %\r\n")]
    [InlineData("å")]
    [InlineData("Ÿ")]
    [InlineData("🙂 ok")]
    public void Utf8_OfAnyLength_IsDecoded(string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Så gör vi på", 1, "Så gör vi p")]
    [InlineData("Pris: 5 €", 1, "Pris: 5 ")]
    [InlineData("Pris: 5 €", 2, "Pris: 5 ")]
    [InlineData("Nöjd 🙂", 1, "Nöjd ")]
    [InlineData("Nöjd 🙂", 3, "Nöjd ")]
    [InlineData("å", 1, "")]
    public void Utf8_CutWithinItsLastCharacter_LosesThatOnly(
        string text,
        int cut,
        string expected
    ) => Assert.Equal(expected, TextDecoder.Decode(Encoding.UTF8.GetBytes(text).AsSpan()[..^cut]));

    [Theory]
    [InlineData("Kommunen heter Åmål")]
    [InlineData("Utvärdering gjord av två")]
    [InlineData("Rapport om Borås")]
    [InlineData("Rapport om Umeå")]
    public void Cp1252_WhoseLastCharacterIsNoAscii_KeepsIt(string text) =>
        Assert.Equal(text, TextDecoder.Decode(Cp1252.GetBytes(text)));

    [Fact]
    public void Utf8_OnceMistakenForCp1252_IsUndone()
    {
        var doubled = Cp1252.GetString(
            Encoding.UTF8.GetBytes("Åtgärder för ökad närvaro på möten")
        );

        Assert.Equal(
            "Åtgärder för ökad närvaro på möten",
            TextDecoder.Decode(Encoding.UTF8.GetBytes(doubled))
        );
    }

    [Theory]
    [InlineData("Tecknet Ã¤ är ett ä som lästes fel.")]
    [InlineData("Ã¤ Ã¥ Ã¶ Ã¤ Ã¥ står så här: ä å ö ä å ö")]
    public void TextThatSpeaksOfSuchMistakes_IsLeftAlone(string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Utf8_WithAFewStrayBytes_StaysUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("åäö ", 20)) + "| slut här"
        );
        bytes[Array.IndexOf(bytes, (byte)'|')] = 0xE4;

        var text = TextDecoder.Decode(bytes);

        Assert.StartsWith("åäö åäö", text, StringComparison.Ordinal);
        Assert.EndsWith("\uFFFD slut här", text, StringComparison.Ordinal);
    }

    private static byte[] With(Encoding encoding) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(Swedish)];
}
