using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Writes a draft for an evaluator. The same draft gives the same bytes.</summary>
public static class DraftFile
{
    /// <summary>The endings that a draft's file may have, for messages.</summary>
    public const string Endings = ".docx, .md, .html or .json";

    /// <summary>The format that a file's name asks for, or null where its ending is none of <see cref="Endings"/>.</summary>
    public static DraftFormat? FormatOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".docx" => DraftFormat.Word,
            ".md" => DraftFormat.Markdown,
            ".html" or ".htm" => DraftFormat.Html,
            ".json" => DraftFormat.Json,
            _ => null,
        };

    /// <summary>The draft in a format.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="format">Which format.</param>
    /// <param name="template">For Word: in whose styles and form it is written; null for those of the reports.</param>
    public static byte[] Render(
        ImprovementDraft draft,
        DraftFormat format,
        OwnTemplate? template = null
    )
    {
        var manuscript = Manuscript.Of(draft, template?.Form ?? DraftForm.Reports);
        return format switch
        {
            DraftFormat.Word => WordWriter.Write(manuscript, draft, template),
            DraftFormat.Markdown => Encoding.UTF8.GetBytes(MarkdownWriter.Write(manuscript)),
            DraftFormat.Html => Encoding.UTF8.GetBytes(HtmlWriter.Write(manuscript)),
            DraftFormat.Json => Encoding.UTF8.GetBytes(DraftJson.Write(draft)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
        };
    }

    /// <summary>Writes the draft to a file in the format that its ending asks for. A draft that is there is replaced when the new one is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="template">For Word: in whose styles and form it is written; null for those of the reports.</param>
    /// <param name="replaces">Whether any file that is there is replaced; else only a Word document as the program wrote it.</param>
    /// <returns>False where the file is another, and was left as it is.</returns>
    /// <exception cref="ArgumentException">The ending is none of <see cref="Endings"/>.</exception>
    /// <exception cref="DatasetException">The file cannot be written; the message names it.</exception>
    public static bool Write(
        string path,
        ImprovementDraft draft,
        OwnTemplate? template = null,
        bool replaces = false
    )
    {
        var format =
            FormatOf(path)
            ?? throw new ArgumentException(
                $"{path}: a draft is written to {Endings}",
                nameof(path)
            );
        var bytes = Render(draft, format, template);
        try
        {
            if (!replaces && File.Exists(path) && !IsOwn(File.ReadAllBytes(path), bytes))
            {
                return false;
            }

            AtomicFile.Write(Path.GetFullPath(path), stream => stream.Write(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path}: the draft cannot be written: {e.Message}", e);
        }

        return true;
    }

    // Whether text, pages and JSON were edited cannot be seen.
    private static bool IsOwn(byte[] there, byte[] draft) =>
        there.AsSpan().SequenceEqual(draft) || EditedDraft.IsUntouched(there);
}

/// <summary>The formats of a draft.</summary>
public enum DraftFormat
{
    /// <summary><c>.docx</c>: to work in; <c>kompass feedback</c> reads it back.</summary>
    Word,

    /// <summary><c>.md</c>.</summary>
    Markdown,

    /// <summary><c>.html</c>: one page with all it needs.</summary>
    Html,

    /// <summary><c>.json</c>: all figures and all evidence.</summary>
    Json,
}
