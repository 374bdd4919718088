using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Documents;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ren text\n", "ren text\n")]
    [InlineData("a\r\nb\rc\nd\r", "a\nb\nc\nd\n")]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("o\u0308ppna a\u030A a\u0308 E\u0301", "öppna å ä É")]
    [InlineData("over\u00ADsyn", "oversyn")]
    [InlineData("mil\u200Bjö\u2060råd\uFEFF", "miljöråd")]
    [InlineData("140\u00A0499\u202F1\u20092\u3000", "140 499 1 2 ")]
    [InlineData(
        "e\uFB00ekt \uFB01n \uFB02öde o\uFB03ce \uFB04 \uFB06",
        "effekt fin flöde office ffl st"
    )]
    [InlineData("kvalitets\u2011 och miljö\u2010", "kvalitets- och miljö-")]
    [InlineData("5 – 6 — 7", "5 – 6 — 7")]
    [InlineData("🙂\r\n🙂", "🙂\n🙂")]
    [InlineData("\u0308a", "\u0308a")]
    [InlineData("q\u0308", "q\u0308")]
    [InlineData("🙂\u0308", "🙂\u0308")]
    [InlineData("a\u2028b\u2029c\u0085d", "a\nb\nc\nd")]
    public void From_GivesTheTextAsThePipelineReadsIt(string decoded, string text) =>
        Assert.Equal(text, SourceText.From(decoded).Text);

    [Theory]
    [InlineData("a\r\nBorås nu\r\n", "Borås", 3, 8)]
    [InlineData("a\r\n\r\nb", "b", 5, 6)]
    [InlineData("över\u00ADsyn nu", "nu", 9, 11)]
    [InlineData("över\u00ADsyn nu", "översyn", 0, 8)]
    [InlineData("e\uFB03ce x", "x", 5, 6)]
    [InlineData("Ume\u0061\u030A stad", "stad", 6, 10)]
    [InlineData("140\u00A0499 p", "140 499", 0, 7)]
    public void PlaceOf_LeadsBackToTheFilesOwnCharacters(
        string decoded,
        string piece,
        int start,
        int end
    )
    {
        var source = SourceText.From(decoded);
        var at = source.Text.IndexOf(piece, StringComparison.Ordinal);

        var place = source.PlaceOf(at, at + piece.Length, page: 3);

        Assert.Equal(new Place(3, start, end, null), place);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a\r\nb")]
    [InlineData("a\u0308")]
    public void PlaceOf_TheEnd_IsTheFilesLength(string decoded)
    {
        var source = SourceText.From(decoded);

        Assert.Equal(decoded.Length, source.OriginalLength);
        Assert.Equal(decoded.Length, source.OriginalOffset(source.Text.Length));
    }

    [Theory]
    [InlineData("Umea\u030A stad", "Umeå", "Umea\u030A")]
    [InlineData("e\uFB03ce x", "effice", "e\uFB03ce")]
    [InlineData("in\u00ADfö\u00ADra x", "införa", "in\u00ADfö\u00ADra")]
    public void PassageOf_CoversWholeCharactersOfTheFile(
        string decoded,
        string piece,
        string original
    )
    {
        var source = SourceText.From(decoded);
        var at = source.Text.IndexOf(piece, StringComparison.Ordinal);

        var place = Passage.Of(source, at, at + piece.Length).Place;

        Assert.Equal(original, decoded[place.Start!.Value..place.End!.Value]);
    }
}
