using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class PassageTests
{
    private const string Decoded = "Mål\r\nnås i de\u00ADlar av Åmål.";

    private static readonly SourceText Source = SourceText.From(Decoded);

    private static Passage Whole => Passage.Of(Source, 0, Source.Text.Length, 2);

    [Theory]
    [InlineData("Mål")]
    [InlineData("nås")]
    [InlineData("av Åmål")]
    [InlineData(".")]
    public void Slice_KeepsThePlaceOfItsCharacters(string piece)
    {
        var at = Source.Text.IndexOf(piece, StringComparison.Ordinal);

        var slice = Whole.Slice(at, at + piece.Length);

        Assert.Equal(piece, slice.Text);
        Assert.Equal(piece, InFile(slice.Place));
        Assert.Equal(2, slice.Place.Page);
    }

    [Fact]
    public void Slice_OverAGap_CoversWhatStoodThere() =>
        Assert.Equal("de\u00ADlar", InFile(Piece("delar").Place));

    [Fact]
    public void Slice_OfASlice_KeepsThePlace()
    {
        var slice = Piece("nås i delar av Åmål");

        var inner = slice.Slice(15, 19);

        Assert.Equal("Åmål", inner.Text);
        Assert.Equal("Åmål", InFile(inner.Place));
        Assert.Equal(inner.Place, slice.PlaceOf(15, 19));
    }

    [Fact]
    public void Slice_OfNothing_IsEmpty()
    {
        Assert.Same(Passage.Empty, Whole.Slice(3, 3));
        Assert.Same(Passage.Empty, Whole.Slice(5, 2));
        Assert.Equal(Place.Unknown, Passage.Empty.Place);
        Assert.Equal(1, Passage.Empty.Confidence);
    }

    [Theory]
    [InlineData("  a b \n", "a b")]
    [InlineData("a", "a")]
    [InlineData(" \t ", "")]
    public void Trim_TakesBlanksFromTheEnds(string text, string trimmed)
    {
        var passage = Passage.Of(SourceText.From(text), 0, text.Length).Trim();

        Assert.Equal(trimmed, passage.Text);
        Assert.Equal(
            trimmed.Length == 0 ? null : text.IndexOf(trimmed, StringComparison.Ordinal),
            passage.Place.Start
        );
    }

    [Fact]
    public void Join_KeepsThePlacesAndAddsTheJoiner()
    {
        var joined = Passage.Join(" + ", [Piece("Mål"), Passage.Empty, Piece("Åmål")]);

        Assert.Equal("Mål +  + Åmål", joined.Text);
        Assert.Equal("Åmål", InFile(joined.PlaceOf(9, 13)));
        Assert.Equal(Place.Unknown, joined.PlaceOf(3, 5));
    }

    [Fact]
    public void At_GivesEveryCharacterTheSamePlace()
    {
        var place = new Place(7, null, null, new Box(1, 2, 3, 4));

        var passage = Passage.At("ord", place, 0.4);

        Assert.Equal(place, passage.Slice(1, 2).Place);
        Assert.Equal(0.4, passage.Confidence);
    }

    [Fact]
    public void Confidence_IsThatOfTheLeastCertainWord()
    {
        var passage = Passage.Join(
            " ",
            [Passage.At("säkert", Place.Unknown, 0.9), Passage.At("osäkert", Place.Unknown, 0.3)]
        );

        Assert.Equal(0.3, passage.Confidence);
        Assert.Equal(0.9, passage.Slice(0, 6).Confidence);
        Assert.Equal(1, passage.Slice(6, 7).Confidence);
    }

    [Fact]
    public void RemoveLast_TakesCharactersAndTheirPlaces()
    {
        var builder = new PassageBuilder();
        builder.Append(Piece("nås i"));
        builder.Append(" ");
        builder.Append(Piece("av"));

        builder.RemoveLast(1);
        Assert.Equal("nås i a", builder.ToPassage().Text);
        Assert.Equal("a", InFile(builder.ToPassage().PlaceOf(6, 7)));

        builder.RemoveLast(3);
        Assert.Equal("nås ", builder.ToPassage().Text);
        Assert.Equal("nås ", InFile(builder.ToPassage().Place));
        Assert.Equal(' ', builder.Last);
    }

    [Fact]
    public void Builder_GoesOnAfterWhatWasRemoved()
    {
        var builder = new PassageBuilder();
        builder.Append(Piece("Mål"));
        builder.RemoveLast(3);
        builder.Append(Piece("Åmål"));

        Assert.Equal(4, builder.Length);
        Assert.Equal("Åmål", InFile(builder.ToPassage().Place));
    }

    private static Passage Piece(string text)
    {
        var at = Source.Text.IndexOf(text, StringComparison.Ordinal);
        return Whole.Slice(at, at + text.Length);
    }

    private static string InFile(Place place) => Decoded[place.Start!.Value..place.End!.Value];
}
