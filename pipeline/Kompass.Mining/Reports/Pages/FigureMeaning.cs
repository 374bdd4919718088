namespace Kompass.Mining.Reports.Pages;

/// <summary>What a figure beside an area or a total means.</summary>
internal enum FigureMeaning
{
    /// <summary>The score of an evaluation.</summary>
    Score,

    /// <summary>The score of an earlier evaluation.</summary>
    Earlier,

    /// <summary>What is aimed at or forecast.</summary>
    Goal,

    /// <summary>A mean of several municipalities.</summary>
    Mean,

    /// <summary>The highest possible.</summary>
    Maximum,

    /// <summary>A share or weight.</summary>
    Weight,

    /// <summary>A place among others.</summary>
    Rank,

    /// <summary>A difference between two evaluations.</summary>
    Change,

    /// <summary>Something else: the best of all, a draft, a number of questions.</summary>
    Other,
}

/// <summary>Finds the words that tell what a figure means (<c>figureCues</c> in corpus/swedish.json).</summary>
internal sealed class FigureCues
{
    // A change of means is a change, a goal for the maximum a goal.
    private static readonly FigureMeaning[] Order =
    [
        FigureMeaning.Change,
        FigureMeaning.Goal,
        FigureMeaning.Mean,
        FigureMeaning.Maximum,
        FigureMeaning.Weight,
        FigureMeaning.Rank,
        FigureMeaning.Other,
        FigureMeaning.Earlier,
        FigureMeaning.Score,
    ];

    private readonly Dictionary<FigureMeaning, Regex> _patterns;

    public FigureCues(Swedish swedish) =>
        _patterns = swedish.FigureCues.ToDictionary(
            c => Enum.Parse<FigureMeaning>(c.Key, ignoreCase: true),
            c => new Regex(
                $@"(?<![\p{{L}}\d-])(?:{string.Join('|', c.Value.Select(Pattern))})(?![\p{{L}}])",
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
                TimeSpan.FromSeconds(1)
            )
        );

    /// <summary>The first meaning that a text has a word for, or null.</summary>
    public FigureMeaning? In(string text) =>
        Order.Where(m => Says(text, m)).Select(m => (FigureMeaning?)m).FirstOrDefault();

    /// <summary>Whether a text has a word for a meaning.</summary>
    public bool Says(string text, FigureMeaning meaning) =>
        _patterns.TryGetValue(meaning, out var pattern) && pattern.IsMatch(text);

    private static string Pattern(string cue) =>
        Regex.Escape(cue.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal)
        + (cue.EndsWith('*') ? @"\p{L}*" : "");
}
