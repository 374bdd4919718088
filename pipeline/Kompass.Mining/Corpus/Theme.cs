namespace Kompass.Mining.Corpus;

/// <summary>A theme: the practice a finding is about. A row of <c>corpus/themes.csv</c>.</summary>
/// <param name="Code">The code in records and stores: <c>follow-up</c>.</param>
/// <param name="Label">The Swedish label.</param>
/// <param name="Covers">What it covers, in English.</param>
/// <param name="Not">What belongs to another theme, in English; may be empty.</param>
/// <param name="CoversSwedish">What it covers, in Swedish.</param>
/// <param name="NotSwedish">What belongs to another theme, in Swedish; may be empty.</param>
public sealed record Theme(
    string Code,
    string Label,
    string Covers,
    string Not,
    string CoversSwedish,
    string NotSwedish
);
