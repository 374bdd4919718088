namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>Where a word truly stands: its column and the number of its item there, from 0; both -1 for what belongs to no item.</summary>
internal readonly record struct TruePlace(int Column, int Item);

/// <summary>A stretch of generated lists.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Places">Where each truly stands, by its first character.</param>
/// <param name="Columns">Columns that are possible to a reader.</param>
/// <param name="AfterBreak">As for <see cref="Stretch"/>.</param>
/// <param name="BeforeBreak">As for <see cref="Stretch"/>.</param>
internal sealed record GeneratedStretch(
    string Text,
    IReadOnlyDictionary<int, TruePlace> Places,
    IReadOnlyList<int> Columns,
    bool AfterBreak,
    bool BeforeBreak
)
{
    /// <summary>What a reader gets.</summary>
    public Stretch ToStretch() => new(ListToken.In(Text), Columns, AfterBreak, BeforeBreak);
}

/// <summary>The lists of one area of a generated report.</summary>
/// <param name="Kinds">Its columns.</param>
/// <param name="Stretches">Their words as a transcript has them.</param>
/// <param name="Items">Number of items in each column.</param>
internal sealed record GeneratedArea(
    IReadOnlyList<FindingKind> Kinds,
    IReadOnlyList<GeneratedStretch> Stretches,
    IReadOnlyList<int> Items
)
{
    /// <summary>What a reader gets.</summary>
    public IReadOnlyList<Stretch> ToStretches() => [.. Stretches.Select(s => s.ToStretch())];
}

/// <summary>A generated report: its lists, and how it writes words elsewhere.</summary>
internal sealed record GeneratedLists(
    ListSetting Setting,
    IReadOnlyList<GeneratedArea> Areas,
    WordStatistics Words
);
