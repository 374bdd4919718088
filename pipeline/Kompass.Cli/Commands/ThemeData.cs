using Kompass.Mining;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands;

/// <summary>Collects what <c>train themes</c> and <c>evaluate themes</c> learn from, and says on standard error what there was.</summary>
internal static class ThemeData
{
    public static IReadOnlyList<LabelledFinding> Collect(
        Terminal terminal,
        Knowledge knowledge,
        string? shared,
        string? corrections,
        DataFolder data,
        CancellationToken cancellation
    )
    {
        var authored = TrainingData.Authored(knowledge);
        var folder = shared ?? Home.Shared;
        var gold = GoldFile.ReadAll(Path.Combine(folder, "gold"));
        var distant = TrainingData.Distant(Reports(knowledge, folder, cancellation));
        var corrected = CorrectedLabels.Read(
            new RecordStore(data.Records),
            Corrections.Read(corrections ?? Home.CorrectionsFile)
        );
        terminal.Say(
            $"{authored.Count} authored examples, {gold.Count} gold findings, {distant.Count} sentences under headings, {corrected.Count} corrected findings"
        );
        // An analyst's word on a finding replaces that of the gold file.
        var known = corrected.Select(c => (c.Report, c.Text)).ToHashSet();
        return
        [
            .. authored,
            .. gold.Where(g => !known.Contains((g.Report, g.Text))),
            .. distant,
            .. corrected,
        ];
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
