using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>How a page was read: how many of its figures were found, and what is wrong without a note.</summary>
internal sealed record PageOutcome(
    int Stated,
    int Found,
    IReadOnlyList<string> Silent,
    string Reason
)
{
    public static PageOutcome Of(PageDraft draft, PageTruth truth, ReportReading reading)
    {
        var stated = Stated_(truth).ToList();
        if (reading is not ReportReading.Read { Record: var record })
        {
            // What is set aside with its reason is missed, and not in silence.
            return new(stated.Count, 0, [], ((ReportReading.NotRead)reading).SetAside.Message);
        }

        var read = Read_(record).ToList();
        var silent = new List<string>();
        foreach (var figure in stated.Where(f => !read.Contains(f) && !IsNoted(record, f)))
        {
            silent.Add($"{figure} not read");
        }

        foreach (var figure in read.Where(f => !stated.Contains(f) && !IsNoted(record, f)))
        {
            silent.Add($"{figure} read");
        }

        if (
            record.Municipality.Code != draft.Own.Code
            && !record.Notes.Any(n => n.Code.StartsWith("municipality", StringComparison.Ordinal))
        )
        {
            silent.Add($"municipality {record.Municipality.Name} for {draft.Own.Name}");
        }

        if (
            record.Year != draft.Year
            && !record.Notes.Any(n => n.Code.StartsWith("year", StringComparison.Ordinal))
        )
        {
            silent.Add($"year {record.Year} for {draft.Year}");
        }

        return new(
            stated.Count,
            stated.Count(read.Contains),
            silent,
            string.Join(' ', record.Notes.Select(n => $"[{n.Code}: {n.Message}]"))
        );
    }

    private readonly record struct Figure(string Of, int? Year, int Area, decimal Value);

    private static IEnumerable<Figure> Stated_(PageTruth truth)
    {
        if (truth.Total is { } total)
        {
            yield return new("total", null, 0, total);
        }

        foreach (var (score, i) in (truth.Areas ?? []).Select((s, i) => (s, i)))
        {
            yield return new("area", null, i + 1, score);
        }

        foreach (var (year, areas, earlier) in truth.Earlier)
        {
            if (earlier is { } value)
            {
                yield return new("previous", year, 0, value);
            }

            foreach (var (score, i) in (areas ?? []).Select((s, i) => (s, i)))
            {
                yield return new("previous", year, i + 1, score);
            }
        }
    }

    private static IEnumerable<Figure> Read_(ReportRecord record)
    {
        // A total that is added up is no figure of the page.
        if (record.Total is { } total && total.Source.Via != Via.Sum)
        {
            yield return new("total", null, 0, total.Value);
        }

        foreach (var area in record.Areas)
        {
            yield return new("area", null, area.Area, area.Score);
        }

        foreach (var previous in record.Previous)
        {
            if (previous.Total is { } earlier)
            {
                yield return new("previous", previous.Year, 0, earlier);
            }

            foreach (var (area, score) in previous.Areas)
            {
                yield return new("previous", previous.Year, area, score);
            }
        }
    }

    private static bool IsNoted(ReportRecord record, Figure figure) =>
        record.Notes.Any(n =>
            figure.Of switch
            {
                "total" => n.About == About.Total,
                "area" => n.About == About.Area && n.Area == figure.Area,
                _ => n.About == About.Previous,
            }
        );
}
