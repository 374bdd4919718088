using System.Runtime.InteropServices;

namespace Kompass.Mining.Corpus;

/// <summary>All labels of an edition: looked up by a whole line, or found in running text in which line breaks are lost.</summary>
public sealed partial class EditionLabels
{
    // Characters of the shortest label that is found in running text: sizeof(ulong) / sizeof(char), see BeginningOf.
    private const int Shortest = 4;

    /// <summary>What names fewer areas is no overview of them: a table of something else, a heading of the prose.</summary>
    internal const int FewestAreas = 3;

    private readonly List<(string Key, Chapter Chapter, List<Label> Labels)> _chapters;
    private readonly Dictionary<string, List<Label>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nameByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, string[]> _keysByBeginning;
    private readonly string[] _findingsHeadings;
    private readonly List<(Regex Pattern, Func<int?, Label> Make)> _dated = [];

    internal EditionLabels(Edition edition)
    {
        Edition = edition;
        Marks = new EditionMarks(edition);
        var headings = edition.Headings;
        foreach (var area in edition.Areas)
        {
            Add(new Label.AreaName(area.Number), [area.Name, .. area.Variants]);
            foreach (var rubric in area.Rubrics)
            {
                Add(
                    new Label.RubricHeading(area.Number, rubric),
                    [rubric.Heading, .. rubric.Variants]
                );
            }
        }

        Add(new Label.General(), headings.General);
        Add(new Label.BoxRubrics(), headings.ScoreBox.Rubrics);
        Add(new Label.BoxPoints(), headings.ScoreBox.Points);
        foreach (var (kind, names) in headings.Findings)
        {
            Add(new Label.FindingsHeading(kind), names);
        }

        foreach (var (chapter, names) in headings.Chapters)
        {
            Add(new Label.ChapterHeading(chapter), names);
        }

        Add(new Label.SummarySection(), headings.SummarySections);
        Date(headings.Appendix, y => new Label.Appendix(y));
        Date(headings.SinceLast, y => new Label.SinceLast(y));
        _chapters =
        [
            .. _byKey.SelectMany(l =>
                l.Value.OfType<Label.ChapterHeading>()
                    .Take(1)
                    .Select(c => (l.Key, c.Chapter, l.Value))
            ),
        ];
        _findingsHeadings =
        [
            .. _byKey
                .Where(l => l.Value.Exists(v => v is Label.FindingsHeading))
                .Select(l => l.Key),
        ];
        _keysByBeginning = _byKey
            .Keys.Where(k => k.Length >= Shortest)
            .GroupBy(k => BeginningOf(k))
            .ToDictionary(g => g.Key, g => g.OrderByDescending(k => k.Length).ToArray());

        void Date(IEnumerable<string> titles, Func<int?, Label> label) =>
            _dated.AddRange(titles.Select(t => (Dated(t), label)));
    }

    /// <summary>The edition whose labels these are.</summary>
    public Edition Edition { get; }

    /// <summary>The phrases that only its reports carry.</summary>
    internal EditionMarks Marks { get; }

    /// <summary>The list of findings that a line heads, or null.</summary>
    public FindingKind? ListHeading(string line) =>
        Lookup(line).OfType<Label.FindingsHeading>().FirstOrDefault()?.Kind;

    /// <summary>Whether a line is a label of a kind.</summary>
    internal bool Is<T>(string line)
        where T : Label => Lookup(line).OfType<T>().Any();

    /// <summary>The area that a line names and nothing else, or null.</summary>
    public int? AreaOf(string line) => AreaIn(Lookup(line));

    /// <summary>The same of a heading that may have something behind its area's name (<see cref="LookupHeading"/>).</summary>
    internal int? AreaOfHeading(string heading) => AreaIn(LookupHeading(heading));

    private static int? AreaIn(IEnumerable<Label> labels) =>
        labels.OfType<Label.AreaName>().FirstOrDefault()?.Area;

