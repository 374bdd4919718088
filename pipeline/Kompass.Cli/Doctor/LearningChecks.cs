using System.Diagnostics;

namespace Kompass.Cli.Doctor;

/// <summary>What models are trained with here.</summary>
internal static class LearningChecks
{
    // The packages' assemblies all bear version 1.0.0.0; their files tell the release.
    private static readonly (string Package, string File)[] Packages =
    [
        ("Microsoft.ML", "Microsoft.ML.Data.dll"),
        ("Microsoft.ML.FastTree", "Microsoft.ML.FastTree.dll"),
    ];

    /// <summary>One check a package; nothing of it is loaded.</summary>
    public static IEnumerable<Check> Of(string folder) =>
        Packages.Select(p => Of(p.Package, Path.Combine(folder, p.File)));

    private static Check Of(string package, string file) =>
        Check.Of(
            "learning",
            package,
            File.Exists(file)
                ? $"{FileVersionInfo.GetVersionInfo(file).ProductVersion?.Split('+')[0]}, for train, evaluate and the labels of whole reports; queries and suggestions need none of it"
                : null,
            State.Missing,
            $"{Path.GetFileName(file)} is not beside the program; build it anew"
        );
}
