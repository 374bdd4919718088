using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;
using Kompass.Web.Pages;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Web.Hosting;

/// <summary>What suggestions are made with.</summary>
/// <param name="Model">Predicts.</param>
/// <param name="Notes">Reads the municipality's own papers.</param>
public sealed record SuggestionTools(ImprovementModel Model, NoteReader Notes);

/// <summary>Answers the form of <see cref="SuggestPage"/> with suggestions on the page or as a Word document. Nothing of it is kept.</summary>
internal sealed class SuggestEndpoint(ViewEndpoint views, ExplorerOptions options)
{
    /// <summary>Names of the fields that are no points.</summary>
    public const string Peers = "jämför";
    public const string Notes = "underlag";
    public const string Format = "format";

    private const string WordType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Longer than any value of a profile.
    private const int MostCharacters = 200;

    public async Task Answer(HttpContext context)
    {
        if (
            options.Suggestions is null
            || context.Request.Headers["Sec-Fetch-Site"] is [{ } site]
                && site is not ("same-origin" or "none")
        )
        {
            await Refuse(
                context,
                StatusCodes.Status403Forbidden,
                "Formuläret besvaras bara från den här sidan.",
                "The form is answered from this page only."
            );
            return;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e)
            when (e is InvalidDataException or InvalidOperationException or BadHttpRequestException)
        {
            await Refuse(
                context,
                StatusCodes.Status400BadRequest,
                "Formuläret kan inte läsas; är filerna för stora?",
                e.Message
            );
            return;
        }

        var view = await Task.Run(() => Make(form, context.RequestAborted), context.RequestAborted);
        if (form[Format] == "docx" && view.Draft is { } draft)
        {
            context.Response.ContentType = WordType;
            context.Response.Headers.ContentDisposition =
                $"attachment; filename=\"{draft.Id}.docx\"";
            await context.Response.Body.WriteAsync(
                DraftFile.Render(draft, DraftFormat.Word),
                context.RequestAborted
            );
            return;
        }

        await views.Draw(context, typeof(SuggestPage), view);
    }

    private Task Refuse(HttpContext context, int status, string swedish, string english) =>
        views.Tell(
            context,
            status,
            "Formuläret kan inte besvaras",
            "The form cannot be answered",
            swedish,
            english
        );

    private SuggestView Make(IFormCollection form, CancellationToken cancellation)
    {
        var values = form.Where(f => f.Key != Format)
            .Select(f => (f.Key, Value: f.Value.ToString().Trim()))
            .Where(f => f.Value.Length is > 0 and <= MostCharacters)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var view = new SuggestView { CanSuggest = true, Values = values };
        var reading = new ProfileBuilder(options.Knowledge, "formuläret").Build([
            .. values
                .Where(v => v.Key != Peers)
                .Select(v => new ProfileEntry(ProfileFields.KeyOf(v.Key), v.Key, v.Value)),
        ]);
        if (reading is not ProfileReading.Read { Profile: var profile })
        {
            return view with
            {
                Problems =
                [
                    .. ((ProfileReading.Refused)reading).Problems.Select(p =>
                        p.Cell.Length > 0 ? $"{p.Cell}: {p.Message}" : p.Message
                    ),
                ],
            };
        }

        var (model, noteReader) = options.Suggestions!.Value;
        var source = new SuggestionSource(options.Knowledge, options.Data);
        PeerChoice? peers = null;
        if (values.TryGetValue(Peers, out var who))
        {
            peers = PeerChoice.Of(who, profile, source.Known, options.Knowledge);
            if (peers is null)
            {
                return view with
                {
                    Problems = [$"{Peers}: {PeerChoice.Refusal(who, options.Knowledge)}"],
                };
            }
        }

        var notes = ReadNotes(form.Files, noteReader, profile.Edition, cancellation);
        return view with
        {
            Problems = notes.NotRead,
            Remarks = [.. Remarks(profile, form.Files.Count > 0 ? notes : null)],
            Draft = new Suggester(options.Knowledge, model, source.Known).Suggest(
                profile,
                new SuggestionOptions(Peers: peers, Notes: notes.Evidence),
                cancellation
            ),
        };
    }

    private static IEnumerable<string> Remarks(ScoreProfile profile, NotesReading? notes)
    {
        if (profile.Municipality.Code is null)
        {
            yield return $"{profile.Municipality.Name} är inte en av Sveriges 290 kommuner; utkastet behandlas som en övning.";
        }

        if (notes is not null && notes.NotUsed + notes.Evidence.Count > 0)
        {
            yield return UpperFirst(notes.Used) + ".";
        }
    }

    // Papers lie in a folder of their own for as long as they are read, for PDFs are read by another process.
    private static NotesReading ReadNotes(
        IFormFileCollection files,
        NoteReader reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var folder = Directory.CreateTempSubdirectory("kompass-notes-");
        try
        {
            var paths = new List<string>();
            foreach (var file in files.Where(f => f is { Name: Notes, Length: > 0 }))
            {
                var name = Path.GetFileName(file.FileName);
                var path = Path.Combine(
                    folder.CreateSubdirectory(Path.GetRandomFileName()).FullName,
                    name.Trim('.', ' ').Length > 0 ? name : Notes
                );
                using var target = File.Create(path);
                file.CopyTo(target);
                paths.Add(path);
            }

            var notes = reader.Read(paths, edition, cancellation);
            // Of the machine's folders nothing is said.
            return notes with
            {
                NotRead =
                [
                    .. notes.NotRead.Select(n =>
                        n[
                            (
                                n.IndexOf("kompass-notes-", StringComparison.Ordinal)
                                + folder.Name.Length
                                + 14
                            )..
                        ]
                    ),
                ],
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
