using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Says of tables of which only cells are known (of text, of web pages, of pages without a report's usual geometry) what they are. What Layout knew already is
/// left as it is.
/// </summary>
internal static class TableRecogniser
{
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
        var read = new List<Block>();
        var findings = new FindingsTables(labels, words);
        var open = -1;
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.FindingsTable known:
                    open = read.Count;
                    findings.Met(known);
                    read.Add(known);
                    break;
                case Block.Table table when ScoreBoxes.Of(table, labels) is { } box:
                    Begin(ofArea: true);
                    read.Add(box);
                    break;
                case Block.Table table
                    when QuestionTables.Of(table, labels) is { Count: > 0 } questions:
                    Begin(ofArea: false);
                    read.AddRange(questions);
                    break;
                case Block.Table table when SummaryTables.Of(table, labels) is { } summary:
                    read.Add(form == DocumentForm.Page ? table : summary);
                    break;
                case Block.Table table
                    when findings.Read(
                        table,
                        open < 0 ? null : (Block.FindingsTable)read[open],
                        open == read.Count - 1
                    )
                        is var (found, goesOn):
                    if (goesOn)
                    {
                        read[open] = found;
                    }
                    else
                    {
                        open = read.Count;
                        read.Add(found);
                    }

                    break;
                default:
                    if (BeginsPartOfArea(block, labels) is { } ofArea)
                    {
                        Begin(ofArea);
                    }

                    read.Add(block);
                    break;
            }
        }

        return read;

        void Begin(bool ofArea)
        {
            findings.Begin(ofArea);
            open = -1;
        }
    }

    // True where a part of an area begins, false where another part of a report does, null where none does.
    private static bool? BeginsPartOfArea(Block block, EditionLabels labels) =>
        block switch
        {
            Block.ScoreBox => true,
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