    /// <summary>Whether a text is what the rows of totals are called, and nothing else.</summary>
    internal bool IsTotal(string text) =>
        Edition.Headings.SummaryTotal.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What a line means when it is a heading: numbers before it (<c>3 </c>, <c>4.</c>, <c>Område 1</c>) are read or passed over. Empty where it is
    /// no label of the edition.
    /// </summary>
    public IReadOnlyList<Label> Lookup(string line)
    {
        foreach (var (pattern, make) in _dated)
        {
            var match = pattern.Match(line);
            if (match.Success && match.Index <= 4 && match.Length >= line.Trim().Length - 5)
            {
                return [make(YearOf(match))];
            }
        }

        var area = AreaPrefix().Match(line);
        if (area.Success)
        {
            // Hosts take digits out: "Område Offentlighet och demokrati".
            var number = area.Groups["number"] is { Success: true } digit
                ? digit.ValueSpan[0] - '0'
                : (int?)null;
            var name = LabelKey.Of(line.AsSpan(area.Length));
            if (
                AreaOfName(name) is not null
                    ? number is null || number <= Edition.Areas.Count
                    : name.Length == 0 && number <= Edition.Areas.Count && IsAreaWord(area)
            )
            {
                return [new Label.AreaName(AreaOfName(name) ?? number!.Value)];
            }
        }

        var unnumbered = NumberPrefix().Match(line).Length;
        if (
            AreaSuffix().Match(line, unnumbered) is { Success: true } behind
            && AreaOfName(LabelKey.Of(line.AsSpan(unnumbered..behind.Index))) is { } numbered
        )
        {
            return [new Label.AreaName(numbered)];
        }

        var key = LabelKey.Of(line.AsSpan(unnumbered));
        if (_byKey.TryGetValue(key, out var labels))
        {
            return labels;
        }

        return (unnumbered > 0 ? _byKey.GetValueOrDefault(LabelKey.Of(line)) : null)
            ?? GoneOn(line)
            ?? ChapterWithAName(line, unnumbered, key);
    }

    /// <summary>
    /// The same of a heading that may have something behind its area's name: <c>Område 3 Politisk styrning och kontroll 63</c>, <c>Område 3 Politisk styrning och
    /// kontroll – bedömning</c>, or whose name is worded otherwise: <c>Område 1 Offentlighet och demokratisk kontroll</c>. With leaders behind it it is an entry
    /// of the contents, and means nothing.
    /// </summary>
    internal IReadOnlyList<Label> LookupHeading(string heading)
    {
        if (Lookup(heading) is { Count: > 0 } known)
        {
            return known;
        }

        var prefix = AreaPrefix().Match(heading);
        if (
            !prefix.Success
            || heading.Contains("..", StringComparison.Ordinal)
            || heading.Contains('…', StringComparison.Ordinal)
        )
        {
            return [];
        }

        return FindAll(heading) is [var hit, ..] && hit.As<Label.AreaName>() is { } area ? [area]
            : prefix.Groups["number"] is { Success: true } number
            && IsAreaWord(prefix)
            && Edition.FindArea(number.ValueSpan[0] - '0') is { } named
            && IsLike(heading[prefix.Length..], named)
                ? [new Label.AreaName(named.Number)]
            : [];
    }

    /// <summary>A name with every <c>&amp;</c>, <c>/</c> and <c>o</c> between words written out: <c>Offentlighet o demokrati</c>.</summary>
    internal static string Spelled(string name) => AndSign().Replace(name, " och ");

