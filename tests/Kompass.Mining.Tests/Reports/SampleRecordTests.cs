using System.Text.Json;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Themes;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Reports;

/// <summary>
/// The sample reports, one for each layout. What stands in them was written down by their authors, who did not see the extraction
/// (<c>*.expected.json</c>); the whole record is kept as a golden file besides.
/// </summary>
public sealed class SampleRecordTests
{
    // Findings that the flat samples run together so that nobody could part them without knowing: the strict score they may not fall below.
    private static readonly Dictionary<string, double> LeastFindingsF1 = new(StringComparer.Ordinal)
    {
        ["norrholma-2013"] = 0.90,
        ["vintermark-2011"] = 0.85,
    };

    // What the models are surer of than they should be: one before an item that begins with a number, and one that ends with "var och en".
    private static readonly Dictionary<string, string[]> WrongWithoutDoubt = new()
    {
        ["norrholma-2013"] = ["Bemötande är lönekriterium 17 e-tjänster"],
        ["vintermark-2011"] =
        [
            "Utvecklingsplan för var och en Bredda mångfaldsplanen till etnicitet",
        ],
    };

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(Repository.Samples)
                .Where(f => !f.EndsWith(".json", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Extracted_GivesItsGoldenRecord(string file)
    {
        var record = new RecordLabeller(ThemeModelFixture.Shipped.Value, Subject.Knowledge).Label(
            Subject.Extract(Path.Combine(Repository.Samples, file))
        );

        var portable = record with
        {
            Document = record.Document with { File = "corpus/samples/" + file },
        };
        Golden.Check(
            $"records/{Path.GetFileNameWithoutExtension(file)}.json",
            RecordJson.Write(portable)
        );
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Extracted_SaysWhatItsAuthorWroteDown(string file)
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, file));
        var expected = JsonDocument
            .Parse(
                File.ReadAllText(
                    Path.Combine(
                        Repository.Samples,
                        Path.GetFileNameWithoutExtension(file) + ".expected.json"
                    )
                )
            )
            .RootElement;

        Assert.Equal(expected.GetProperty("municipality").GetString(), record.Municipality.Name);
        Assert.Equal(expected.GetProperty("edition").GetString(), record.Edition);
        Assert.Equal(
            Numbers(expected.GetProperty("area_scores")),
            record.Areas.ToDictionary(a => a.Area, a => a.Score)
        );
        Assert.Equal(expected.GetProperty("total").GetDecimal(), record.Total!.Value);
        if (expected.TryGetProperty("previous", out var previous))
        {
            Assert.Equal(
                previous
                    .EnumerateObject()
                    .Select(p => (p.Name, string.Join(' ', Numbers(p.Value).OrderBy(x => x.Key)))),
                record.Previous.Select(p =>
                    (
                        p.Year!.Value.ToString(CultureInfo.InvariantCulture),
                        string.Join(' ', p.Areas.OrderBy(x => x.Key))
                    )
                )
            );
        }

        if (expected.TryGetProperty("questions", out var questions))
        {
            Assert.Equal(
                questions
                    .EnumerateArray()
                    .Select(q =>
                        (
                            q.GetProperty("code").GetString(),
                            Number(q, "achieved"),
                            Number(q, "max"),
                            Number(q, "percent")
                        )
                    ),
                record.Questions.Select(q => ((string?)q.Code, q.Achieved, q.Max, q.Percent))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Extracted_HasTheFindingsItsAuthorWroteDown(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        var record = Subject.Extract(Path.Combine(Repository.Samples, file));
        var expected = JsonDocument
            .Parse(File.ReadAllText(Path.Combine(Repository.Samples, id + ".expected.json")))
            .RootElement;
        if (!expected.TryGetProperty("findings", out var list))
        {
            Assert.Empty(record.Findings);
            return;
        }

        var wanted = list.EnumerateArray()
            .Select(f =>
                (
                    Area: f.GetProperty("area").GetInt32(),
                    Kind: f.GetProperty("kind").GetString(),
                    Text: f.GetProperty("text").GetString()!,
                    EitherKind: f.TryGetProperty("kind_ambiguous", out var a) && a.GetBoolean()
                )
            )
            .ToList();
        var left = record.Findings.ToList();
        var missed = new List<string>();
        foreach (var w in wanted)
        {
            var at = left.FindIndex(f =>
                f.Area == w.Area
                && f.Text == w.Text
                && (
                    w.EitherKind
                    || f.Kind.ToString().Equals(w.Kind, StringComparison.OrdinalIgnoreCase)
                )
            );
            if (at < 0)
            {
                missed.Add($"{w.Area} {w.Kind}: {w.Text}");
            }
            else
            {
                left.RemoveAt(at);
            }
        }

        var f1 =
            wanted.Count + record.Findings.Count == 0
                ? 1
                : 2.0 * (wanted.Count - missed.Count) / (wanted.Count + record.Findings.Count);
        var least = LeastFindingsF1.GetValueOrDefault(id, 1);
        Assert.True(
            f1 >= least,
            $"{id}: strict F1 {f1:0.000}, at least {least} expected; missed:\n  {string.Join("\n  ", missed)}\nextra:\n  {string.Join("\n  ", left.Select(f => $"{f.Area} {f.Kind}: {f.Text} ({f.Confidence})"))}"
        );
        // Whatever was missed or is too much is in doubt, or its area's lists are: nothing is wrong in silence.
        var known = WrongWithoutDoubt.GetValueOrDefault(id, []);
        Assert.Equal(
            known,
            left.Where(f => f.Confidence >= Finding.DoubtBelow && !IsNoted(record, f.Area))
                .Select(f => f.Text)
        );
        Assert.All(
            missed.Where(m =>
                !known.Any(k => k.Contains(m[(m.IndexOf(':') + 2)..], StringComparison.Ordinal))
            ),
            m => Assert.True(IsNoted(record, m[0] - '0'), $"missing and not noted: {m}")
        );
    }

    private static bool IsNoted(ReportRecord record, int area) =>
        record.Notes.Any(n => n.About is About.Findings or About.Finding && n.Area == area);

    private static Dictionary<int, decimal> Numbers(JsonElement element) =>
        element
            .EnumerateObject()
            .ToDictionary(
                p => int.Parse(p.Name, CultureInfo.InvariantCulture),
                p => p.Value.GetDecimal()
            );

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;
}
