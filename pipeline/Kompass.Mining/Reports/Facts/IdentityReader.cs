using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Facts;

/// <summary>Whose evaluation it is, and of which year.</summary>
internal sealed record Identity(
    MunicipalityName? Municipality,
    int? Year,
    string? ReportDate,
    IReadOnlyList<Evaluator> Evaluators,
    IReadOnlyList<Note> Notes
);

/// <summary>
/// Reads municipality, year and evaluators from the title, in whatever order and case it stands, borne out by the headings and sentences that repeat them.
/// Employers of evaluators are municipalities too and are never taken for the evaluated one.
/// </summary>
internal sealed partial class IdentityReader(Knowledge knowledge)
{
    // Characters of a name; the longest of the 290 has 14.
    private const int LongestName = 60;

    // Votes of the title, which one other statement does not outvote.
    private const double WeightOfTitle = 4;

    private readonly NoteList _notes = new();

    /// <summary>Reads them; once a document.</summary>
    /// <param name="layout">The document.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="file">Its path or name, which may tell the year where nothing else does.</param>
    /// <param name="isPage">Whether it is a web page, which has no cover: whom it is about, it names most often.</param>
    public Identity Read(DocumentLayout layout, Sections sections, string file, bool isPage)
    {
        var cover = string.Join('\n', TextsOf(sections.Cover));
        var title = Title(cover, layout) ?? Title(layout.HostTitle?.Text ?? "", layout);
        if (isPage)
        {
            // PageYear reads its year.
            var name = Known(MostNamed(layout, [])) ?? Stated(layout, title) ?? OfTables(layout);
            return new Identity(name, null, null, [], _notes.All);
        }

        var municipality = Stated(layout, title) ?? Inferred(layout, sections.Cover);
        var identity = new Identity(
            municipality,
            Year(cover, title, layout),
            ReportDate(cover, layout),
            new EvaluatorReader(knowledge).Read(
                [.. TextsOf(sections.Cover).SelectMany(t => t.Split('\n'))],
                municipality?.Name
            ),
            _notes.All
        );
        return identity.Year is null ? WithYearOfFile(identity, file) : identity;
    }

    /// <summary>The identity with the year that the file's name or the catalogue tells, where one does.</summary>
    public Identity WithYearOfFile(Identity identity, string file) =>
        identity.Municipality is { } municipality
        && InferYear(municipality, identity.Evaluators, file) is { } year
            ? identity with
            {
                Year = year,
            }
            : identity;

    private static IEnumerable<string> TextsOf(IReadOnlyList<Block> blocks) =>
        blocks.Select(b => b.Line?.Text).OfType<string>().Where(t => t.Length > 0);

    // "VÄSTERÅS STAD", "REGION GOTLAND", "Varbergs kommun", with or without a year or a month and a year after it
    private static IEnumerable<Match> TitleMatches(string cover) =>
        TitleAfter().Matches(cover).Concat(TitleBefore().Matches(cover));

    // A host offers other reports on the page of this one: where several titles stand, it is that whose municipality the text states most, else the first.
    private Match? Title(string cover, DocumentLayout layout)
    {
        var titles = TitleMatches(cover).ToList();
        if (titles.Count < 2)
        {
            return titles.FirstOrDefault();
        }

        var stated = Ranked(StatedNames(layout))
            .ToDictionary(s => s.Name.Code ?? s.Name.Name, s => s.Weight, StringComparer.Ordinal);
        return titles.MaxBy(t =>
            NameIn(t, layout.Words) is { } name
                ? stated.GetValueOrDefault(name.Code ?? name.Name)
                : 0
        );
    }

    // The municipality that title, headings and sentences state, the title counting most.
    private MunicipalityName? Stated(DocumentLayout layout, Match? title)
    {
        var votes = StatedNames(layout);
        var ranked = Ranked(
            title is null ? votes : votes.Prepend((NameIn(title, layout.Words), WeightOfTitle))
        );
        if (ranked.Count > 1 && ranked[1].Weight >= WeightOfTitle)
        {
            _notes.Warn(
                NoteCode.MunicipalityDiffers,
                Subject.Document,
                $"title and text name different municipalities: {string.Join(", ", ranked.Select(r => r.Name.Name))}; {ranked[0].Name.Name} was taken"
            );
        }

        return Known(ranked.FirstOrDefault().Name);
    }

