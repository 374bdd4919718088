using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Benchmarks;

/// <summary>Reports to read: the samples, and as many more as are wanted, made of them with other names, findings and figures.</summary>
internal static partial class Reports
{
    private static readonly string[] Names =
    [
        "Björkvallen",
        "Ekmossen",
        "Halleby",
        "Mossebo",
        "Norrholma",
        "Sandfors",
        "Vintermark",
    ];

    private static readonly string[] Where =
    [
        "i skolan",
        "inom äldreomsorgen",
        "på tekniska kontoret",
        "hos socialtjänsten",
        "i biblioteken",
        "inom räddningstjänsten",
        "på fritidsgårdarna",
        "i de kommunala bolagen",
    ];

    private static readonly string[] Since =
    [
        "efter beslut i fullmäktige",
        "på försök sedan",
        "enligt planen från",
        "med mål från",
        "som infördes",
    ];

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

    /// <summary>Writes this many reports, no two of one municipality and year, no two findings or tables alike.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var texts = Samples(".txt").Select(ReadText).ToArray();
        for (var i = 0; i < count; i++)
        {
            var chance = new Random(i);
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

            text = Bullet()
                .Replace(
                    text,
                    m =>
                        $"{m.Value} {Where[chance.Next(Where.Length)]} {Since[chance.Next(Since.Length)]} {1990 + chance.Next(20)}"
                );
            text = TableRow().Replace(text, m => WithPoints(m, chance));
            File.WriteAllText(
                Path.Combine(
                    folder,
                    string.Create(CultureInfo.InvariantCulture, $"r{i:00000}.txt")
                ),
                text
            );
        }
    }

    // A finding between two bullets of one line, or at the end of its own.
    [GeneratedRegex(@"• ?\p{L}[^•<\n]{8,90}?(?=\s*(•|<|\r?\n))")]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(\d\.\d[ \t].*[ \t])(\d+)([ \t])(\d+)([ \t])\d+%(?=\r?$)",
        RegexOptions.Multiline
    )]
    private static partial Regex TableRow();

    private static string WithPoints(Match row, Random chance)
    {
        var max = int.Parse(row.Groups[4].Value, CultureInfo.InvariantCulture);
        var points = chance.Next(1, max + 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Groups[1].Value}{points}{row.Groups[3].Value}{max}{row.Groups[5].Value}{Math.Round(100.0 * points / max)}%"
        );
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return File.ReadAllText(file, Encoding.Latin1);
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
