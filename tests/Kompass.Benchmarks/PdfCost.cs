using System.Diagnostics;
using System.Globalization;
using Kompass.Mining;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Benchmarks;

/// <summary>
/// What reading PDFs costs, as ratios in one run: processor time against <c>pdftotext -bbox-layout</c> alone (and pdfminer.six, where it is installed) on the
/// same files, two cores against one, and memory as the number of files grows.
/// </summary>
internal static class PdfCost
{
    public static void Run(string folder, int rounds)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var extractor = new Extractor(
            Reports.Knowledge,
            new DocumentReader(pdf: () =>
                new PdfReader(PopplerEngine.OfThisMachine(), null, new PdfLimits())
            )
        );
        foreach (var file in files.Concat(files))
        {
            extractor.Extract(file);
        }

        var many = Enumerable.Repeat(files, rounds).SelectMany(f => f).ToArray();
        var poppler = Cost(() =>
        {
            foreach (var file in many)
            {
                Start("pdftotext", "-bbox-layout", file, "-");
            }
        });
        var one = Cost(() =>
        {
            foreach (var file in many)
            {
                extractor.Extract(file);
            }
        });
        var memoryOfFew = Peak();
        var two = Cost(() =>
            Parallel.ForEach(
                many,
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                file => extractor.Extract(file)
            )
        );
        for (var i = 0; i < 3; i++)
        {
            foreach (var file in many)
            {
                extractor.Extract(file);
            }
        }

        Say($"{many.Length} PDFs ({files.Length} files, {rounds} times), no recognition");
        Say(
            $"pdftotext -bbox-layout alone   {poppler.Processor / many.Length:0.000} s of processor time a file"
        );
        Say(
            $"extraction                     {one.Processor / many.Length:0.000} s, {one.Processor / poppler.Processor:0.00} times that"
        );
        Say(
            $"two at a time                  {one.Wall / two.Wall:0.00} times the throughput of one at a time"
        );
        Say(
            $"memory of this process         {memoryOfFew} MB at most after {2 * files.Length + many.Length} files, {Peak()} MB after {2 * files.Length + (5 * many.Length)}"
        );
        if (Start("python3", "-c", "import pdfminer") == 0)
        {
            var miner = Cost(() =>
            {
                foreach (var file in files)
                {
                    Start(
                        "python3",
                        "-c",
                        "import sys; from pdfminer.high_level import extract_pages; [None for _ in extract_pages(sys.argv[1])]",
                        file
                    );
                }
            });
            Say(
                $"pdfminer.six                   {miner.Processor / files.Length:0.000} s, {miner.Processor / files.Length / (poppler.Processor / many.Length):0.0} times pdftotext"
            );
        }
    }

    private static void Say(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static (double Processor, double Wall) Cost(Action work)
    {
        var before = ProcessorSeconds();
        var clock = Stopwatch.StartNew();
        work();
        return (ProcessorSeconds() - before, clock.Elapsed.TotalSeconds);
    }

    // Of this process and all children that have ended: fields 14 to 17 of /proc/self/stat (proc(5)), in hundredths of a second.
    private static double ProcessorSeconds()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        return stat[(stat.LastIndexOf(')') + 2)..]
                .Split(' ')
                .Skip(11)
                .Take(4)
                .Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / 100;
    }

    private static int Start(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return process.ExitCode;
    }
}
