using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Reads PDFs with UglyToad.PdfPig. The library is never loaded into this process: the assembly is started as a program of its own, within the limits, reads one
/// file after another, and what it sends back is checked as if it came from anyone. A file that a process did not read to its end is the last that
/// it was given; one that failed in a process that had read others before is read again in a fresh one, so that no file suffers from another.
/// </summary>
public sealed class PdfPigEngine : IPdfEngine, IDisposable
{
    // .NET 10 reserves 2.5 GB and 5.1 times the limit of its heap (measured with limits of 64 MB to 1 GB), nearly all of it never touched: the heap's own limit
    // is the one that bites, this one stands behind it for what is not on the heap.
    private const long AddressSpaceBesideHeap = 4L << 30;
    private const int AddressSpacePerHeap = 6;

    // As many files as a process reads, each with all of its seconds.
    private const int ProcessorSecondsPerSecond = 64;

    private readonly string _host;
    private readonly string _program;
    private readonly ConcurrentDictionary<long, ConcurrentBag<ServingChild>> _idle = new();

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
    public PdfReading Read(
        string file,
        int? attachment,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        var idle = _idle.GetOrAdd(limits.MemoryBytes, _ => []);
        while (idle.TryTake(out var used))
        {
            if (Read(used, file, attachment, limits, idle, cancellation) is PdfReading.Read read)
            {
                return read;
            }
        }

        return Read(Start(limits), file, attachment, limits, idle, cancellation);
    }

    /// <summary>Ends the processes that wait for files.</summary>
    public void Dispose()
    {
        foreach (var child in _idle.Values.SelectMany(c => c))
        {
            child.Dispose();
        }

        _idle.Clear();
    }

    private static PdfReading Read(
        ServingChild child,
        string file,
        int? attachment,
        PdfLimits limits,
        ConcurrentBag<ServingChild> idle,
        CancellationToken cancellation
    )
    {
        var parser = new BboxParser(limits);
        var outcome = child.Ask(
            string.Create(
                CultureInfo.InvariantCulture,
                // One page more than allowed, so that a file with too many is told from one that has just enough.
                $"{limits.Seconds} {limits.Pages + 1} {attachment ?? -1} {Uri.EscapeDataString(Path.GetFullPath(file))}"
            ),
            limits.Seconds,
            limits.OutputBytes,
            parser.Take,
            () => parser.IsEnd || parser.Failure is not null,
            cancellation
        );
        if (parser is { IsEnd: true, IsLast: false, Passed: null })
        {
            idle.Add(child);
        }
        else
        {
            child.Dispose();
        }

        return PdfOutcome.Of(outcome, parser, limits);
    }

    private ServingChild Start(PdfLimits limits) =>
        ServingChild.Start(
            [_host, "exec", _program],
            limits.Seconds * ProcessorSecondsPerSecond,
            AddressSpaceBesideHeap + (AddressSpacePerHeap * limits.MemoryBytes),
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
            }
        );

    private static string VersionOf(string library) =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(library).ProductVersion?.Split('+')[0]
        ?? "of unknown version";
}
