using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Cli.Commands.Drafts;

/// <summary><c>kompass suggest</c>: improvement areas for a profile.</summary>
internal sealed class SuggestCommand(Terminal terminal, SuggestOptions options, ParseResult result)
{
    private readonly Knowledge _knowledge = Home.Knowledge();

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
            .Does(
                (result, cancellation) =>
                    new SuggestCommand(terminal, options, result).Run(cancellation)
            );
    }

    private int Run(CancellationToken cancellation)
    {
        var own = options.OwnTemplate(result);
        if (result.GetResult(options.Template) is not null && own is null)
        {
            return WriteTemplate(result.GetValue(options.Template));
        }

        var model = Home.ImprovementModel(_knowledge);
        var source = new SuggestionSource(_knowledge, Home.Data(result));
        if (FindProfile(source) is not { } found)
        {
            return result.GetValue(options.Profile) is null ? ExitCode.Partly : ExitCode.Usage;
        }

        var who = result.GetValue(options.Peers);
        var peers = who is null ? null : PeerChoice.Of(who, found, source.Known, _knowledge);
        if (who is not null && peers is null)
        {
            terminal.Say($"--peers: {PeerChoice.Refusal(who, _knowledge)}");
            return ExitCode.Usage;
        }

        var notes = ReadNotes(found.Edition, cancellation);
        var top = result.GetValue(options.Top);
        var path = result.GetValue(options.Out);
        // A document proposes what is likely; the list at a terminal has the length that was asked for.
        var isWhole = path is not null || result.GetValue(options.Json);
        var draft = new Suggester(_knowledge, model, source.Known).Suggest(
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
            if (!WriteFile(path, draft, own, found.Edition))
            {
                return ExitCode.Usage;
            }
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

    private bool WriteFile(string path, ImprovementDraft draft, string? own, Edition edition)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            terminal.Say($"{folder}: mappen fanns inte och skapas");
        }

        var isWritten = DraftFile.Write(
            path,
            draft,
            own is null ? null : OwnTemplate.Read(own, edition),
            result.GetValue(options.Replace)
        );
        terminal.Say(
            isWritten
                ? $"utkastet finns i {path}"
                : $"{path} finns redan och är inget orört utkast (.docx); den lämnas som den är, ge --out ett annat namn eller --replace"
        );
        return isWritten;
    }

    private NotesReading? ReadNotes(Edition edition, CancellationToken cancellation)
    {
        if (result.GetValue(options.Notes) is not { Length: > 0 } files)
        {
            return null;
        }

        var notes = Home.Notes(_knowledge, options.Limits.Of(result))
            .Read(files, edition, cancellation);
        foreach (var problem in notes.NotRead)
        {
            terminal.Say(problem);
        }

        terminal.Say(notes.Used);
        return notes;
    }

    private ScoreProfile? FindProfile(SuggestionSource source)
    {
        if (result.GetValue(options.Profile) is { } file)
        {
            return ReadProfile(new ProfileFile(_knowledge).Read(file));
        }

        if (result.GetValue(options.Report) is not { } id)
        {
            return OfMunicipality(
                result.GetValue(options.Municipality)!,
                result.GetValue(options.Year),
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

    private ScoreProfile? ReadProfile(ProfileReading reading)
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

    private ScoreProfile? OfMunicipality(string name, int? year, SuggestionSource source)
    {
        var municipality = _knowledge.Municipalities.Find(name);
        if (municipality is null)
        {
            // Reports of the dataset may be on a municipality of another name, or an invented one.
            if (source.FindMunicipality(name, year) is { } own)
            {
                return own;
            }

            terminal.Say(
                $"{name} är ingen av de 290 kommunerna{MunicipalityGuess.Question(name, _knowledge)}"
            );
            return null;
        }

        var newest = source.FindMunicipality(municipality, year);
        if (newest is null)
        {
            var totals = _knowledge
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

    private int WriteTemplate(string? path)
    {
        var edition = _knowledge.Edition(Home.CurrentEdition);
        if (path is null)
        {
            terminal.Output.Write(
                System.Text.Encoding.UTF8.GetString(
                    ProfileTemplate.Of(".csv", edition, _knowledge)!
                )
            );
            return ExitCode.Done;
        }

        if (ProfileTemplate.Of(path, edition, _knowledge) is not { } template)
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
