using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Tests.Improvements.Drafts;

/// <summary>With whom a draft compares, <c>--peers</c>: <see cref="PeerChoice"/>.</summary>
public sealed class PeerChoiceTests
{
    private static readonly Municipality Own = Subject.Knowledge.Municipalities.FindByName(
        "Borås"
    )!;

    private static readonly ScoreProfile OfBoras = Profile.Of([], [], Own.Name, Own.Code, 2016);

    [Theory]
    [InlineData("län")]
    [InlineData(" Län ")]
    public void County_HasItsMunicipalitiesWithoutTheOwn(string text) =>
        Check(text, "utvärderingar i Västra Götalands län", m => m.CountyCode == Own.CountyCode);

    [Fact]
    public void Group_HasItsMunicipalitiesWithoutTheOwn() =>
        Check(
            "grupp",
            $"utvärderingar i kommungruppen {Own.Group?.Name}",
            m => m.Group2011 == Own.Group2011
        );

    [Fact]
    public void Names_AreThoseAsked() =>
        Check(
            "Avesta, Västerås",
            "utvalda utvärderingar (Avesta\u00A02014, Västerås\u00A02012)",
            m => m.Name is "Avesta" or "Västerås"
        );

    [Theory]
    [InlineData("Avesta, Borrås", "menade du Borås?")]
    [InlineData("Borrås", "menade du Borås?")]
    [InlineData("Avezta", "menade du Avesta?")]
    [InlineData("", "grupp, län eller kommuners namn med komma emellan väntas")]
    // Nothing but itself is no peer.
    [InlineData("Borås", "grupp, län eller kommuners namn med komma emellan väntas")]
    public void PeersOfWhomNothingIsKnown_AreRefused(string text, string said)
    {
        Assert.Null(PeerChoice.Of(text, OfBoras, Profile.Known, Subject.Knowledge));
        Assert.Contains(
            said,
            PeerChoice.Refusal(text, Subject.Knowledge),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("län")]
    [InlineData("grupp")]
    public void InventedMunicipality_HasNeitherCountyNorGroup(string text) =>
        Assert.Null(PeerChoice.Of(text, Profile.Full(_ => 0.5m), Profile.Known, Subject.Knowledge));

    private static void Check(string text, string name, Func<Municipality, bool> isIn)
    {
        var peers = PeerChoice.Of(text, OfBoras, Profile.Known, Subject.Knowledge);

        Assert.Equal(name, peers?.Name);
        var latest = Profile
            .Known.ComparableWith(OfBoras)
            .Where(e =>
                e.Municipality.Code != Own.Code
                && Subject.Knowledge.Municipalities.FindByCode(e.Municipality.Code ?? "")
                    is { } municipality
                && isIn(municipality)
            )
            .GroupBy(e => e.Municipality.Code)
            .Select(g => (g.Key, g.Max(e => e.Year)))
            .Order()
            .ToList();
        Assert.NotEmpty(latest);
        Assert.Equal(latest, peers!.Evaluations.Select(e => (e.Municipality.Code, e.Year)).Order());
    }
}
