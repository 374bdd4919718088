using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;
using Kompass.Mining.PdfPig;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>What reads PDFs, for tests.</summary>
internal static class PdfSubject
{
    private static readonly Lazy<PdfPigEngine> Found = new(() =>
        PdfPigEngine.Find() ?? throw new InvalidOperationException("PdfPig was not built in")
    );

    public static PdfPigEngine Engine => Found.Value;

    /// <summary>The pages of a file.</summary>
    public static IReadOnlyList<Page> Pages(string file, PdfLimits? limits = null) =>
        Engine.Read(
            file,
            null,
            limits ?? new PdfLimits(),
            TestContext.Current.CancellationToken
        ) switch
        {
            PdfReading.Read read => read.Pages,
            PdfReading.NotRead aside => throw new Xunit.Sdk.XunitException(aside.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A way from files to records.</summary>
    public static Extractor Extractor(
        RecognitionEngine? recognition = null,
        PdfLimits? limits = null
    )
    {
        var reader = new PdfReader(Engine, recognition, limits ?? new PdfLimits());
        return new Extractor(Subject.Knowledge, new DocumentReader(pdf: () => reader));
    }

    /// <summary>A file as a record.</summary>
    public static ReportRecord Extract(string file, RecognitionEngine? recognition = null) =>
        Assert
            .IsType<ReportReading.Read>(
                Extractor(recognition).Extract(file, TestContext.Current.CancellationToken)
            )
            .Record;
}
