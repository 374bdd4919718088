using System.CommandLine.Parsing;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Microsoft.Data.Sqlite;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The filters that all query commands share. Each takes several values, parted by commas or given again; years, areas and populations take ranges.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> _municipality = Several(
        "--municipality",
        "NAME",
        "Names or codes"
    );

    private readonly Option<bool> _known = Options.Flag(
        "--known",
        "Only municipalities of the 290, none that are invented"
    );

    private readonly Option<NumberRange[]> _year = Ranges(
        "--year",
        "YEARS",
        "Years: 2013, 2010-2014, 2012-",
        1990,
        2100
    );

    private readonly Option<string[]> _edition = Several(
        "--edition",
        "EDITION",
        "Editions: 2002, 2010, 2016, 2020"
    );

    private readonly Option<string[]> _county = Several(
        "--county",
        "COUNTY",
        "Counties, by name or code"
    );

    private readonly Option<string[]> _group = Several(
        "--group",
        "GROUP",
        "Groups of municipalities (SKL 2011), by number or name"
    );

    private readonly Option<NumberRange[]> _population = Ranges(
        "--population",
        "RANGE",
        "Inhabitants: 50000-100000, 100000-",
        0,
        int.MaxValue
    );

    private readonly Option<NumberRange[]> _area = Ranges(
        "--area",
        "AREAS",
        "Areas: 3, 1-4",
        1,
        99
    );

    private readonly Option<FindingKind[]> _kind = Options.Several<FindingKind>(
        "--kind",
        "KIND",
        "strength, improvement, weakness"
    );

    private readonly Option<string[]> _question = Several(
        "--question",
        "CODE",
        "Sub-questions, as 1.4; 1.0 is the area as a whole"
    );

    private readonly Option<string[]> _theme = Several(
        "--theme",
        "CODE",
        "Themes, by code (kompass counts --by theme lists them); a second one that an analyst has given counts too"
    );

    private static readonly string[] Certainties = ["certain", "label", "text"];

    private readonly Option<string[]> _certainty = Options.Several(
        "--certainty",
        "WHAT",
        "certain, label (a label is in doubt), text (text or list is in doubt)",
        (result, word) =>
            Certainties.Contains(word, StringComparer.OrdinalIgnoreCase)
                ? word.ToLowerInvariant()
                : Options.Refused<string>(
                    result,
                    Options.NotAmong("--certainty", Certainties, word)
                )!
    );

    private readonly Option<SearchQuery?> _text = new("--text")
    {
        HelpName = "WORDS",
        Description =
            "Words that must occur, in any form and within compounds of known words; \"as written\", AND, OR, NOT (or -word), NEAR(a b, 5), begin*",
        CustomParser = result =>
        {
            try
            {
                return SearchQuery.Parse(result.Tokens[^1].Value);
            }
            catch (SearchException e)
            {
                return Options.Refused<SearchQuery>(result, $"--text {e.Message}");
            }
        },
    };

    /// <summary>The filters of reports: what scores can be asked by.</summary>
    public IEnumerable<Option> OfReports =>
        [_municipality, _known, _year, _edition, _county, _group, _population, _area];

    /// <summary>What points can be asked by.</summary>
    public IEnumerable<Option> OfPoints => [.. OfReports, _question];

    public IEnumerable<Option> All => [.. OfPoints, _kind, _theme, _certainty, _text];

    /// <summary>What was asked for, or null where a value is none that the pipeline knows; the message is on standard error.</summary>
    public QueryFilter? Of(ParseResult result, Knowledge knowledge, Terminal terminal)
    {
        var filter = new QueryFilter
        {
            Municipalities = Values(result, _municipality),
            OnlyKnown = result.GetResult(_known) is not null && result.GetValue(_known),
            Years = Values(result, _year),
            Editions = Values(result, _edition),
            Counties = Values(result, _county),
            Groups = Values(result, _group),
            Populations = Values(result, _population),
            Areas = Values(result, _area),
            Kinds = Values(result, _kind),
            Questions = Values(result, _question),
            Themes = Values(result, _theme),
            Certainties = Values(result, _certainty),
            Text = result.GetResult(_text) is null ? null : result.GetValue(_text),
        };
        foreach (var problem in Problems(filter, knowledge))
        {
            terminal.Say(problem);
            return null;
        }

        if (filter.Text is { } query)
        {
            terminal.Say($"understood: {query.Understood}");
            foreach (var (word, operation) in query.MeantAsOperators)
            {
                terminal.Say(
                    $"\"{word}\" is sought as a word; write {operation} in capitals if that was meant"
                );
            }
        }

        return filter;
    }

    /// <summary>Whether a municipality is neither one of the 290 nor in the dataset, which is then said.</summary>
    public static bool IsUnknown(
        QueryFilter filter,
        SqliteConnection connection,
        Knowledge knowledge,
        Terminal terminal
    )
    {
        var all = knowledge.Municipalities;
        var names = new StoreQueries(connection, all).Municipalities();
        var unknown = filter
            .Municipalities.Where(m =>
                all.Find(m) is null && !names.Contains(m, StringComparer.InvariantCultureIgnoreCase)
            )
            .ToList();
        foreach (var name in unknown)
        {
            terminal.Say(
                $"there is no municipality {name}, neither of the 290 nor in the dataset{Misspelling.Hint(name, [.. all.All.Select(m => m.Name), .. names])}"
            );
        }

        return unknown.Count > 0;
    }

    private static IEnumerable<string> Problems(QueryFilter filter, Knowledge knowledge)
    {
        var areas = knowledge.Editions.SelectMany(e => e.Areas).ToList();
        var all = knowledge.Municipalities.All;
        return
        [
            .. Unknown("edition", filter.Editions, knowledge.Editions.Select(e => e.Id)),
            .. Unknown("theme", filter.Themes, knowledge.Themes.Select(t => t.Code)),
            .. Unknown(
                "sub-question",
                filter.Questions,
                areas
                    .SelectMany(a =>
                        a.Questions.Select(q => q.Code)
                            .Prepend(new QuestionCode(a.Number, 0).ToString())
                    )
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            ),
            .. filter
                .Areas.Where(r =>
                    !areas.Exists(a =>
                        (r.From ?? a.Number) <= a.Number && a.Number <= (r.To ?? a.Number)
                    )
                )
                .Select(r => $"no edition has an area {r}"),
            .. filter
                .Groups.Where(g => !all.Any(m => m.IsInGroup(g)))
                .Select(g =>
                    $"there is no group {g}; the groups are {string.Join(", ", all.Select(m => m.Group).Distinct().OrderBy(m => m?.Number).Select(m => $"{m?.Number} {m?.Name}"))}"
                ),
            .. filter
                .Counties.Where(c => !all.Any(m => m.IsInCounty(c)))
                .Select(c =>
                    $"there is no county {c}; the counties are {string.Join(", ", all.Select(m => m.County).Distinct(StringComparer.Ordinal))}"
                ),
        ];
    }

    private static IEnumerable<string> Unknown(
        string what,
        IReadOnlyList<string> values,
        IEnumerable<string> known
    ) =>
        values
            .Where(v => !known.Contains(v, StringComparer.Ordinal))
            .Select(v => $"there is no {what} {v}; known are {string.Join(", ", known)}");

    private static Option<string[]> Several(string name, string value, string description) =>
        Options.Several(name, value, description, (_, given) => given);

    private static Option<NumberRange[]> Ranges(
        string name,
        string value,
        string description,
        int least,
        int most
    )
    {
        return Options.Several(
            name,
            value,
            description,
            (result, given) =>
                NumberRange.TryParse(given) is { } range
                && IsWithin(range.From)
                && IsWithin(range.To)
                    ? range
                    : Options.Refused<NumberRange>(
                        result,
                        $"{name} takes numbers from {least}{(most == int.MaxValue ? "" : $" to {most}")} or ranges of them ({description}), not {given}"
                    )
        );

        bool IsWithin(int? number) => number is null || (number >= least && number <= most);
    }

    /// <summary>Whether an option takes several values whose order does not matter.</summary>
    public bool IsSet(Option option) => All.Contains(option) && option != _text && option != _known;

    /// <summary>The values of such an option, each once, in order.</summary>
    public static IEnumerable<string> Values(OptionResult result) =>
        Options
            .ValuesOf(result.Tokens)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    // A command that does not have the option has no value of it.
    private static T[] Values<T>(ParseResult result, Option<T[]> option) =>
        result.GetResult(option) is null ? [] : result.GetValue(option) ?? [];
}
