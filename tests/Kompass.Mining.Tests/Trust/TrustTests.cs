using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.MLNet;
using Kompass.Mining.Reports;
using Kompass.Mining.Trust;
using Kompass.Mining.Trust.Training;

namespace Kompass.Mining.Tests.Trust;

public sealed class TrustTests
{
    private static readonly TrustTrainingOptions Few = new()
    {
        TrainingReports = 42,
        CalibrationReports = 42,
        TestReports = 21,
        Trees = new TreeOptions(5, 4, 20),
    };

    [Fact]
    public void SameData_GiveTheSameBytes()
    {
        byte[] Train() =>
            new TrustTrainer(Subject.Knowledge, new MLNetEngine(), Few)
                .Train(TestContext.Current.CancellationToken)
                .Model.ToBytes();

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void EveryUse_HasKindsOfDamageOfItsOwn()
    {
        Assert.Equal(
            Damage.All.Count,
            Damage.All.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(
            Enum.GetValues<DamageUse>(),
            use => Assert.True(Damage.All.Count(d => d.Use == use) >= 5)
        );
    }

    /// <summary>Where every third report was sound and nine kinds were taken by the number of the round, three of them never were.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(10)]
    public void EveryKindOfDamage_IsDone(int count)
    {
        var kinds = Damage.All.Where(d => d.Name != Damage.None).Take(count).ToList();

        var done = Enumerable
            .Range(0, 3 * count)
            .Select(round => ReportTrial.DamageOf(round, kinds).Name)
            .CountBy(name => name);

        Assert.Equal(count + 1, done.Count());
        Assert.All(done.Where(d => d.Key != Damage.None), d => Assert.Equal(2, d.Value));
    }

    public static TheoryData<string> Settings => [.. Enum.GetNames<Setting>()];

    /// <summary>What is printed without damage is what the maker says: else a fault of the maker would be learnt as one of the reading.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void SoundReport_IsReadWithoutAWrongFigure(string setting)
    {
        foreach (var (record, _, report) in Read(Enum.Parse<Setting>(setting), Damage.None, 4))
        {
            Assert.Equal(
                report.Areas.Select(a => (a.Area.Number, (decimal)a.Score)),
                record.Areas.Select(a => (a.Area, a.Score))
            );
            Assert.All(
                record.Questions.Where(q => q.Confidence >= Finding.DoubtBelow),
                q =>
                    Assert.Equal(
                        report
                            .Areas.SelectMany(a => a.Questions)
                            .Single(m => m.Question.Code == q.Code)
                            .Points,
                        q.Achieved
                    )
            );
        }
    }

    [Fact]
    public void FigureBelowTheBorderOfDoubt_HasANoteThatNamesIt()
    {
        var doubted = 0;
        foreach (
            var (record, _, _) in Read(Setting.WebPage, "digits exchanged", 12)
                .Concat(Read(Setting.Recognised, "digits", 6))
        )
        {
            foreach (var area in record.Areas.Where(a => a.Confidence < Finding.DoubtBelow))
            {
                doubted++;
                Assert.Contains(
                    record.Notes,
                    n =>
                        n is { About: About.Area, Severity: Severity.Warning }
                        && n.Area == area.Area
                );
            }

            foreach (var question in record.Questions.Where(q => q.Confidence < Finding.DoubtBelow))
            {
                doubted++;
                Assert.Contains(
                    record.Notes,
                    n =>
                        n is { About: About.Question, Severity: Severity.Warning }
                        && (n.Question ?? question.Code) == question.Code
                );
            }
        }

        Assert.True(doubted > 0);
    }

    [Fact]
    public void FigureThatARuleDoubts_IsNeverAccepted()
    {
        var document = Subject.Document(Draft.Structured);
        var layout = new LayoutReader(Subject.Knowledge).Lay(
            document,
            TestContext.Current.CancellationToken
        );
        var value = new FigureRows(Subject.Record(Draft.Structured), document, layout)
            .All()
            .First(v => v.About == About.Area);

        Assert.False(value.IsDoubted);
        Assert.True(TrustModel.Shipped.Confidence(value) >= Finding.DoubtBelow);
        Assert.True(
            TrustModel.Shipped.Confidence(value with { IsDoubted = true }) < Finding.DoubtBelow
        );
    }

    /// <summary>A cell of two lines read as two items: "... till högst" and "9 veckor".</summary>
    [Fact]
    public void FindingThatWasCut_IsLessProbableThanTheWholeOne()
    {
        var whole = Least("• Väl känd styrmodell i alla nämnder");
        var cut = Least("• Väl känd styrmodell i • alla nämnder");

        Assert.True(whole >= Finding.DoubtBelow, $"{whole}");
        Assert.True(cut < Finding.DoubtBelow, $"{cut}");

        static double Least(string items) =>
            Subject
                .Record(Cut(items))
                .Findings.Where(f =>
                    f.Text.Contains("känd styrmodell", StringComparison.Ordinal)
                    || f.Text == "alla nämnder"
                )
                .Min(f => f.Confidence);

        static string Cut(string items)
        {
            var area = Draft.Area(3);
            var at = area.IndexOf(
                "• ",
                area.IndexOf("Styrkor", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            return Draft.With(area, area.Insert(at, items + " "));
        }
    }

    private static IEnumerable<(ReportRecord Record, Document Document, MadeReport Report)> Read(
        Setting setting,
        string damage,
        int reports
    )
    {
        var maker = new ReportMaker(
            Subject.Knowledge.Edition("2010"),
            [.. Subject.Knowledge.Examples]
        );
        for (var seed = 0; seed < reports; seed++)
        {
            var random = new Random(seed);
            var (report, pieces) = maker.Make(random, setting == Setting.WebPage);
            var marked = new HashSet<string>(StringComparer.Ordinal);
            Damage.All.Single(d => d.Name == damage).Do(pieces, random, marked);
            var document = Writers.Write(setting, pieces, random, marked);
            var reading = Subject.Extractor.Extract(
                document,
                TestContext.Current.CancellationToken
            );
            // A page whose only years were damaged, 5102, states nothing: it is set aside.
            if (setting != Setting.WebPage || reading is ReportReading.Read)
            {
                yield return (Assert.IsType<ReportReading.Read>(reading).Record, document, report);
            }
        }
    }
}
