using System.CommandLine;
using System.CommandLine.Parsing;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Cli.Commands.Drafts;

/// <summary>The options of <c>kompass suggest</c>, and what does not go together.</summary>
internal sealed class SuggestOptions
{
    public const int DefaultTop = 15;

    public SuggestOptions()
    {
        Year.Validators.Add(r => Filters.Range(r, 1990, 2100));
        Area.Validators.Add(r => Filters.Range(r, 1, 8));
        Top.Validators.Add(r => Filters.Range(r, 1, 100));
        Least.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is < 0 or > 1)
            {
                r.AddError($"--least: {r.Tokens[0].Value}: a number from 0 to 1 was expected");
            }
        });
        Out.Validators.Add(r =>
        {
            if (r.Tokens is [var path] && DraftFile.FormatOf(path.Value) is null)
            {
                r.AddError($"--out: {path.Value}: a draft is written to {DraftFile.Endings}");
            }
        });
        Profile.Validators.Add(r =>
        {
            if (r.Tokens is [var path] && !File.Exists(path.Value))
            {
                r.AddError($"{path.Value}: there is no such file");
            }
        });
    }

    public Option<string?> Report { get; } =
        new("--report") { Description = "Id of a report of the dataset", HelpName = "ID" };

    public Option<string?> Profile { get; } =
        new("--profile")
        {
            Description = "A filled-in profile, .xlsx, .csv or .json (see --template)",
            HelpName = "FILE",
        };

    public Option<string?> Municipality { get; } =
        new("--municipality")
        {
            Description =
                "Name or code: its newest report of the dataset, else its published figures",
            HelpName = "NAME",
        };

    public Option<int?> Year { get; } =
        new("--year") { Description = "With --municipality: of that year", HelpName = "YYYY" };

    public Option<int?> Area { get; } =
        new("--area") { Description = "Only this area, 1 to 8", HelpName = "N" };

    public Option<int> Top { get; } =
        new("--top")
        {
            Description = "Most improvement areas to show",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultTop,
        };

    public Option<string?> Out { get; } =
        new("--out")
        {
            Description = "Write the draft to a .docx, .md, .html or .json file",
            HelpName = "FILE",
        };

    public Option<double> Least { get; } =
        new("--least")
        {
            Description = "With --out and --json: suggest what is at least so likely, 0 to 1",
            HelpName = "P",
            DefaultValueFactory = _ => new SuggestionOptions().LeastProbability,
        };

    public Option<string?> Peers { get; } =
        new("--peers")
        {
            Description =
                "Compare with: grupp, län, or names of municipalities with commas between them",
            HelpName = "WHO",
        };

    public Option<bool> Json { get; } = new("--json") { Description = "The whole draft as JSON" };

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
                "one of --report, --profile, --municipality or --template was expected"
            );
        }
        else if (result.GetResult(Year) is not null && result.GetResult(Municipality) is null)
        {
            result.AddError("--year goes with --municipality");
        }
    }
}
