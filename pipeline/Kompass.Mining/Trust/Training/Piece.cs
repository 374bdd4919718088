namespace Kompass.Mining.Trust.Training;

/// <summary>What a piece of a made report is.</summary>
internal enum PieceKind
{
    Title,
    Chapter,
    Area,
    Rubric,
    Paragraph,
    Box,
    Findings,
    Questions,
    Summary,
}

/// <summary>A piece of a made report, in the order in which it is printed. It is changed to do damage.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">Its words, where it is no table.</param>
/// <param name="rows">Rows of cells; lines of a cell are items.</param>
internal sealed class Piece(PieceKind kind, string text, params string[][] rows)
{
    public PieceKind Kind { get; } = kind;

    public string Text { get; set; } = text;

    public List<string[]> Rows { get; private init; } = [.. rows];

    /// <summary>The items of a cell.</summary>
    public static string[] Items(string cell) =>
        cell.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text in lines.</summary>
    /// <param name="text">Words with blanks between them.</param>
    /// <param name="isFull">Whether letters of such a number, blanks between the last two words left out, are more than a line holds.</param>
    public static IEnumerable<string> Lines(string text, Func<int, bool> isFull)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && isFull(line.Length + word.Length))
            {
                yield return line;
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>Another one of the same content.</summary>
    public Piece Copy() => new(Kind, Text) { Rows = [.. Rows.Select(r => (string[])[.. r])] };

    /// <summary>Changes all words.</summary>
    public void Map(Func<string, string> change)
    {
        Text = Changed(Text);
        foreach (var row in Rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Changed(row[i]);
            }
        }

        string Changed(string text) =>
            string.Join(
                '\n',
                text.Split('\n')
                    .Select(line =>
                        string.Join(' ', line.Split(' ').Select(change).Where(w => w.Length > 0))
                    )
            );
    }
}
