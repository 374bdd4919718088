using System.CommandLine.Parsing;

namespace Kompass.Cli;

/// <summary>What a word may have been meant to be.</summary>
internal static class Misspelling
{
    // Of so many letters one may be wrong; two that changed places are two, and words of five letters may have them.
    private const int LettersAnEdit = 3;
    private const int LettersForTwo = 5;

    // Which is named first where none is near.
    private const int MostReports = 5;

    /// <summary>Behind a message on an unknown word: <c>; did you mean nightly?</c>, or nothing where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } near ? $"; did you mean {near}?" : "";

    /// <summary>The reports that an id without its year, or a misspelt one, may mean.</summary>
    public static IReadOnlyList<string> ReportsLike(string id, IReadOnlyList<string> ids)
    {
        var name = id.Split('-')[0];
        var holding = ids.Where(n => n.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return holding.Count > 0 ? [.. holding.Take(MostReports)]
            : Nearest(id, ids) is { } near ? [near]
            : [];
    }

    /// <summary>What is wrong with a command's name or an option's, or null where both are known.</summary>
    public static string? Of(string[] arguments, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            return word switch
            {
                // A command of an earlier version, for scripts and habits.
                "themes" when command is RootCommand =>
                    "kompass themes is gone: kompass counts --by theme kind counts the same, with base and interval",
                "help" => "kompass --help lists the commands; kompass COMMAND --help tells of one",
                _ when !word.StartsWith('-') =>
                    $"there is no command {word}{Hint(word, command.Subcommands.Select(c => c.Name))}",
                _ => UnknownOption(arguments, parsed),
            };
        }

        return UnknownOption(arguments, parsed);
    }

    // A parser takes it for a value where any are expected.
    private static string? UnknownOption(string[] arguments, ParseResult parsed)
    {
        var known = OptionsOf(parsed.CommandResult)
            .SelectMany(o => o.Aliases.Prepend(o.Name))
            .Where(n => n.StartsWith("--", StringComparison.Ordinal))
            .ToList();
        var unknown = arguments
            .TakeWhile(a => a != "--")
            .Where(a => a.StartsWith("--", StringComparison.Ordinal))
            .Select(a => a.Split('=', ':')[0])
            .FirstOrDefault(a => !known.Contains(a, StringComparer.Ordinal));
        return unknown is null
            ? null
            : $"there is no option {unknown}{Hint(unknown, known)} (what begins with hyphens and is none: --text=--word, or for files after --)";
    }

    private static IEnumerable<Option> OptionsOf(CommandResult command) =>
        command.Command.Options.Concat(
            command.Parent is CommandResult parent ? OptionsOf(parent).Where(o => o.Recursive) : []
        );

    private static string? Nearest(string word, IEnumerable<string> known)
    {
        var plain = word.ToLowerInvariant();
        return known
            .Select(k =>
                (
                    Name: k,
                    Edits: EditDistance.Within(
                        plain,
                        k.ToLowerInvariant(),
                        Math.Max(plain.Length < LettersForTwo ? 1 : 2, plain.Length / LettersAnEdit)
                    )
                )
            )
            .Where(k => k.Edits is not null)
            .OrderBy(k => k.Edits)
            .Select(k => k.Name)
            .FirstOrDefault();
    }
}
