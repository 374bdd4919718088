using System.CommandLine;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass suggest</c>: improvement areas for a profile.</summary>
internal static class SuggestCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new SuggestOptions();
        var command = new Command(
            "suggest",
            """
            Suggest improvement areas for a scored municipality: which sub-questions its report is likely to name, why, with what evidence.

            Examples:
              kompass suggest --template profil.csv          (writes a profile to fill in; .json too)
              kompass suggest --profile profil.csv
              kompass suggest --report sandfors-2015 --top 10
              kompass suggest --municipality Karlskrona --year 2014 --area 5
              kompass suggest --profile profil.csv --out utkast.docx

            Exit status: 0 done; 1 there is no such report or published figures; 2 wrong usage, or a profile with errors (each cell
            is named); 3 the dataset, the corpus or the model cannot be read.
            """
        );
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (result, cancellation) => Task.FromResult(Run(terminal, options, result, cancellation))
        );
        command.Validators.Add(options.Check);
        return command;
    }

    private static int Run(
        Terminal terminal,
        SuggestOptions options,
        ParseResult result,
        CancellationToken cancellation
    )
    {
        var knowledge = Home.Knowledge();
        if (result.GetResult(options.Template) is not null)
        {
            return WriteTemplate(terminal, knowledge, result.GetValue(options.Template));
        }

        var model = Home.ImprovementModel(knowledge);
        var source = new SuggestionSource(knowledge, Home.Data(result));
        if (FindProfile(terminal, options, result, knowledge, source) is not { } found)
        {
            return result.GetValue(options.Profile) is null ? ExitCode.Partly : ExitCode.Usage;
        }

        PeerChoice? peers = null;
        if (result.GetValue(options.Peers) is { } who)
        {
            peers = PeerChoice.Of(who, found, source.Known, knowledge);
            if (peers is null)
            {
                terminal.Say(
                    $"--peers: {who}: of nobody so named are points on the same scale known; {PeerChoice.Expected} was expected"
                );
                return ExitCode.Usage;
            }
        }

        var top = result.GetValue(options.Top);
        var path = result.GetValue(options.Out);
        // A document proposes what is likely; the list at a terminal has the length that was asked for.
        var isWhole = path is not null || result.GetValue(options.Json);
        var draft = new Suggester(knowledge, model, source.Known).Suggest(
            found,
            new SuggestionOptions(result.GetValue(options.Least), isWhole ? 0 : top, peers),
            cancellation
        );
        if (path is not null)
        {
            DraftFile.Write(path, draft, found.Edition);
            terminal.Say($"the draft is in {path}");
        }
        else if (result.GetValue(options.Json))
        {
            terminal.Output.Write(DraftJson.Write(draft));
        }
        else
        {
            SuggestionView.Write(terminal, draft, top, result.GetValue(options.Area));
        }

        return ExitCode.Done;
    }

    private static ScoreProfile? FindProfile(
        Terminal terminal,
        SuggestOptions options,
        ParseResult result,
        Knowledge knowledge,
        SuggestionSource source
    )
    {
        if (result.GetValue(options.Profile) is { } file)
        {
            switch (new ProfileFile(knowledge).Read(file))
            {
                case ProfileReading.Read read:
                    return read.Profile;
                case ProfileReading.Refused refused:
                    foreach (var problem in refused.Problems)
                    {
                        terminal.Say(problem.ToString());
                    }

                    return null;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (result.GetValue(options.Report) is { } id)
        {
            var profile = source.FindReport(id);
            if (profile is null)
            {
                terminal.Say(
                    source.Records.Any(r => r.Id == id)
                        ? $"{id}: the report holds no points of a known edition"
                        : $"{id}: {Home.Data(result).Records} has no such report; run kompass nightly first, or give --municipality or --profile"
                );
            }

            return profile;
        }

        var name = result.GetValue(options.Municipality)!;
        var municipality =
            knowledge.Municipalities.FindByName(name) ?? knowledge.Municipalities.FindByCode(name);
        if (municipality is null)
        {
            terminal.Say(
                $"{name}: is none of the 290 municipalities{MunicipalityGuess.Question(name, knowledge)}"
            );
            return null;
        }

        var year = result.GetValue(options.Year);
        var newest = source.FindMunicipality(municipality, year);
        if (newest is null)
        {
            terminal.Say(
                $"{municipality.Name}{(year is { } y ? $" {y}" : "")}: neither the dataset nor corpus/catalogue.csv has points; fill in a profile: kompass suggest --template profil.csv"
            );
        }

        return newest;
    }

    private static int WriteTemplate(Terminal terminal, Knowledge knowledge, string? path)
    {
        var edition = knowledge.Edition(Home.CurrentEdition);
        if (path is null)
        {
            terminal.Output.Write(ProfileTemplate.Csv(edition));
            return ExitCode.Done;
        }

        var isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            terminal.Say($"{path}: a template is written to .csv or .json");
            return ExitCode.Usage;
        }

        if (File.Exists(path))
        {
            terminal.Say($"{path}: is there already; it may be filled in, so it is left as it is");
            return ExitCode.Usage;
        }

        try
        {
            File.WriteAllText(
                path,
                isJson ? ProfileTemplate.Json(edition) : ProfileTemplate.Csv(edition)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path}: the template cannot be written: {e.Message}", e);
        }

        terminal.Say(
            $"{path}: fill in the column value (or the nulls), as many as are known; then: kompass suggest --profile {path}"
        );
        return ExitCode.Done;
    }
}
