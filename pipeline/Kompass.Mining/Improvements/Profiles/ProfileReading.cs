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
/// <param name="Cell">Where: <c>B12 (1.3)</c> in a table, <c>questions["1.3"]</c> in JSON, or empty for the whole file.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record ProfileProblem(string File, string Cell, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Cell.Length == 0 ? $"{File}: {Message}" : $"{File}: {Cell}: {Message}";
}

/// <summary>A filled-in value with its place.</summary>
/// <param name="Key">What it is: <c>municipality</c>, <c>year</c>, <c>area 1</c>, <c>1.3</c>, <c>previous 1.3</c>.</param>
/// <param name="Cell">Where it stands, for people.</param>
/// <param name="Text">What stands there, trimmed and not empty.</param>
internal sealed record ProfileEntry(string Key, string Cell, string Text);

/// <summary>The fields of a profile file, which CSV and JSON share.</summary>
internal static class ProfileFields
{
    public const string Municipality = "municipality";
    public const string Year = "year";
    public const string Edition = "edition";
    public const string Population = "population";
    public const string Total = "total";
    public const string AreaPrefix = "area ";
    public const string PreviousPrefix = "previous ";

    public static string Area(int number) =>
        AreaPrefix + number.ToString(CultureInfo.InvariantCulture);
}
