using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>
/// Which rows are wanted. A part that is empty matches all; of the values of one part any, of the parts all must match. The same for every query.
/// </summary>
public sealed record QueryFilter
{
    /// <summary>Everything.</summary>
    public static QueryFilter None { get; } = new();

    /// <summary>Names in any spelling that reports use, or codes.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Whether only municipalities of the 290 are wanted, and none that are invented or not told.</summary>
    public bool OnlyKnown { get; init; }

    /// <summary>Years of the reports.</summary>
    public IReadOnlyList<NumberRange> Years { get; init; } = [];

    /// <summary>Ids of editions.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>Counties by name, with or without <c>län</c>, or by code.</summary>
    public IReadOnlyList<string> Counties { get; init; } = [];

    /// <summary>Groups of municipalities by number or name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Inhabitants, as the report tells or else as is known of the municipality.</summary>
    public IReadOnlyList<NumberRange> Populations { get; init; } = [];

    /// <summary>Numbers of areas.</summary>
    public IReadOnlyList<NumberRange> Areas { get; init; } = [];

    /// <summary>Lists in which findings stand.</summary>
    public IReadOnlyList<FindingKind> Kinds { get; init; } = [];

    /// <summary>Codes of sub-questions.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Codes of themes; a second one that an analyst has given counts too.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary><c>certain</c>, <c>text</c> (text or list in doubt), <c>label</c> (a label in doubt).</summary>
    public IReadOnlyList<string> Certainties { get; init; } = [];

    /// <summary>What the text must hold, or null.</summary>
    public SearchQuery? Text { get; init; }

    /// <summary>What of it narrows the reports, without what narrows their texts.</summary>
    public QueryFilter OfReports() =>
        this with
        {
            Areas = [],
            Kinds = [],
            Questions = [],
            Themes = [],
            Certainties = [],
            Text = null,
        };

    /// <summary>The filter without what it narrows by one of what texts are counted by; null where it narrows nothing by it.</summary>
    public QueryFilter? Without(string column) =>
        column switch
        {
            "municipality" when Municipalities.Count > 0 => this with { Municipalities = [] },
            "year" when Years.Count > 0 => this with { Years = [] },
            "edition" when Editions.Count > 0 => this with { Editions = [] },
            "county" when Counties.Count > 0 => this with { Counties = [] },
            "group" when Groups.Count > 0 => this with { Groups = [] },
            "area" when Areas.Count > 0 => this with { Areas = [] },
            "kind" when Kinds.Count > 0 => this with { Kinds = [] },
            "question" when Questions.Count > 0 => this with { Questions = [] },
            "theme" when Themes.Count > 0 => this with { Themes = [] },
            "certainty" when Certainties.Count > 0 => this with { Certainties = [] },
            _ => null,
        };

    /// <summary>Whether an area passes.</summary>
    public bool HasArea(int area) =>
        Areas.Count == 0 || Areas.Any(r => (r.From ?? area) <= area && area <= (r.To ?? area));

    /// <summary>Which values of a column of texts pass; null where all do.</summary>
    public Func<string, bool>? ConditionOn(string column) =>
        column switch
        {
            "kind" when Kinds.Count > 0 => key => Kinds.Any(k => ContentId.NameOf(k) == key),
            "area" when Areas.Count > 0 => key =>
                HasArea(int.Parse(key, CultureInfo.InvariantCulture)),
            "question" when Questions.Count > 0 => key =>
                Questions.Contains(key, StringComparer.Ordinal),
            "theme" when Themes.Count > 0 => key => Themes.Contains(key, StringComparer.Ordinal),
            "certainty" when Certainties.Count > 0 => key =>
                Certainties.Contains(key, StringComparer.Ordinal),
            _ => null,
        };
}
