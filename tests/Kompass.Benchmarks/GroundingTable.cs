using System.Globalization;
using Kompass.Mining;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.PdfPig;
using Kompass.Mining.Reports;

namespace Kompass.Benchmarks;

/// <summary>Prints how well the sources of values point to their places in a folder of linked PDFs, worst files first, and which values do not.</summary>
internal static class GroundingTable
{
    public static void Run(string folder)
    {
        using var engine = PdfPigEngine.Find();
        var extractor = new Extractor(
            Reports.Knowledge,
            new DocumentReader(pdf: () => new PdfReader(engine, null, new PdfLimits()))
        );
        var files = Directory
            .EnumerateFiles(folder, "*.pdf")
            .Order(StringComparer.Ordinal)
            .Select(f =>
                (
                    Name: Path.GetFileName(f),
                    Values: extractor.Extract(f) is ReportReading.Read read
                        ? Grounding.Measure(f, read.Record)
                        : []
                )
            )
            .OrderBy(f => GroundedValue.F1(f.Values, IsGrounded))
            .ToList();
        foreach (var (name, values) in files.Append(("all", [.. files.SelectMany(f => f.Values)])))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -50} {values.Count, 5} values, F1 of boxes {GroundedValue.F1(values, IsGrounded):0.000}, of pages {GroundedValue.F1(values, v => v.HasPage):0.000}, mean overlap {values.Select(v => v.Overlap).DefaultIfEmpty().Average():0.000}"
                )
            );
        }

        foreach (var (name, values) in files)
        {
            foreach (var value in values.Where(v => !IsGrounded(v)))
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: {value.Name}: drawn {string.Join(", ", value.Drawn)}, read {value.Read}, overlap {value.Overlap:0.00}"
                    )
                );
            }
        }
    }

    private static bool IsGrounded(GroundedValue value) => value.Overlap >= Grounding.LeastOverlap;
}
