using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Cli.Commands.Drafts;

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
              kompass suggest --template profil.xlsx         (writes a profile to fill in; .csv too)
              kompass suggest --profile profil.xlsx
              kompass suggest --report sandfors-2015 --top 10
              kompass suggest --municipality Karlskrona --year 2014 --area 5
              kompass suggest --profile profil.xlsx --notes intervju.docx budget.pdf --out utkast.docx --template mall.docx

            Exit status: 0 done; 1 there is no such report or published figures, or a paper could not be read; 2 wrong usage, or a profile with errors (each cell
            is named); 3 the dataset, the corpus or the model cannot be read.
            """
        );
        command.Validators.Add(options.Check);
        return command
            .With(options.All)
            .Does((result, cancellation) => Run(terminal, options, result, cancellation));
    }

    private static int Run(
        Terminal terminal,
        SuggestOptions options,
        ParseResult result,
        CancellationToken cancellation
    )
    {
        var knowledge = Home.Knowledge();
        var own = options.OwnTemplate(result);
        if (result.GetResult(options.Template) is not null && own is null)
        {
            return WriteTemplate(terminal, knowledge, result.GetValue(options.Template));
        }

        var model = Home.ImprovementModel(knowledge);
        var source = new SuggestionSource(knowledge, Home.Data(result));
        if (FindProfile(terminal, options, result, knowledge, source) is not { } found)
        {
            return result.GetValue(options.Profile) is null ? ExitCode.Partly : ExitCode.Usage;
        }

        var who = result.GetValue(options.Peers);
        var peers = who is null ? null : PeerChoice.Of(who, found, source.Known, knowledge);
        if (who is not null && peers is null)
        {
            terminal.Say($"--peers: {PeerChoice.Refusal(who, knowledge)}");
            return ExitCode.Usage;
        }

        var notes = ReadNotes(
            result.GetValue(options.Notes) ?? [],
            options.Limits.Of(result),
            terminal,
            knowledge,
            cancellation
        );
        var top = result.GetValue(options.Top);
        var path = result.GetValue(options.Out);
        // A document proposes what is likely; the list at a terminal has the length that was asked for.
        var isWhole = path is not null || result.GetValue(options.Json);
        var draft = new Suggester(knowledge, model, source.Known).Suggest(
            found,
            new SuggestionOptions(
                result.GetValue(options.Least),
                isWhole ? 0 : top,
                peers,
                notes?.Evidence
            ),
            cancellation
        );
        if (path is not null)
        {
            WriteFile(terminal, path, draft, own, found.Edition);
        }
        else if (isWhole)
        {
            terminal.Output.Write(DraftJson.Write(draft));
        }
        else
        {
            SuggestionView.Write(terminal, draft, top, result.GetValue(options.Area));
        }

        return notes is { NotRead.Count: > 0 } ? ExitCode.Partly : ExitCode.Done;
    }

    private static void WriteFile(
        Terminal terminal,
        string path,
        ImprovementDraft draft,
        string? own,
        Edition edition
    )
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            terminal.Say($"{folder}: mappen fanns inte och skapas");
        }

        DraftFile.Write(path, draft, own is null ? null : OwnTemplate.Read(own, edition));
        terminal.Say($"utkastet finns i {path}");
    }

    private static NotesReading? ReadNotes(
        string[] files,
        ReadingLimits limits,
        Terminal terminal,
        Knowledge knowledge,
        CancellationToken cancellation
    )
    {
        if (files.Length == 0)
        {
            return null;
        }

        var notes = Home.Notes(knowledge, limits).Read(files, cancellation);
        foreach (var problem in notes.NotRead)
        {
            terminal.Say(problem);
        }

        terminal.Say(notes.Used);
        return notes;
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
            return ReadProfile(terminal, new ProfileFile(knowledge).Read(file));
        }

        if (result.GetValue(options.Report) is not { } id)
        {
            return OfMunicipality(
                terminal,
                result.GetValue(options.Municipality)!,
                result.GetValue(options.Year),
                knowledge,
                source
            );
        }

        var profile = source.FindReport(id);
        if (profile is null)
        {
            var ids = source.Records.Select(r => r.Id).ToList();
            var like = Misspelling.ReportsLike(id, ids);
            terminal.Say(
                ids.Contains(id, StringComparer.Ordinal)
                    ? $"{id}: rapporten har inga poäng i någon känd utgåva"
                : like.Count > 0
                    ? $"{id}: rapporten finns inte i datamängden; menade du {string.Join(", ", like)}?"
                : $"{id}: rapporten finns inte i datamängden; kör kompass nightly först, eller ange --municipality eller --profile"
            );
        }

        return profile;
    }

    private static ScoreProfile? ReadProfile(Terminal terminal, ProfileReading reading)
    {
        if (reading is ProfileReading.Refused refused)
        {
            foreach (var problem in refused.Problems)
            {
                terminal.Say(problem.ToString());
            }
        }

        return (reading as ProfileReading.Read)?.Profile;
    }

    private static ScoreProfile? OfMunicipality(
        Terminal terminal,
        string name,
        int? year,
        Knowledge knowledge,
        SuggestionSource source
    )
    {
        var municipality =
            knowledge.Municipalities.FindByName(name) ?? knowledge.Municipalities.FindByCode(name);
        if (municipality is null)
        {
            terminal.Say(
                $"{name} är ingen av de 290 kommunerna{MunicipalityGuess.Question(name, knowledge)}"
            );
            return null;
        }

        var newest = source.FindMunicipality(municipality, year);
        if (newest is null)
        {
            var totals = knowledge
                .Catalogue.Where(e =>
                    e is { Total: not null, Year: not null }
                    && e.MunicipalityCode == municipality.Code
                    && (year is null || e.Year == year)
                )
                .OrderByDescending(e => e.Year)
                .Select(e => $"{e.Year}: {SwedishNumbers.Points(e.Total)}")
                .ToList();
            terminal.Say(
                $"{municipality.Name}{(year is { } y ? $" {y}" : "")}: {(totals.Count > 0 ? $"bara totalpoängen är känd ({string.Join(", ", totals)}), inte områdenas poäng" : "inga poäng finns, varken i datamängden eller publicerade")}; fyll i en profil: kompass suggest --template profil.xlsx"
            );
        }

        return newest;
    }

    private static int WriteTemplate(Terminal terminal, Knowledge knowledge, string? path)
    {
        var edition = knowledge.Edition(Home.CurrentEdition);
        if (path is null)
        {
            terminal.Output.Write(
                System.Text.Encoding.UTF8.GetString(ProfileTemplate.Of(".csv", edition, knowledge)!)
            );
            return ExitCode.Done;
        }

        if (ProfileTemplate.Of(path, edition, knowledge) is not { } template)
        {
            terminal.Say($"{path}: a template is written to {ProfileTemplate.Endings}");
            return ExitCode.Usage;
        }

        if (File.Exists(path))
        {
            terminal.Say($"{path} finns redan och kan vara ifylld; den lämnas som den är");
            return ExitCode.Usage;
        }

        try
        {
            File.WriteAllBytes(path, template);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path}: the template cannot be written: {e.Message}", e);
        }

        terminal.Say(
            $"{path}: fyll i kolumnen värde, så mycket som är känt; kör sedan kompass suggest --profile {path}"
        );
        return ExitCode.Done;
    }
}
