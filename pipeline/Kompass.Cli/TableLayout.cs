using Spectre.Console;

namespace Kompass.Cli;

/// <summary>
/// A table in the room that a window has: framed; else without a frame; else as a list, a few lines a row. Words are never broken: what has several gives way, the longest
/// text first.
/// </summary>
internal sealed class TableLayout(
    IReadOnlyList<string> heads,
    IReadOnlyList<IReadOnlyList<string>> rows
)
{
    // What a frame takes of every column, and its last line.
    private const int Frame = 3;

    // A text in less takes more lines than a list does.
    private const int NarrowText = 24;

    // Longer ones stand on a line of their own in a list.
    private const int LongText = 40;

    public void Write(IAnsiConsole console)
    {
        // The last column of a window is left free: some terminals break the line there.
        var room = console.Profile.Width - 1;
        if (WidthsWithin(room - (Frame * heads.Count) - 1) is { } framed)
        {
            Write(console, framed, TableBorder.Rounded, 1, 1);
        }
        else if (WidthsWithin(room - (2 * heads.Count)) is { } open)
        {
            Write(console, open, TableBorder.None, 0, 2);
        }
        else if (WidthsWithin(room - heads.Count) is { } tight)
        {
            Write(console, tight, TableBorder.None, 0, 1);
        }
        else
        {
            WriteList(console, room);
        }
    }

    // How wide each column is, or null where words would be broken.
    private int[]? WidthsWithin(int room)
    {
        var whole = WidthsBy(text => text.Length);
        var least = WidthsBy(text =>
            Math.Max(text.Split(' ').Max(w => w.Length), Math.Min(text.Length, NarrowText))
        );
        var over = whole.Sum() - room;
        while (over > 0)
        {
            var giving = Enumerable
                .Range(0, whole.Length)
                .Where(i => whole[i] > least[i])
                .OrderByDescending(i => whole[i])
                .FirstOrDefault(-1);
            if (giving < 0)
            {
                return null;
            }

            whole[giving]--;
            over--;
        }

        return whole;
    }

    private int[] WidthsBy(Func<string, int> width) =>
        [.. heads.Select((h, i) => rows.Select(r => width(r[i])).Append(width(h)).Max())];

    private void Write(IAnsiConsole console, int[] widths, TableBorder border, int left, int right)
    {
        var table = new Table().Border(border).BorderColor(Color.Grey);
        for (var i = 0; i < heads.Count; i++)
        {
            var at = i;
            var column = new TableColumn(
                new Markup(
                    Markup.Escape(heads[i]),
                    border == TableBorder.None ? new Style(decoration: Decoration.Underline) : null
                )
            )
                .Width(widths[i])
                .Padding(left, 0, right, 0);
            table.AddColumn(rows.All(r => IsNumber(r[at])) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private void WriteList(IAnsiConsole console, int room)
    {
        foreach (var row in rows)
        {
            console.MarkupLine($"[bold]{Markup.Escape(row[0])}[/]");
            var pairs = heads
                .Zip(row)
                .Skip(1)
                .Where(p => p.Second.Length > 0)
                .Select(p => (Text: $"{p.First} {p.Second}", IsLong: p.Second.Length > LongText))
                .ToList();
            Lines(pairs.Where(p => !p.IsLong).Select(p => p.Text), room)
                .Concat(pairs.Where(p => p.IsLong).Select(p => p.Text))
                .ToList()
                .ForEach(line =>
                    console.Write(new Padder(new Text(line), new Padding(2, 0, 0, 0)))
                );
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<string> pairs, int room)
    {
        var line = "";
        foreach (var pair in pairs)
        {
            if (line.Length > 0 && line.Length + pair.Length + 5 > room)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? " · " + pair : pair;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    // "12", "-3.5", "61.0 %", "–"; a cell without a value stands with the numbers.
    private static bool IsNumber(string cell) =>
        cell.All(c => char.IsAsciiDigit(c) || "+-–., %".Contains(c, StringComparison.Ordinal));
}
