namespace Kompass.Mining.Improvements.Profiles;

/// <summary>What came of reading a profile that a person filled in.</summary>
public abstract record ProfileReading
{
    private ProfileReading() { }

    /// <summary>It is a profile.</summary>
    public sealed record Read(ScoreProfile Profile) : ProfileReading;

    /// <summary>It is none; every problem names its cell.</summary>
    public sealed record Refused(IReadOnlyList<ProfileProblem> Problems) : ProfileReading;
}

/// <summary>A problem in a profile.</summary>
/// <param name="File">The file as given.</param>
/// <param name="Cell">Where: <c>B12 (1.3)</c> in a table, <c>questions.1.3</c> in JSON, or empty for the whole file.</param>
/// <param name="Message">What was found and what was expected, in Swedish.</param>
public sealed record ProfileProblem(string File, string Cell, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Cell.Length == 0 ? $"{File}: {Message}" : $"{File}: {Cell}: {Message}";
}

/// <summary>A filled-in value with its place.</summary>
/// <param name="Key">What it is: <c>kommun</c>, <c>år</c>, <c>område 1</c>, <c>1.3</c>, <c>förra 1.3</c>.</param>
/// <param name="Cell">Where it stands, for people.</param>
/// <param name="Text">What stands there, trimmed and not empty.</param>
internal sealed record ProfileEntry(string Key, string Cell, string Text);

/// <summary>The fields of a profile, which all its forms share. English names mean the same.</summary>
internal static class ProfileFields
{
    public const string Municipality = "kommun";
    public const string Year = "år";
    public const string Edition = "utgåva";
    public const string Population = "invånare";
    public const string Total = "totalpoäng";
    public const string PreviousPrefix = "förra ";

    private const string AreaPrefix = "område ";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["municipality"] = Municipality,
        ["year"] = Year,
        ["edition"] = Edition,
        ["population"] = Population,
        ["total"] = Total,
        ["area"] = AreaPrefix.Trim(),
        ["previous"] = PreviousPrefix.Trim(),
        ["delfråga"] = "",
    };

    public static string Area(int number) =>
        AreaPrefix + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field that a person means: <c>Area 1</c> is <c>område 1</c>, <c>förra delfråga 1.1</c> is <c>förra 1.1</c>.</summary>
    public static string KeyOf(string written) =>
        string.Join(
            ' ',
            written
                .ToLowerInvariant()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(w => Words.GetValueOrDefault(w, w))
                .Where(w => w.Length > 0)
        );
}
