using System.Globalization;
using System.Runtime.InteropServices;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Reads PDFs with UglyToad.PdfPig: words with boxes, sizes, and whether they are bold. The library is never loaded into this process; for each file the
/// assembly is started as a program of its own, within the limits, and what it sends back is checked as if it came from anyone.
/// </summary>
public sealed class PdfPigEngine : IPdfEngine
{
    // .NET 10 reserves 2.5 GB and 5.1 times the limit of its heap (measured with limits of 64 MB to 1 GB), nearly all of it never touched: the heap's own limit
    // is the one that bites, this one stands behind it for what is not on the heap.
    private const long AddressSpaceBesideHeap = 4L << 30;
    private const int AddressSpacePerHeap = 6;

    private readonly string _host;
    private readonly string _program;

    private PdfPigEngine(string host, string program, string version)
    {
        (_host, _program) = (host, program);
        Name = $"pdfpig {version}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The engine, or null where its program does not lie beside this assembly or no .NET host is found to start it.</summary>
    public static PdfPigEngine? Find()
    {
        var program = typeof(PdfPigEngine).Assembly.Location;
        var library = Path.Combine(Path.GetDirectoryName(program)!, "UglyToad.PdfPig.dll");
        // The runtime's folder is HOST/shared/Microsoft.NETCore.App/VERSION.
        var host = Path.GetFullPath(
            Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(),
                "..",
                "..",
                "..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );
        return
            File.Exists(host)
            && File.Exists(library)
            && File.Exists(Path.ChangeExtension(program, ".runtimeconfig.json"))
            ? new PdfPigEngine(host, program, VersionOf(library))
            : null;
    }

    /// <inheritdoc/>
    public PdfReading Read(string file, PdfLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var parser = new BboxParser(limits);
        var outcome = ChildProcess.Run(
            [
                _host,
                "exec",
                _program,
                Path.GetFullPath(file),
                // One more than allowed, so that a file with too many is told from one that has just enough.
                (limits.Pages + 1).ToString(CultureInfo.InvariantCulture),
            ],
            limits.Seconds,
            AddressSpaceBesideHeap + (AddressSpacePerHeap * limits.MemoryBytes),
            limits.OutputBytes,
            null,
            parser.Take,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // Hexadecimal, as the runtime reads it.
                ["DOTNET_GCHeapHardLimit"] = limits.MemoryBytes.ToString(
                    "X",
                    CultureInfo.InvariantCulture
                ),
                // A child that is killed would leave the sockets for debuggers in the folder of temporary files.
                ["DOTNET_EnableDiagnostics"] = "0",
                ["DOTNET_gcServer"] = "0",
            },
            cancellation
        );
        return PdfOutcome.Of(outcome, parser, limits, "dotnet");
    }

    private static string VersionOf(string library) =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(library).ProductVersion?.Split('+')[0]
        ?? "of unknown version";
}
