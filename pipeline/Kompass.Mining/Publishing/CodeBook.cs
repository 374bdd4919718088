using System.Text;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Publishing;

/// <summary>What every table and column means, from the one catalogue of them.</summary>
internal static class CodeBook
{
    /// <summary>The columns of the code book as a table.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["table", "column", "type", "required", "key", "refers_to", "svenska", "english"];

    /// <summary>The code book as a table: a row a table, then one a column.</summary>
    public static IEnumerable<object?[]> Rows()
    {
        foreach (var table in TableCatalogue.All)
        {
            yield return [table.Name, null, null, null, null, null, table.Swedish, table.English];
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
                    column.Swedish,
                    column.English,
                ];
            }
        }
    }

    /// <summary>In Swedish, as Markdown.</summary>
    public static string Swedish() =>
        Text(
            "# Kodbok",
            "Tomma celler är värden som saknas. Koder (kommun, län) är text, med inledande nollor.",
            ["kolumn", "typ", "betydelse", "hör ihop med"],
            t => t.Swedish,
            c => c.Swedish
        );

    /// <summary>In English, as Markdown.</summary>
    public static string English() =>
        Text(
            "# Code book",
            "Empty cells are values that are missing. Codes (municipality, county) are text, with leading zeros.",
            ["column", "type", "meaning", "refers to"],
            t => t.English,
            c => c.English
        );

    /// <summary>The name of a column's type in Table Schema.</summary>
    public static string TypeOf(Column column) =>
        column.Type switch
        {
            ColumnType.Text => "string",
            ColumnType.Integer => "integer",
            ColumnType.Number => "number",
            _ => "boolean",
        };

    private static string Text(
        string title,
        string preface,
        string[] head,
        Func<Table, string> ofTable,
        Func<Column, string> ofColumn
    )
    {
        var text = new StringBuilder(title).Append("\n\n").Append(preface).Append('\n');
        foreach (var table in TableCatalogue.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n{ofTable(table)}.\n\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"| {string.Join(" | ", head)} |\n|---|---|---|---|\n"
                );
            foreach (var column in table.Columns)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{column.Name}` | {TypeOf(column)}{(column.IsRequired ? " *" : "")} | {ofColumn(column).Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(", ", Refers(table, column))} |\n"
                );
            }
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> Refers(Table table, Column column) =>
        table
            .ForeignKeys.Where(f => f.Columns[^1] == column.Name)
            .Select(f => $"{f.Table}.{f.Referenced[^1]}");
}
