using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Facts;

/// <summary>Reads the table Kortfakta.</summary>
internal static partial class FactsReader
{
    public static MunicipalityFacts? Read(IEnumerable<Block> blocks, ReportHeadings headings)
    {
        var values = new Dictionary<Fact, Passage>();
        var places = new List<Passage>();
        foreach (var row in blocks.OfType<Block.Table>().SelectMany(t => t.Rows))
        {
            var cells = row.Cells.Where(c => !c.Text.IsBlank).Select(c => c.Text).ToList();
            if (
                cells.Count >= 2
                && FactOf(cells[0].Text, headings) is { } fact
                && values.TryAdd(fact, cells[1])
            )
            {
                places.AddRange(cells.Take(2));
            }
        }

        return values.Count == 0
            ? null
            : new MunicipalityFacts(
                Count(Fact.Population),
                Count(Fact.PopulationChange),
                Count(Fact.Employees),
                Text(Fact.MunicipalityGroup),
                Text(Fact.Governing),
                Source.Of(Passage.Join(" ", places).Place, Via.FactsTable)
            );

        int? Count(Fact fact) =>
            values.TryGetValue(fact, out var value)
                ? Numbers.Count(Period().Replace(value.Text, ""))
                : null;

        string? Text(Fact fact) =>
            values.TryGetValue(fact, out var value)
                ? Election().Replace(value.Text, "").Trim()
                : null;
    }

    private static Fact? FactOf(string label, ReportHeadings headings) =>
        headings
            .Facts.SelectMany(f => f.Value.Select(name => (Fact: (Fact?)f.Key, Name: name)))
            .Where(f => label.StartsWith(f.Name, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(f => f.Name.Length)
            .FirstOrDefault()
            .Fact;

    // "Folkökning/minskning 2011-2012 1.790", "Folkmängd 2014-12-31 23 870": the years and the day belong to the label.
    [GeneratedRegex(
        @"^\s*\(?(?:19|20)\d\d-\d\d-\d\d\)?:?(?=\s)|^\s*\(?(?:(?:19|20)\d\d)?\s*[-–]?\s*(?:(?:19|20)\d\d)?\)?\s*[-–](?=\s)|^\s*\(?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\)?:?\s+(?=\S)"
    )]
    private static partial Regex Period();

    // "Partier som ingår i styret efter valen 2010 S, V och Mp"
    [GeneratedRegex(@"^\s*(?:efter valen|efter valet)\s*(?:(?:19|20)\d\d)?:?\s*")]
    private static partial Regex Election();
}
