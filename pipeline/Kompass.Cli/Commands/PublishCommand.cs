using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Publishing;
using Kompass.Web;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass publish DIR</c>: the dataset as open data.</summary>
internal sealed class PublishCommand(Terminal terminal)
{
    private static readonly PublicationOptions Default = new();

    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "A folder that is new, empty, or an earlier publication",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _site = Options.Of<string?>(
        "--site",
        "DIR",
        "Write the explorer's pages that need no server as files, into a folder of their own"
    );

    private readonly Option<string> _version = Options.Of(
        "--version-of",
        "VERSION",
        "Which version of the dataset (default: latest)",
        "latest"
    );

    private readonly Option<string> _url = Options
        .Of("--url", "URL", "Where the folder will be found on the web", Default.Url)
        .Unless(given =>
            Uri.TryCreate(given, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && !given.AsSpan().ContainsAny("<>\" ")
                ? null
                : $"--url takes an address as https://example.org/kompass/, not {given}"
        );

    private readonly Option<string> _publisher = Options.Of(
        "--publisher",
        "NAME",
        "Who publishes it",
        Default.Publisher
    );

    private readonly Option<string> _publisherType = Options
        .Of(
            "--publisher-type",
            "TYPE",
            "What kind of publisher, as data portals ask",
            Default.PublisherType
        )
        .Among(PublicationOptions.PublisherTypes);

    private readonly Option<string> _license = Options
        .Of(
            "--license",
            "ID",
            string.Join(" or ", License.All.Select(l => l.Id)),
            License.All[0].Id
        )
        .Among(License.All.Select(l => l.Id));

    private readonly Option<bool> _withoutNames = Options.Flag(
        "--without-names",
        "Leave the evaluators' names out"
    );

    private readonly Option<bool> _withoutProse = Options.Flag(
        "--without-prose",
        "Leave the paragraphs of the reports' prose out, and the sentences quoted from it (remarks, exemplars)"
    );

    public static Command Make(Terminal terminal)
    {
        var publish = new PublishCommand(terminal);
        return new Command(
            "publish",
            """
            Write the dataset as open data: a Data Package (CSV with Table Schema), Parquet, an Excel workbook, CSV for Swedish Excel, SQLite; a code book in
            Swedish and English; DCAT-AP-SE 3 and Croissant; licence, changes, and which known evaluations are missing.

            Examples:
              kompass publish open-data
              kompass publish --site pages
              kompass publish open-data --without-names --license CC0-1.0 --url https://data.example.org/kompass/

            Exit status: 0 written; 2 wrong usage; 3 there is no dataset, or the folder holds something else.
            """
        )
        {
            publish._folder,
            publish._site,
            publish._version,
            publish._url,
            publish._publisher,
            publish._publisherType,
            publish._license,
            publish._withoutNames,
            publish._withoutProse,
        }.Does(publish.Run);
    }

    private async Task<int> Run(ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_folder) is null && result.GetValue(_site) is null)
        {
            terminal.Say("a folder was expected, or --site with one");
            return ExitCode.Usage;
        }

        var data = Home.Data(result);
        var version = new VersionStore(data).Find(result.GetValue(_version)!);
        if (result.GetValue(_site) is { } pages)
        {
            var files = await StaticSite.WriteAsync(
                new ExplorerOptions(
                    new VersionStore(data).Cached(version, cancellation),
                    Home.Knowledge()
                )
                {
                    WithoutNames = result.GetValue(_withoutNames),
                },
                pages,
                cancellation
            );
            terminal.Say(
                $"{files} files of version {version.Short} in {pages}; begin with index.html"
            );
        }

        return result.GetValue(_folder) is { } folder
            ? Write(result, data, version, folder, cancellation)
            : ExitCode.Done;
    }

    private int Write(
        ParseResult result,
        DataFolder data,
        DatasetVersion version,
        string target,
        CancellationToken cancellation
    )
    {
        if (
            Directory.Exists(target)
            && Directory.EnumerateFileSystemEntries(target).Any()
            && !File.Exists(Path.Combine(target, "datapackage.json"))
        )
        {
            terminal.Say(
                $"{target}: holds something that is no publication; name a folder that is new or empty"
            );
            return ExitCode.Environment;
        }

        var address = result.GetValue(_url)!;
        var files = Publication.Write(
            data,
            version,
            target,
            Home.Knowledge(),
            new PublicationOptions
            {
                Url = address.EndsWith('/') ? address : address + "/",
                Publisher = result.GetValue(_publisher)!,
                PublisherType = result.GetValue(_publisherType)!,
                License = License.All.First(l => l.Id == result.GetValue(_license)),
                WithoutNames = result.GetValue(_withoutNames),
                WithoutProse = result.GetValue(_withoutProse),
            },
            cancellation
        );
        if (Publication.UnknownMunicipalities(target) is { Count: > 0 } unknown)
        {
            terminal.Say(
                $"warning: {unknown.Count} of the reports are of municipalities that are none of the 290, as samples are ({string.Join(", ", unknown.Take(3))}{(unknown.Count > 3 ? " …" : "")}); README.md names them"
            );
        }

        terminal.Say(
            $"{files.Count} files of version {version.Short} in {target}; begin with README.md"
        );
        return ExitCode.Done;
    }
}
