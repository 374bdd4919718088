using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>The engines that this build has, for tests that hold for each of them.</summary>
internal static class PdfEngines
{
    private static readonly Dictionary<string, Lazy<IPdfEngine?>> All = new(StringComparer.Ordinal)
    {
        ["poppler"] = new(PopplerEngine.Find),
        ["pdfpig"] = new(PdfPig.PdfPigEngine.Find),
    };

    public static TheoryData<string> Names { get; } = [.. All.Keys];

    /// <summary>An engine of this build; skips the test where its program is not installed.</summary>
    public static IPdfEngine Get(string name)
    {
        var engine = All[name].Value;
        Assert.SkipWhen(engine is null, $"{name} is not installed on this machine");
        return engine!;
    }

    /// <summary>A way from files to records on which one engine reads the PDFs.</summary>
    public static Extractor Extractor(string name, RecognitionEngine? recognition = null)
    {
        var reader = new PdfReader([Get(name)], recognition, new PdfLimits());
        return new Extractor(Subject.Knowledge, new DocumentReader(pdf: () => reader));
    }

    /// <summary>A file as a record.</summary>
    public static ReportRecord Extract(string name, string file) =>
        Assert
            .IsType<ReportReading.Read>(
                Extractor(name).Extract(file, TestContext.Current.CancellationToken)
            )
            .Record;
}
