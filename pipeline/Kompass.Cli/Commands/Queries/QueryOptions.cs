using System.CommandLine;
using System.CommandLine.Parsing;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The filters that all query commands share. Each takes several values, parted by commas or given again; years, areas and populations take ranges.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string[]> _municipality = Several(
        "--municipality",
        "Names or codes",
        "NAME"
    );

    private readonly Option<string[]> _year = Several(
        "--year",
        "Years: 2013, 2010-2014, 2012-",
        "YEARS"
    );

    private readonly Option<string[]> _edition = Several(
        "--edition",
        "Editions: 2002, 2010, 2016, 2020",
        "EDITION"
    );

    private readonly Option<string[]> _county = Several(
        "--county",
        "Counties, by name or code",
        "COUNTY"
    );

    private readonly Option<string[]> _group = Several(
        "--group",
        "Groups of municipalities (SKL 2011), by number or name",
        "GROUP"
    );

    private readonly Option<string[]> _population = Several(
        "--population",
        "Inhabitants: 50000-100000, 100000-",
        "RANGE"
    );

    private readonly Option<string[]> _area = Several("--area", "Areas: 3, 1-4", "AREAS");

    private readonly Option<string[]> _kind = Several(
        "--kind",
        "strength, improvement, weakness",
        "KIND"
    );

    private readonly Option<string[]> _question = Several(
        "--question",
        "Sub-questions, as 1.4; 1.0 is the area as a whole",
        "CODE"
    );

    private readonly Option<string[]> _theme = Several(
        "--theme",
        "Themes, by code (kompass counts --by theme lists them); a second theme counts too",
        "CODE"
    );

    private readonly Option<string[]> _certainty = Several(
        "--certainty",
        "certain, label (a label is in doubt), text (text or list is in doubt)",
        "WHAT"
    );

    private readonly Option<string?> _text = new("--text")
    {
        Description =
            "Words that must occur, in any form and within compounds; \"as written\", AND, OR, NOT, NEAR(a b, 5), begin*",
        HelpName = "WORDS",
    };

    public QueryOptions()
    {
        Ranges(_year, 1990, 2100);
        Ranges(_area, 1, 99);
        Ranges(_population, 0, int.MaxValue);
        OneOf(_kind, Enum.GetNames<FindingKind>().Select(n => n.ToLowerInvariant()));
        OneOf(_certainty, ["certain", "label", "text"]);
        _text.Validators.Add(result =>
        {
            try
            {
                if (result.Tokens is [{ Value: var text }])
                {
                    SearchQuery.Parse(text);
                }
            }
            catch (SearchException e)
            {
                result.AddError($"--text {e.Message}");
            }
        });
    }

    /// <summary>The filters of reports: what scores can be asked by.</summary>
    public IEnumerable<Option> OfReports =>
        [_municipality, _year, _edition, _county, _group, _population, _area];

    /// <summary>All filters.</summary>
    public IEnumerable<Option> All => [.. OfReports, _kind, _question, _theme, _certainty, _text];

    /// <summary>What was asked for, or null where a value is none that the pipeline knows; the message is on standard error.</summary>
    public QueryFilter? Of(ParseResult result, Knowledge knowledge, Terminal terminal)
    {
        var filter = new QueryFilter
        {
            Municipalities = Values(result, _municipality),
            Years = RangesOf(result, _year),
            Editions = Values(result, _edition),
            Counties = Values(result, _county),
            Groups = Values(result, _group),
            Populations = RangesOf(result, _population),
            Areas = RangesOf(result, _area),
            Kinds = [.. Values(result, _kind).Select(k => Enum.Parse<FindingKind>(k, true))],
            Questions = Values(result, _question),
            Themes = Values(result, _theme),
            Certainties = Values(result, _certainty),
            Text = Value(result, _text) is { } text ? SearchQuery.Parse(text) : null,
        };
        foreach (var problem in Problems(filter, knowledge))
        {
            terminal.Say(problem);
            return null;
        }

        if (filter.Text is { } query)
        {
            terminal.Say($"understood: {query.Understood}");
        }

        return filter;
    }

    private static IEnumerable<string> Problems(QueryFilter filter, Knowledge knowledge) =>
        Unknown("edition", filter.Editions, [.. knowledge.Editions.Select(e => e.Id)])
            .Concat(Unknown("theme", filter.Themes, [.. knowledge.Themes.Select(t => t.Code)]))
            .Concat(
                Unknown(
                    "sub-question",
                    filter.Questions,
                    [
                        .. knowledge
                            .Editions.SelectMany(e =>
                                e.Areas.SelectMany(a =>
                                    a.Questions.Select(q => q.Code)
                                        .Prepend(
                                            string.Create(
                                                CultureInfo.InvariantCulture,
                                                $"{a.Number}.0"
                                            )
                                        )
                                )
                            )
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ]
                )
            )
            .Concat(
                filter
                    .Areas.Where(r =>
                        !knowledge
                            .Editions.SelectMany(e => e.Areas)
                            .Any(a =>
                                (r.From ?? a.Number) <= a.Number && a.Number <= (r.To ?? a.Number)
                            )
                    )
                    .Select(r => $"no edition has an area {r}")
            )
            .Concat(
                filter
                    .Groups.Where(g =>
                        !knowledge.Municipalities.All.Any(m =>
                            m.Group2011.ToString(CultureInfo.InvariantCulture) == g
                            || string.Equals(m.Group?.Name, g, StringComparison.OrdinalIgnoreCase)
                        )
                    )
                    .Select(g =>
                        $"there is no group {g}; the groups are {string.Join(", ", knowledge.Municipalities.All.Select(m => m.Group).Distinct().OrderBy(m => m?.Number).Select(m => $"{m?.Number} {m?.Name}"))}"
                    )
            )
            .Concat(
                filter
                    .Counties.Where(c => !knowledge.Municipalities.All.Any(m => IsCounty(m, c)))
                    .Select(c =>
                        $"there is no county {c}; the counties are {string.Join(", ", knowledge.Municipalities.All.Select(m => m.County).Distinct(StringComparer.Ordinal))}"
                    )
            );

    private static IEnumerable<string> Unknown(
        string what,
        IReadOnlyList<string> values,
        IReadOnlyList<string> known
    ) =>
        values
            .Where(v => !known.Contains(v, StringComparer.Ordinal))
            .Select(v => $"there is no {what} {v}; known are {string.Join(", ", known)}");

    private static bool IsCounty(Municipality municipality, string county) =>
        municipality.CountyCode == county
        || municipality.County.Equals(county, StringComparison.OrdinalIgnoreCase)
        || municipality.County.EndsWith(" län", StringComparison.Ordinal)
            && municipality.County.StartsWith(county, StringComparison.OrdinalIgnoreCase)
            && county.Length > 1;

    private static Option<string[]> Several(string name, string description, string help) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };

    /// <summary>Whether an option takes several values whose order does not matter.</summary>
    public bool IsSet(Option option) => All.Contains(option) && option != _text;

    /// <summary>The values of such an option, each once, in order.</summary>
    public static IEnumerable<string> Values(OptionResult result) =>
        result
            .Tokens.SelectMany(t => Split(t.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    // A command that does not have the option has no value of it.
    private static T? Value<T>(ParseResult result, Option<T> option) =>
        result.GetResult(option) is null ? default : result.GetValue(option);

    private static string[] Values(ParseResult result, Option<string[]> option) =>
        [.. (Value(result, option) ?? []).SelectMany(Split)];

    private static string[] Split(string given) =>
        given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static NumberRange[] RangesOf(ParseResult result, Option<string[]> option) =>
        [.. Values(result, option).Select(v => NumberRange.TryParse(v)!.Value)];

    private static void Ranges(Option<string[]> option, int least, int most) =>
        option.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.SelectMany(t => Split(t.Value)))
            {
                if (
                    NumberRange.TryParse(value) is not { } range
                    || !IsWithin(range.From)
                    || !IsWithin(range.To)
                )
                {
                    result.AddError(
                        $"{option.Name} takes numbers from {least} to {most} or ranges of them, as 2010-2014, not {value}"
                    );
                }
            }

            bool IsWithin(int? number) => number is null || (number >= least && number <= most);
        });

    private static void OneOf(Option<string[]> option, IEnumerable<string> known) =>
        option.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.SelectMany(t => Split(t.Value)))
            {
                if (!known.Contains(value, StringComparer.OrdinalIgnoreCase))
                {
                    result.AddError($"{option.Name} takes {string.Join(", ", known)}, not {value}");
                }
            }
        });
}
