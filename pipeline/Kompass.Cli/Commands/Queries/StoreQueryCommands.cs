using Kompass.Mining.Dataset.Queries;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The commands that ask the store.</summary>
internal static class StoreQueryCommands
{
    public static IReadOnlyList<(string Name, Func<StoreQuery> Make)> All { get; } =
    [
        ("findings", Findings),
        ("scores", Scores),
        ("counts", Counts),
        ("progress", Progress),
        ("together", Together),
        ("concordance", Concordance),
    ];

    private static StoreQuery Findings()
    {
        var places = Places();
        return new StoreQuery(
            "findings",
            """
            Query the findings of all reports, and with --in the remarks and paragraphs of their prose.

            Words are found in their forms and within compounds: "medborgardialoger" finds medborgardialog, "dialog" finds medborgardialogen, "bok"
            finds böcker. Uncommon forms, and compounds of parts that no list knows, may be missed: try "begin*". Words in double quotes are found
            as written. What was understood stands on standard error. CSV and JSON have all columns, with the document, the page and a link to it.

            Examples:
              kompass findings --text servicedeklaration --csv > declarations.csv
              kompass findings --text "e-tjänst OR webb" --in lists remarks prose
              kompass findings --area 3-5 --kind improvement --year 2010-2014
              kompass findings --theme dialogue --question 1.4 --kind strength --county Dalarna
              kompass findings --municipality Avesta,Borås --cite
            """,
            f => f.All,
            [places],
            context =>
                context.Queries.Texts(
                    context.Filter,
                    PlacesOf(context, places, [TextPlace.Lists]),
                    context.Limit,
                    byRelevance: context.IsForPeople
                ),
            "texts"
        )
        {
            Shown =
            [
                ("place", "in"),
                ("municipality_name", "municipality"),
                ("year", "year"),
                ("area", "area"),
                ("kind", "kind"),
                ("question", "question"),
                ("theme", "theme"),
                ("text", "text"),
            ],
            MostRowsOfATable = 1000,
            Then = context =>
            {
                var asked = PlacesOf(context, places, [TextPlace.Lists]);
                TellUnranked(context, asked);
                TellElsewhere(context, asked);
            },
        };
    }

    private static StoreQuery Scores()
    {
        var questions = Options.Flag(
            "--questions",
            "The points of the sub-questions, a row each; --question CODE only those"
        );
        return new StoreQuery(
            "scores",
            """
            Query the scores of all reports: of the areas, a row a report, or of the sub-questions.

            Examples:
              kompass scores
              kompass scores --year 2013-2015 --edition 2010 --csv > scores.csv
              kompass scores --county Dalarna --area 3,5
              kompass scores --question 3.2
              kompass scores --questions --municipality Avesta --csv
            """,
            f => f.OfPoints,
            [questions],
            context =>
                context.Parsed.GetValue(questions) || context.Filter.Questions.Count > 0
                    ? context.Queries.Questions(context.Filter, context.Limit)
                    : context.Queries.Scores(context.Filter, context.Limit),
            "rows"
        )
        {
            Shown =
            [
                ("municipality_name", "municipality"),
                ("year", "year"),
                ("edition", "edition"),
                ("code", "question"),
                ("achieved", "points"),
                ("max", "of"),
                ("confidence", "confidence"),
                ("text", "text"),
                .. Enumerable
                    .Range(1, 99)
                    .Select(a => a.ToString(CultureInfo.InvariantCulture))
                    .Select(a => ("area" + a, a)),
                ("total_value", "total"),
            ],
        };
    }

