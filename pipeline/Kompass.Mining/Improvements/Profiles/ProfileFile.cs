using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Reads a profile that a person filled in, as CSV or JSON (by the file's extension).</summary>
public sealed class ProfileFile(Knowledge knowledge)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <returns>The profile, or every problem that was found, each with its cell.</returns>
    public ProfileReading Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var problems = new List<ProfileProblem>();
        if (TextOf(file, problems) is not { } text)
        {
            return new ProfileReading.Refused(problems);
        }

        IReadOnlyList<ProfileEntry> entries = [];
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csv" or ".txt" or ".tsv":
                entries = ProfileCsv.Read(file, text, problems);
                break;
            case ".json":
                entries = ProfileJson.Read(file, text, problems);
                break;
            case var other:
                problems.Add(
                    new ProfileProblem(file, "", $"a .csv or .json file was expected, not {other}")
                );
                break;
        }

        return problems.Count > 0
            ? new ProfileReading.Refused(problems)
            : new ProfileBuilder(knowledge, file).Build(entries);
    }

    private static string? TextOf(string file, List<ProfileProblem> problems)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length is > 0 and <= MostBytes)
            {
                return TextDecoder.Decode(File.ReadAllBytes(file));
            }

            problems.Add(
                new ProfileProblem(
                    file,
                    "",
                    length == 0
                        ? "is empty"
                        : $"is {length} bytes long; a profile has a few thousand"
                )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ProfileProblem(file, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }
}
