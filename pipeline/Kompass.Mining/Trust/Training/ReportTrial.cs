using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists.Training;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust.Training;

/// <summary>A value that was read from a made report.</summary>
/// <param name="Value">What is known of how it was read.</param>
/// <param name="Text">What was read.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
/// <param name="Report">The number of the report.</param>
/// <param name="Damage">What was done to it.</param>
/// <param name="Setting">How it was set.</param>
internal sealed record TriedValue(
    JudgedValue Value,
    string Text,
    string? Fault,
    int Report,
    string Damage,
    Setting Setting
)
{
    public bool IsRight => Fault is null;
}

/// <summary>Reads made reports. Their findings are of examples that nothing of borders was learnt from, others for each use.</summary>
internal sealed class ReportTrial(Knowledge knowledge)
{
    // One report in so many is not damaged.
    private const int SoundEvery = 3;

    private const int SeedsOfUse = 1_000_000;

    private readonly LayoutReader _layout = new(knowledge);
    private readonly ReportReader _reports = new(knowledge);
    private readonly List<TrainingExample> _examples = BorderTrainer.Unseen(
        knowledge,
        new BorderTrainingOptions()
    );
    private readonly Lexicon _lexicon = Lexicon.Of(
        BorderTrainer.Seen(knowledge, new BorderTrainingOptions()).Select(e => e.Text)
    );

    /// <summary>Every value that is read from made reports of a use: each setting with each kind of damage in turn.</summary>
    public List<TriedValue> Try(
        DamageUse use,
        int reports,
        int seed,
        CancellationToken cancellation
    )
    {
        var kinds = Damage.All.Where(d => d.Use == use && d.Name != Damage.None).ToList();
        var settings = Enum.GetValues<Setting>();
        var uses = Enum.GetValues<DamageUse>().Length;
        var maker = new ReportMaker(
            knowledge.Edition("2010"),
            [.. _examples.Where((_, i) => i % uses == (int)use)]
        );
        var tried = new List<TriedValue>();
        for (var i = 0; i < reports; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = new Random(seed + ((int)use * SeedsOfUse) + i);
            var (setting, round) = (settings[i % settings.Length], i / settings.Length);
            var damage = DamageOf(round, kinds);
            var (report, pieces) = maker.Make(random, setting == Setting.WebPage);
            var marked = new HashSet<string>(StringComparer.Ordinal);
            damage.Do(pieces, random, marked);
            var document = Writers.Write(setting, pieces, random, marked);
            tried.AddRange(
                Values(document, report)
                    .Select(v => new TriedValue(v.Value, v.Text, v.Fault, i, damage.Name, setting))
            );
        }

        return tried;
    }

    /// <summary>What is done in a round: one in so many is sound, and of the others each kind has one in turn, whatever their number.</summary>
    internal static Damage DamageOf(int round, IReadOnlyList<Damage> kinds) =>
        round % SoundEvery == 0
            ? Damage.All.Single(d => d.Name == Damage.None)
            : kinds[(round - (round / SoundEvery) - 1) % kinds.Count];

    private IEnumerable<(JudgedValue Value, string Text, string? Fault)> Values(
        Document document,
        MadeReport report
    )
    {
        var layout = _layout.Lay(document);
        if (_reports.Read(document, layout) is not ReportReading.Read { Record: var record })
        {
            yield break;
        }

        var fault = report.Judge(record);
        foreach (
            var value in new FigureRows(record, document, layout)
                .All()
                .Concat(new FindingRows(record, document, layout, knowledge, _lexicon).All())
        )
        {
            var text = value.Printed?.What ?? Text(record.Findings[value.Index]);
            yield return (value, text, fault(value));
        }
    }

    private static string Text(Finding finding) => $"{finding.Area} {finding.Kind}: {finding.Text}";
}
