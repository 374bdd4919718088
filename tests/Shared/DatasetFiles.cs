using System.Security.Cryptography;

namespace Kompass.Tests;

/// <summary>The files of a dataset, to compare two of them.</summary>
internal static class DatasetFiles
{
    // They tell how much a run did itself, and when: the summary, the history, the quality report, the ledger's journal, the note of the last build.
    private static readonly string[] OfTheRun =
    [
        "run.json",
        "QUALITY.md",
        ".lock",
        "ledger.json.journal",
        ".build.json",
    ];

    /// <summary>Hash of each file by its name, without those that tell of the run; with <paramref name="all"/> of these too.</summary>
    public static SortedDictionary<string, string> Hashes(string folder, bool all = false) =>
        new(
            Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f =>
                    all
                    || (
                        !OfTheRun.Contains(Path.GetFileName(f))
                        && !f.Contains("/runs/", StringComparison.Ordinal)
                    )
                )
                .ToDictionary(
                    f => Path.GetRelativePath(folder, f),
                    f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))
                ),
            StringComparer.Ordinal
        );

    /// <summary>Copies a folder; one that was there goes.</summary>
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
