using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Publishing;

/// <summary>What every table and column means, from the one catalogue of them.</summary>
internal static class CodeBook
{
    /// <summary>The columns of the code book as a table.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["table", "column", "type", "required", "key", "refers_to", "values", "svenska", "english"];

    /// <summary>The code book as a table: a row a table, then one a column.</summary>
    public static IEnumerable<object?[]> Rows()
    {
        foreach (var table in TableCatalogue.All)
        {
            yield return
            [
                table.Name,
                null,
                null,
                null,
                null,
                null,
                null,
                table.Swedish,
                table.English,
            ];
            foreach (var column in table.Columns)
            {
                yield return
                [
                    table.Name,
                    column.Name,
                    TypeOf(column),
                    column.IsRequired ? 1L : 0L,
                    table.Key.Contains(column.Name, StringComparer.Ordinal) ? 1L : 0L,
                    string.Join(' ', Refers(table, column)),
                    string.Join(' ', column.Values.Select(v => v.Value)),
                    column.Swedish,
                    column.English,
                ];
                foreach (var value in column.Values)
                {
                    yield return
                    [
                        table.Name,
                        column.Name,
                        null,
                        null,
                        null,
                        null,
                        value.Value,
                        value.Swedish,
                        value.English,
                    ];
                }
            }
        }
    }

    /// <summary>In Swedish, as Markdown.</summary>
    public static string Swedish() => Text(InSwedish);

    /// <summary>In English, as Markdown.</summary>
    public static string English() => Text(InEnglish);

    /// <summary>The name of a column's type in Table Schema.</summary>
    public static string TypeOf(Column column) =>
        column.Type switch
        {
            ColumnType.Text => "string",
            ColumnType.Integer => "integer",
            ColumnType.Number => "number",
            _ => "boolean",
        };

    private static readonly Wording InSwedish = new(
        "# Kodbok",
        """
        Tomma celler är värden som saknas. Koder (kommun, län) är text, med inledande nollor. `*` efter typen: varje rad har ett värde. *nyckel*: de kolumner
        som tillsammans pekar ut en rad. Under en tabell står vad värdena betyder i kolumner som bara har några få.
        """,
        ["kolumn", "typ", "betydelse", "hör ihop med"],
        ", *nyckel*",
        "Vyer i `kompass.db`",
        t => t.Swedish,
        c => c.Swedish,
        v => v.Swedish,
        v => v.Swedish
    );

    private static readonly Wording InEnglish = new(
        "# Code book",
        """
        Empty cells are values that are missing. Codes (municipality, county) are text, with leading zeros. `*` after the type: every row has a value. *key*: the
        columns that together name a row. Below a table stands what the values mean of columns that have a few only.
        """,
        ["column", "type", "meaning", "refers to"],
        ", *key*",
        "Views of `kompass.db`",
        t => t.English,
        c => c.English,
        v => v.English,
        v => v.English
    );

    private static string Text(Wording wording)
    {
        var text = new StringBuilder(wording.Title)
            .Append("\n\n")
            .Append(wording.Preface.ReplaceLineEndings("\n"))
            .Append('\n');
        foreach (var table in TableCatalogue.All)
        {
            text.Append(Invariant($"\n## {table.Name}\n\n{wording.OfTable(table)}.\n\n"))
                .Append(
                    CultureInfo.InvariantCulture,
                    $"| {string.Join(" | ", wording.Head)} |\n|---|---|---|---|\n"
                );
            foreach (var column in table.Columns)
            {
                var key = table.Key.Contains(column.Name, StringComparer.Ordinal)
                    ? wording.Key
                    : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{column.Name}` | {TypeOf(column)}{(column.IsRequired ? " \\*" : "")}{key} | {Cell(wording.OfColumn(column))} | {string.Join(", ", Refers(table, column))} |\n"
                );
            }

            foreach (var column in table.Columns.Where(c => c.Values.Count > 0))
            {
                text.Append(Invariant($"\n`{column.Name}`:\n\n"));
                foreach (var value in column.Values)
                {
                    text.Append(Invariant($"- `{value.Value}`: {wording.OfValue(value)}\n"));
                }
            }
        }

        text.Append(Invariant($"\n## {wording.Views}\n\n"));
        foreach (var view in StoreViews.Explained)
        {
            text.Append(Invariant($"- `{view.Name}`: {wording.OfView(view)}.\n"));
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    // What of the book differs by language.
    private sealed record Wording(
        string Title,
        string Preface,
        string[] Head,
        string Key,
        string Views,
        Func<Table, string> OfTable,
        Func<Column, string> OfColumn,
        Func<ColumnValue, string> OfValue,
        Func<(string Name, string Swedish, string English), string> OfView
    );

    private static IEnumerable<string> Refers(Table table, Column column) =>
        table
            .ForeignKeys.Where(f => f.Columns[^1] == column.Name)
            .Select(f => $"{f.Table}.{f.Referenced[^1]}");
}
