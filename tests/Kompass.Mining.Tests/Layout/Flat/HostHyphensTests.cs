using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

public sealed class HostHyphensTests
{
    private const string Whole = "aktiviteter nämnderna uppföljning ";

    [Theory]
    [InlineData(
        Whole + "akti-viteter, nämn-derna och upp-följning av verk-samheten",
        Whole + "aktiviteter, nämnderna och uppföljning av verksamheten"
    )]
    // Names, abbreviations, what is parted by a blank, and words that always have their hyphen.
    [InlineData(
        Whole
            + "akti-viteter nämn-derna upp-följning IT-stöd webb-tv miljö-och miljöoch hemma-hos hemma-hos",
        Whole
            + "aktiviteter nämnderna uppföljning IT-stöd webb-tv miljö-och miljöoch hemma-hos hemma-hos"
    )]
    // A host that did not keep hyphens: who wrote it did.
    [InlineData(Whole + "akti-viteter och hemma-hos", Whole + "akti-viteter och hemma-hos")]
    [InlineData("", "")]
    public void HyphensOfLinesThatAHostJoined_GoWhereItKeptThem(string text, string mended)
    {
        var source = SourceText.From(text);

        var without = HostHyphens.Without(source, Subject.Words(text));

        Assert.Equal(mended, without.Text);
        Assert.Equal(source.PlaceOf(0, text.Length), without.PlaceOf(0, without.Text.Length));
    }
}
