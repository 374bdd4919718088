using System.Net;
using System.Text.RegularExpressions;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Reports;
using Spectre.Console;

namespace Kompass.Cli.Commands;

/// <summary>Shows where a value of a record stands: the passage of a text, or a picture of the page with the place marked.</summary>
internal static partial class EvidenceView
{
    private const int MostMilliseconds = 20_000;

    public static int Write(
        Terminal terminal,
        ReportRecord record,
        string name,
        string? file,
        PdfLimits limits,
        DocumentFinder documents,
        CancellationToken cancellation
    )
    {
        if (ValuePath.Find(record, name) is not { } value)
        {
            terminal.Say(
                $"{record.Id}: has no value {name} that was read somewhere; expected a name like {ValuePath.Expected}"
            );
            return ExitCode.Partly;
        }

        switch (Evidence.Of(record, value, limits, documents, cancellation))
        {
            case Evidence.Picture { File: var document, Page: var page, Image: var image }:
                var picture = file ?? $"{record.Id}-{value.Path.Replace('/', '-')}.png";
                try
                {
                    using var stream = File.Create(picture);
                    image.WritePng(stream);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new DatasetException($"{picture}: cannot be written: {e.Message}");
                }

                About(terminal, record, value);
                terminal.Say($"{document}, page {page}");
                terminal.Output.WriteLine(picture);
                return ExitCode.Done;
            case Evidence.Passage passage:
                About(terminal, record, value);
                terminal.Say($"{passage.File}, line {passage.Line}");
                if (file is not null)
                {
                    terminal.Say(
                        $"{file} is not written: the document is text, and the passage stands here"
                    );
                }

                if (DocumentOf(record, value).Kind == DocumentKind.Html)
                {
                    passage = passage with
                    {
                        Before = Visible(passage.Before),
                        Text = Visible(passage.Text),
                        After = Visible(passage.After),
                    };
                }

                terminal.Out.MarkupLine(
                    terminal.IsPlain
                        ? Markup.Escape($"{passage.Before}>>{passage.Text}<<{passage.After}")
                        : $"[grey]{Markup.Escape(passage.Before)}[/][black on yellow]{Markup.Escape(passage.Text)}[/][grey]{Markup.Escape(passage.After)}[/]"
                );
                return ExitCode.Done;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The value, and why the place may say another.
    private static void About(Terminal terminal, ReportRecord record, NamedValue value)
    {
        terminal.Say(value.Shown);
        foreach (var correction in CorrectionsOf.Value(record, value.Path))
        {
            terminal.Say(
                $"corrected; the document says what stood before: {CorrectionsOf.Words(correction)}"
            );
        }

        if (value.Source.Via is Via.Sum or Via.Derived)
        {
            terminal.Say(
                value.Source.Via == Via.Sum
                    ? "printed nowhere: it was added up, and the place is where the first of its parts stands"
                    : "printed nowhere: it was worked out from what stands at the place"
            );
        }
    }

    private static DocumentInfo DocumentOf(ReportRecord record, NamedValue value) =>
        (record.Documents ?? [record.Document])[value.Source.Document ?? 0];

    // What a browser shows of a piece of HTML, whose first and last tag may be cut.
    private static string Visible(string html) =>
        Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    // </td><td class="points">, and pieces of tags at either end
    [GeneratedRegex("^[^<>]*>|<[^>]*(?:>|$)", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Blanks();
}