    private IEnumerable<(MunicipalityName? Name, double Weight)> StatedNames(
        DocumentLayout layout
    ) =>
        Statements(layout.Blocks)
            .Select(s => (Match: Stated().Match(s.Text), s.Weight))
            .Where(s => s.Match.Success)
            .Select(s => (NameIn(s.Match, layout.Words), s.Weight));

    private MunicipalityName? NameIn(Match match, WordStatistics words) =>
        Resolve(match.Groups["name"].Value, match.Groups["whole"].Value, words);

    // The head of minutes is a table: "EKSJÖ KOMMUN | SAMMANTRÄDESPROTOKOLL".
    private MunicipalityName? OfTables(DocumentLayout layout) =>
        Known(
            Ranked(
                    layout
                        .Blocks.OfType<Block.Table>()
                        .SelectMany(t => t.Passages)
                        .SelectMany(p => Named(p.Text, layout.Words))
                )
                .FirstOrDefault()
                .Name
        );

    private MunicipalityName? Inferred(DocumentLayout layout, IReadOnlyList<Block> cover)
    {
        if (Known(MostNamed(layout, cover)) is not { } name)
        {
            return null;
        }

        _notes.Warn(
            NoteCode.MunicipalityInferred,
            Subject.Document,
            $"neither title nor headings say whose evaluation it is; {name.Name} was taken, which the text names most often"
        );
        return name;
    }

    // Votes put together by municipality, most first; names that are none are passed over.
    private static List<(MunicipalityName Name, double Weight)> Ranked(
        IEnumerable<(MunicipalityName? Name, double Weight)> votes
    ) =>
        [
            .. votes
                .Where(v => v.Name is not null)
                .GroupBy(v => v.Name!.Code ?? v.Name.Name, StringComparer.OrdinalIgnoreCase)
                .Select(g => (g.Last().Name!, g.Sum(v => v.Weight)))
                .OrderByDescending(v => v.Item2),
        ];

    private MunicipalityName? Known(MunicipalityName? name)
    {
        if (name is { Code: null })
        {
            _notes.Warn(
                NoteCode.MunicipalityUnknown,
                Subject.Document,
                $"{name.Name} is none of Sweden's 290 municipalities; the code was left empty"
            );
        }

        return name;
    }