    private static StoreQuery Counts()
    {
        var by = Options.Several<CountDimension>(
            "--by",
            "WHAT",
            "theme, question, area, kind, year, county, group, population, municipality; default: theme kind"
        );
        var across = AcrossEditions();
        return new StoreQuery(
            "counts",
            """
            Count findings: how many, in how many reports (n), and of how many reports that have such a list at all (base), with the share and its 95 %
            interval (Wilson). In an area's base are those whose list of it was found. What never occurs is a row of zeros. Labels in doubt are counted apart (doubtful; reports_certain leaves them out).
            At a terminal reports_certain and per_report are left out; piped, as CSV and as JSON all columns stand.

            Examples:
              kompass counts --question 1.4 --by kind year          how often citizen dialogue is praised and asked for
              kompass counts --kind weakness --by area              weaknesses per report that lists any
              kompass counts --theme dialogue --by area             one theme by area
              kompass counts --by theme kind county --csv           every theme (the codes that --theme takes)
              kompass counts --by theme --across-editions
            """,
            f => f.All,
            [by, across],
            context =>
                new CountsQuery(context.Connection, context.Knowledge.Municipalities).Count(
                    context.Filter,
                    context.Parsed.GetValue(by) is { Length: > 0 } given
                        ? [.. given.Distinct()]
                        : [CountDimension.Theme, CountDimension.Kind],
                    context.Parsed.GetValue(across),
                    context.Limit
                ),
            "rows"
        )
        {
            Heads = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["doubtful"] = "doubt",
                ["reports"] = "n",
                ["reports_certain"] = "",
                ["share_low"] = "low",
                ["share_high"] = "high",
                ["per_report"] = "",
            },
            Then = context =>
                TellEditions(
                    context,
                    across,
                    "; intervals tell the chance of the draw, not whether these reports are like those that are missing"
                ),
        };
    }

    private static StoreQuery Progress() =>
        new(
            "progress",
            """
            How scores changed from one evaluation of a municipality to the next: the greatest improvement first, then what cannot be compared and why. An
            earlier evaluation that is not in the dataset is taken as the later report quotes it.

            Examples:
              kompass progress --area 5
              kompass progress --municipality Borås --csv
            """,
            f => f.OfReports,
            [],
            context =>
                new ProgressQuery(context.Connection, context.Knowledge.Municipalities).Changes(
                    context.Filter,
                    context.Limit
                ),
            "changes"
        )
        {
            Shown =
            [
                ("municipality_name", "municipality"),
                ("area", "area"),
                ("from_year", "from"),
                ("from_score", "score"),
                ("to_year", "to"),
                ("to_score", "score"),
                ("change", "change"),
                ("reason", "not comparable because"),
            ],
        };

    private static StoreQuery Together()
    {
        var within = Options.OneOf(
            "--within",
            "WHAT",
            "finding (where analysts have given it two), list (of one area and kind), report; default: list",
            TogetherWithin.List
        );
        var across = AcrossEditions();
        return new StoreQuery(
            "together",
            """
            Which themes come together: in how many lists (or findings, or reports) both occur, and how many times as often as by chance (lift). With --theme
            the pairs that have it; whatever else is asked by narrows the findings that are counted.

            Examples:
              kompass together
              kompass together --theme dialogue
              kompass together --kind improvement --within report --csv
            """,
            f => f.All,
            [within, across],
            context =>
                new TogetherQuery(context.Connection, context.Knowledge.Municipalities).Pairs(
                    context.Filter,
                    context.Parsed.GetValue(within),
                    context.Limit,
                    context.Parsed.GetValue(across)
                ),
            "pairs"
        )
        {
            Then = context => TellEditions(context, across),
        };
    }

    private static StoreQuery Concordance()
    {
        var places = Places();
        var width = Options
            .Of("--width", "N", "Most characters before and after", 50)
            .Within(1, 1000);
        return new StoreQuery(
            "concordance",
            """
            The words that are sought with --text, each in its context, in lists, remarks and prose.

            Examples:
              kompass concordance --text medborgardialog
              kompass concordance --text "strategi*" --in prose --width 80 --csv
            """,
            f => f.All,
            [places, width],
            context =>
            {
                if (context.Filter.Text is null)
                {
                    context.Terminal.Say("--text WORDS was expected: what to look for");
                    return null;
                }

                return ConcordanceQuery.Lines(
                    context.Queries,
                    context.Filter,
                    PlacesOf(context, places, Enum.GetValues<TextPlace>()),
                    context.Parsed.GetValue(width),
                    context.Limit
                );
            },
            "places"
        )
        {
            Shown =
            [
                ("before", "before"),
                ("words", "words"),
                ("after", "after"),
                ("place", "in"),
                ("report_id", "report"),
                ("source_page", "page"),
            ],
            MostRowsOfATable = 1000,
        };
    }

    private static Option<TextPlace[]> Places() =>
        Options.Several<TextPlace>(
            "--in",
            "WHAT",
            "Where to look: lists (the findings), remarks, prose"
        );

    private static TextPlace[] PlacesOf(
        QueryContext context,
        Option<TextPlace[]> option,
        TextPlace[] otherwise
    ) =>
        context.Parsed.GetValue(option) is { Length: > 0 } given
            ? [.. given.Distinct().Order()]
            : otherwise;

    private static Option<bool> AcrossEditions() =>
        Options.Flag(
            "--across-editions",
            "Put editions together; each asked other questions, so take care. By area those of 2020, which has others, stand apart"
        );

    private static void TellEditions(
        QueryContext context,
        Option<bool> across,
        string beside = ""
    ) =>
        context.Terminal.Say(
            context.Parsed.GetValue(across)
                ? "editions are put together: before 2010 the scale was another, and each edition asked other questions; by area, those whose areas are others stand apart"
                : $"of each edition apart{beside}"
        );

    private static void TellUnranked(QueryContext context, TextPlace[] places)
    {
        if (
            context is { IsForPeople: true, Filter.Text: { } query }
            && Array.Exists(places, p => !context.Queries.IsRanked(query, p))
        )
        {
            context.Terminal.Say(
                $"more than {StoreQueries.MostRanked} texts hold the words: they stand in the reports' order, not by relevance"
            );
        }
    }

    private static void TellElsewhere(QueryContext context, TextPlace[] places)
    {
        if (context.Filter.Text is null)
        {
            return;
        }

        var elsewhere = Enum.GetValues<TextPlace>()
            .Except(places)
            .Select(p => (Place: p, context.Queries.Count(context.Filter, p).Texts))
            .Where(p => p.Texts > 0)
            .Select(p => $"{p.Texts} in {p.Place.ToString().ToLowerInvariant()}")
            .ToList();
        if (elsewhere.Count > 0)
        {
            context.Terminal.Say($"also {string.Join(", ", elsewhere)}; see --in");
        }
    }
}
