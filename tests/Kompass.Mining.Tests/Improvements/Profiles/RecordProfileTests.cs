using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Dataset;

namespace Kompass.Mining.Tests.Improvements.Profiles;

public sealed class RecordProfileTests
{
    [Fact]
    public void Record_GivesItsPoints()
    {
        var record = WrittenRecords.Of(
            "a.txt",
            areas: [(1, 58), (2, 69)],
            questions: [WrittenRecords.Question("1.1", 14), WrittenRecords.Question("1.2", null)]
        );

        var profile = RecordProfile.Of(record, Subject.Knowledge)!;

        Assert.Equal(58, profile.Areas[1]);
        Assert.Equal(["1.1"], profile.Questions.Keys);
    }

    [Fact]
    public void WhatIsInDoubtInTheRecord_IsNamed()
    {
        var record = WrittenRecords.Of(
            "a.txt",
            questions: [WrittenRecords.Question("1.1", 14) with { Confidence = 0.7 }],
            total: WrittenRecords.Total(480, "chart") with
            {
                Confidence = 0.79,
            }
        );
        record = record with
        {
            Areas = [.. record.Areas.Select(a => a with { Confidence = a.Area == 3 ? 0.5 : 0.8 })],
        };

        Assert.Equal(
            ["areas/3", "questions/1.1", "total"],
            RecordProfile.Of(record, Subject.Knowledge)!.InDoubt.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("1.1", 16)]
    [InlineData("1.1", -1)]
    [InlineData("1.9", 1)]
    public void PointsThatCannotBe_AreLeftOut(string code, int points) =>
        Assert.Empty(
            RecordProfile
                .Of(
                    WrittenRecords.Of("a.txt", questions: [WrittenRecords.Question(code, points)]),
                    Subject.Knowledge
                )!
                .Questions
        );

    [Theory]
    [InlineData("2020")]
    [InlineData("2002")]
    public void EditionWithoutKnownSubQuestions_GivesAreaScores(string edition) =>
        Assert.Equal(
            ProfileKind.Areas,
            RecordProfile
                .Of(WrittenRecords.Of("a.txt") with { Edition = edition }, Subject.Knowledge)!
                .Kind
        );

    [Fact]
    public void UnknownEdition_GivesNone() =>
        Assert.Null(
            RecordProfile.Of(
                WrittenRecords.Of("a.txt") with
                {
                    Edition = "1999",
                },
                Subject.Knowledge
            )
        );

    [Fact]
    public void RecordWithoutPoints_GivesNone() =>
        Assert.Null(RecordProfile.Of(WrittenRecords.Of("a.txt", areas: []), Subject.Knowledge));

    [Fact]
    public void EarlierRecordOfTheSameMunicipality_IsPreviousWithItsSubQuestions()
    {
        var earlier = WrittenRecords.Of(
            "b.txt",
            questions: [WrittenRecords.Question("1.1", 3)]
        ) with
        {
            Id = "ekdal-2011",
            Year = 2011,
        };
        var other = earlier with
        {
            Id = "norrvik-2011",
            Municipality = new MunicipalityName(null, "Norrvik"),
        };

        var profile = RecordProfile.Of(
            WrittenRecords.Of("a.txt"),
            Subject.Knowledge,
            [earlier, other, WrittenRecords.Of("a.txt")]
        )!;

        var previous = Assert.Single(profile.Previous);
        Assert.Equal(2011, previous.Year);
        Assert.Equal(3, previous.Questions["1.1"]);
    }

    [Fact]
    public void PublishedFigures_GiveTheirEditionsProfile()
    {
        var published = Subject.Knowledge.Catalogue;

        var vallentuna = published.First(e => e is { Municipality: "Vallentuna", Year: 2021 });
        var karlskrona = published.First(e => e is { Municipality: "Karlskrona", Year: 2014 });

        Assert.Equal("2020", RecordProfile.Of(vallentuna, Subject.Knowledge)!.Edition.Id);
        var profile = RecordProfile.Of(karlskrona, Subject.Knowledge)!;
        Assert.Equal(ProfileKind.Areas, profile.Kind);
        Assert.Equal(2011, profile.LastComparable!.Year);
    }

    [Fact]
    public void WithoutQuestions_CompleteAreasAreAddedUp()
    {
        var profile = Profile.Full(_ => 0.5m) with { Areas = new Dictionary<int, decimal>() };

        var areasOnly = profile.WithoutQuestions();

        Assert.Equal(ProfileKind.Areas, areasOnly.Kind);
        Assert.Equal(8, areasOnly.Areas.Count);
        Assert.Equal(
            profile.Questions.Where(q => q.Key[0] == '3').Sum(q => q.Value),
            areasOnly.Areas[3]
        );
    }
}
