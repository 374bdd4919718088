using System.CommandLine;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Learning;
using Kompass.Mining.MLNet;
using Kompass.Mining.PdfPig;

namespace Kompass.Cli;

/// <summary>The engines of this build and machine, and which of them a person chose.</summary>
internal static class Engines
{
    /// <summary>All that there are, the best first.</summary>
    public const string Auto = "auto";

    private static readonly Lazy<RecognitionEngine?> Recognition = new(RecognitionEngine.Find);

    // In the order in which they are asked.
    private static readonly (string Name, Lazy<IPdfEngine?> Engine)[] Pdf =
    [
        ("pdfpig", new(PdfPigEngine.Find)),
        ("poppler", new(PopplerEngine.Find)),
    ];

    /// <summary>What models are trained with. Reading and applying them needs no engine.</summary>
    public static ILearningEngine Learning => new MLNetEngine();

    /// <summary><c>--engine NAME</c> of commands that read PDFs.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--engine")
        {
            Description =
                "What reads PDFs: auto (all that are there, the next where one fails), pdfpig, poppler",
            HelpName = "NAME",
            DefaultValueFactory = _ => Auto,
        };
        option.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string>();
            if (name is null || name != Auto && !PdfNames.Contains(name, StringComparer.Ordinal))
            {
                result.AddError(
                    $"--engine takes {string.Join(", ", PdfNames.Prepend(Auto))}, not {name}"
                );
            }
            else if (name != Auto && Find(name) is null)
            {
                result.AddError(
                    $"--engine {name}: it is not here; kompass doctor tells what is missing"
                );
            }
        });
        return option;
    }

    /// <summary>An engine for PDFs by its name, or null where this build or machine does not have it.</summary>
    public static IPdfEngine? Find(string name) =>
        Array.Find(Pdf, p => p.Name == name).Engine?.Value;

    /// <summary>The names of the engines for PDFs, the one that is asked first at the head.</summary>
    public static IEnumerable<string> PdfNames => Pdf.Select(p => p.Name);

    /// <summary>Reads PDFs with the chosen engines.</summary>
    public static PdfReader Reader(string choice, PdfLimits limits) =>
        new(
            choice == Auto
                ? [.. Pdf.Select(p => p.Engine.Value).OfType<IPdfEngine>()]
                : [Find(choice)!],
            Recognition.Value,
            limits
        );
}
