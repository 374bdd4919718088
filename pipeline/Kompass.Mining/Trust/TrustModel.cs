using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust;

/// <summary>
/// How probable it is that a value was read rightly, learnt from reports of known truth: the last step from a document to a record. What is less probable than
/// <see cref="Finding.DoubtBelow"/> is in doubt and gets a note; what a rule put in doubt stays so.
/// </summary>
/// <param name="figures">Of scores, sub-questions, the total and earlier evaluations.</param>
/// <param name="findings">Of findings.</param>
internal sealed class TrustModel(BoostedTrees figures, BoostedTrees findings)
{
    /// <summary>What the file is for.</summary>
    public const string Kind = "trust";

    /// <summary>Raised when features change.</summary>
    public const string Code = "1";

    // Right below the border of doubt.
    internal const double Doubted = Finding.DoubtBelow - 0.01;

    // Nothing that was read is certain.
    private const double Highest = 0.999;

    // Reasons that a note names.
    private const int MostReasons = 3;

    private static readonly Lazy<TrustModel> TheShipped = new(() =>
        Read(ModelFile.Shipped(Kind), ModelFile.PathOf(Kind))
    );

    /// <summary>The model that is part of the program: <c>models/trust/model.bin</c> as it was when it was built.</summary>
    /// <exception cref="ModelException">It is damaged, or was made for other code.</exception>
    public static TrustModel Shipped => TheShipped.Value;

    /// <summary>All of it but its header, as parts of a model file.</summary>
    public IReadOnlyDictionary<string, byte[]> Parts() =>
        new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["figures"] = ModelFile.Part(figures.Write),
            ["findings"] = ModelFile.Part(findings.Write),
        };

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">It is damaged, or was made for other code.</exception>
    public static TrustModel Read(ModelFile file, string name)
    {
        file.Require(name, Kind, Code, null);
        return new TrustModel(
            BoostedTrees.Read(file.Open("figures"), FigureRows.Space),
            BoostedTrees.Read(file.Open("findings"), FindingRows.Space)
        );
    }

    /// <summary>The record with the confidence of every value, and a note on each figure that is in doubt for no reason that was noted.</summary>
    public ReportRecord Judge(
        ReportRecord record,
        Document document,
        DocumentLayout layout,
        Knowledge knowledge
    )
    {
        var notes = new NoteList();
        var total = record.Total;
        var areas = record.Areas.ToArray();
        var questions = record.Questions.ToArray();
        var previous = record.Previous.ToArray();
        var listed = record.Findings.ToArray();
        foreach (var value in new FigureRows(record, document, layout).All())
        {
            var (confidence, i) = (Confidence(value), value.Index);
            NoteIfDoubted(value, confidence, notes);
            switch (value.About)
            {
                case About.Total:
                    total = total! with { Confidence = confidence };
                    break;
                case About.Area:
                    areas[i] = areas[i] with { Confidence = confidence };
                    break;
                case About.Question:
                    questions[i] = questions[i] with { Confidence = confidence };
                    break;
                default:
                    previous[i] = previous[i] with { Confidence = confidence };
                    break;
            }
        }

        foreach (
            var value in new FindingRows(
                record,
                document,
                layout,
                knowledge,
                knowledge.Lexicon
            ).All()
        )
        {
            listed[value.Index] = listed[value.Index] with { Confidence = Confidence(value) };
        }

        NoteLists(listed, notes);
        return ContentId.Assign(
            record with
            {
                Total = total,
                Areas = areas,
                Questions = questions,
                Previous = previous,
                Findings = listed,
                Notes = [.. record.Notes, .. notes.All],
            }
        );
    }

    private void NoteIfDoubted(JudgedValue value, double confidence, NoteList notes)
    {
        if (confidence >= Finding.DoubtBelow || value.IsDoubted)
        {
            return;
        }

        var (subject, what, read, source) = value.Printed!;
        var isRead = read >= Finding.DoubtBelow;
        var reasons = figures
            .Explain(value.Row, MostReasons)
            .Where(c => c.Value < 0)
            .Select(c => c.Feature);
        notes.Warn(
            isRead ? NoteCode.ValueUncertain : NoteCode.ReadUncertain,
            subject,
            isRead
                ? $"{what} is right with a probability of {confidence} ({string.Join(", ", reasons)})"
                : (FormattableString)$"{what} was recognised with low confidence",
            source
        );
    }

    /// <summary>Probability that a value is right; below <see cref="Finding.DoubtBelow"/> where a rule doubts it.</summary>
    public double Confidence(JudgedValue value)
    {
        var probability = Math.Min(Math.Round(Probability(value), 3), Highest);
        return value.IsDoubted ? Math.Min(probability, Doubted) : probability;
    }

    /// <summary>Probability that a value is right, whatever rules say.</summary>
    public double Probability(JudgedValue value) =>
        (value.About == About.Finding ? findings : figures).Predict(value.Row);

    // List-wide doubts are notes of their own.
    private static void NoteLists(IReadOnlyList<Finding> listed, NoteList notes)
    {
        foreach (var area in listed.GroupBy(f => f.Area))
        {
            var doubted = area.Where(f => f.Confidence < Finding.DoubtBelow).ToList();
            var column = doubted.Count(f => f.Doubt.HasFlag(ItemDoubt.Column));
            if (column > 0)
            {
                notes.Warn(
                    NoteCode.ColumnUncertain,
                    new Subject(About.Findings, area.Key),
                    $"area {area.Key}: in which list {column} of {area.Count()} findings stand could not be told for sure"
                );
            }

            var cut = doubted.Count(f => f.Doubt.HasFlag(ItemDoubt.Cut));
            if (cut > 0)
            {
                notes.Warn(
                    NoteCode.CutUncertain,
                    new Subject(About.Findings, area.Key),
                    $"area {area.Key}: where {cut} of {area.Count()} findings begin or end could not be told for sure"
                );
            }
        }
    }
}
