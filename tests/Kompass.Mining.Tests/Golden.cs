namespace Kompass.Mining.Tests;

/// <summary>
/// Compares a text with the accepted one under <c>Cases/</c>. On a difference the new text is written beside it as <c>*.actual.*</c> (git-ignored) and the
/// first differing line is shown; accepting is copying it over and reviewing the diff.
/// </summary>
internal static class Golden
{
    public static string Folder { get; } =
        Path.Combine(Repository.Root, "tests", "Kompass.Mining.Tests", "Cases");

    public static void Check(string name, string actual)
    {
        var file = Path.Combine(Folder, name);
        var expected = File.Exists(file)
            ? File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal)
            : "";
        var actualFile = Path.ChangeExtension(file, null) + ".actual" + Path.GetExtension(file);
        if (expected == actual)
        {
            File.Delete(actualFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(actualFile, actual);
        Assert.Fail(
            $"{name} differs: {FirstDifference(expected, actual)}\nthe new text is in {Path.GetRelativePath(Repository.Root, actualFile)}; if it is right, copy it over {name}"
        );
    }

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var l = i < left.Length ? left[i] : "(end)";
            var r = i < right.Length ? right[i] : "(end)";
            if (l != r)
            {
                return $"line {i + 1}\n  expected: {l}\n  actual:   {r}";
            }
        }

        return "(no line differs)";
    }
}
