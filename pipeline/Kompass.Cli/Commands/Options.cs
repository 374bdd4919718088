using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kompass.Cli.Commands;

/// <summary>How results are written.</summary>
internal enum Format
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>JSON Lines.</summary>
    Json,

    /// <summary>CSV.</summary>
    Csv,
}

/// <summary><c>--json</c> and <c>--csv</c>.</summary>
internal sealed class FormatOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "JSON Lines" };

    public Option<bool> Csv { get; } = new("--csv") { Description = "CSV (RFC 4180)" };

    public Format Of(ParseResult result) =>
        result.GetValue(Json) ? Format.Json
        : result.GetValue(Csv) ? Format.Csv
        : Format.Table;
}

/// <summary><c>--limit N</c>: the most rows.</summary>
internal sealed class LimitRows
{
    public LimitRows() => Option.Validators.Add(r => Filters.Range(r, 1, int.MaxValue));

    public Option<int?> Option { get; } =
        new("--limit") { Description = "Most rows (default: all)", HelpName = "N" };

    public int? Of(ParseResult result) => result.GetValue(Option);
}

internal static class Filters
{
    /// <summary>Refuses a number out of range, naming the option.</summary>
    public static void Range(OptionResult result, int least, int most)
    {
        if (
            result.Tokens.Count == 1
            && int.TryParse(
                result.Tokens[0].Value,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var value
            )
            && (value < least || value > most)
        )
        {
            result.AddError(
                $"{result.Option.Name} takes a number from {least} to {most}, not {value}"
            );
        }
    }
}
