namespace Kompass.Mining.Layout;

/// <summary>
/// Tells by which edition of the instrument a document was written: by the majority of the area names it carries, then by the phrases that only one
/// edition has. Never by one name alone, for editions share names and some contain one another: what stands within a longer name or phrase of another
/// edition (<c>Effektivitet</c> within <c>Resultat och effektivitet</c>) is none, nor is a name in small letters in a sentence where others have capitals.
/// </summary>
internal static partial class EditionDetector
{
    // Lists under a heading in a report; fewer may be parts of its prose.
    private const int FewestLists = 4;

    /// <summary>The edition, with the headings of lists that the document has instead of the usual ones.</summary>
    public static Edition Detect(string text, Knowledge knowledge)
    {
        var edition = Of(text, knowledge);
        var headings = edition.Headings;
        var own = headings
            .UnusualFindings.Select(kind =>
                (
                    Kind: kind.Key,
                    Names: kind.Value.Where(n =>
                            Headings(text, n) is >= FewestLists and var lists
                            && headings.Findings[kind.Key].All(u => Headings(text, u) < lists)
                        )
                        .ToList()
                )
            )
            .Where(k => k.Names.Count > 0)
            .ToDictionary(k => k.Kind, k => k.Names);
        return own.Count == 0
            ? edition
            : edition with
            {
                Headings = headings with
                {
                    Findings = headings.Findings.ToDictionary(
                        f => f.Key,
                        IReadOnlyList<string> (f) =>
                            [.. f.Value, .. own.GetValueOrDefault(f.Key) ?? []]
                    ),
                },
            };
    }

    // How often a name stands where a heading can: a word of its own, before a line's end or what does not go on as a sentence does.
    private static int Headings(string text, string name)
    {
        var count = 0;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; )
        {
            var before = at == 0 ? ' ' : text[at - 1];
            at += name.Length;
            var behind = text.AsSpan(at).TrimStart(": \t\u00a0");
            if (
                !char.IsLetterOrDigit(before)
                && before is not ('"' or '”' or '(' or '-')
                && (
                    behind.IsEmpty
                    || char.IsUpper(behind[0])
                    || char.IsDigit(behind[0])
                    || Bullets.MayOpen(behind[0])
                    || behind[0] is '\n' or '\r' or '\f' or '"' or '”'
                )
            )
            {
                count++;
            }
        }

        return count;
    }

    private static Edition Of(string text, Knowledge knowledge)
    {
        var squashed = new SquashedText(text);
        var named = knowledge.Editions.ToDictionary(
            e => e.Id,
            e => knowledge.Labels(e).FindAll(text, squashed),
            StringComparer.Ordinal
        );
        var date = CoverDate(text);
        var marked = knowledge.Editions.ToDictionary(
            e => e.Id,
            e => IsOver(e, date) ? [] : knowledge.Labels(e).Marks.FindAll(text).ToList(),
            StringComparer.Ordinal
        );
        var labels = Widest(named.Values.SelectMany(h => h).Select(h => (h.Start, h.End)));
        var marks = Widest(marked.Values.SelectMany(m => m).Select(m => (m.Start, m.End)));
        var hits = knowledge.Editions.ToDictionary(
            e => e.Id,
            e => named[e.Id].Where(h => labels.Contains((h.Start, h.End))).ToList(),
            StringComparer.Ordinal
        );
        // A page may name areas in its sentences alone, in small letters.
        var capitals = hits.ToDictionary(
            h => h.Key,
            h => h.Value.Where(n => char.IsUpper(text[n.Start])),
            StringComparer.Ordinal
        );
        var written = knowledge.Editions.Any(e => NameScore(text, e, capitals[e.Id]) > 0)
            ? capitals
            : hits.ToDictionary(h => h.Key, h => h.Value.AsEnumerable(), StringComparer.Ordinal);
        // Where a report also tells what areas were called before, its own names are the many.
        return knowledge
            .Editions.OrderByDescending(e =>
                NameScore(text, e, written[e.Id])
                + marked[e.Id]
                    .Where(m => marks.Contains((m.Start, m.End)))
                    .Select(m => m.Mark)
                    .Distinct()
                    .Count()
            )
            .ThenByDescending(e =>
                NameScore(text, e, written[e.Id]) > 0
                    ? written[e.Id].Count(h => IsOwnName(text, e, h))
                    : 0
            )
            .ThenByDescending(e => string.Equals(e.Id, "2010", StringComparison.Ordinal))
            .First();
    }

    // In 2010 the new instrument was reported on with the cover, and the publishers' names, of the old one.
    private static bool IsOver(Edition edition, DateOnly? date) =>
        edition.LastMonth is { } last
        && date
            > DateOnly
                .ParseExact(last, "yyyy-MM", CultureInfo.InvariantCulture)
                .AddMonths(MostMonthsToReport + 1);

    // From the visit to the report.
    private const int MostMonthsToReport = 6;

    // Characters of a cover.
    private const int LongestCover = 1000;

    private static DateOnly? CoverDate(string text) =>
        IsoDate().Match(text, 0, Math.Min(text.Length, LongestCover)) is { Success: true } date
        && DateOnly.TryParseExact(
            date.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    [GeneratedRegex(@"\b(?:19|20)\d\d-\d\d-\d\d\b")]
    private static partial Regex IsoDate();

    private static bool IsOwnName(string text, Edition edition, LabelHit hit) =>
        edition.FindArea(hit.Area ?? 0) is { } area && KeyOf(text, hit) == LabelKey.Of(area.Name);

    private static int NameScore(string text, Edition edition, IEnumerable<LabelHit> hits)
    {
        var named = hits.Select(h => (h.Area, Key: KeyOf(text, h)))
            .Where(h => h.Area is not null)
            .ToHashSet();
        var areas = named.Select(n => n.Area).Distinct().Count();
        // Its own names weigh more than those it shares as variants: 2016 knows the names of 2010 too. One name alone may be a page's short one.
        return areas < 2
            ? 0
            : areas + edition.Areas.Count(a => named.Contains((a.Number, LabelKey.Of(a.Name))));
    }

    private static string KeyOf(string text, LabelHit hit) =>
        LabelKey.Of(text.AsSpan(hit.Start, hit.End - hit.Start));

    // The stretches that lie in no longer one.
    private static HashSet<(int Start, int End)> Widest(
        IEnumerable<(int Start, int End)> stretches
    ) =>
        [
            .. stretches
                .OrderBy(s => s.Start)
                .ThenByDescending(s => s.End)
                .Merged((wide, s) => s.End <= wide.End, (wide, _) => wide),
        ];
}
