namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>Reads the numbers that pages state of themselves, and tells from them which pages are missing.</summary>
internal static partial class PageNumbers
{
    // A report has 24 to 41 pages; numbers further apart are other numbers.
    private const int MostMissing = 40;

    // Of so many sheets numbers tell the order.
    private const int FewestNumbered = 5;

    // Of neighbours with a number, so many count on as their sheets do where it is a page number.
    private const double Counting = 0.7;

    /// <summary>The page number of each sheet in lines that run: the number in the same place of each that counts on with the sheets.</summary>
    /// <param name="groups">Lines that are the same but for their numbers, with the index of their sheet.</param>
    /// <param name="sheets">How many sheets there are.</param>
    public static int?[] InLines(IEnumerable<List<(int Sheet, string Text)>> groups, int sheets)
    {
        var numbers = new int?[sheets];
        foreach (var group in groups)
        {
            var lines = group
                .DistinctBy(l => l.Sheet)
                .OrderBy(l => l.Sheet)
                .Select(l =>
                    (l.Sheet, Values: Number().Matches(l.Text).Select(m => m.AsNumber()).ToList())
                )
                .ToList();
            for (var place = 0; place < lines.Max(l => l.Values.Count); place++)
            {
                var own = lines
                    .Where(l => l.Values.Count > place)
                    .Select(l => (l.Sheet, Value: l.Values[place]))
                    .ToList();
                var steps = own.Zip(own.Skip(1)).ToList();
                var sorted = own.Select(o => o.Value).Order().ToList();
                // In a booklet that is not folded yet they stand in another order, and are all there.
                var isComplete =
                    own.Count >= Counting * sheets
                    && sorted.Zip(sorted.Skip(1)).All(s => s.Second - s.First == 1);
                if (
                    steps.Count >= 2
                    && (
                        isComplete
                        || steps.Count(s =>
                            s.Second.Value - s.First.Value == s.Second.Sheet - s.First.Sheet
                        )
                            >= Counting * steps.Count
                    )
                )
                {
                    foreach (var (sheet, value) in own)
                    {
                        numbers[sheet] ??= value;
                    }

                    break;
                }
            }
        }

        return numbers;
    }

    /// <summary>
    /// The indices of sheets in the order in which they are read: by their numbers where these are all there, whatever order the sheets are in, as in a booklet
    /// that is not folded yet or where one side of all was scanned before the other. All others are read as they come.
    /// </summary>
    /// <param name="numbers">The number that each sheet states, null where it states none; one may, the cover or the last.</param>
    public static IEnumerable<int> ReadingOrder(IReadOnlyList<int?> numbers)
    {
        var order = Enumerable.Range(0, numbers.Count);
        var known = numbers.OfType<int>().ToList();
        // Where they count on, a sheet without a number stays where it is.
        return
            known.Count >= FewestNumbered
            && known.Count >= numbers.Count - 1
            && known.Distinct().Count() == known.Count
            && known.Max() - known.Min() == known.Count - 1
            && !known.SequenceEqual(known.Order())
            ? order.OrderBy(i => numbers[i] ?? (known.Min() > 1 || i < 2 ? 0 : int.MaxValue))
            : order;
    }

    /// <summary>The numbers that are skipped, each with the index of the sheet before which its page stood.</summary>
    /// <param name="numbers">The number that each sheet states, null where it states none.</param>
    /// <param name="last">The number of pages that the headers state, or null.</param>
    public static IReadOnlyList<(int Number, int BeforeSheet)> Skipped(
        IReadOnlyList<int?> numbers,
        int? last
    )
    {
        var known = numbers
            .Select((n, sheet) => (Number: n, Sheet: sheet))
            .Where(n => n.Number is not null)
            .Select(n => (Number: n.Number!.Value, n.Sheet))
            .ToList();
        if (known.Count < 2)
        {
            return [];
        }

        var skipped = new List<(int, int)>();
        // The page before the first is number 0; the cover has no number of its own.
        AddBetween((0, -1), known[0], CountsOn(known, 0, 1));
        for (var i = 1; i < known.Count; i++)
        {
            // A number that neither neighbour bears out is misread or misprinted.
            AddBetween(
                known[i - 1],
                known[i],
                (i < 2 || CountsOn(known, i - 2, i - 1))
                    && (i + 1 == known.Count || CountsOn(known, i, i + 1))
            );
        }

        if (last is { } count)
        {
            AddBetween(
                known[^1],
                (count + 1, numbers.Count),
                CountsOn(known, known.Count - 2, known.Count - 1)
            );
        }

        return skipped;

        void AddBetween((int Number, int Sheet) from, (int Number, int Sheet) to, bool isBorneOut)
        {
            var missing = to.Number - from.Number - (to.Sheet - from.Sheet);
            if (isBorneOut && missing is > 0 and <= MostMissing)
            {
                skipped.AddRange(
                    Enumerable.Range(to.Number - missing, missing).Select(n => (n, to.Sheet))
                );
            }
        }
    }

    private static bool CountsOn(List<(int Number, int Sheet)> known, int first, int second) =>
        known[second].Number - known[first].Number == known[second].Sheet - known[first].Sheet;

    [GeneratedRegex(@"(?<!\d)\d{1,3}(?!\d)")]
    private static partial Regex Number();
}
