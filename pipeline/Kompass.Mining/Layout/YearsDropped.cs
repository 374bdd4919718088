namespace Kompass.Mining.Layout;

/// <summary>Tells a transcript whose host took dates and years out: hardly a year is left where every report names dozens.</summary>
internal static partial class YearsDropped
{
    public static bool In(string text) => text.Length > 5000 && Year().Count(text) <= 2;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
