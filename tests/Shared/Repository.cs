namespace Kompass.Tests;

/// <summary>Where the tests find the repository's own files, and the real reports where the machine has them.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpus.</summary>
    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary>The sample reports.</summary>
    public static string Samples => Path.Combine(Corpus, "samples");

    /// <summary>
    /// Real reports and what stands in them: <c>shared/</c> beside the repository (or KOMPASS_SHARED), or null. Tests on them are skipped without it.
    /// </summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>The shared folder; skips the test where it is not there.</summary>
    public static string RequireShared()
    {
        Assert.SkipWhen(Shared is null, "the real reports (../shared) are not on this machine");
        return Shared!;
    }

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kompass.Mining.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not lie in the repository");
    }

    private static string? FindShared()
    {
        var named = Environment.GetEnvironmentVariable("KOMPASS_SHARED");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Root, "..", "shared") : named;
        return File.Exists(Path.Combine(folder, "tools", "score.py"))
            ? Path.GetFullPath(folder)
            : null;
    }
}
