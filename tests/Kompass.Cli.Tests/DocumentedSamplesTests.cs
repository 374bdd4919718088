using System.Text.RegularExpressions;

namespace Kompass.Cli.Tests;

/// <summary>
/// What README and docs print behind <c>$ ./kompass …</c> is what the command prints: every line of a sample stands in the output, in its order. A line of
/// <c>…</c> alone stands for any lines.
/// </summary>
public sealed partial class DocumentedSamplesTests
{
    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (
                var file in Directory
                    .GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")
                    .Append(Path.Combine(Repository.Root, "README.md"))
                    .Order(StringComparer.Ordinal)
            )
            {
                foreach (Match sample in Sample().Matches(File.ReadAllText(file)))
                {
                    samples.Add(Path.GetFileName(file), sample.Value);
                }
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_IsWhatTheCommandPrints(string file, string sample)
    {
        var lines = sample.TrimEnd().Split('\n').Select(l => l.Trim()).ToList();
        var command = lines[0]["$ ./kompass ".Length..];

        var result = CommandLine.Run(Repository.Root, Words(command));

        var printed = result.Output.Split('\n').Select(l => Blanks().Replace(l.Trim(), " "));
        var missing = Next(printed.ToList(), lines.Skip(1));
        Assert.True(
            missing is null,
            $"{file}: \"{missing}\" is not printed (there) by kompass {command}; it prints:\n{result.Output}"
        );
        Assert.True(lines.Count > 1, $"{file}: the sample of \"{command}\" shows no output");
    }

    [Fact]
    public void Readme_HasASample()
    {
        Assert.Contains(Samples, s => s.Data.Item1 == "README.md");
    }

    // The first line of the sample that does not come behind the one before it.
    private static string? Next(List<string> printed, IEnumerable<string> expected)
    {
        var at = 0;
        foreach (var line in expected.Where(l => l is not ("" or "…")))
        {
            at = printed.IndexOf(Blanks().Replace(line, " "), at) + 1;
            if (at == 0)
            {
                return line;
            }
        }

        return null;
    }

    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(m => m.Value.Trim('\'', '"'))];

    // An indented block that begins with a command of ours.
    [GeneratedRegex(@"^    \$ \./kompass .*\n(?:(?:    .*)?\n)*", RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
