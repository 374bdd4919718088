using System.Text;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class TextDecoderTests
{
    private const string Swedish = "Målen för Åmåls skärgård är följande: öppenhet – ”nära dig”.";

    private static readonly Encoding Cp1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void DigitsOfOtherScripts_AreReadAsDigits_AndSaid()
    {
        var decoded = TextDecoder.Read(
            System.Text.Encoding.UTF8.GetBytes("Område １ fick ５۸ av 100")
        );

        Assert.Equal("Område 1 fick 58 av 100", decoded.Text);
        Assert.Equal(
            "3 full-width digits, or digits of another script, were read as 0 to 9",
            Assert.Single(decoded.Repairs)
        );
    }

    [Theory]
    [InlineData("fick &#1637;&#x6F8; av 100", "fick 58 av 100")]
    [InlineData("fick &#1637&#X06F8 av 100", "fick 58 av 100")]
    // The parser of HTML knows better.
    [InlineData("&#0133; &#229; &amp; &lt; &#8209; &bull; &#9999999;", null)]
    [InlineData("R&D och &#; &#x; &#1632a", "R&D och &#; &#x; 0a")]
    public void DigitsOfOtherScripts_AreReadWhereTheyAreReferences(string text, string? read) =>
        Assert.Equal(
            read ?? text,
            TextDecoder.Read(Encoding.UTF8.GetBytes(text), isHtml: true).Text
        );

    [Fact]
    public void Decode_GivesThePageAsItIsRead()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><p>F&ouml;rb&auml;ttra &aring;terkopplingen och m&aring;len &#229;r &#1633;"
        );

        Assert.Equal(TextDecoder.Read(page, isHtml: true).Text, TextDecoder.Decode(page));
    }

    [Fact]
    public void LettersAsHtmlWritesThem_AreLettersInATextThatIsNoHtml()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(
            "F&ouml;rb&auml;ttra &aring;terkopplingen &amp; f&ouml;lj upp m&aring;len"
        );

        var decoded = TextDecoder.Read(bytes);

        Assert.Equal("Förbättra återkopplingen & följ upp målen", decoded.Text);
        Assert.Single(decoded.Repairs);
        Assert.StartsWith(
            "F&ouml;rb",
            TextDecoder.Read(bytes, isHtml: true).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Tecknet &auml; skrivs så.",
            TextDecoder.Decode(System.Text.Encoding.UTF8.GetBytes("Tecknet &auml; skrivs så."))
        );
    }

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

    private const string Report =
        "Kommunen har tydliga mål för öppenhet. Förvaltningarna följer upp målen och återkopplar till nämnden på våren. Ångermanländska Östervåla, Älmhult, språk, idé.";

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("macintosh")]
    [InlineData("ibm850")]
    [InlineData("utf-8")]
    public void Encodings_OfSwedishTexts_AreToldWithoutMarks(string name)
    {
        var read = TextDecoder.Read(Named(name).GetBytes(Report));

        Assert.Equal(Report, read.Text);
        Assert.Empty(read.Repairs);
        Assert.Null(read.Lost);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("macintosh", "utf-8")]
    [InlineData("ibm850", "utf-8")]
    [InlineData("macintosh", "windows-1252")]
    [InlineData("ibm850", "windows-1252")]
    [InlineData("windows-1252", "macintosh")]
    [InlineData("iso-8859-1", "macintosh")]
    [InlineData("iso-8859-1", "ibm850")]
    public void TextReadInAWrongEncoding_IsSetRight(string readAs, string truly)
    {
        var mistaken = Named(readAs).GetString(Named(truly).GetBytes(Report));

        var read = TextDecoder.Read(Encoding.UTF8.GetBytes(mistaken));

        Assert.Equal(Report, read.Text);
        Assert.Single(read.Repairs);
    }

    [Fact]
    public void WordsOfPagesInAWrongEncoding_AreSetRight()
    {
        var page = new Page(1, 595, 842, [], PageOrigin.TextLayer)
        {
            Words =
            [
                .. Cp1252
                    .GetString(Encoding.GetEncoding(10000).GetBytes(Report))
                    .Split(' ')
                    .Select(w => new Word(w.Trim(), new Box(0, 0, 1, 1), 10)),
            ],
        };

        var repairs = new List<string>();

        Assert.Equal(
            Report.Split(' ').Select(w => w.Trim()),
            Assert.Single(MistakenEncoding.Undo([page], repairs)).Words.Select(w => w.Text)
        );
        Assert.Single(repairs);
    }

    [Fact]
    public void LettersWrittenAsHtmlTwice_AreWrittenOnce()
    {
        var decoded = TextDecoder.Read(
            "F&amp;ouml;rb&amp;auml;ttra &amp;aring;terkopplingen &amp; f&amp;ouml;lj m&amp;aring;len"u8,
            isHtml: true
        );

        Assert.Equal(
            "F&ouml;rb&auml;ttra &aring;terkopplingen &amp; f&ouml;lj m&aring;len",
            decoded.Text
        );
        Assert.Single(decoded.Repairs);
    }

    [Theory]
    [InlineData("Styrkоr осh rubrikеr i оmrådet Роäng", "Styrkor och rubriker i området Poäng")]
    [InlineData("Vänorten Новгород och Москва", "Vänorten Новгород och Москва")]
    public void LettersThatLookLikeLatinOnes_AreThese_InWordsThatHaveBoth(
        string text,
        string read
    ) => Assert.Equal(read, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void TextReadInAWrongEncodingTwice_IsSetRight()
    {
        var once = Cp1252.GetString(Encoding.UTF8.GetBytes(Report));
        var twice = Cp1252.GetString(Encoding.UTF8.GetBytes(once));

        Assert.Equal(Report, TextDecoder.Decode(Encoding.UTF8.GetBytes(twice)));
    }

    [Fact]
    public void NulBytes_AreTakenOutAndSaidSo()
    {
        var bytes = Encoding.UTF8.GetBytes("Kommunen\0 har\0 tydliga mål för öppenhet");

        var read = TextDecoder.Read(bytes);

        Assert.Equal("Kommunen har tydliga mål för öppenhet", read.Text);
        Assert.Equal(["2 NUL bytes were taken out"], read.Repairs);
    }

    [Theory]
    [InlineData("Poäng 6O av 1OO år 2O12", "Poäng 60 av 100 år 2012")]
    [InlineData("1O%", "10%")]
    [InlineData("O2, H2O, IOC, 5OL och 1Oå", "O2, H2O, IOC, 5OL och 1Oå")]
    public void LetterO_StandsForZeroInNumbersOnly(string text, string expected) =>
        Assert.Equal(expected, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a", "no such letter")]
    [InlineData("?", "another sign stands in their place")]
    [InlineData("\uFFFD", "another sign stands in their place")]
    public void TextWithoutItsLetters_IsLost(string sign, string reason)
    {
        var text = string.Concat(
            Enumerable.Repeat("Kommunen arbetar med mål och följer upp nämndens plan. ", 80)
        );
        var lost = text.Replace("å", sign, StringComparison.Ordinal)
            .Replace("ä", sign, StringComparison.Ordinal)
            .Replace("ö", sign, StringComparison.Ordinal);

        Assert.Contains(
            reason,
            TextDecoder.Read(Encoding.UTF8.GetBytes(lost)).Lost,
            StringComparison.Ordinal
        );
        Assert.Null(TextDecoder.Read(Encoding.UTF8.GetBytes(text)).Lost);
    }

    private static Encoding Named(string name) =>
        name == "utf-16BE"
            ? Encoding.BigEndianUnicode
            : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    [Theory]
    [InlineData("Tecknet Ã¤ är ett ä som lästes fel.")]
    [InlineData("Ã¤ Ã¥ Ã¶ Ã¤ Ã¥ står så här: ä å ö ä å ö")]
    public void TextThatSpeaksOfSuchMistakes_IsLeftAlone(string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("åäö ")]
    [InlineData("”å” – ”ö” ")]
    public void Utf8_WithAFewStrayBytes_StaysUtf8(string words)
    {
        var bytes = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat(words, 20)) + "| slut här"
        );
        bytes[Array.IndexOf(bytes, (byte)'|')] = 0xE4;

        var text = TextDecoder.Decode(bytes);

        Assert.StartsWith(words + words, text, StringComparison.Ordinal);
        Assert.EndsWith("\uFFFD slut här", text, StringComparison.Ordinal);
    }

    private static byte[] With(Encoding encoding) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(Swedish)];
}
