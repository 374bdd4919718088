using Kompass.Mining;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary>What there is to learn from and to measure on.</summary>
/// <param name="Rows">Labelled texts.</param>
/// <param name="Prose">The prose of the reports among them, by id.</param>
internal sealed record ThemeMaterial(
    IReadOnlyList<LabelledFinding> Rows,
    IReadOnlyDictionary<string, IReadOnlyList<Prose>> Prose
);

/// <summary>Collects what <c>train themes</c> and <c>evaluate themes</c> learn from, and says on standard error what there was.</summary>
internal sealed class ThemeData
{
    private readonly Option<string?> _shared = Options
        .Of<string?>(
            "--shared",
            "DIR",
            "Folder with gold/ (labelled findings) and corpus/ (real reports); default: KOMPASS_SHARED or ../shared where it is there"
        )
        .Unless(folder => Directory.Exists(folder) ? null : $"{folder}: there is no such folder");

    private readonly Option<string?> _corrections = Home.CorrectionsOption();

    public IEnumerable<Option> All => [_shared, _corrections];

    public ThemeMaterial Collect(
        Terminal terminal,
        Knowledge knowledge,
        ParseResult result,
        CancellationToken cancellation
    )
    {
        var authored = TrainingData.Authored(knowledge);
        var folder = result.GetValue(_shared) ?? Home.Shared;
        var gold = GoldFile.ReadAll(Path.Combine(folder, "gold"));
        var reports = Reports(knowledge, folder, cancellation).ToList();
        var distant = TrainingData.Distant(reports);
        var data = Home.Data(result);
        var corrected = CorrectedLabels.Read(
            new RecordStore(data.Records),
            Corrections.Read(Home.CorrectionsFile(data, result.GetValue(_corrections)), knowledge),
            knowledge
        );
        terminal.Say(
            $"{authored.Count} authored examples, {gold.Count} gold findings, {distant.Count} sentences under headings, {corrected.Count} corrected findings"
        );
        // An analyst's word on a finding replaces that of the gold file.
        var known = corrected.Select(c => (c.Report, c.Text)).ToHashSet();
        return new ThemeMaterial(
            [
                .. authored,
                .. gold.Where(g => !known.Contains((g.Report, g.Text))),
                .. distant,
                .. corrected,
            ],
            reports
                .GroupBy(r => r.Record.Id, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First().Record.Prose, StringComparer.Ordinal)
        );
    }

    // Text files only: facsimiles of the same reports would count their sentences twice.
    private static IEnumerable<ReportReading.Read> Reports(
        Knowledge knowledge,
        string folder,
        CancellationToken cancellation
    )
    {
        var corpus = Path.Combine(folder, "corpus");
        if (!Directory.Exists(corpus))
        {
            return [];
        }

        var extractor = new Extractor(knowledge);
        return Directory
            .GetFiles(corpus, "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(f => extractor.Extract(f, cancellation))
            .OfType<ReportReading.Read>();
    }
}
