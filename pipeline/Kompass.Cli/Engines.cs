using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;
using Kompass.Mining.Learning;
using Kompass.Mining.MLNet;
using Kompass.Mining.PdfPig;

namespace Kompass.Cli;

/// <summary>The engines of this build and machine, and which of them a person chose.</summary>
internal static class Engines
{
    private static readonly Lazy<RecognitionEngine?> Recognition = new(RecognitionEngine.Find);

    private static readonly Lazy<PdfPigEngine?> Pdf = new(PdfPigEngine.Find);

    /// <summary>What models are trained with. Reading and applying them needs no engine.</summary>
    public static ILearningEngine Learning => new MLNetEngine();

    /// <summary>What reads PDFs, or null where its program does not lie beside this one.</summary>
    public static IPdfEngine? PdfPig => Pdf.Value;

    /// <summary>Reads PDFs and scans.</summary>
    public static PdfReader Reader(PdfLimits limits) => new(Pdf.Value, Recognition.Value, limits);
}
