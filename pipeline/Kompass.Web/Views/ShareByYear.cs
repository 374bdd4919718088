using Kompass.Web.Charts;

namespace Kompass.Web.Views;

/// <summary>The share of the reports of each year that have such a finding, among those that have the list at all; of one edition, as another asks other questions.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Editions">Those that have reports.</param>
/// <param name="Years">The years, in order.</param>
/// <param name="Strengths">By year.</param>
/// <param name="Improvements">By year.</param>
public sealed record ShareByYear(
    string Edition,
    IReadOnlyList<string> Editions,
    IReadOnlyList<string> Years,
    IReadOnlyList<Interval> Strengths,
    IReadOnlyList<Interval> Improvements
)
{
    internal static ShareByYear Of(ViewRequest request, QueryFilter filter)
    {
        var snapshot = request.Snapshot;
        var editions = snapshot.EditionsByReports();
        var edition = request.OneOf("edition", editions);
        var reports = snapshot
            .Reports.All.Where(r => r.Edition == edition && r.Year is not null)
            .ToList();
        var years =
            reports.Count == 0
                ? []
                : Enumerable
                    .Range(
                        reports.Min(r => r.Year!.Value),
                        reports.Max(r => r.Year!.Value) - reports.Min(r => r.Year!.Value) + 1
                    )
                    .ToList();
        var counts = snapshot.Counted(
            edition,
            filter with
            {
                Kinds = [],
            },
            CountDimension.Kind,
            CountDimension.Year
        );
        string[] names = [.. years.Select(y => y.ToString(CultureInfo.InvariantCulture))];
        return new ShareByYear(
            edition,
            [.. editions.Order(StringComparer.Ordinal)],
            names,
            Shares("strength"),
            Shares("improvement")
        );

        IReadOnlyList<Interval> Shares(string kind) =>
            [
                .. names.Select(y =>
                    counts.GetValueOrDefault((kind, y))
                        is { Count.Reports: var found, Base: var of }
                        ? new Interval(found, (int)of)
                        : default
                ),
            ];
    }

    internal ViewTable Table() =>
        ViewTables.Of(
            "shares",
            Years.SelectMany(
                (y, i) =>
                    new[] { (y, "strength", Strengths[i]), (y, "improvement", Improvements[i]) }
            ),
            ("edition", _ => Edition),
            ("year", x => int.Parse(x.y, CultureInfo.InvariantCulture)),
            ("kind", x => x.Item2),
            ("reports", x => x.Item3.Count),
            ("base", x => x.Item3.Of),
            ("share", x => x.Item3.Share),
            ("low", x => x.Item3.Bounds?.Low),
            ("high", x => x.Item3.Bounds?.High)
        );
}

/// <summary>Share by year of whatever is chosen.</summary>
public sealed record ShareView() : View("Andel av rapporterna per år", "Share of reports by year")
{
    public required ShareByYear Shares { get; init; }

    public required string Theme { get; init; }

    public required string Question { get; init; }

    public required string Words { get; init; }

    /// <summary>Whether anything was chosen to count; of all findings nearly every report has one.</summary>
    public required bool IsChosen { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [Shares.Table()];

    internal static ShareView Load(ViewRequest request)
    {
        var theme = request.One("theme") ?? "";
        var question = request.One("question") ?? "";
        var words = request.One("q") ?? "";
        var state = SearchState.Of(request) with { Page = 1 };
        try
        {
            return new ShareView
            {
                Theme = theme,
                Question = question,
                Words = words,
                IsChosen = words.Length > 0 || state.Chosen.Keys.Any(k => k != "edition"),
                Shares = ShareByYear.Of(request, state.Filter),
            };
        }
        catch (Kompass.Mining.Dataset.Search.SearchException e)
        {
            throw new BadAddressException($"q: {e.Swedish}", $"q: {e.Message}");
        }
    }
}
