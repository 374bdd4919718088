namespace Kompass.Mining.Dataset.Queries;

/// <summary>Whole numbers from one to another, both included; an end that is null is open.</summary>
public readonly record struct NumberRange(int? From, int? To)
{
    /// <summary>Reads <c>2013</c>, <c>2010-2014</c>, <c>2010-</c> or <c>-2014</c>; null where it is none of them.</summary>
    public static NumberRange? TryParse(string text)
    {
        var parts = text.Trim().Split(['-', '–'], 2);
        if (parts.Length == 1)
        {
            return Number(parts[0]) is { } only ? new NumberRange(only, only) : null;
        }

        var (from, to) = (Number(parts[0]), Number(parts[1]));
        var isWrong =
            (from is null && parts[0].Trim().Length > 0)
            || (to is null && parts[1].Trim().Length > 0)
            || (from is null && to is null)
            || from > to;
        return isWrong ? null : new NumberRange(from, to);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        From == To && From is { } only
            ? only.ToString(CultureInfo.InvariantCulture)
            : Invariant($"{From}-{To}");

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
