namespace Kompass.Mining.Layout.Lists;

/// <summary>A list of an area while it is read.</summary>
internal sealed class ListColumn(FindingKind kind)
{
    public FindingKind Kind { get; } = kind;

    /// <summary>Its items so far.</summary>
    public List<ListItem> Items { get; } = [];

    /// <summary>The last of them, or null.</summary>
    public ListItem? Last => Items.Count == 0 ? null : Items[^1];
}

/// <summary>An item as it was put together: its pieces in order.</summary>
internal sealed class ListItem
{
    /// <summary>All of its words.</summary>
    public List<ListToken> Tokens { get; } = [];

    /// <summary>Where they stand: numbers of stretches, and of the first word and the one after the last in each.</summary>
    public List<(int Stretch, int From, int To)> Parts { get; } = [];

    /// <summary>How probable all of its borders are.</summary>
    public double Probability { get; private set; } = 1;

    /// <summary>How probable its column is.</summary>
    public double ColumnProbability { get; private set; } = 1;

    /// <summary>Whether it begins as the rest of an item whose beginning was not found.</summary>
    public bool LacksStart { get; set; }

    /// <summary>Whether another column was possible for any of it.</summary>
    public bool WasShared { get; private set; }

    public void Add(int number, Stretch stretch, ListPiece piece)
    {
        for (var i = piece.From; i < piece.To; i++)
        {
            Tokens.Add(stretch.Tokens[i]);
        }

        Parts.Add((number, piece.From, piece.To));
        Probability *= piece.Probability;
        ColumnProbability = Math.Min(ColumnProbability, piece.ColumnProbability);
        WasShared |= stretch.Columns.Count > 1;
    }
}
