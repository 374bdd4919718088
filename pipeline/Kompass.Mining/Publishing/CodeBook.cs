using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Publishing;

/// <summary>What every table and column means, from the one catalogue of them.</summary>
internal static class CodeBook
{
    /// <summary>The columns of the code book as a table.</summary>
    public static IReadOnlyList<string> Columns => StoreRow<Line>.Columns;

    /// <summary>The code book as a table: a row a table, then one a column.</summary>
    public static IEnumerable<object?[]> Rows() => Lines().Select(StoreRow<Line>.Of);

    private static IEnumerable<Line> Lines()
    {
        foreach (var table in TableCatalogue.All)
        {
            yield return new Line(table.Name, Svenska: table.Swedish, English: table.English);
            foreach (var column in table.Columns)
            {
                yield return new Line(
                    table.Name,
                    column.Name,
                    TypeOf(column),
                    column.IsRequired ? 1 : 0,
                    table.Key.Contains(column.Name, StringComparer.Ordinal) ? 1 : 0,
                    string.Join(' ', Refers(table, column)),
                    string.Join(' ', column.Values.Select(v => v.Value)),
                    column.Swedish,
                    column.English
                );
                foreach (var value in column.Values)
                {
                    yield return new Line(
                        table.Name,
                        column.Name,
                        Values: value.Value,
                        Svenska: value.Swedish,
                        English: value.English
                    );
                }
            }
        }
    }

    // What the columns are called.
    private sealed record Line(
        string Table,
        string? Column = null,
        string? Type = null,
        long? Required = null,
        long? Key = null,
        string? RefersTo = null,
        string? Values = null,
        string? Svenska = null,
        string? English = null
    );

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
        (swedish, _) => swedish
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
        (_, english) => english
    );

    private static string Text(Wording wording)
    {
        var text = new StringBuilder(wording.Title)
            .Append("\n\n")
            .Append(wording.Preface.ReplaceLineEndings("\n"))
            .Append('\n');
        foreach (var table in TableCatalogue.All)
        {
            text.Append(
                    Invariant(
                        $"\n## {table.Name}\n\n{wording.Of(table.Swedish, table.English)}.\n\n"
                    )
                )
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
                    $"| `{column.Name}` | {TypeOf(column)}{(column.IsRequired ? " \\*" : "")}{key} | {Cell(wording.Of(column.Swedish, column.English))} | {string.Join(", ", Refers(table, column))} |\n"
                );
            }

            foreach (var column in table.Columns.Where(c => c.Values.Count > 0))
            {
                text.Append(Invariant($"\n`{column.Name}`:\n\n"));
                foreach (var value in column.Values)
                {
                    text.Append(
                        Invariant(
                            $"- `{value.Value}`: {wording.Of(value.Swedish, value.English)}\n"
                        )
                    );
                }
            }
        }

        text.Append(Invariant($"\n## {wording.Views}\n\n"));
        foreach (var view in StoreViews.Explained)
        {
            text.Append(Invariant($"- `{view.Name}`: {wording.Of(view.Swedish, view.English)}.\n"));
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
        Func<string, string, string> Of
    );

    private static IEnumerable<string> Refers(Table table, Column column) =>
        table
            .ForeignKeys.Where(f => f.Columns[^1] == column.Name)
            .Select(f => $"{f.Table}.{f.Referenced[^1]}");
}
