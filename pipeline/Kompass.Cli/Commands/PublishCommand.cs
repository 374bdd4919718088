using System.CommandLine;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Publishing;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass publish DIR</c>: the dataset as open data.</summary>
internal static class PublishCommand
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A folder that is new, empty, or an earlier publication",
        };
        var version = new Option<string>("--version-of")
        {
            Description = "Which version of the dataset (default: latest)",
            HelpName = "VERSION",
            DefaultValueFactory = _ => "latest",
        };
        var url = new Option<string>("--url")
        {
            Description = "Where the folder will be found on the web",
            HelpName = "URL",
            DefaultValueFactory = _ => new PublicationOptions().Url,
        };
        url.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var given }]
                && !(
                    Uri.TryCreate(given, UriKind.Absolute, out var uri)
                    && uri.Scheme is "http" or "https"
                    && !given.AsSpan().ContainsAny("<>\" ")
                )
            )
            {
                result.AddError(
                    $"--url takes an address as https://example.org/kompass/, not {given}"
                );
            }
        });
        var publisher = new Option<string>("--publisher")
        {
            Description = "Who publishes it",
            HelpName = "NAME",
            DefaultValueFactory = _ => new PublicationOptions().Publisher,
        };
        var license = new Option<string>("--license")
        {
            Description = string.Join(" or ", License.All.Select(l => l.Id)),
            HelpName = "ID",
            DefaultValueFactory = _ => License.All[0].Id,
        };
        license.AcceptOnlyFromAmong([.. License.All.Select(l => l.Id)]);
        var names = new Option<bool>("--without-names")
        {
            Description = "Leave the evaluators' names out",
        };
        var prose = new Option<bool>("--without-prose")
        {
            Description = "Leave the paragraphs of the reports' prose out",
        };
        var command = new Command(
            "publish",
            """
            Write the dataset as open data: a Data Package (CSV with Table Schema), Parquet, an Excel workbook, CSV for Swedish Excel, SQLite; a code book in
            Swedish and English; DCAT-AP-SE 3 and Croissant; licence, changes, and which known evaluations are missing.

            Examples:
              kompass publish open-data
              kompass publish open-data --without-names --license CC0-1.0 --url https://data.example.org/kompass/

            Exit status: 0 written; 2 wrong usage; 3 there is no dataset, or the folder holds something else.
            """
        )
        {
            folder,
            version,
            url,
            publisher,
            license,
            names,
            prose,
        };
        command.SetAction(
            (result, cancellation) =>
            {
                var target = result.GetValue(folder)!;
                if (
                    Directory.Exists(target)
                    && Directory.EnumerateFileSystemEntries(target).Any()
                    && !File.Exists(Path.Combine(target, "datapackage.json"))
                )
                {
                    terminal.Say(
                        $"{target}: holds something that is no publication; name a folder that is new or empty"
                    );
                    return Task.FromResult(ExitCode.Environment);
                }

                var data = Home.Data(result);
                var published = new VersionStore(data).Find(result.GetValue(version)!);
                var address = result.GetValue(url)!;
                var files = Publication.Write(
                    data,
                    published,
                    target,
                    Home.Knowledge(),
                    new PublicationOptions
                    {
                        Url = address.EndsWith('/') ? address : address + "/",
                        Publisher = result.GetValue(publisher)!,
                        License = License.All.First(l => l.Id == result.GetValue(license)),
                        WithoutNames = result.GetValue(names),
                        WithoutProse = result.GetValue(prose),
                    },
                    cancellation
                );
                terminal.Say(
                    $"{files.Count} files of version {published.Short} in {target}; begin with README.md"
                );
                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }
}
