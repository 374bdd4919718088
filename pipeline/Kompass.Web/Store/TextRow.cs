using Kompass.Mining.Dataset.Queries;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>A text of the dataset: an item of a list, a remark, or a paragraph. What its place does not tell is null.</summary>
public sealed record TextRow
{
    public required TextPlace Place { get; init; }

    public required string Id { get; init; }

    public required string Report { get; init; }

    public string? MunicipalityCode { get; init; }

    public required string Municipality { get; init; }

    public int? Year { get; init; }

    public required string Edition { get; init; }

    public int? Area { get; init; }

    /// <summary><c>strength</c>, <c>improvement</c> or <c>weakness</c>.</summary>
    public string? Kind { get; init; }

    public int? Order { get; init; }

    public string? Rubric { get; init; }

    public required string Text { get; init; }

    public string? Question { get; init; }

    public string? Theme { get; init; }

    public string? Theme2 { get; init; }

    public double? QuestionProbability { get; init; }

    public double? ThemeProbability { get; init; }

    /// <summary>The second likeliest sub-question where the first is in doubt, else null.</summary>
    public string? QuestionOr { get; init; }

    /// <summary>The second likeliest theme where the first is in doubt, else null.</summary>
    public string? ThemeOr { get; init; }

    public double? Confidence { get; init; }

    public string? Certainty { get; init; }

    /// <summary>The model that gave the labels.</summary>
    public string? Labels { get; init; }

    public string? Document { get; init; }

    public string? File { get; init; }

    public int? Page { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>Left, top, right, bottom in points from the page's top left corner.</summary>
    public IReadOnlyList<double>? Box { get; init; }

    public string? Via { get; init; }

    /// <summary>The page that shows it in its document.</summary>
    public string Address =>
        $"/{AddressOf(Place)}/{string.Join('/', Id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The name of a place in the paths of its texts.</summary>
    public static string AddressOf(TextPlace place) =>
        place == TextPlace.Lists ? "findings" : StoreQueries.TableOf(place).Name;
}

/// <summary>Reads texts of a place.</summary>
internal static class TextRows
{
    /// <summary>The text of an id, or null.</summary>
    public static TextRow? Find(Snapshot snapshot, TextPlace place, string id) =>
        Where(snapshot, place, "t.id = $id", ("$id", id)).FirstOrDefault();

    /// <summary>The texts of a report, as they stand.</summary>
    public static IReadOnlyList<TextRow> OfReport(
        Snapshot snapshot,
        TextPlace place,
        string report
    ) => Where(snapshot, place, "t.report_id = $report", ("$report", report));

    /// <summary>The texts in rows of an index, in that order.</summary>
    public static IReadOnlyList<TextRow> At(
        Snapshot snapshot,
        TextPlace place,
        IReadOnlyList<int> rows
    )
    {
        // Row numbers, not text from outside.
        var list = string.Join(
            ',',
            rows.Select(r => (r + 1).ToString(CultureInfo.InvariantCulture))
        );
        return snapshot.Read(connection =>
        {
            var found = new Dictionary<long, TextRow>();
            using var command = Command(connection, place, $"t.rowid IN ({list})");
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found[reader.GetInt64(reader.GetOrdinal("row"))] = Read(reader, place);
            }

            return (IReadOnlyList<TextRow>)[.. rows.Select(r => found[r + 1])];
        });
    }

    private static IReadOnlyList<TextRow> Where(
        Snapshot snapshot,
        TextPlace place,
        string condition,
        params (string Name, object Value)[] values
    ) =>
        snapshot.Read(connection =>
        {
            using var command = Command(connection, place, condition);
            foreach (var (name, value) in values)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using var reader = command.ExecuteReader();
            var texts = new List<TextRow>();
            while (reader.Read())
            {
                texts.Add(Read(reader, place));
            }

            return texts;
        });

    private static SqliteCommand Command(
        SqliteConnection connection,
        TextPlace place,
        string condition
    )
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT t.*, t.rowid AS row, (SELECT d.file FROM documents d WHERE d.report_id = t.report_id AND d.id = t.source_document) AS file FROM {StoreQueries.TableOf(place).Name} t WHERE {condition} ORDER BY t.rowid";
        return command;
    }

    // What the place's table does not have is null.
    private static TextRow Read(SqliteDataReader reader, TextPlace place)
    {
        var table = StoreQueries.TableOf(place);
        return new TextRow
        {
            Place = place,
            Id = Text("id")!,
            Report = Text("report_id")!,
            MunicipalityCode = Text("municipality_code"),
            Municipality = Text("municipality_name")!,
            Year = Whole("year"),
            Edition = Text("edition")!,
            Area = Whole("area"),
            Kind = Text("kind"),
            Order = Whole("order"),
            Rubric = Text("rubric"),
            Text = Text("text")!,
            Question = Text("question"),
            Theme = Text("theme"),
            Theme2 = Text("theme2"),
            QuestionProbability = Number("question_probability"),
            ThemeProbability = Number("theme_probability"),
            Confidence = Number("confidence"),
            Certainty = Text("certainty"),
            Labels = Text("labels"),
            Document = Text("source_document"),
            Page = Whole("source_page"),
            Start = Whole("source_start"),
            End = Whole("source_end"),
            Box = Text("source_box") is { } box ? BoxOf(box) : null,
            Via = Text("source_via"),
            QuestionOr = Text("question_or"),
            ThemeOr = Text("theme_or"),
            File = reader["file"] as string,
        };

        string? Text(string column) => Value(column) as string;

        int? Whole(string column) => (int?)(Value(column) as long?);

        double? Number(string column) =>
            Value(column) is { } value
                ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
                : null;

        object? Value(string column) =>
            table.Columns.Any(c => c.Name == column) && reader[column] is not DBNull and var value
                ? value
                : null;
    }

    // "[56.7,120.1,300,142.5]"
    private static double[]? BoxOf(string text)
    {
        var numbers = text.Trim('[', ']')
            .Split(',')
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture))
            .ToArray();
        return numbers.Length == 4 ? numbers : null;
    }
}
