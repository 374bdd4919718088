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
                    $"is {(IsOld(bytes) ? "an old Word document (.doc) or one with a password" : "an OpenDocument file")} that LibreOffice could not turn into a Word document; save it as .docx without a password"
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
            _ => true,
            environment: null,
            cancellation
        );
        if (outcome.End == ChildEnd.NotFound || outcome.ExitCode == 127)
        {
            throw new OfficeException(
                "is an OpenDocument file or an old Word document, and LibreOffice (soffice), which would convert it, is not on this machine; save it as .docx, or install libreoffice-writer"
            );
        }

        if (outcome.End == ChildEnd.OutOfTime)
        {
            throw new OfficeException(
                $"took LibreOffice more than {Patience.ToString(CultureInfo.InvariantCulture)} seconds; save it as .docx"
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
