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
    public Option<bool> Json { get; } = Options.Flag("--json", "JSON Lines");

    public Option<bool> Csv { get; } = Options.Flag("--csv", "CSV (RFC 4180)");

    public FormatOptions() =>
        Csv.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetResult(Json) is { Implicit: false })
            {
                result.AddError("--json or --csv, not both");
            }
        });

    public Format Of(ParseResult result) =>
        result.GetValue(Json) ? Format.Json
        : result.GetValue(Csv) ? Format.Csv
        : Format.Table;
}

/// <summary>Declares options and commands, and what is refused of their values.</summary>
internal static class Options
{
    /// <summary>An option that is given or not.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description };

    /// <summary>An option with a value; null, or the type's zero, where it is not given.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="value">What stands for the value in the help.</param>
    /// <param name="description">What it does.</param>
    public static Option<T> Of<T>(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    /// <summary>An option with a value that it has where it is not given.</summary>
    /// <inheritdoc cref="Of{T}(string, string, string)"/>
    public static Option<T> Of<T>(string name, string value, string description, T otherwise) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            DefaultValueFactory = _ => otherwise,
        };

    /// <summary><c>--out</c>, which <c>--output</c> means too.</summary>
    public static Option<string?> Out(string value, string description) =>
        new("--out", "--output") { Description = description, HelpName = value };

    /// <summary>Refuses values of which a rule says why they are none; the rule gives null for the others.</summary>
    public static Option<T> Unless<T>(this Option<T> option, Func<string, string?> problem)
    {
        option.Validators.Add(result =>
        {
            foreach (var message in result.Tokens.Select(t => problem(t.Value)).OfType<string>())
            {
                result.AddError(message);
            }
        });
        return option;
    }

    /// <summary>Takes whole numbers of a range; whatever else is given is refused with what was expected.</summary>
    public static Option<T> Within<T>(this Option<T> option, int least, int most) =>
        option.Unless(text =>
            int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value >= least
            && value <= most
                ? null
                : $"{option.Name} takes a number from {least}{(most == int.MaxValue ? "" : $" to {most}")}, not {text}"
        );

    /// <summary>Takes some words only.</summary>
    public static Option<string> Among(this Option<string> option, IEnumerable<string> known) =>
        option.Unless(text =>
            known.Contains(text, StringComparer.Ordinal) ? null : NotAmong(option.Name, known, text)
        );

    /// <summary>An option that takes one of a closed set of values, by name in any case.</summary>
    /// <inheritdoc cref="Of{T}(string, string, string, T)"/>
    public static Option<T> OneOf<T>(string name, string value, string description, T otherwise)
        where T : struct, Enum
    {
        var option = Of(name, value, description, otherwise);
        option.CustomParser = result => Named<T>(name, result, result.Tokens[^1].Value);
        return option;
    }

    /// <summary>An option that takes several values, one by one or parted by commas.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="value">What stands for a value in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="read">Reads one; what is none it refuses.</param>
    public static Option<T[]> Several<T>(
        string name,
        string value,
        string description,
        Func<ArgumentResult, string, T> read
    ) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => [.. ValuesOf(result.Tokens).Select(v => read(result, v))],
        };

    /// <summary>The same of a closed set of values, by name in any case.</summary>
    public static Option<T[]> Several<T>(string name, string value, string description)
        where T : struct, Enum =>
        Several(name, value, description, (result, word) => Named<T>(name, result, word));

    /// <summary>The values that tokens hold, parted by commas.</summary>
    public static IEnumerable<string> ValuesOf(IEnumerable<Token> tokens) =>
        tokens.SelectMany(t =>
            t.Value.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        );

    /// <summary>The value that a word names, in any case; a word that names none is refused.</summary>
    // Enum.Parse would take several in one word for one value made of bits.
    public static T Named<T>(string name, ArgumentResult result, string word)
        where T : struct, Enum
    {
        var known = Enum.GetNames<T>();
        // LimitPassed is hard to read without its capitals; then all have theirs.
        var shown = known.Any(n => n.Skip(1).Any(char.IsUpper))
            ? known
            : Array.ConvertAll(known, n => n.ToLowerInvariant());
        return known.Contains(word, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(word, ignoreCase: true)
            : Refused<T>(result, NotAmong(name, shown, word))!;
    }

    /// <summary>No value, and why.</summary>
    public static T? Refused<T>(ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return default;
    }

    /// <summary>What is said of a word that is none of a few.</summary>
    public static string NotAmong(string name, IEnumerable<string> known, string given) =>
        $"{name} takes {string.Join(", ", known)}, not {given}";

    public static Command With(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        return command;
    }

    public static Command Does(
        this Command command,
        Func<ParseResult, CancellationToken, int> run
    ) => command.Does((result, cancellation) => Task.FromResult(run(result, cancellation)));

    public static Command Does(
        this Command command,
        Func<ParseResult, CancellationToken, Task<int>> run
    )
    {
        command.SetAction(run);
        return command;
    }
}
