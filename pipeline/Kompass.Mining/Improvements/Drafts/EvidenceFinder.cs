using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Finds what is known of others on the same sub-question. Nothing is quoted but from records of this machine.</summary>
internal sealed class EvidenceFinder
{
    // Further away nothing is like; and the work per profile stays the same however many are known.
    private const int MostProfiles = 50;
    private const int MostOutcomes = 3;
    private const int MostFindings = 3;
    private const int MostFindingsOfOne = 2;
    private const int MostExemplars = 2;
    private const int MostLaterOfOthers = 2;

    private readonly ScoreProfile _profile;
    private readonly IReadOnlyList<(KnownEvaluation Evaluation, NearestProfile Profile)> _near;
    private readonly List<(KnownEvaluation First, KnownEvaluation Next)> _own;
    private readonly List<(KnownEvaluation First, KnownEvaluation Next)> _others;

    /// <summary>Prepares for a profile.</summary>
    /// <param name="profile">For whom.</param>
    /// <param name="known">All known evaluations.</param>
    /// <param name="near">The same by nearness.</param>
    public EvidenceFinder(
        ScoreProfile profile,
        KnownEvaluations known,
        IReadOnlyList<(KnownEvaluation Evaluation, NearestProfile Profile)> near
    )
    {
        _profile = profile;
        _near = [.. near.Take(MostProfiles)];
        var pairs = known
            .Pairs.Where(p => KnownEvaluations.IsComparable(p.First, profile))
            .ToLookup(p => RecordProfile.IsSame(p.First.Municipality, profile.Municipality));
        _own = [.. pairs[true]];
        _others = [.. pairs[false]];
    }

    /// <summary>The evidence for a sub-question in a column.</summary>
    public DraftEvidence Of(Area area, Question question, FindingKind kind) =>
        new(
            Outcomes(question, kind),
            Findings(question, kind),
            Exemplars(area, question),
            Later(area, question)
        );

    private List<NearestOutcome> Outcomes(Question question, FindingKind kind) =>
        [
            .. _near
                .Where(n => n.Evaluation.Names(question.Code, kind) is not null)
                .Take(MostOutcomes)
                .Select(n => new NearestOutcome(
                    n.Profile,
                    n.Evaluation.Profile.PointsOn(question.Code),
                    question.Max,
                    n.Evaluation.Names(question.Code, kind)!.Value
                )),
        ];

    private List<QuotedFinding> Findings(Question question, FindingKind kind) =>
        [
            .. _near
                .SelectMany(n =>
                    QuotedFinding.On(n.Evaluation, question.Code, kind).Take(MostFindingsOfOne)
                )
                .Take(MostFindings),
        ];

    private List<ExemplarReference> Exemplars(Area area, Question question)
    {
        var inArea = _near
            .Where(n => n.Evaluation.Record is not null)
            .SelectMany(n =>
                n.Evaluation.Record!.Exemplars.Where(e =>
                        e.Area == area.Number
                        && !RecordProfile.IsSame(e.Municipality, _profile.Municipality)
                    )
                    .Select(e => (Exemplar: e, Record: n.Evaluation.Record!))
            )
            .ToList();
        var underRubric = inArea.FindAll(e => Covers(area, e.Exemplar.Rubric, question));
        return
        [
            .. (
                underRubric.Count > 0 ? underRubric : inArea.FindAll(e => e.Exemplar.Rubric is null)
            )
                .DistinctBy(e => e.Exemplar.Municipality.Name, StringComparer.Ordinal)
                .Take(MostExemplars)
                .Select(e => new ExemplarReference(
                    e.Exemplar.Municipality,
                    e.Exemplar.Area,
                    e.Exemplar.Rubric,
                    e.Record.Id,
                    e.Exemplar.Text,
                    e.Exemplar.Source.Page,
                    e.Record.Municipality,
                    e.Record.Year
                )),
        ];
    }

    private static bool Covers(Area area, string? rubric, Question question) =>
        rubric is not null
        && area.Rubrics.Any(r =>
            r.Questions.Contains(question.Code, StringComparer.Ordinal)
            && r.Variants.Prepend(r.Heading).Any(h => LabelKey.Of(h) == LabelKey.Of(rubric))
        );

    // Of others, those that stood then where this municipality stands now.
    private List<LaterOutcome> Later(Area area, Question question)
    {
        var share = _profile.ShareOf(question) ?? _profile.ShareOf(area);
        return
        [
            .. _own.Select(p => Between(p.First, p.Next, area, question)).OfType<LaterOutcome>(),
            .. _others
                .Select(p => Between(p.First, p.Next, area, question))
                .OfType<LaterOutcome>()
                .OrderBy(l => l.Question is null)
                .ThenBy(l => Math.Abs(((double)l.From / l.Max) - share))
                .ThenBy(l => l.Municipality.Name, StringComparer.Ordinal)
                .ThenBy(l => l.FromYear)
                .Take(MostLaterOfOthers),
        ];
    }

    private static LaterOutcome? Between(
        KnownEvaluation first,
        KnownEvaluation next,
        Area area,
        Question question
    )
    {
        var (before, after) = (
            first.Names(question.Code, FindingKind.Improvement),
            next.Names(question.Code, FindingKind.Improvement)
        );
        if (
            first.Profile.PointsOn(question.Code) is { } from
            && next.Profile.PointsOn(question.Code) is { } to
        )
        {
            return Outcome(question.Code, from, to, question.Max);
        }

        return
            first.Profile.Areas.TryGetValue(area.Number, out var then)
            && next.Profile.Areas.TryGetValue(area.Number, out var now)
            ? Outcome(null, then, now, first.Profile.Edition.Scale.AreaMax)
            : null;

        LaterOutcome Outcome(string? code, decimal earlier, decimal later, int max) =>
            new(
                first.Municipality,
                first.Year!.Value,
                next.Year!.Value,
                code,
                area.Number,
                earlier,
                later,
                max,
                before,
                after
            );
    }
}