    private MunicipalityName? Resolve(string name, string whole, WordStatistics words)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is < 2 or > LongestName)
        {
            return null;
        }

        if (
            (
                knowledge.Municipalities.FindByName(whole)
                ?? knowledge.Municipalities.FindByName(whole.TrimEnd('s', 'S'))
                ?? knowledge.Municipalities.FindByName(trimmed)
            ) is
            { } known
        )
        {
            return MunicipalityName.Of(known);
        }

        var proper = ProperCase(trimmed);
        // The genitive's s goes where the text also writes the name without it.
        var bare = proper.EndsWith('s') ? proper[..^1] : proper;
        return new MunicipalityName(
            null,
            bare != proper && words.Contains(bare.Split(' ')[^1]) ? bare : proper
        );
    }

    private static string ProperCase(string name) =>
        name.Any(char.IsLower)
            ? name
            : CultureInfo
                .GetCultureInfo("sv-SE")
                .TextInfo.ToTitleCase(name.ToLower(CultureInfo.GetCultureInfo("sv-SE")));

    // Headings and sentences that every report has and that name the municipality.
    private static IEnumerable<(string Text, double Weight)> Statements(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var text = block.Line?.Text ?? "";
            if (
                block is Block.Heading
                && (
                    text.Contains(
                        "i förhållande till Kommunkompassen",
                        StringComparison.OrdinalIgnoreCase
                    ) || text.Contains("Kortfakta om", StringComparison.Ordinal)
                )
            )
            {
                yield return (text, 2);
            }
            else if (UtvarderingAv().Match(text) is { Success: true } visit)
            {
                yield return (BeginningAt(text, visit.Index), 2);
            }
            else if (TablesShow().Match(text) is { Success: true } tables)
            {
                yield return (BeginningAt(text, tables.Index), 1);
            }
        }
    }

    // Characters of a sentence in which the name stands.
    private const int LongestStatement = 120;

    private static string BeginningAt(string text, int start) =>
        text[start..Math.Min(text.Length, start + LongestStatement)];

    // A page of a municipality names itself, with the word kommun or stad, more often than any other; its titles count most. On a report's cover without
    // a title only the evaluators' employers are left; the title of a web page is none of its cover.
    private MunicipalityName? MostNamed(DocumentLayout layout, IReadOnlyList<Block> cover)
    {
        var blocks = layout
            .Blocks.Except(
                cover.Where(b => b is not Block.Heading { Level: 1 }),
                ReferenceEqualityComparer.Instance
            )
            .Cast<Block>();
        return Ranked(
                blocks
                    .SelectMany((b, i) => TextsOf(b, i))
                    .SelectMany(t =>
                        Named(t.Text, layout.Words).Select(n => (n.Name, t.Weight * n.Weight))
                    )
            )
            .FirstOrDefault()
            .Name;
    }

    private IEnumerable<(MunicipalityName? Name, double Weight)> Named(
        string text,
        WordStatistics words
    ) =>
        KommunName()
            .Matches(text)
            .Select(m => (Resolve(m.Groups["name"].Value, m.Value, words), WeightOfKommun))
            .Concat(
                knowledge
                    .Municipalities.FindMentions(text)
                    .Select(m => ((MunicipalityName?)MunicipalityName.Of(m.Municipality), 1.0))
            );

    // "Ekdals kommun" tells more than "Ekdal".
    private const double WeightOfKommun = 3;

    // The title names whose page it is, whomever the text compares it with.
    private const int TitleWeight = 10;

    private static IEnumerable<(string Text, double Weight)> TextsOf(Block block, int index) =>
        block switch
        {
            Block.Heading { Level: 1 } h => [(h.Text.Text, TitleWeight)],
            Block.Heading h => [(h.Text.Text, index == 0 ? TitleWeight : 3)],
            Block.Paragraph p when index == 0 => [(p.Text.Text, TitleWeight)],
            Block.Paragraph p => [(p.Text.Text, 1)],
            Block.ItemList l => l.Items.Select(i => (i.Text.Text, 1.0)),
            _ => [],
        };

    // The title's; the host's own title may come before the cover's. Else the first of the cover that is no part of a date, then the year of the cover's or
    // the header's date.
    private static int? Year(string cover, Match? title, DocumentLayout layout)
    {
        return YearOf(title)
            ?? YearOf(
                TitleMatches(cover)
                    .FirstOrDefault(m =>
                        m.Groups["year"].Success
                        && m.Groups["name"]
                            .Value.Equals(
                                title?.Groups["name"].Value,
                                StringComparison.OrdinalIgnoreCase
                            )
                    )
            )
            ?? YearOf(BareYear().Match(cover))
            ?? Numbers.Years(cover).Select(y => (int?)y.Year).FirstOrDefault()
            ?? YearOf(
                layout.HostTitle is { } host ? TitleMatches(host.Text).FirstOrDefault() : null
            )
            ?? (
                layout.HeaderDate is { Length: 10 } date
                    ? int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture)
                    : null
            );

        static int? YearOf(Match? match) =>
            match?.Groups["year"] is { Success: true } year ? year.AsNumber() : null;
    }

    private static string? ReportDate(string cover, DocumentLayout layout)
    {
        if (IsoDate().Match(cover) is { Success: true } date)
        {
            return date.Value;
        }

        return layout.HeaderDate switch
        {
            { Length: 10 } iso => iso,
            // "150402"
            { Length: 6 } six => $"20{six[..2]}-{six[2..4]}-{six[4..]}",
            _ => null,
        };
    }

    private int? InferYear(
        MunicipalityName municipality,
        IReadOnlyList<Evaluator> evaluators,
        string file
    )
    {
        var slug = Corpus.Municipality.SlugOf(municipality.Name);
        foreach (
            var name in new[]
            {
                Path.GetFileNameWithoutExtension(file),
                Path.GetFileName(Path.GetDirectoryName(file)) ?? "",
            }
        )
        {
            var match = Regex.Match(
                Corpus.Municipality.SlugOf(name),
                $@"(?:^|-){Regex.Escape(slug)}-(?:kommun-|stad-)?(?<year>(?:19|20)\d\d)(?:$|-)",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
            if (match.Success)
            {
                return YearOf(match.Groups["year"].AsNumber(), $"the name \"{name}\"");
            }
        }

        var names = evaluators.Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var published = knowledge
            .Catalogue.Where(c =>
                c.MunicipalityCode is not null
                && c.MunicipalityCode == municipality.Code
                && c.Year is not null
            )
            .Where(c => c.EvaluatorNames.Count(names.Contains) >= 2)
            .ToList();
        return published.Count == 1
            ? YearOf(
                published[0].Year!.Value,
                "the catalogue of published evaluations, by its evaluators"
            )
            : null;
    }

    private int YearOf(int year, string from)
    {
        _notes.Warn(
            NoteCode.YearInferred,
            Subject.Document,
            $"the text states no year; {year} was taken from {from}"
        );
        return year;
    }

    // "2012", "mars 2017", "8-10 december 2009", "30 november - 2 december 2009"
    private const string YearBehind =
        @"(?:\s+(?:(?:\d{1,2}\s*[–-]\s*)?(?:\d{1,2}\s+)?"
        + Months
        + @"\s+(?:[–-]\s*\d{1,2}\s+"
        + Months
        + @"\s+)?)?(?<year>(?:19|20)\d\d)\b(?!-\d))?";

    private const string Months = "(?i:" + Patterns.Months + ")";

    // ANALYS AV / VÄSTERÅS STAD / 2012; Analys av Varbergs kommun
    [GeneratedRegex(
        @"(?i:analys\s+av)\s*[.:]?\s+(?!(?i:kommun\s?kompassen))(?<whole>(?<name>(?:(?i:region)[ ]+)?\p{Lu}[\p{L}-]*(?:[ ]\p{Lu}[\p{L}-]*){0,2}?)\s+(?i:kommun|stad)\b|(?<name>(?i:region)\s+\p{Lu}[\p{L}-]+))"
            + YearBehind,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleAfter();

    // KommunKompassen BORÅS STAD 2013 ANALYS AV.; not KommunKompassen SEPTEMBER 2011
    [GeneratedRegex(
        @"(?i:kommun\s?kompassen)\s+(?<whole>(?<name>(?:(?i:region)\s+)?\p{Lu}[\p{Lu}\p{L}-]*(?:[ ]\p{Lu}[\p{L}-]*){0,2}?)\s+(?i:kommun|stad)\b|(?<name>(?i:region)\s+\p{Lu}[\p{L}-]+)|(?!"
            + Months
            + @"\b)(?<name>\p{Lu}{2}[\p{Lu}-]+(?:[ ]\p{Lu}{2}[\p{Lu}-]+)?)(?=\s+(?:19|20)\d\d))"
            + YearBehind,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleBefore();

    // "2 Västerås stad i förhållande till", "Utvärderingen av Borås stad genomfördes", "Kortfakta om Västerås Stad", "visar Avesta kommuns resultat"
    [GeneratedRegex(
        @"(?:^\s*\d?\s*\.?\s*|[Uu]tvärderingen av |[Kk]ortfakta om |visar )(?<whole>(?<name>(?:Region )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2}?)(?: (?:kommuns?|stads?|Kommuns?|Stads?)\b|(?=\s+i förhållande|\s+genomfördes|\s*$)))"
    )]
    private static partial Regex Stated();

    [GeneratedRegex(@"Utvärderingen av \p{Lu}")]
    private static partial Regex UtvarderingAv();

    [GeneratedRegex(@"tabeller visar \p{Lu}")]
    private static partial Regex TablesShow();

    [GeneratedRegex(
        @"\b(?!(?:Vår|Varje|Denna|Din|Er|Ingen|Årets|Sveriges|En|Hela|Bästa|Kommunkompassen)\b)(?<name>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:kommun|stad|KOMMUN|STAD)\b"
    )]
    private static partial Regex KommunName();

    // a line with a year and nothing else, or a month and a year
    [GeneratedRegex(
        @"(?m)^\s*" + Months + @"?\s*(?<year>(?:19|20)\d\d)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BareYear();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")]
    private static partial Regex IsoDate();
}
