namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Says of tables of which only cells are known (of text, of web pages, of pages without a report's usual geometry) what they are. What Layout knew already is
/// left as it is.
/// </summary>
internal sealed class TableRecogniser(EditionLabels labels, WordStatistics words)
{
    private readonly FindingsTables _findings = new(labels, words);
    private readonly List<Block> _read = [];
    private int? _open;

    /// <summary>
    /// The blocks with every table that a report has as what it is; a findings table that goes on below others is one block. What the figures beside areas mean
    /// on a page only the words around them tell: there such tables stay rows of cells.
    /// </summary>
    public static IReadOnlyList<Block> Recognise(
        IReadOnlyList<Block> blocks,
        DocumentForm form,
        EditionLabels labels,
        WordStatistics words
    )
    {
        var recogniser = new TableRecogniser(labels, words);
        for (var i = 0; i < blocks.Count; )
        {
            var (block, count) =
                ColumnwiseTables.At(blocks, i, labels)
                ?? OneOfTwo(blocks, i, labels)
                ?? (blocks[i], 1);
            recogniser.Take(block, form);
            i += count;
        }

        return ListsByPlace.Read(recogniser._read, labels);
    }

    // The head of a table of sub-questions alone, and what stands below it; a table of all areas, and behind a page break its next area.
    private static (Block Block, int Count)? OneOfTwo(
        IReadOnlyList<Block> blocks,
        int at,
        EditionLabels labels
    )
    {
        return
            at + 1 < blocks.Count
            && blocks[at] is Block.Table { Rows: [.., var last] } above
            && blocks[at + 1] is Block.Table { Rows: [var first, ..] } below
            && (
                above.Rows.Count == 1
                    ? QuestionTables.IsHead(last, labels) && !QuestionTables.IsHead(first, labels)
                    : AreaIn(last) is { } area
                        && AreaIn(first) == area + 1
                        && last.Cells.Count == first.Cells.Count
            )
            ? (above with { Rows = [.. above.Rows, .. below.Rows] }, 2)
            : null;

        int? AreaIn(Row row) => labels.AreaOf(row.Text(0));
    }

    private void Take(Block block, DocumentForm form)
    {
        switch (block)
        {
            case Block.Table table when ScoreBoxes.Of(table, labels) is { } box:
                Add(box);
                break;
            case Block.Paragraph
            or Block.Heading when form == DocumentForm.Report && TakeLine(block):
                break;
            case Block.ItemList list
                when form == DocumentForm.Report
                    && SummaryTables.Of(list, Above, labels) is { } scores:
                Add(scores);
                break;
            case Block.Table table when AreaMatrix.Of(table, labels, words) is { } matrix:
                _read.AddRange(matrix.Findings);
                Take(matrix.Rest, form);
                break;
            case Block.Table table
                when QuestionTables.Of(table, labels) is { Count: > 0 } questions:
                foreach (var part in questions)
                {
                    Add(part);
                }

                // The areas' own rows stay what the words around them tell.
                if (form == DocumentForm.Page && NamesAreas(table))
                {
                    Add(table);
                }

                break;
            case Block.Table table when SummaryTables.Of(table, Above, labels) is { } summary:
                Add(form == DocumentForm.Page ? table : summary);
                break;
            case Block.Table table when AreaOpenedBy(table, labels) is not null:
                Add(table);
                break;
            case Block.Table table
                when _findings.Read(table, _open == _read.Count - 1) is var (found, goesOn):
                AddFindings(found, goesOn);
                break;
            default:
                Add(block);
                break;
        }
    }

    private Passage Above =>
        _read is [.., Block.Paragraph or Block.Heading]
            ? _read[^1].Passages.First()
            : Passage.Empty;

    // A line that states points: of a sub-question behind its heading, of an area by themselves or behind its name.
    private bool TakeLine(Block block)
    {
        var line = block.Passages.First();
        if (ScoredHeadings.Of(line, labels.Edition) is var (wording, points))
        {
            Add(wording);
            _read.Add(points);
        }
        else if (ScoreBoxes.Of(line, labels) is { } box)
        {
            Add(box);
        }
        else if (
            block is Block.Heading heading
            && ScoreBoxes.BehindName(line, labels) is var (name, score)
        )
        {
            Add(heading with { Text = name });
            Add(score);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void AddFindings(Block found, bool goesOn)
    {
        if (goesOn)
        {
            _read[_open!.Value] = found;
        }
        else
        {
            _open = _read.Count;
            _read.Add(found);
        }
    }

    private bool NamesAreas(Block.Table table) =>
        table.Rows.Any(r => labels.AreaOf(r.Text(0)) is not null);

    private void Add(Block block)
    {
        if (BeginsPartOfArea(block, labels) is { } ofArea)
        {
            _findings.Begin(ofArea);
            _open = null;
        }
        else if (block is Block.FindingsTable findings)
        {
            _findings.Met(findings);
            _open = _read.Count;
        }

        _read.Add(block);
    }

    /// <summary>The area whose heading is the first cell of a table, as on the sheets of a workbook: "Område 3 Politisk styrning | Poäng"; null where several areas or none are named.</summary>
    public static int? AreaOpenedBy(Block.Table table, EditionLabels labels)
    {
        var areas = table
            .Rows.Where(r => EditionLabels.BeginsAsArea(r.Text(0)))
            .Select(r => labels.AreaOf(r.Text(0)))
            .OfType<int>()
            .ToList();
        return areas is [var only] && EditionLabels.BeginsAsArea(table.Rows[0].Text(0))
            ? only
            : null;
    }

    // True where a part of an area begins, false where another part of a report does, null where none does.
    private static bool? BeginsPartOfArea(Block block, EditionLabels labels) =>
        block switch
        {
            Block.ScoreBox => true,
            Block.Table table when AreaOpenedBy(table, labels) is not null => true,
            Block.QuestionTable => false,
            Block.Heading heading => labels
                .Lookup(heading.Text.Text)
                .Select(l =>
                    l switch
                    {
                        Label.AreaName or Label.General or Label.RubricHeading => true,
                        Label.ChapterHeading or Label.Appendix => false,
                        _ => (bool?)null,
                    }
                )
                .FirstOrDefault(),
            _ => null,
        };
}
