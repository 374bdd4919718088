using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Improvements.Office;

/// <summary>Turns an OpenDocument text or an old Word document into a Word document, by LibreOffice in a child process without network and a folder of its own.</summary>
internal static class OfficeConverter
{
    // A draft takes a few seconds; the first start of LibreOffice on a slow machine up to a minute.
    private const int Patience = 120;

    // The zip's first entry is the uncompressed type of the document (OpenDocument 1.3, part 2, 3.3).
    private const int HeadBytes = 128;

    /// <summary>Whether a file has to be converted: an old Word document, or a zip that says it is an OpenDocument text.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> bytes) =>
        IsOld(bytes)
        || (
            bytes.StartsWith("PK\u0003\u0004"u8)
            && bytes[..Math.Min(bytes.Length, HeadBytes)]
                .IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0
        );

    /// <summary>The same as a Word document.</summary>
    /// <exception cref="OfficeException">LibreOffice is not there, or could not.</exception>
    public static byte[] ToWord(byte[] bytes, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("kompass-feedback-").FullName;
        try
        {
            // LibreOffice refuses a file whose ending is another's.
            var source = Path.Combine(folder, IsOld(bytes) ? "draft.doc" : "draft.odt");
            File.WriteAllBytes(source, bytes);
            Run(folder, source, cancellation);
            var converted = new FileInfo(Path.Combine(folder, "out", "draft.docx"));
            return converted is { Exists: true, Length: <= PackageReader.MaxFileBytes }
                ? File.ReadAllBytes(converted.FullName)
                : throw new OfficeException(
                    $"är {(IsOld(bytes) ? "ett gammalt Worddokument (.doc) eller ett med lösenord" : "en OpenDocumentfil")} som LibreOffice inte kunde göra om till Worddokument; spara som .docx utan lösenord"
                );
        }
        finally
        {
            TryDelete(folder);
        }
    }

    private static bool IsOld(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]);

    private static void Run(string folder, string source, CancellationToken cancellation)
    {
        var outcome = ChildProcess.Run(
            [
                "soffice",
                "-env:UserInstallation=file://" + Path.Combine(folder, "profile"),
                "--headless",
                "--norestore",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                Path.Combine(folder, "out"),
                source,
            ],
            Patience,
            memoryBytes: 0,
            outputBytes: 1 << 20,
            input: null,
            environment: null,
            cancellation
        );
        if (outcome.End == ChildEnd.NotFound || outcome.ExitCode == 127)
        {
            throw new OfficeException(
                "är en OpenDocumentfil eller ett gammalt Worddokument, och LibreOffice (soffice), som skulle göra om det, finns inte på den här maskinen; spara som .docx, eller installera libreoffice-writer"
            );
        }

        if (outcome.End == ChildEnd.OutOfTime)
        {
            throw new OfficeException(
                $"tog LibreOffice mer än {Patience.ToString(CultureInfo.InvariantCulture)} sekunder; spara som .docx"
            );
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What LibreOffice still holds is left to the system's cleaning of temporary folders.
        }
    }
}
