namespace Kompass.Mining.Layout;

/// <summary>Tells whether findings stand below an area's name, which then heads its section in a report.</summary>
internal static class FindingsBelow
{
    /// <summary>Whether the blocks below a name come to a list of findings before they come to another area.</summary>
    public static bool In(IEnumerable<Block> below, EditionLabels labels)
    {
        return below
                .Select(b =>
                    b switch
                    {
                        Block.FindingsTable => true,
                        Block.Table table
                            when table.Rows.Any(r => r.Cells.Any(c => Heads(c.Text))) => true,
                        Block.Heading heading when Heads(heading.Text) => true,
                        Block.Heading heading when AreaOf(heading, labels) is not null => false,
                        _ => (bool?)null,
                    }
                )
                .FirstOrDefault(found => found is not null) == true;

        bool Heads(Passage text) => labels.ListHeading(text.Text) is not null;
    }

    /// <summary>The area that a heading names, with its score or without it; null where it names none.</summary>
    public static int? AreaOf(Block.Heading heading, EditionLabels labels) =>
        labels.AreaOfHeading(ScoreLine.Of(heading.Text, labels)?.Name.Text ?? heading.Text.Text);
}
