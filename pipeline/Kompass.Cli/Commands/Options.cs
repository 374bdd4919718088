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
    public Option<bool> Json { get; } = Options.Flag("--json", "JSON Lines");

    public Option<bool> Csv { get; } = Options.Flag("--csv", "CSV (RFC 4180)");

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
            Refuse(result, result.Tokens.Select(t => t.Value), problem)
        );
        return option;
    }

    /// <summary>Refuses a number out of range, naming the option.</summary>
    public static Option<T> Within<T>(this Option<T> option, int least, int most) =>
        option.Unless(text =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            && (value < least || value > most)
                ? $"{option.Name} takes a number from {least} to {most}, not {value}"
                : null
        );

    /// <summary>Refuses those of an option's values that a rule has something against.</summary>
    public static void Refuse(
        OptionResult result,
        IEnumerable<string> values,
        Func<string, string?> problem
    )
    {
        foreach (var message in values.Select(problem).OfType<string>())
        {
            result.AddError(message);
        }
    }

    /// <summary>The command with these options too.</summary>
    public static Command With(this Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        return command;
    }

    /// <summary>The command, doing this.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, int> run)
    {
        command.SetAction((result, cancellation) => Task.FromResult(run(result, cancellation)));
        return command;
    }
}
