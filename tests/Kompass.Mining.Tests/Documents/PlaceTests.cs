using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class PlaceTests
{
    [Fact]
    public void Span_OfNothing_IsUnknown() => Assert.Equal(Place.Unknown, Place.Span([]));

    [Fact]
    public void Span_OfTextPlaces_GoesFromTheFirstCharacterToTheLast() =>
        Assert.Equal(
            new Place(2, 5, 40, null),
            Place.Span([new(2, 10, 20, null), new(3, 30, 40, null), new(3, 5, 7, null)])
        );

    [Fact]
    public void Span_WithAPlaceThatIsNotKnown_KeepsTheOthers() =>
        Assert.Equal(
            new Place(1, 3, 9, null),
            Place.Span([Place.Unknown, new(1, 3, 9, null), Place.Unknown])
        );

    [Fact]
    public void Span_OfBoxesOnOnePage_IsTheBoxAroundThem() =>
        Assert.Equal(
            new Place(4, null, null, new Box(10, 20, 90, 60)),
            Place.Span([
                new(4, null, null, new Box(50, 20, 90, 30)),
                new(4, null, null, new Box(10, 50, 40, 60)),
            ])
        );

    [Fact]
    public void Span_OfBoxesOnTwoPages_KeepsTheFirstPagesBox() =>
        Assert.Equal(
            new Place(4, null, null, new Box(50, 20, 90, 30)),
            Place.Span([
                new(4, null, null, new Box(50, 20, 90, 30)),
                new(5, null, null, new Box(0, 0, 10, 10)),
            ])
        );

    [Fact]
    public void Box_TellsItsSize()
    {
        var box = new Box(10, 20, 40, 25);

        Assert.Equal(30, box.Width);
        Assert.Equal(5, box.Height);
    }
}
