namespace Kompass.Web.Views;

/// <summary>What every table and column of the dataset means.</summary>
public sealed record CodebookView() : View("Kodbok", "Code book")
{
    /// <summary>The dataset's tables.</summary>
    public IReadOnlyList<Table> All => TableCatalogue.All;

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "columns",
                All.SelectMany(t => t.Columns.Select(c => (Table: t, Column: c))),
                ("table", x => x.Table.Name),
                ("column", x => x.Column.Name),
                ("type", x => x.Column.Type.ToString().ToLowerInvariant()),
                ("required", x => x.Column.IsRequired),
                ("key", x => x.Table.Key.Contains(x.Column.Name, StringComparer.Ordinal)),
                ("swedish", x => x.Column.Swedish),
                ("english", x => x.Column.English)
            ),
            ViewTables.Of(
                "values",
                All.SelectMany(t =>
                    t.Columns.SelectMany(c => c.Values.Select(v => (Table: t, Column: c, Value: v)))
                ),
                ("table", x => x.Table.Name),
                ("column", x => x.Column.Name),
                ("value", x => x.Value.Value),
                ("swedish", x => x.Value.Swedish),
                ("english", x => x.Value.English)
            ),
        ];

    internal static CodebookView Load(ViewRequest request) => new();
}
