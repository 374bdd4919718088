using System.CommandLine.Parsing;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Cli.Commands.Drafts;

/// <summary>The options of <c>kompass suggest</c>, and what does not go together.</summary>
internal sealed class SuggestOptions
{
    public const int DefaultTop = 15;

    public Option<string?> Report { get; } =
        Options.Of<string?>("--report", "ID", "Id of a report of the dataset");

    public Option<string?> Profile { get; } =
        Options
            .Of<string?>(
                "--profile",
                "FILE",
                "A filled-in profile, .xlsx, .csv or .json (see --template)"
            )
            .Unless(path => File.Exists(path) ? null : $"{path}: there is no such file");

    public Option<string?> Municipality { get; } =
        Options.Of<string?>(
            "--municipality",
            "NAME",
            "Name or code: its newest report of the dataset, else its published figures"
        );

    public Option<int?> Year { get; } =
        Options.Of<int?>("--year", "YYYY", "With --municipality: of that year").Within(1990, 2100);

    public Option<int?> Area { get; } =
        Options.Of<int?>("--area", "N", "Only this area, 1 to 8").Within(1, 8);

    public Option<int> Top { get; } =
        Options.Of("--top", "N", "Most improvement areas to show", DefaultTop).Within(1, 100);

    public Option<string?> Out { get; } =
        Options
            .Of<string?>("--out", "FILE", "Write the draft to a .docx, .md, .html or .json file")
            .Unless(path =>
                DraftFile.FormatOf(path) is null
                    ? $"--out: {path}: a draft is written to {DraftFile.Endings}"
                    : null
            );

    public Option<bool> Replace { get; } =
        Options.Flag(
            "--replace",
            "With --out: replace the file that is there, whatever it is (without: only a .docx draft that nobody has edited)"
        );

    public Option<double> Least { get; } =
        Options
            .Of(
                "--least",
                "P",
                "With --out and --json: suggest what is at least so likely, 0 to 1",
                new SuggestionOptions().LeastProbability
            )
            .Unless(text =>
                double.TryParse(text, CultureInfo.InvariantCulture, out var least)
                && least is >= 0 and <= 1
                    ? null
                    : $"--least takes a number from 0 to 1, not {text}"
            );

    public Option<string?> Peers { get; } =
        Options.Of<string?>(
            "--peers",
            "WHO",
            "Compare with: grupp, län, or names of municipalities with commas between them"
        );

    public Option<bool> Json { get; } = Options.Flag("--json", "The whole draft as JSON");

    public Option<string?> Template { get; } =
        new("--template")
        {
            Description =
                "Write an empty profile to fill in (.xlsx or .csv; default: CSV to standard output); with --out, a .docx of your own: the draft takes its styles, page and heads",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public Option<string[]> Notes { get; } =
        new("--notes")
        {
            Description =
                "The municipality's own papers (text, HTML, PDF, Word): what they say of a sub-question stands beside it, with its place",
            HelpName = "FILE…",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary>Bounds of reading notes.</summary>
    public LimitOption Limits { get; } = new();

    public IEnumerable<Option> All =>
        [
            Report,
            Profile,
            Municipality,
            Year,
            Area,
            Top,
            Least,
            Peers,
            Notes,
            Out,
            Replace,
            Json,
            Template,
            Limits.Option,
        ];

    /// <summary>The Word document in whose form the draft is written, or null.</summary>
    public string? OwnTemplate(ParseResult result) =>
        result.GetResult(Template) is not null
        && result.GetValue(Template) is { } path
        && path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            ? path
            : null;

    /// <summary>Exactly one source is asked for.</summary>
    public void Check(CommandResult result)
    {
        var own =
            result.GetResult(Template)?.Tokens is [var template]
            && template.Value.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);
        var sources = new Option[] { Report, Profile, Municipality }.Count(o =>
            result.GetResult(o) is not null
        );
        if (result.GetResult(Template) is not null && !own)
        {
            sources++;
        }

        if (own && DraftFile.FormatOf(result.GetValue(Out) ?? "") != DraftFormat.Word)
        {
            result.AddError("--template with a .docx goes with --out FILE.docx");
        }

        foreach (
            var file in (result.GetValue(Notes) ?? [])
                .Concat(own ? [result.GetValue(Template)!] : [])
                .Where(f => !File.Exists(f))
        )
        {
            result.AddError($"{file}: there is no such file");
        }

        if (sources != 1)
        {
            result.AddError(
                $"one of --report, --profile, --municipality or --template was expected{(sources == 0 ? "" : $", not {sources} of them")}"
            );
        }
        else if (result.GetResult(Year) is not null && result.GetResult(Municipality) is null)
        {
            result.AddError("--year goes with --municipality");
        }

        var isWhole = Given(Out) || Given(Json);
        foreach (var option in new Option[] { Top, Area }.Where(o => isWhole && Given(o)))
        {
            result.AddError(
                $"{option.Name} is of the list at the terminal; with --out and --json all areas stand, and --least sets how much is suggested"
            );
        }

        bool Given(Option option) => result.GetResult(option) is { Implicit: false };
    }
}
