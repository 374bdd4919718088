using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Kompass.Fuzz;
using Kompass.Mining;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.PdfPig;
using Kompass.Mining.Reports;

var corpus = new Option<string>("--corpus")
{
    Description = "The corpus folder",
    DefaultValueFactory = _ => "corpus",
};
var from = new Option<string[]>("--from")
{
    Description = "Files and folders to damage (default: the corpus's samples)",
    AllowMultipleArgumentsPerToken = true,
};
var count = new Option<int>("--count")
{
    Description = "Damaged files",
    DefaultValueFactory = _ => 20_000,
};
var seed = new Option<int>("--seed") { Description = "First seed", DefaultValueFactory = _ => 1 };
var seconds = new Option<int>("--hang")
{
    Description = "Seconds after which a file counts as hanging",
    DefaultValueFactory = _ => 40,
};
var keep = new Option<string>("--keep")
{
    Description = "Folder for what broke",
    DefaultValueFactory = _ => "fuzz-findings",
};
var command = new RootCommand(
    """
    Damage reports in every way and read them: no crash, no hang, no wrong score in silence.
    Each damaged file comes of its seed alone: --seed 4711 --count 1 makes that one again.

    Exit status: 0 nothing broke; 1 something did (kept in the folder, seed in its name).
    """
)
{
    corpus,
    from,
    count,
    seed,
    seconds,
    keep,
};
command.SetAction(result =>
{
    var knowledge = Knowledge.Load(result.GetValue(corpus)!);
    // Without recognition: it costs minutes a file, and its pictures come from the same renderer.
    var extractor = new Extractor(
        knowledge,
        new DocumentReader(pdf: () =>
            new PdfReader(PdfPigEngine.Find(), null, new PdfLimits(Seconds: 20))
        )
    );
    var given = result.GetValue(from) is { Length: > 0 } named
        ? named
        : [Path.Combine(result.GetValue(corpus)!, "samples")];
    var originals = given
        .SelectMany(p =>
            Directory.Exists(p)
                ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories)
                : [p]
        )
        .Order(StringComparer.Ordinal)
        .Select(f =>
            (
                File: f,
                Bytes: File.ReadAllBytes(f),
                Sound: extractor.Extract(f) as ReportReading.Read
            )
        )
        .Where(o => o.Sound is not null)
        .ToList();
    var folder = Directory.CreateTempSubdirectory("kompass-fuzz-").FullName;
    var (records, aside, broken) = (0, 0, 0);
    var first = result.GetValue(seed);
    var clock = Stopwatch.StartNew();
    Parallel.For(
        first,
        first + result.GetValue(count),
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        number =>
        {
            var random = new Random(number);
            var (file, bytes, sound) = originals[random.Next(originals.Count)];
            // Every other PDF is damaged behind its packing.
            var damaged = ByteMutation.Of(number % 2 == 0 ? PlainPdf.Of(bytes) : bytes, random);
            var path = Path.Combine(
                folder,
                number.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(file)
            );
            File.WriteAllBytes(path, damaged);
            var complaint = Judge(path, sound!.Record, result.GetValue(seconds));
            if (complaint is not null)
            {
                Interlocked.Increment(ref broken);
                Directory.CreateDirectory(result.GetValue(keep)!);
                File.Copy(
                    path,
                    Path.Combine(result.GetValue(keep)!, Path.GetFileName(path)),
                    overwrite: true
                );
                Console.Error.WriteLine($"seed {number}, of {file}: {complaint}");
            }

            File.Delete(path);
        }
    );
    Directory.Delete(folder, recursive: true);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.GetValue(count)} damaged files of {originals.Count} reports in {clock.Elapsed.TotalSeconds:0} s: {records} records, {aside} set aside, {broken} broke something"
        )
    );
    return broken == 0 ? 0 : 1;

    string? Judge(string path, ReportRecord sound, int hang)
    {
        var own = Stopwatch.StartNew();
        try
        {
            switch (extractor.Extract(path))
            {
                case ReportReading.Read read:
                    Interlocked.Increment(ref records);
                    RecordJson.Read(RecordJson.WriteLine(read.Record));
                    return own.Elapsed.TotalSeconds > hang
                        ? $"took {own.Elapsed.TotalSeconds:0} s"
                        : Oracle.Complaint(sound, read.Record);
                case ReportReading.NotRead { SetAside.Cause: SetAsideCause.Fault } fault:
                    return fault.SetAside.Message;
                case ReportReading.NotRead { SetAside.Message.Length: > 0 }:
                    Interlocked.Increment(ref aside);
                    return own.Elapsed.TotalSeconds > hang
                        ? $"took {own.Elapsed.TotalSeconds:0} s"
                        : null;
                default:
                    return "set aside without a reason";
            }
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}";
        }
    }
});
return command.Parse(args).Invoke();
