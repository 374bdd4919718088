using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Reports;
using Spectre.Console;

namespace Kompass.Cli.Commands;

/// <summary>Shows where a value of a record stands: the passage of a text, or a picture of the page with the place marked.</summary>
internal static class EvidenceView
{
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

                terminal.Say($"{value.Shown}");
                terminal.Say($"{document}, page {page}");
                terminal.Output.WriteLine(picture);
                return ExitCode.Done;
            case Evidence.Passage passage:
                terminal.Say(value.Shown);
                terminal.Say($"{passage.File}, line {passage.Line}");
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
}
