using Spectre.Console;

namespace Kompass.Cli;

/// <summary>Where a command writes: results to standard output, all else to standard error; colours and frames only where a person reads.</summary>
internal sealed class Terminal(
    TextWriter output,
    TextWriter error,
    bool outputIsTerminal,
    bool errorIsTerminal
)
{
    /// <summary>Standard output as it is, for JSON and CSV.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error as it is.</summary>
    public TextWriter Error => error;

    /// <summary>Standard output for tables and colours.</summary>
    public IAnsiConsole Out { get; } = Make(output, outputIsTerminal);

    /// <summary>Standard error for messages and progress.</summary>
    public IAnsiConsole Err { get; } = Make(error, errorIsTerminal);

    /// <summary>Whether results are piped: no colours, no frames, no cut lines.</summary>
    public bool IsPlain => !outputIsTerminal;

    /// <summary>Whether a person sees standard error.</summary>
    public bool ErrorIsTerminal => errorIsTerminal;

    public static Terminal System { get; } =
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>A terminal that nobody hears.</summary>
    public Terminal Quiet() => new(TextWriter.Null, TextWriter.Null, false, false);

    /// <summary>A message on standard error, one line; control characters, as file names may hold them, are shown as signs.</summary>
    public void Say(string message) => Error.WriteLine(Visible(message));

    /// <summary><c>1 row</c>, <c>2 rows</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="plural">What they are, ending in the s that one lacks.</param>
    public static string Counted(long count, string plural) =>
        $"{count} {(count == 1 ? plural[..^1] : plural)}";

    private static string Visible(string text) =>
        text.Any(char.IsControl)
            ? string.Concat(
                text.Select(c => char.IsControl(c) ? Invariant($"\\u{(int)c:x4}") : c.ToString())
            )
            : text;

    /// <summary>A table with a row an item, numbers as the invariant culture writes them: framed for people, tab-separated when piped.</summary>
    public void Table<T>(
        IEnumerable<T> items,
        params (string Head, Func<T, object?> Cell)[] columns
    ) =>
        Table(
            [.. columns.Select(c => c.Head)],
            items.Select(i =>
                columns
                    .Select(c => Convert.ToString(c.Cell(i), CultureInfo.InvariantCulture) ?? "")
                    .ToArray()
            )
        );

    /// <summary>The same of rows that are written already.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var shown = rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Visible)]);
        if (IsPlain)
        {
            Output.WriteLine(string.Join('\t', columns));
            foreach (var row in shown)
            {
                Output.WriteLine(string.Join('\t', row));
            }

            return;
        }

        new TableLayout(columns, [.. shown]).Write(Out);
    }

    private static IAnsiConsole Make(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
        if (!isTerminal)
        {
            console.Profile.Width = 4000;
        }

        return console;
    }
}

/// <summary>Progress that is told at once, on the thread that makes it.</summary>
internal sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
