using System.Globalization;
using Kompass.Mining.Corpus;

namespace Kompass.Benchmarks;

/// <summary>Reports to read: the samples, and as many more as are wanted, made of them with other names, years and figures.</summary>
internal static class Reports
{
    private static readonly string[] Names = ["Björkvallen", "Ekmossen", "Norrholma", "Sandfors"];

    /// <summary>The repository's folder: the working directory or one above the program.</summary>
    public static string Root { get; } =
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
            .SelectMany(Above)
            .First(f => File.Exists(Path.Combine(f, "Kompass.Mining.sln")));

    public static string Corpus => Path.Combine(Root, "corpus");

    public static Knowledge Knowledge { get; } = Knowledge.Load(Corpus);

    /// <summary>Files of a folder of the samples with this ending.</summary>
    public static string[] Samples(string ending) =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Corpus, "samples"),
                    "*" + ending,
                    SearchOption.AllDirectories
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Writes this many reports, no two of one municipality and year.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var texts = Samples(".txt").Select(File.ReadAllText).ToArray();
        for (var i = 0; i < count; i++)
        {
            var text = texts[i % texts.Length];
            var suffix = string.Concat(
                (i / texts.Length)
                    .ToString(CultureInfo.InvariantCulture)
                    .Select(d => (char)('a' + d - '0'))
            );
            foreach (var name in Names)
            {
                text = text.Replace(name, name + suffix, StringComparison.OrdinalIgnoreCase);
            }

            // Other figures: numbers of employees, years of plans, dates; the scores keep their sums.
            text = text.Replace(
                "2008",
                (2000 + (i % 9)).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
            File.WriteAllText(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"r{i:0000}.txt")),
                text
            );
        }
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var d = new DirectoryInfo(folder); d is not null; d = d.Parent)
        {
            yield return d.FullName;
        }
    }
}
