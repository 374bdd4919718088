using System.Text.Json;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Corpus;
using Kompass.Mining.Tests.Dataset;

namespace Kompass.Mining.Tests.Improvements.Profiles;

public sealed class KnownEvaluationsTests
{
    [Fact]
    public void Outcomes_OfEachReport_CoverEverySubQuestionOnceWithItsMaximum() =>
        Assert.All(
            Profile.Outcomes().GroupBy(o => o.Report),
            report =>
                Assert.Equal(
                    Profile.Questions.Select(q => (q.Code, q.Max)),
                    report.Select(o => (o.Question, o.Max))
                )
        );

    [Fact]
    public void Outcomes_AreTheFactsOfTheLabelledReports()
    {
        var shared = Repository.RequireShared();
        foreach (var report in Profile.Outcomes().GroupBy(o => o.Report))
        {
            using var gold = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(shared, "gold", report.Key + ".json"))
            );
            var findings = gold
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(f =>
                    (
                        Question: f.GetProperty("question").GetString(),
                        IsStrength: f.GetProperty("kind").GetString() == "strength"
                    )
                )
                .ToList();
            var points = gold
                .RootElement.GetProperty("questions")
                .EnumerateArray()
                .ToDictionary(
                    q => q.GetProperty("code").GetString()!,
                    q => q.GetProperty("achieved").GetDecimal()
                );

            Assert.All(
                report,
                o =>
                {
                    Assert.Equal(
                        findings.Exists(f => f.Question == o.Question && !f.IsStrength),
                        o.Named
                    );
                    Assert.Equal(
                        findings.Exists(f => f.Question == o.Question && f.IsStrength),
                        o.Praised
                    );
                    Assert.Equal(
                        points.TryGetValue(o.Question, out var achieved) ? achieved : null,
                        o.Achieved
                    );
                }
            );
        }
    }

    [Fact]
    public void OutcomesAndCatalogue_OfOneEvaluation_AreOne()
    {
        var avesta = Assert.Single(Profile.Known.All, e => e.Profile.Id == "avesta-2014");

        Assert.Equal(52, avesta.Profile.Areas[1]);
        Assert.Equal(10, avesta.Profile.Questions["1.1"]);
        Assert.True(avesta.Names("1.1", FindingKind.Improvement));
        Assert.Null(avesta.Record);
    }

    [Fact]
    public void Record_OfTheMachine_AddsItsFindings()
    {
        var record = Labelled(("1.1", FindingKind.Weakness), ("1.2", FindingKind.Strength));

        var known = Of(record);

        var ekdal = Assert.Single(known.All, e => e.Profile.Id == "ekdal-2013");
        Assert.Same(record, ekdal.Record);
        Assert.True(ekdal.Outcomes["1.1"].Named);
        Assert.True(ekdal.Outcomes["1.2"].Praised);
        Assert.False(ekdal.Outcomes["1.3"].Named);
        // Nothing was listed for the other areas: nothing is known of them.
        Assert.False(ekdal.Outcomes.ContainsKey("2.1"));
    }

    [Fact]
    public void Record_WhoseFindingsAreNotLabelled_HasNoOutcomes()
    {
        var record = WrittenRecords.Of(
            "a.txt",
            findings: [WrittenRecords.Finding(1, FindingKind.Improvement, 1, "Skriv en plan")]
        );

        Assert.Empty(Assert.Single(Of(record).All, e => e.Record is not null).Outcomes);
    }

    [Fact]
    public void Record_WithAFindingInDoubt_HasAnOutcomeInDoubt()
    {
        var record = Labelled(("1.1", FindingKind.Weakness));
        record = record with { Findings = [record.Findings[0] with { Confidence = 0.5 }] };

        var outcomes = Assert.Single(Of(record).All, e => e.Record is not null).Outcomes;

        Assert.True(outcomes["1.1"].Doubt);
        Assert.False(outcomes["1.2"].Doubt);
    }

    [Fact]
    public void LabelsByHand_CountBeforeThoseOfTheClassifier()
    {
        var record = Labelled(("1.1", FindingKind.Strength)) with
        {
            Id = "avesta-2014",
            Municipality = new MunicipalityName("2084", "Avesta"),
            Year = 2014,
        };

        var avesta = Assert.Single(Of(record).All, e => e.Profile.Id == "avesta-2014");

        Assert.Equal("report", avesta.Outcomes["1.1"].Source);
        Assert.NotNull(avesta.Record);
    }

    [Fact]
    public void EarlierEvaluation_ThatARecordQuotes_IsKnownByItsAreas()
    {
        var source = new Source(null, 1, 2, null, Via.SummaryTable);
        var record = WrittenRecords.Of("a.txt") with
        {
            Previous =
            [
                new(2011, true, new Dictionary<int, decimal> { [1] = 40 }, null, source),
                new(2008, false, new Dictionary<int, decimal> { [1] = 52.5m }, null, source),
            ],
        };

        var ids = Of(record).All.Select(e => e.Profile.Id).ToList();

        Assert.Contains("ekdal-2011", ids);
        Assert.DoesNotContain("ekdal-2008", ids);
    }

    [Fact]
    public void InventedMunicipalities_AreNoEvidenceForRealOnes()
    {
        var known = Of(WrittenRecords.Of("a.txt"));
        var real = Profile.AreasOnly(_ => 50, "Karlskrona") with
        {
            Municipality = new MunicipalityName("1080", "Karlskrona"),
        };

        Assert.DoesNotContain(known.ComparableWith(real), e => e.Municipality.Code is null);
        Assert.Contains(
            known.ComparableWith(Profile.AreasOnly(_ => 50)),
            e => e.Municipality.Code is null
        );
    }

    [Theory]
    [InlineData(
        "avesta-2014,2084,2014,2010,1.1,10,15,yes",
        "avesta-2014,2084,2014,2010,1.1,10,15,kanske",
        "yes or no was expected, not 'kanske'"
    )]
    [InlineData(
        "avesta-2014,2084,2014,2010,1.1,10,15",
        "avesta-2014,2084,2014,2010,1.1,tio,15",
        "line 2"
    )]
    public void DamagedOutcomes_AreRefusedWithTheirLine(string old, string @new, string message)
    {
        using var copy = new CorpusCopy();
        copy.Replace("improvements/outcomes.csv", old, @new);

        var e = Assert.Throws<CorpusException>(() =>
            QuestionOutcome.ReadAll(copy.File("improvements/outcomes.csv"))
        );

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains("outcomes.csv", e.Message, StringComparison.Ordinal);
    }

    private static KnownEvaluations Of(params ReportRecord[] records) =>
        KnownEvaluations.Of(Subject.Knowledge, Profile.Outcomes(), records);

    internal static ReportRecord Labelled(params (string Question, FindingKind Kind)[] findings) =>
        WrittenRecords.Of(
            "a.txt",
            findings: findings.Select(
                (f, i) =>
                    WrittenRecords.Finding(
                        f.Question[0] - '0',
                        f.Kind,
                        i + 1,
                        $"Punkt {i + 1}"
                    ) with
                    {
                        Question = f.Question,
                    }
            ),
            questions: Profile
                .Questions.Where(q => q.Max >= 15)
                .Select(q => WrittenRecords.Question(q.Code, 9))
        );
}
