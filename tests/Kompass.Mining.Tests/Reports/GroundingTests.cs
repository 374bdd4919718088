using Kompass.Benchmarks;
using Kompass.Mining.Tests.Documents.Pdf;

namespace Kompass.Mining.Tests.Reports;

/// <summary>
/// The sources of values point to where the values are printed, as the programs say that printed them (Cases/pdf, made by scripts/sample-pdfs).
/// </summary>
public sealed class GroundingTests
{
    // What is asked of this program at least; measured are more forms than are kept here (docs/accuracy.md).
    private const double LeastBoxes = 0.97;
    private const double LeastPages = 0.99;

    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests",
        "Kompass.Mining.Tests",
        "Cases",
        "pdf"
    );

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.pdf").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void SourceOfAValue_IsWhereItIsPrinted(string name)
    {
        var file = Path.Combine(Folder, name);

        var values = Grounding.Measure(file, PdfSubject.Extract(file));

        Assert.True(values.Count > 90);
        Assert.True(GroundedValue.F1(values, v => v.HasPage) >= LeastPages);
        Assert.True(
            GroundedValue.F1(values, v => v.Overlap >= Grounding.LeastOverlap) >= LeastBoxes
        );
    }

    /// <summary>The measure sees a source that points elsewhere.</summary>
    [Fact]
    public void SourceOfAnotherValue_DoesNotCount()
    {
        var file = Directory.GetFiles(Folder, "*.pdf")[0];
        var record = PdfSubject.Extract(file);
        var moved = record with
        {
            Findings =
            [
                record.Findings[0] with
                {
                    Source = record.Findings[^1].Source,
                },
                .. record.Findings.Skip(1),
            ],
        };

        var values = Grounding.Measure(file, moved);

        Assert.Single(values, v => !v.HasPage);
    }
}
