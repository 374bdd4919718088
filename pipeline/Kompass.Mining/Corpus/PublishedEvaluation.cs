namespace Kompass.Mining.Corpus;

/// <summary>A published evaluation and what is known of it without its report. A row of <c>corpus/catalogue.csv</c>.</summary>
/// <param name="MunicipalityCode">Four digits, or null where the listed title lost the name.</param>
/// <param name="Municipality">The municipality's name, or null.</param>
/// <param name="Year">The year it is known by, or null.</param>
/// <param name="Edition">The edition's id, or null where it is not known.</param>
/// <param name="Evaluators">Names with affiliation, <c>;</c> between persons.</param>
/// <param name="Total">Published total, 0 to 800.</param>
/// <param name="Areas">Published score by area number; areas that are not known are missing.</param>
/// <param name="Url">Where it was published.</param>
public sealed record PublishedEvaluation(
    string? MunicipalityCode,
    string? Municipality,
    int? Year,
    string? Edition,
    string Evaluators,
    decimal? Total,
    IReadOnlyDictionary<int, decimal> Areas,
    string? Url
)
{
    /// <summary>The evaluators' names without affiliation.</summary>
    public IEnumerable<string> EvaluatorNames =>
        Evaluators
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(e => e.Split([',', '('], 2)[0].Trim());
}
