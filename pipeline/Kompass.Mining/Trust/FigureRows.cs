using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Trust;

/// <summary>What is known of how the figures of a record were read: who states them, what they add up to, what was noted, what the pages are like.</summary>
internal sealed class FigureRows(ReportRecord record, Document document, DocumentLayout layout)
{
    private readonly Notes _notes = new(record.Notes);
    private readonly PageTraits _pages = new(document, layout);
    private readonly decimal _sum = record.Areas.Sum(a => a.Score);
    private readonly int _known = layout.Edition.Areas.Count;

    /// <summary>The columns of the rows.</summary>
    public static FeatureSpace Space { get; } =
        new([
            "kind",
            "read",
            "share of maximum",
            "digits",
            "witnesses",
            "other values",
            "ways",
            "box",
            "summary",
            "score table",
            "chart",
            "prose",
            "added up",
            "area sum",
            "total sum",
            "percent fits",
            "usual maximum",
            "distance from others",
            "warnings on it",
            "explained",
            "warnings on its area",
            "warnings",
            "doubts of the document",
            "areas read",
            "questions read",
            .. PageTraits.Names,
        ]);

    /// <summary>Every figure of the record that was read.</summary>
    public IEnumerable<JudgedValue> All()
    {
        if (record.Total is { } total)
        {
            yield return Value(About.Total, 0, null, null, OfTotal(total));
        }

        for (var i = 0; i < record.Areas.Count; i++)
        {
            yield return Value(About.Area, i, record.Areas[i].Area, null, OfArea(record.Areas[i]));
        }

        for (var i = 0; i < record.Questions.Count; i++)
        {
            if (record.Questions[i] is { Achieved: not null } question)
            {
                var area = Corpus.QuestionCode.AreaOf(question.Code);
                yield return Value(
                    About.Question,
                    i,
                    area,
                    question.Code,
                    OfQuestion(question, area)
                );
            }
        }

        for (var i = 0; i < record.Previous.Count; i++)
        {
            yield return Value(About.Previous, i, null, null, OfPrevious(record.Previous[i]));
        }
    }

    private JudgedValue Value(About about, int index, int? area, string? question, Figure figure)
    {
        var warnings = _notes.Warnings(about, area, question);
        var others = record
            .Areas.Where(a => a.Area != area)
            .Select(a => (double)a.Score / a.Max)
            .ToList();
        var vias = figure.Vias.Distinct(StringComparer.Ordinal).ToList();
        return new JudgedValue(
            about,
            index,
            [
                (int)about,
                (float)figure.Read,
                (float)figure.Share,
                figure.Value.ToString(CultureInfo.InvariantCulture).Length,
                figure.Vias.Count,
                figure.Others,
                vias.Count,
                Has(Via.RubricBox),
                Has(Via.SummaryTable),
                Has(Via.ScoreTable),
                Has(Via.Chart),
                Has(Via.Prose),
                Has(Via.Sum) + Has(Via.Derived),
                figure.AreaSum,
                TotalSum(about, figure),
                figure.PercentFits,
                figure.UsualMax,
                others.Count == 0 ? 0 : (float)Math.Abs(figure.Share - others.Average()),
                warnings,
                _notes.Explained(about, area, question),
                area is null ? 0 : _notes.OfArea(area.Value),
                _notes.All,
                _notes.OfDocument,
                (float)record.Areas.Count / _known,
                record.Questions.Count,
                .. _pages.Of(figure.Source),
            ],
            warnings > 0,
            warnings > 0
                || (about is About.Area or About.Question && figure.Read < Finding.DoubtBelow)
        )
        {
            Printed = new PrintedFigure(
                new Subject(about, area, question),
                figure.What,
                figure.Read,
                figure.Source
            ),
        };

        float Has(string via) => vias.Contains(via, StringComparer.Ordinal) ? 1 : 0;
    }

    // 1 where it holds, -1 where it does not, 0 where it cannot be told.
    private static float Sign(bool? holds) => holds is { } h ? (h ? 1 : -1) : 0;

    private float TotalSum(About about, Figure figure) =>
        about == About.Previous ? figure.AreaSum
        : record.Total is { } total && total.Source.Via != Via.Sum && record.Areas.Count == _known
            ? Sign(Rounding.Explains(_sum, total.Value, _known))
        : 0;

    private float AreaSum(int area)
    {
        var own = record.Questions.Where(q => Corpus.QuestionCode.AreaOf(q.Code) == area).ToList();
        var all = layout.Edition.FindArea(area)?.Questions.Count ?? 0;
        return
            all > 0
            && own.Count == all
            && own.TrueForAll(q => q.Achieved is not null)
            && record.Areas.FirstOrDefault(a => a.Area == area) is { } score
            && score.Source.Via != Via.Sum
            ? Sign(Rounding.Explains(own.Sum(q => q.Achieved!.Value), score.Score, all))
            : 0;
    }

    private static Figure OfTotal(Total total) =>
        new(
            total.Value,
            (double)total.Value / total.Max,
            total.Confidence,
            [total.Source.Via],
            total.Source,
            Invariant($"the total {total.Value}")
        );

    private Figure OfArea(AreaScore area)
    {
        var agreeing = area
            .Witnesses.Where(w => w.Value == area.Score)
            .Select(w => w.Source.Via)
            .ToList();
        return new Figure(
            area.Score,
            (double)area.Score / area.Max,
            area.Confidence,
            agreeing.Count == 0 ? [area.Source.Via] : agreeing,
            area.Source,
            Invariant($"area {area.Area}: the score {area.Score}")
        )
        {
            Others = area.Witnesses.Count - agreeing.Count,
            AreaSum = AreaSum(area.Area),
        };
    }

    private Figure OfQuestion(QuestionScore question, int area)
    {
        var known = layout.Edition.FindQuestion(question.Code);
        var max = question.Max ?? known?.Max ?? 1;
        return new Figure(
            question.Achieved!.Value,
            max == 0 ? 0 : (double)(question.Achieved.Value / max),
            question.Confidence,
            [question.Source.Via],
            question.Source,
            Invariant($"{question.Code}: {question.Achieved} of {question.Max}")
        )
        {
            AreaSum = AreaSum(area),
            PercentFits = Sign(
                question is { Achieved: { } points, Max: { } printed, Percent: { } percent }
                    ? QuestionReconciler.Fits(points, printed, percent)
                    : null
            ),
            UsualMax = Sign(question.Max is { } m && known is not null ? m == known.Max : null),
        };
    }

    private Figure OfPrevious(PreviousEvaluation previous)
    {
        var sum = previous.Areas.Values.Sum();
        return new Figure(
            previous.Total ?? sum,
            (double)((previous.Total ?? sum) / layout.Edition.Scale.TotalMax),
            previous.Confidence,
            [previous.Source.Via],
            previous.Source,
            Invariant($"{previous.Year}: an earlier score")
        )
        {
            Others = _known - previous.Areas.Count,
            AreaSum = Sign(
                previous.Total is { } total && previous.Areas.Count == _known
                    ? Rounding.Explains(sum, total, _known)
                    : null
            ),
            UsualMax = Sign(
                previous.Year is { } year && record.Year is { } own ? year < own : null
            ),
        };
    }

    private sealed record Figure(
        decimal Value,
        double Share,
        double Read,
        IReadOnlyList<string> Vias,
        Source Source,
        string What
    )
    {
        public int Others { get; init; }

        public float AreaSum { get; init; }

        public float PercentFits { get; init; }

        public float UsualMax { get; init; }
    }
}
