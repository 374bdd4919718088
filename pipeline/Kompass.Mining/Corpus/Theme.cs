namespace Kompass.Mining.Corpus;

/// <summary>A theme: the practice a finding is about. A row of <c>corpus/themes.csv</c>.</summary>
/// <param name="Code">The code in records and stores: <c>follow-up</c>.</param>
/// <param name="Label">The Swedish label.</param>
/// <param name="Covers">What it covers.</param>
/// <param name="Not">What belongs to another theme.</param>
public sealed record Theme(string Code, string Label, string Covers, string Not);
