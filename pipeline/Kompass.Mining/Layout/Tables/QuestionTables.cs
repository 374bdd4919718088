namespace Kompass.Mining.Layout.Tables;

/// <summary>Finds tables of sub-questions among rows of cells: <c>1.1 | wording | 14 | 15 | 93%</c>, in whatever cells code, wording and numbers stand.</summary>
internal static partial class QuestionTables
{
    /// <summary>The tables that a block holds, one after the other; none where it is no table of sub-questions.</summary>
    public static IReadOnlyList<Block.QuestionTable> Of(Block.Table table, EditionLabels labels)
    {
        var tables = new QuestionTableBuilder(labels);
        var goesOn = false;
        var rows = table.Rows.Select(r => CellsOf(r, labels)).ToList();
        var hasCodes = rows.Any(r => r.Exists(c => Code().IsMatch(c.Text)));
        // Where no row has a code, the wordings below a head tell; or without one, as behind a page break, where the maximum points bear them out.
        var uncoded = hasCodes ? null : AreaOfRows(rows, labels.Edition);
        foreach (var cells in rows)
        {
            if (CodeIn(cells) is { } code)
            {
                Add(tables, code, cells);
                goesOn = true;
            }
            else if (Heads(cells, labels) is { Count: >= 2 } heads)
            {
                tables.Head(heads);
                goesOn = false;
                uncoded = hasCodes
                    ? null
                    : cells
                        .SelectMany(c => labels.FindAll(c.Text))
                        .Select(h => h.Area)
                        .FirstOrDefault(a => a is not null)
                        ?? uncoded;
            }
            else if (
                cells is [{ Text: var name }, .. var numbers]
                && labels.AreaOf(name) is { } named
                && (
                    tables.Sum([.. numbers.SelectMany(RowNumbers.In)], named)
                    || (!hasCodes && named != uncoded)
                )
            )
            {
                // The next area's rows, in a table of all; its own name again may stand before its sum.
                uncoded = hasCodes ? null : named;
                goesOn = false;
            }
            else if (uncoded is { } area && AddByWording(tables, labels.Edition.Area(area), cells))
            {
                goesOn = false;
            }
            else if (
                cells.Count(c => c.Text.Any(char.IsLetter)) > 1
                || !tables.Sum([.. cells.SelectMany(RowNumbers.In)])
            )
            {
                // The wording goes on below its row.
                if (goesOn && cells is [var rest] && rest.Text.Any(char.IsLetter))
                {
                    tables.GoOn(rest);
                }
            }
        }

        return [.. tables.Tables()];
    }

    // What stands in a row; "Område 1 | 1.1 …" without the area's name beside its first row.
    private static List<Passage> CellsOf(Row row, EditionLabels labels)
    {
        var cells = row.Cells.Where(c => !c.Text.IsBlank).Select(c => c.Text).ToList();
        return
            cells.Count > 1
            && Code().IsMatch(cells[1].Text)
            && labels.AreaOf(cells[0].Text) is not null
            ? cells[1..]
            : cells;
    }

    /// <summary>Whether a row heads a table of sub-questions, whether or not rows of it were found below.</summary>
    public static bool IsHead(Row row, EditionLabels labels) =>
        Heads([.. row.Cells.Select(c => c.Text)], labels).Count >= 2;

    // The cell that begins with the code, with nothing but numbers before it.
    private static Passage? CodeIn(List<Passage> cells) =>
        cells.SkipWhile(c => !Code().IsMatch(c.Text) && RowNumbers.In(c).Any()).FirstOrDefault()
            is { } cell
        && Code().IsMatch(cell.Text)
            ? cell
            : null;

    private static void Add(QuestionTableBuilder tables, Passage coded, List<Passage> cells)
    {
        var code = Code().Match(coded.Text);
        var others = cells.ConvertAll(c =>
            ReferenceEquals(c, coded) ? c.Slice(code.Length, c.Text.Length) : c
        );
        var numbers = others.SelectMany(RowNumbers.In).ToList();
        var wording = Passage.Join(" ", others.Where(c => !c.IsBlank && !RowNumbers.In(c).Any()));
        if (
            numbers.Count == 0
            && WordingThenNumbers().Match(wording.Text) is { Success: true } both
        )
        {
            var at = both.Groups["numbers"].Index;
            numbers = [.. RowNumbers.In(wording.Slice(at, wording.Text.Length))];
            wording = wording.Slice(0, at).Trim();
        }

        tables.Row(
            $"{code.Groups["area"].Value}.{code.Groups["number"].Value}",
            coded.Slice(0, code.Length).Trim(),
            wording,
            numbers
        );
    }

    private static int? AreaOfRows(List<List<Passage>> rows, Edition edition) =>
        rows.Select(r => (Wording: WordingOf(r), Numbers: r.SelectMany(RowNumbers.In).ToList()))
            .Where(r => r.Numbers.Count > 1)
            .Select(r =>
                edition
                    .Areas.Where(a =>
                        QuestionWording.Next(r.Wording.Text, a.Questions, null) is { } code
                        && edition.FindQuestion(code)?.Max == Numbers.Points(r.Numbers[1].Text)
                    )
                    .ToList()
            )
            .Where(areas => areas.Count == 1)
            .CountBy(areas => areas[0].Number)
            .Where(a => a.Value >= QuestionWording.FewestRows)
            .Select(a => (int?)a.Key)
            .FirstOrDefault();

    private static Passage WordingOf(List<Passage> cells) =>
        Passage.Join(" ", cells.Where(c => !RowNumbers.In(c).Any()));

    private static bool AddByWording(QuestionTableBuilder tables, Area area, List<Passage> cells)
    {
        var numbers = cells.SelectMany(RowNumbers.In).ToList();
        var wording = WordingOf(cells);
        if (
            numbers.Count < 2
            || QuestionWording.Next(wording.Text, area.Questions, tables.LastCode) is not { } code
        )
        {
            return false;
        }

        tables.Row(code, Passage.Empty, wording, numbers);
        return true;
    }

    private static List<ScoreColumn> Heads(List<Passage> cells, EditionLabels labels) =>
        [.. cells.SelectMany(c => HeadsIn(c.Text, labels.Edition.Headings)).Distinct()];

    private static IEnumerable<ScoreColumn> HeadsIn(string cell, ReportHeadings headings)
    {
        if (ColumnHeads.Of(cell, headings) is { } single)
        {
            return [single];
        }

        // Several heads in one cell, after the area's name or alone.
        return WordStart()
                .Matches(cell)
                .Select(m => ColumnHeads.Read(cell, m.Index, headings))
                .FirstOrDefault(c => c.Count >= 2)
                ?.Select(c => c.Column)
            ?? [];
    }

    [GeneratedRegex(@"(?<!\S)\S")]
    private static partial Regex WordStart();

    // "1.1", "2. 3", "4.6 Hur bedrivs kommunens ledarutveckling?"
    [GeneratedRegex(
        @"^\s*" + QuestionCode.AreaDigit + @"\s?\.\s?" + QuestionCode.NumberDigit + @"(?![\d.,])\s*"
    )]
    private static partial Regex Code();

    // "… medarbetare? 14 15 93 %", "… som ”attraktiv arbetsgivare”. 16 20 80 %"
    [GeneratedRegex(
        @"[?.”""\p{Ll})]\s+(?<numbers>\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?(?:(?:\s+|\s*(?:av|/)\s*|\s*\()\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?\)?){1,2})\s*$"
    )]
    private static partial Regex WordingThenNumbers();
}