    /// <summary>
    /// The area that a number names, where a word behind it begins as one of the area's own names: <c>7) Verksamhetsutv.</c>, <c>1. Demokrati</c>; null for all others.
    /// </summary>
    internal int? NumberedArea(string line)
    {
        var number = NumberPrefix().Match(line);
        if (
            !int.TryParse(
                number.ValueSpan.Trim(" .)"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var area
            ) || Edition.FindArea(area) is not { } named
        )
        {
            return null;
        }

        return IsLike(line[number.Length..], named) ? area : null;
    }

    /// <summary>The only area of whose own names a word begins as one of a name does: <c>Demokrati</c>, <c>Samhällsbyggare</c>; null where none or several are.</summary>
    internal int? AreaLike(string name) =>
        Edition.Areas.Where(a => IsLike(name, a)).ToList() is [var only] ? only.Number : null;

    /// <summary>The same labels with one more name for each area.</summary>
    /// <param name="names">In the order of the areas.</param>
    internal EditionLabels With(IReadOnlyList<string> names) => With((_, i) => [names[i]]);

    /// <summary>The same labels with what sentences call the areas.</summary>
    internal EditionLabels WithSpoken() => With((area, _) => area.Spoken);

    private EditionLabels With(Func<Area, int, IReadOnlyList<string>> names) =>
        new(
            Edition with
            {
                Areas =
                [
                    .. Edition.Areas.Select(
                        (a, i) => a with { Variants = [.. a.Variants, .. names(a, i)] }
                    ),
                ],
            }
        );

    /// <summary>Whether a hit is what sentences call an area.</summary>
    internal bool IsSpoken(string text, LabelHit hit) =>
        Edition.Areas.Any(a =>
            a.Spoken.Contains(text[hit.Start..hit.End], StringComparer.OrdinalIgnoreCase)
        );

    private bool IsLike(string name, Area area)
    {
        var others = Edition
            .Areas.Where(a => a != area)
            .SelectMany(WordsOf)
            .ToHashSet(StringComparer.Ordinal);
        var own = WordsOf(area).Where(w => !others.Contains(w)).ToList();
        return Words(name)
            .Any(w =>
                own.Exists(n =>
                    n.StartsWith(w, StringComparison.Ordinal)
                    || w.StartsWith(n, StringComparison.Ordinal)
                )
            );

        static IEnumerable<string> WordsOf(Area area) =>
            area.Variants.Append(area.Name).SelectMany(Words);

        static IEnumerable<string> Words(string text) =>
            text.Split([' ', ',', '-', '/', '.'])
                .Select(w => LabelKey.Of(w))
                .Where(w => w.Length >= ShortestName);
    }

    // A shorter word is no name.
    private const int ShortestName = 6;

    /// <summary>Whether a line begins as the heading of an area's section does: "Område 3 …", a chapter's number before it or not.</summary>
    internal static bool BeginsAsArea(string line) =>
        AreaPrefix().IsMatch(line) || AreaSuffix().IsMatch(line);

    // "Kapitel 3" may be any chapter; only with an area's name it is that area.
    private static bool IsAreaWord(Match prefix) =>
        prefix.Groups["word"].ValueSpan.Equals("Område", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a line that begins with this word may be the heading of a findings list, whole or as far as it is printed on the line: a cheap question to ask
    /// before <see cref="Lookup"/>. Words without letters say neither.
    /// </summary>
    internal bool MayBeginFindingsHeading(string word)
    {
        var key = LabelKey.Of(word);
        return key.Length == 0
            || char.IsDigit(key[0])
            || Array.Exists(
                _findingsHeadings,
                h =>
                    h.StartsWith(key, StringComparison.Ordinal)
                    || key.StartsWith(h, StringComparison.Ordinal)
            );
    }

    /// <summary>
    /// A line whose letters may be misread, written as the edition writes the label that it most likely is; null where it is like none. One letter in eight may
    /// differ (Levenshtein distance), none in labels of three letters.
    /// </summary>
    public string? Mend(string line)
    {
        if (line.Length > 160)
        {
            return null;
        }

        if (Lookup(line).Count > 0)
        {
            return line;
        }

        var area = MisreadAreaPrefix().Match(line);
        var prefix = area.Success ? area : NumberPrefix().Match(line);
        var key = LabelKey.Of(line.AsSpan(prefix.Length));
        string? best = null;
        var least = int.MaxValue;
        foreach (var (candidate, name) in _nameByKey)
        {
            var allowed = candidate.Length < 4 ? 0 : Math.Max(1, candidate.Length / 8);
            if (
                Math.Abs(candidate.Length - key.Length) <= allowed
                && (!area.Success || AreaOfName(candidate) is not null)
                && EditDistance.Within(key, candidate, allowed) is { } distance
                && distance < least
            )
            {
                (best, least) = (name, distance);
            }
        }

        return best is null ? null
            : area.Success ? $"Område {AreaNumberOf(best)} {best}"
            : best;
    }

    /// <summary>The number of the area whose name this is, whatever its spelling, or null.</summary>
    public int? AreaNumberOf(string name) => AreaOfName(LabelKey.Of(name));

    /// <summary>All labels in a running text, first to last, the longest where several begin at one place, none overlapping.</summary>
    public IReadOnlyList<LabelHit> FindAll(string text) => FindAll(text, new SquashedText(text));

    /// <summary>The same in a text that is squashed already, for whoever looks for the labels of several editions.</summary>
    internal IReadOnlyList<LabelHit> FindAll(string text, SquashedText squashed)
    {
        var hits = new List<LabelHit>();
        var from = 0;
        foreach (var at in squashed.WordStarts)
        {
            if (
                at >= from
                && at + Shortest <= squashed.Key.Length
                && _keysByBeginning.TryGetValue(BeginningOf(squashed.Key.AsSpan(at)), out var keys)
                && Array.Find(
                    keys,
                    k =>
                        squashed.Key.AsSpan(at).StartsWith(k, StringComparison.Ordinal)
                        && squashed.EndsWord(at + k.Length - 1)
                )
                    is { } key
            )
            {
                from = at + key.Length;
                hits.Add(
                    new LabelHit(
                        _byKey[key],
                        squashed.PositionOf(at),
                        squashed.PositionOf(from - 1) + 1
                    )
                );
            }
        }

        foreach (var (pattern, make) in _dated)
        {
            hits.AddRange(
                pattern
                    .Matches(text)
                    .Select(m => new LabelHit([make(YearOf(m))], m.Index, m.Index + m.Length))
            );
        }

        return WithoutOverlaps(hits);
    }

    // The first four characters as one number: most words of a text begin no label, and are passed over with one look.
    private static ulong BeginningOf(ReadOnlySpan<char> key) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(key[..Shortest]));

    private static List<LabelHit> WithoutOverlaps(List<LabelHit> hits)
    {
        var kept = new List<LabelHit>(hits.Count);
        foreach (
            var hit in hits.OrderBy(h => h.Start)
                .ThenByDescending(h => h.End)
                .Where(h => kept.Count == 0 || h.Start >= kept[^1].End)
        )
        {
            kept.Add(hit);
        }

        return kept;
    }

    /// <summary>Whether a label that the edition writes with a capital has one in the text too: in small letters it is part of a sentence.</summary>
    internal bool HasItsCapital(string text, LabelHit hit) =>
        char.IsUpper(text[hit.Start])
        || !_nameByKey.TryGetValue(
            LabelKey.Of(text.AsSpan(hit.Start, hit.End - hit.Start)),
            out var name
        )
        || !char.IsUpper(name[0]);

    // "Styrkor forts.": the same list over the next page.
    private List<Label>? GoneOn(string line) =>
        Continued().Match(line) is { Success: true } mark
        && _byKey.TryGetValue(LabelKey.Of(line.AsSpan(0, mark.Index)), out var labels)
        && labels.Exists(l => l is Label.FindingsHeading)
            ? labels
            : null;

    // A chapter's heading that has the municipality's name before or after the label.
    private List<Label> ChapterWithAName(string numbered, int unnumbered, string key)
    {
        var line = numbered[unnumbered..];
        foreach (var (name, chapter, labels) in _chapters)
        {
            if (
                chapter switch
                {
                    Chapter.Summary or Chapter.Areas => key.EndsWith(name, StringComparison.Ordinal)
                        && ChapterLine.EndsIn(line, _nameByKey[name]),
                    Chapter.Facts => key.StartsWith(name, StringComparison.Ordinal)
                        && ChapterLine.IsNameAfter(line, name.Length),
                    Chapter.CollectedFindings => key.StartsWith(name, StringComparison.Ordinal)
                        && key.Length < name.Length + 40
                        && !ChapterLine.EndsSentence(line),
                    _ => false,
                }
            )
            {
                return labels;
            }
        }

        return [];
    }

    private int? AreaOfName(string key) =>
        key.Length > 0 && _byKey.TryGetValue(key, out var labels)
            ? labels.OfType<Label.AreaName>().FirstOrDefault()?.Area
            : null;

    private void Add(Label label, IEnumerable<string> names)
    {
        foreach (
            var (name, key) in names
                .Select(n => (Name: n, Key: LabelKey.Of(n)))
                .Where(n => n.Key.Length > 0)
                .DistinctBy(n => n.Key, StringComparer.Ordinal)
        )
        {
            _nameByKey.TryAdd(key, name);
            if (!_byKey.TryGetValue(key, out var labels))
            {
                _byKey[key] = labels = [];
            }

            if (!labels.Contains(label))
            {
                labels.Add(label);
            }
        }
    }

    private static Regex Dated(string template) =>
        new(
            Regex
                .Escape(template)
                .Replace(@"\{year}", @"(?<year>(?:19|20)\d\d)", StringComparison.Ordinal)
                .Replace(@"\ ", @"\s+", StringComparison.Ordinal),
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(2)
        );

    private static int? YearOf(Match match) =>
        match.Groups["year"].Success
            ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // "Område 3 Politisk styrning och kontroll", "Område 1. Samspel …", "Område 1 – Offentlighet …", "3.1 Område 1 …"
    [GeneratedRegex(
        @"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)]?\s+)?(?<word>Område|Kapitel|Avsnitt):?\s+(?:(?<number>[1-9])(?!\d)\s*[.:–—-]?\s*)?",
        Patterns.AnyCase
    )]
    private static partial Regex AreaPrefix();

    // "Politisk styrning och kontroll (område 3)"
    [GeneratedRegex(@"\s*[(,–-]\s*område\s+[1-9]\s*\)?\s*$", Patterns.AnyCase)]
    private static partial Regex AreaSuffix();

    // "Omräde I …": letters and number as recognition may give them
    [GeneratedRegex(@"^\W*[O0][mn]r.{1,3}de\s+\S{1,2}\s*[.:–—-]?\s*", Patterns.AnyCase)]
    private static partial Regex MisreadAreaPrefix();

    [GeneratedRegex(@"\s*(?:&|/|\bo\b)\s*")]
    private static partial Regex AndSign();

    // "… forts.", "… (fortsättning)", "… – forts. från föregående sida"
    [GeneratedRegex(
        @"[\s(,–-]+forts(?:ättning)?\.?(?:\s+från\s+f\w+\s+sida)?[\s.):]*$",
        Patterns.AnyCase
    )]
    private static partial Regex Continued();

    // "3 Detaljerad genomgång …", "4. Översikt …", "1. Offentlighet och demokrati", "3.2.1 Allmänt"
    [GeneratedRegex(@"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)]?\s+)?")]
    private static partial Regex NumberPrefix();
}
