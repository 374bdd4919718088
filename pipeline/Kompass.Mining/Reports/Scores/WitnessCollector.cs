using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Scores;

/// <summary>What a document states of scores.</summary>
/// <param name="Witnesses">Every place that states one.</param>
/// <param name="Tables">The tables of sub-questions of this evaluation.</param>
/// <param name="Notes">What was met and could not be read as a value.</param>
internal sealed record StatedScores(
    IReadOnlyList<Witness> Witnesses,
    IReadOnlyList<QuestionTable> Tables,
    IReadOnlyList<Note> Notes
);

/// <summary>The sub-questions of an area.</summary>
/// <param name="Area">Whose they are.</param>
/// <param name="Rows">Its sub-questions.</param>
/// <param name="Unclear">Codes of rows whose numbers could not be told apart, and codes that the instrument does not have.</param>
internal sealed record QuestionTable(
    int Area,
    IReadOnlyList<QuestionRow> Rows,
    IReadOnlyList<string> Unclear
)
{
    /// <summary>Codes of rows whose points were worked out (<see cref="QuestionCompletion"/>).</summary>
    public IReadOnlyList<string> WorkedOut { get; init; } = [];
}

/// <summary>Collects all witnesses: score boxes, summary tables, sums of the tables of sub-questions, charts, sentences, an appendix.</summary>
/// <param name="labels">The edition's labels.</param>
/// <param name="swedish">Number words.</param>
/// <param name="year">Of the evaluation, or null.</param>
/// <param name="namesAnother">Whether the head of a column names another municipality than the evaluated one, whose scores are not this one's earlier ones.</param>
/// <param name="namesOwn">Whether it names the evaluated one.</param>
internal sealed partial class WitnessCollector(
    EditionLabels labels,
    Swedish swedish,
    int? year,
    Func<string, bool> namesAnother,
    Func<string, bool> namesOwn
)
{
    private readonly List<Witness> _witnesses = [];
    private readonly List<QuestionTable> _tables = [];
    private readonly NoteList _notes = new();

    // Areas and what the tables of sub-questions state as their sums, wherever these stand.
    private readonly List<(int Area, decimal Value)> _sums = [];

    public StatedScores Collect(Sections sections)
    {
        foreach (var section in sections.Areas)
        {
            Boxes(section, null);
            foreach (var paragraph in section.Blocks.OfType<Block.Paragraph>())
            {
                InProse(section.Area, paragraph.Text, AreaInProse(), labels.Edition.Scale.AreaMax);
            }
        }

        List<Block> blocks =
        [
            .. sections
                .Cover.Concat(sections.Summary)
                .Concat(sections.Overview)
                .Concat(sections.Facts)
                .Concat(sections.Areas.SelectMany(a => a.Blocks)),
        ];
        _sums.AddRange(
            blocks
                .OfType<Block.QuestionTable>()
                .Where(q => q.Sum is not null)
                .Select(q => (q.Area, q.Sum!.Value.Value))
        );
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.QuestionTable questions:
                    Questions(questions);
                    break;
                case Block.SummaryTable table:
                    Summary(table.Series);
                    break;
                case Block.Figure figure:
                    Chart(figure);
                    break;
                default:
                    break;
            }
        }

        foreach (var paragraph in sections.Cover.Concat(sections.Summary).OfType<Block.Paragraph>())
        {
            InProse(Witness.Total, paragraph.Text, ProseTotal(), labels.Edition.Scale.TotalMax);
        }

        foreach (var text in sections.Cover.Concat(sections.Summary))
        {
            TitledTotal(text);
        }

        foreach (var appendix in sections.Appendices)
        {
            Appendix(appendix);
        }

        return new StatedScores(_witnesses, _tables, _notes.All);
    }

    private void Boxes(AreaSection section, int? appendixYear)
    {
        foreach (var scores in section.Blocks.OfType<Block.ScoreBox>().Select(b => b.Scores))
        {
            var via = appendixYear is null ? Via.RubricBox : Via.Appendix;
            if (scores.Count == 1 || scores.All(s => s.Year is not null))
            {
                foreach (var score in scores)
                {
                    var earlier =
                        (scores.Count == 1 ? appendixYear : null) ?? EarlierYear(score.Year);
                    Add(section.Area, earlier, score.Value, score.Text, via);
                }
            }
            else
            {
                // Several numbers and no year to each: the first is this evaluation's by custom, the others stay out.
                Add(section.Area, appendixYear, scores[0].Value, scores[0].Text, via);
                Unclear(
                    section.Area,
                    $"area {section.Area}: the score box has {scores.Count} numbers ({Listed(", ", scores.Select(s => s.Value))}) and no year for each; the first was taken as this evaluation's",
                    Source.Of(scores[1].Text.Place, via)
                );
            }
        }
    }

    private void Questions(Block.QuestionTable questions)
    {
        var at = _tables.FindIndex(t => t.Area == questions.Area);
        if (at < 0)
        {
            _tables.Add(new QuestionTable(questions.Area, questions.Rows, questions.Unclear));
        }
        else if (
            _tables[at]
                .Rows.Select(r => r.Code)
                .Intersect(questions.Rows.Select(r => r.Code), StringComparer.Ordinal)
                .Any()
        )
        {
            return;
        }
        else
        {
            // A table cut by a page: two parts of one.
            _tables[at] = _tables[at] with
            {
                Rows = [.. _tables[at].Rows, .. questions.Rows],
                Unclear = [.. _tables[at].Unclear, .. questions.Unclear],
            };
        }

        if (questions.Sum is { } sum)
        {
            Add(questions.Area, null, sum.Value, sum.Text, Via.ScoreTable);
        }
    }

    private void Summary(IReadOnlyList<SummarySeries> series)
    {
        // Where one column has the municipality's name, any other name before a year is that of another, whether it is known or not.
        var isByName = series.Any(s => namesOwn(s.Head));
        series =
        [
            .. series.Where(s =>
                !namesAnother(s.Head)
                && !(
                    isByName
                    && s.Kind == SummaryColumn.Year
                    && !namesOwn(s.Head)
                    && NameAndYear().IsMatch(s.Head)
                )
            ),
        ];
        var current = CurrentSeries(series);
        if (
            current?.Year is { } told
            && year is not null
            && told != year
            && BornOutBy(current) >= FewestBoxes
            && series.Where(s => s != current).ToList() is [{ Kind: SummaryColumn.Unknown } other]
        )
        {
            // The boxes bear out this column, so that the one year over two columns is the other's: the head of this evaluation is lost.
            series = [current, other with { Kind = SummaryColumn.Year, Year = told }];
        }

        foreach (var column in series)
        {
            if (column.Kind is SummaryColumn.Mean or SummaryColumn.Change)
            {
                continue;
            }

            if (ReferenceEquals(column, current))
            {
                AddSeries(column, null);
            }
            else if (column.Year is { } earlier)
            {
                AddSeries(column, earlier);
            }
            else
            {
                Unclear(
                    null,
                    $"a table of all areas has a column without a head ({Listed(" ", column.Areas.Values.Select(v => v.Value))}); it may be an earlier evaluation or a mean and was left out",
                    Source.Of(
                        Place.Span(column.Areas.Values.Select(v => v.Text.Place)),
                        Via.SummaryTable
                    )
                );
            }
        }
    }

    // The column of the report's year; else the one headed "Poäng"; else the latest year; else the first that agrees with the boxes, or the only one.
    private SummarySeries? CurrentSeries(IReadOnlyList<SummarySeries> series)
    {
        var own = series
            .Where(s => s.Kind is not (SummaryColumn.Mean or SummaryColumn.Change))
            .ToList();
        var known = Known.Count();
        return own.Find(s => s.Year is not null && s.Year == year)
            ?? own.Find(s => s.Kind == SummaryColumn.Current)
            ?? (
                known >= FewestBoxes
                && own.MaxBy(BornOutBy) is { } agreeing
                && BornOutBy(agreeing) * 2 > known
                    ? agreeing
                    : null
            )
            ?? (known == 0 ? own.FindAll(s => s.Year is not null).MaxBy(s => s.Year) : null)
            ?? (known == 0 || own is [{ Year: null }] ? own.FirstOrDefault() : null);
    }

    // Fewer scores of areas may agree with a column by chance.
    private const int FewestBoxes = 3;

    // The areas' scores that stand elsewhere than in a table of all areas.
    private IEnumerable<(int Area, decimal Value)> Known =>
        _witnesses
            .Where(w => w.Year is null && w.Area > 0)
            .Select(w => (w.Area, w.Value))
            .Concat(_sums);

    // How many of the areas' scores that are known already a column has.
    private int BornOutBy(SummarySeries column) =>
        Known.Count(k => column.Areas.TryGetValue(k.Area, out var value) && value.Value == k.Value);

    private void AddSeries(SummarySeries column, int? earlier)
    {
        foreach (var (area, value) in column.Areas)
        {
            Add(area, earlier, value.Value, value.Text, Via.SummaryTable);
        }

        if (column.Total is { } total)
        {
            Add(Witness.Total, earlier, total.Value, total.Text, Via.SummaryTable);
        }
    }

    private void Chart(Block.Figure figure)
    {
        if (figure.Numbers.Count == labels.Edition.Areas.Count)
        {
            _witnesses.AddRange(
                figure.Numbers.Select(
                    (n, i) => new Witness(i + 1, null, n.Value, n.Place, Via.Chart)
                )
            );
        }

        if (ChartTotal().Match(figure.Title.Text) is { Success: true } title)
        {
            Charted(figure.Title, title.Groups["total"]);
        }
    }

    private void Charted(Passage title, Group total) =>
        Add(Witness.Total, null, Numbers.Parse(total.Value), title.Slice(total), Via.Chart);

    // "Borås stad 2013 - 525 p" above a chart that is a picture.
    private void TitledTotal(Block block)
    {
        if (
            block.Line is { } text
            && TitleTotal().Match(text.Text) is { Success: true } title
            && title.Groups["year"].Value == year?.ToString(CultureInfo.InvariantCulture)
            && !namesAnother(title.Groups["name"].Value)
        )
        {
            Charted(text, title.Groups["points"]);
        }
    }

    // Only sentences that say whose points they are: "totalt 650 poäng", "650 av 800 möjliga poäng". Means, earlier years and others' points say so too.
    private void InProse(int area, Passage prose, Regex pattern, decimal max)
    {
        foreach (var sentence in Sentences.Split(prose, swedish))
        {
            foreach (Match match in pattern.Matches(sentence.Text))
            {
                var group = match.Groups["points"];
                var value = int.TryParse(
                    group.ValueSpan,
                    CultureInfo.InvariantCulture,
                    out var figure
                )
                    ? figure
                    : SwedishNumbers.Of(group.Value, swedish);
                if (value is { } points && points <= max && !OtherTotal().IsMatch(sentence.Text))
                {
                    Add(area, null, points, sentence.Slice(group), Via.Prose);
                }
            }
        }
    }

    private void Appendix(AppendixSection appendix)
    {
        foreach (var section in appendix.Areas)
        {
            if (appendix.Year is { } earlier)
            {
                Boxes(section, earlier);
            }
        }

        if (appendix.Year is null && appendix.Areas.Count > 0)
        {
            Unclear(
                null,
                $"the areas come a second time, with figures of another evaluation whose year is not told; they were left out",
                null
            );
        }
    }

    private static string Listed(string separator, IEnumerable<decimal> values) =>
        string.Join(separator, values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    private int? EarlierYear(int? columnYear) =>
        columnYear is null || year is null || columnYear == year ? null : columnYear;

    private void Add(int area, int? earlier, decimal value, Passage text, string via) =>
        _witnesses.Add(new Witness(area, earlier, value, text.Place, via, text.Confidence));

    private void Unclear(int? area, FormattableString message, Source? source) =>
        _notes.Warn(NoteCode.PreviousUnclear, new Subject(About.Previous, area), message, source);

    [GeneratedRegex(
        @"(?<name>(?:\p{Lu}[\p{L}-]*\s+){1,3})(?i:kommun|stad)\s+(?<year>(?:19|20)\d\d)\s*[-–]\s*(?<points>\d{3})\s*(?:p|poäng)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleTotal();

    // "Borås stad 2013-525 p", "Avesta kommun - 404 p"
    [GeneratedRegex(@"(?<!\d)(?<total>\d{2,3})\s*(?:p|poäng)\b\.?\s*$")]
    private static partial Regex ChartTotal();

    [GeneratedRegex(
        @"(?:totalt|sammanlagt|sammantaget|totalpoäng(?:en)?|slutresultat(?:et)?|når(?: upp)?(?: till)?|uppnår|får|fick|erhåller|hamnar på|blev|är|samlar(?: ihop)?)\s+(?:\p{Ll}+\s+){0,3}?(?<!\bav\s+(?:(?:de|totalt|maximal[ta])\s+)?)(?<points>\d{3}|\p{Ll}+hundra\p{Ll}*)(?:\s+poäng|\s+p\b|\s+av\s+(?:de\s+|totalt\s+|maximalt\s+|maximala\s+)?[1-9]00|\s+(?:\p{Ll}+\s+){0,2}poäng)",
        Patterns.AnyCase
    )]
    private static partial Regex ProseTotal();

    // "Området får 58 poäng", "Området får femtioåtta poäng av hundra möjliga", "Inom detta område når kommunen 56 av 100 poäng", "Sammantaget ger detta 64 poäng"
    [GeneratedRegex(
        @"(?:^|[.!?]\s+)(?:Området\s+(?:når|nådde|uppnår|får|fick|erhåller)|(?:Inom|I)\s+(?:detta\s+)?området?\s+(?:når|nådde|uppnår|får|fick|erhåller)\s+(?:kommunen|staden)|Sammantaget\s+ger\s+det(?:ta)?)\s+(?:totalt\s+|sammanlagt\s+)?(?<points>\d{1,3}|\p{Ll}{3,30})\s+(?:poäng\b(?!\s+(?:fler|mer|mindre|färre|bättre|sämre|högre|lägre|över|under))|av\s+(?:100|hundra)\b)"
    )]
    private static partial Regex AreaInProse();

    [GeneratedRegex(
        @"medel|målet|minst|genomsnitt|snittet|högsta|rekord|riket|kommuner(?:na)? som|förra|föregående|tidigare|senaste|jämfört|jämförelse|för\s+\d{4}|(?:19|20)\d\d|(?<!\bav\s+)maximal|möjlig(?:a)?\s+(?:total)?poäng(?:en)?\s+är|lägga|för (?-i:\p{Lu})",
        Patterns.AnyCase
    )]
    private static partial Regex OtherTotal();

    // "Ekdal 2013", "Norra Ekdal 2013"
    [GeneratedRegex(@"^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s+(?:19|20)\d\d$")]
    private static partial Regex NameAndYear();
}
