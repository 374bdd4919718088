using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

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

    /// <summary>Reads them.</summary>
    /// <param name="layout">The document.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="file">Its path or name, which may tell the year where nothing else does.</param>
    /// <param name="isPage">Whether it is a web page, which has no cover: whom it is about, it names most often.</param>
    public Identity Read(DocumentLayout layout, Sections sections, string file, bool isPage)
    {
        var cover = CoverText(sections.Cover);
        var title = TitleMatch(cover) ?? TitleMatch(layout.HostTitle?.Text ?? "");
        var notes = new List<Note>();
        var municipality = Municipality(layout, sections.Cover, title, isPage, notes);
        // A page has no cover; PageYear reads its year.
        var year = isPage ? null : Year(cover, title, layout);
        var date = isPage ? null : ReportDate(cover, layout);
        var evaluators = isPage
            ? []
            : new EvaluatorReader(knowledge).Read(CoverLines(sections.Cover), municipality?.Name);
        if (year is null && municipality is not null && !isPage)
        {
            year = InferYear(municipality, evaluators, file, notes);
        }

        return new Identity(municipality, year, date, evaluators, notes);
    }

    /// <summary>The identity with the year that the file's name or the catalogue tells, where one does.</summary>
    public Identity WithYearOfFile(Identity identity, string file)
    {
        var notes = identity.Notes.ToList();
        return
            identity.Municipality is { } municipality
            && InferYear(municipality, identity.Evaluators, file, notes) is { } year
            ? identity with
            {
                Year = year,
                Notes = notes,
            }
            : identity;
    }

    private static string CoverText(IReadOnlyList<Block> cover) =>
        string.Join(
            '\n',
            cover
                .Select(b =>
                    b switch
                    {
                        Block.Heading h => h.Text.Text,
                        Block.Paragraph p => p.Text.Text,
                        _ => "",
                    }
                )
                .Where(t => t.Length > 0)
        );

    // "VÄSTERÅS STAD", "REGION GOTLAND", "Varbergs kommun", with or without a year or a month and a year after it
    private static Match? TitleMatch(string cover)
    {
        var match = TitleAfter().Match(cover);
        return match.Success ? match
            : TitleBefore().Match(cover) is { Success: true } before ? before
            : null;
    }

    private MunicipalityName? Municipality(
        DocumentLayout layout,
        IReadOnlyList<Block> cover,
        Match? title,
        bool isPage,
        List<Note> notes
    )
    {
        var votes = new Dictionary<string, (double Weight, MunicipalityName Name)>(
            StringComparer.OrdinalIgnoreCase
        );
        if (title is not null)
        {
            Vote(title, 4);
        }

        foreach (var (text, weight) in Statements(layout.Blocks))
        {
            var match = Stated().Match(text);
            if (match.Success)
            {
                Vote(match, weight);
            }
        }

        if (votes.Count == 0 || isPage)
        {
            var page = MostNamed(layout, isPage ? [] : cover);
            if (page is not null)
            {
                NoteUnknown(page, notes);
                if (!isPage)
                {
                    notes.Add(
                        new Note(
                            NoteCode.MunicipalityInferred,
                            Severity.Warning,
                            About.Document,
                            null,
                            null,
                            $"neither title nor headings say whose evaluation it is; {page.Name} was taken, which the text names most often",
                            null
                        )
                    );
                }

                return page;
            }

            if (votes.Count == 0)
            {
                return null;
            }
        }

        var ranked = votes.Values.OrderByDescending(v => v.Weight).ToList();
        var best = ranked[0].Name;
        if (ranked.Count > 1 && ranked[1].Weight >= 4)
        {
            notes.Add(
                new Note(
                    NoteCode.MunicipalityDiffers,
                    Severity.Warning,
                    About.Document,
                    null,
                    null,
                    $"title and text name different municipalities: {string.Join(", ", ranked.Select(r => r.Name.Name))}; {best.Name} was taken",
                    null
                )
            );
        }

        NoteUnknown(best, notes);
        return best;

        void Vote(Match named, double weight)
        {
            var found = Resolve(
                named.Groups["name"].Value,
                named.Groups["whole"].Value,
                layout.Words
            );
            if (found is null)
            {
                return;
            }

            var key = found.Code ?? found.Name;
            votes[key] = (votes.TryGetValue(key, out var v) ? v.Weight + weight : weight, found);
        }
    }

    private static void NoteUnknown(MunicipalityName name, List<Note> notes)
    {
        if (name.Code is null)
        {
            notes.Add(
                new Note(
                    NoteCode.MunicipalityUnknown,
                    Severity.Warning,
                    About.Document,
                    null,
                    null,
                    $"{name.Name} is none of Sweden's 290 municipalities; the code was left empty",
                    null
                )
            );
        }
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
            var text = block switch
            {
                Block.Heading h => h.Text.Text,
                Block.Paragraph p => p.Text.Text,
                _ => "",
            };
            if (
                text.Contains(
                    "i förhållande till Kommunkompassen",
                    StringComparison.OrdinalIgnoreCase
                )
                && block is Block.Heading
            )
            {
                yield return (text, 2);
            }
            else if (
                text.Contains("Kortfakta om", StringComparison.Ordinal)
                && block is Block.Heading
            )
            {
                yield return (text, 2);
            }
            else if (UtvarderingAv().Match(text) is { Success: true } visit)
            {
                yield return (text[visit.Index..Math.Min(text.Length, visit.Index + 120)], 2);
            }
            else if (TablesShow().Match(text) is { Success: true } tables)
            {
                yield return (text[tables.Index..Math.Min(text.Length, tables.Index + 120)], 1);
            }
        }
    }

    // A page of a municipality names itself, with the word kommun or stad, more often than any other; its titles count most. On a report's cover without
    // a title only the evaluators' employers are left.
    private MunicipalityName? MostNamed(DocumentLayout layout, IReadOnlyList<Block> cover)
    {
        var blocks = layout.Blocks.Except(cover, ReferenceEqualityComparer.Instance).Cast<Block>();
        var votes = new Dictionary<string, (int Weight, MunicipalityName Name)>(
            StringComparer.Ordinal
        );
        foreach (var (text, weight) in blocks.SelectMany((b, i) => TextsOf(b, i)))
        {
            foreach (Match match in KommunName().Matches(text))
            {
                Vote(Resolve(match.Groups["name"].Value, match.Value, layout.Words), 3 * weight);
            }

            foreach (var mention in knowledge.Municipalities.FindMentions(text))
            {
                Vote(MunicipalityName.Of(mention.Municipality), weight);
            }
        }

        return votes.Count == 0 ? null : votes.Values.OrderByDescending(v => v.Weight).First().Name;

        void Vote(MunicipalityName? name, int weight)
        {
            if (name is not null)
            {
                var key = name.Code ?? name.Name;
                votes[key] = (votes.TryGetValue(key, out var v) ? v.Weight + weight : weight, name);
            }
        }
    }

    // The title names whose page it is, whomever the text compares it with.
    private const int TitleWeight = 10;

    private static IEnumerable<(string Text, int Weight)> TextsOf(Block block, int index) =>
        block switch
        {
            Block.Heading { Level: 1 } h => [(h.Text.Text, TitleWeight)],
            Block.Heading h => [(h.Text.Text, index == 0 ? TitleWeight : 3)],
            Block.Paragraph p when index == 0 => [(p.Text.Text, TitleWeight)],
            Block.Paragraph p => [(p.Text.Text, 1)],
            Block.ItemList l => l.Items.Select(i => (i.Text.Text, 1)),
            _ => [],
        };

    private static int? Year(string cover, Match? title, DocumentLayout layout)
    {
        if (title?.Groups["year"] is { Success: true } year)
        {
            return int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        }

        // Else the first year of the cover that is no part of a date, then the year of the cover's or the header's date.
        if (BareYear().Match(cover) is { Success: true } bare)
        {
            return int.Parse(bare.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        }

        if (Numbers.Years(cover).Select(y => (int?)y.Year).FirstOrDefault() is { } any)
        {
            return any;
        }

        if (
            layout.HostTitle is { } host
            && TitleMatch(host.Text)?.Groups["year"] is { Success: true } hostYear
        )
        {
            return int.Parse(hostYear.ValueSpan, CultureInfo.InvariantCulture);
        }

        return layout.HeaderDate is { Length: 10 } date
            ? int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture)
            : null;
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

    private static List<string> CoverLines(IReadOnlyList<Block> blocks) =>
        [
            .. blocks.SelectMany(b =>
                b switch
                {
                    Block.Heading h => h.Text.Text.Split('\n'),
                    Block.Paragraph p => p.Text.Text.Split('\n'),
                    _ => [],
                }
            ),
        ];

    private int? InferYear(
        MunicipalityName municipality,
        IReadOnlyList<Evaluator> evaluators,
        string file,
        List<Note> notes
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
                return Inferred(
                    int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
                    $"the name \"{name}\"",
                    notes
                );
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
            ? Inferred(
                published[0].Year!.Value,
                "the catalogue of published evaluations, by its evaluators",
                notes
            )
            : null;
    }

    private static int Inferred(int year, string from, List<Note> notes)
    {
        notes.Add(
            new Note(
                NoteCode.YearInferred,
                Severity.Warning,
                About.Document,
                null,
                null,
                $"the text states no year; {year} was taken from {from}",
                null
            )
        );
        return year;
    }

    // ANALYS AV / VÄSTERÅS STAD / 2012; Analys av Varbergs kommun
    [GeneratedRegex(
        @"(?i:analys\s+av)\s*[.:]?\s+(?!(?i:kommun\s?kompassen))(?<whole>(?<name>(?:(?i:region)[ ]+)?\p{Lu}[\p{L}-]*(?:[ ]\p{Lu}[\p{L}-]*){0,2}?)\s+(?i:kommun|stad)\b|(?<name>(?i:region)\s+\p{Lu}[\p{L}-]+))(?:\s+(?:(?i:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+)?(?<year>(?:19|20)\d\d)\b(?!-\d))?",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex TitleAfter();

    // KommunKompassen BORÅS STAD 2013 ANALYS AV.
    [GeneratedRegex(
        @"(?i:kommun\s?kompassen)\s+(?<whole>(?<name>(?:(?i:region)\s+)?\p{Lu}[\p{Lu}\p{L}-]*(?:[ ]\p{Lu}[\p{L}-]*){0,2}?)\s+(?i:kommun|stad)\b|(?<name>(?i:region)\s+\p{Lu}[\p{L}-]+)|(?<name>\p{Lu}{2}[\p{Lu}-]+(?:[ ]\p{Lu}{2}[\p{Lu}-]+)?)(?=\s+(?:19|20)\d\d))(?:\s+(?:(?i:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+)?(?<year>(?:19|20)\d\d)\b(?!-\d))?",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex TitleBefore();

    // "2 Västerås stad i förhållande till", "Utvärderingen av Borås stad genomfördes", "Kortfakta om Västerås Stad", "visar Avesta kommuns resultat"
    [GeneratedRegex(
        @"(?:^\s*\d?\s*\.?\s*|[Uu]tvärderingen av |[Kk]ortfakta om |visar )(?<whole>(?<name>(?:Region )?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2}?)(?: (?:kommuns?|stads?|Kommuns?|Stads?)\b|(?=\s+i förhållande|\s+genomfördes|\s*$)))",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Stated();

    [GeneratedRegex(@"Utvärderingen av \p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UtvarderingAv();

    [GeneratedRegex(@"tabeller visar \p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TablesShow();

    [GeneratedRegex(
        @"\b(?!(?:Vår|Varje|Denna|Din|Er|Ingen|Årets|Sveriges|En|Hela|Bästa)\b)(?<name>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:kommun|stad)\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex KommunName();

    // a line with a year and nothing else, or a month and a year
    [GeneratedRegex(
        @"(?mi)^\s*(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)?\s*(?<year>(?:19|20)\d\d)\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex BareYear();

    [GeneratedRegex(
        @"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex IsoDate();
}
