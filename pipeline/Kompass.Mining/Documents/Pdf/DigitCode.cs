namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Which digit a file writes for which: a font whose table of characters is wrong says the same wrong digit everywhere. What some pages show of it then holds for all.
/// </summary>
internal static class DigitCode
{
    // One digit misread by recognition does not make a code, and does not break one.
    private const int FewestOfADigit = 3;
    private const double LeastShare = 0.9;

    /// <summary>The digit meant by each digit that was seen often enough, or null where they mean themselves or now this, now that.</summary>
    /// <param name="numbers">Numbers as the file says them, and as they are surely seen.</param>
    public static IReadOnlyDictionary<char, char>? Of(
        IEnumerable<(string Said, string Seen)> numbers
    )
    {
        var meant = numbers
            .SelectMany(n => n.Said.Zip(n.Seen))
            .GroupBy(d => d.First, d => d.Second)
            .Where(g => g.Count() >= FewestOfADigit)
            .Select(g =>
                (Said: g.Key, Count: g.Count(), Seen: g.CountBy(d => d).MaxBy(c => c.Value))
            )
            .ToList();
        return
            meant.Exists(d => d.Said != d.Seen.Key)
            && meant.TrueForAll(d => d.Seen.Value >= LeastShare * d.Count)
            && meant.DistinctBy(d => d.Seen.Key).Count() == meant.Count
            ? meant.ToDictionary(d => d.Said, d => d.Seen.Key)
            : null;
    }

    /// <summary>The page with the digits that are meant.</summary>
    public static Page Read(Page page, IReadOnlyDictionary<char, char> code) =>
        page with
        {
            Words =
            [
                .. page.Words.Select(w =>
                    w.Text.Any(char.IsAsciiDigit)
                        ? w with
                        {
                            Text = string.Concat(w.Text.Select(c => code.GetValueOrDefault(c, c))),
                        }
                        : w
                ),
            ],
        };
}
