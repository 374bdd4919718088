using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Kompass.Mining;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.PdfPig;

namespace Kompass.Benchmarks;

/// <summary>
/// What reading PDFs costs, as ratios in one run: processor time against <c>pdftotext -bbox-layout</c> alone (and pdfminer.six, where it is installed) on the
/// same files, two cores against one, and memory as the number of files grows.
/// </summary>
internal static class PdfCost
{
    // The distribution's own first: its packages are not seen by others.
    private static readonly string[] Pythons = ["/usr/bin/python3", "/usr/local/bin/python3"];

    // As many as one child process reads: what starting it costs is part of a folder's cost.
    private const int FilesOfARound = 64;

    public static void Run(string folder, int rounds)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Read(files.Concat(files));
        // Enough for two at a time to share evenly.
        var round = Enumerable
            .Repeat(files, Math.Max(1, FilesOfARound / files.Length))
            .SelectMany(f => f)
            .ToArray();
        // Turn and turn about, so that a machine that slows down slows all of them.
        var costs = Enumerable
            .Range(0, rounds)
            .Select(_ =>
                (
                    Poppler: Cost(() =>
                    {
                        foreach (var file in round)
                        {
                            Start("pdftotext", "-bbox-layout", file, "-");
                        }
                    }),
                    One: Cost(() => Read(round)),
                    Two: Cost(() => Read(round, 2))
                )
            )
            .ToList();
        var poppler = costs.Sum(c => c.Poppler.Processor) / rounds / round.Length;
        var one = costs.Sum(c => c.One.Processor) / rounds / round.Length;
        var memoryBefore = Peak();
        for (var i = 0; i < 2 * rounds; i++)
        {
            Read(round);
        }

        Say(
            $"{files.Length} PDFs, {rounds} rounds of {round.Length}, no recognition; medians over rounds, in brackets from least to most"
        );
        Say($"pdftotext -bbox-layout alone   {poppler:0.000} s of processor time a file");
        Say(
            $"extraction                     {one:0.000} s, {Spread(costs.Select(c => c.One.Processor / c.Poppler.Processor))} times that"
        );
        Say(
            $"two at a time                  {Spread(costs.Select(c => c.One.Wall / c.Two.Wall))} times the throughput of one at a time"
        );
        Say(
            $"memory of this process         {memoryBefore} MB at most after {2 * (files.Length + (round.Length * rounds))} files, {Peak()} MB after {2 * (files.Length + (2 * round.Length * rounds))}"
        );
        if (
            Pythons.FirstOrDefault(p => File.Exists(p) && Start(p, "-c", "import pdfminer") == 0) is
            { } python
        )
        {
            var miner = Cost(() =>
            {
                foreach (var file in files)
                {
                    Start(
                        python,
                        "-c",
                        "import sys; from pdfminer.high_level import extract_pages; [None for _ in extract_pages(sys.argv[1])]",
                        file
                    );
                }
            });
            Say(
                $"pdfminer.six                   {miner.Processor / files.Length:0.000} s, {miner.Processor / files.Length / poppler:0.0} times pdftotext"
            );
        }
    }

    // Ends the child processes too, since only those that have ended are counted.
    private static void Read(IEnumerable<string> files, int atATime = 1)
    {
        using (var engine = PdfPigEngine.Find())
        {
            var extractor = new Extractor(
                Reports.Knowledge,
                new DocumentReader(pdf: () => new PdfReader(engine, null, new PdfLimits()))
            );
            Parallel.ForEach(
                Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = atATime },
                file => extractor.Extract(file)
            );
        }

        while (Children().Any())
        {
            Thread.Sleep(10);
        }
    }

    // By the fourth field of /proc/[pid]/stat (proc(5)).
    private static IEnumerable<string> Children() =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0]))
            .Where(d =>
            {
                try
                {
                    var stat = File.ReadAllText(Path.Combine(d, "stat"));
                    return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]
                        == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
                }
                // It has ended in the meantime.
                catch (IOException)
                {
                    return false;
                }
            });

    private static string Spread(IEnumerable<double> ratios)
    {
        var sorted = ratios.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted[sorted.Count / 2]:0.00} ({sorted[0]:0.00} to {sorted[^1]:0.00})"
        );
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
