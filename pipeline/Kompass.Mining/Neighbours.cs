namespace Kompass.Mining;

/// <summary>What follows one another and belongs together.</summary>
internal static class Neighbours
{
    /// <summary>Runs of items, in their order; none is empty.</summary>
    /// <param name="items">The items.</param>
    /// <param name="goesOn">Whether an item belongs to the run before it; else the next run begins with it.</param>
    public static IEnumerable<List<T>> Runs<T>(
        this IEnumerable<T> items,
        Func<List<T>, T, bool> goesOn
    )
    {
        List<T>? run = null;
        foreach (var item in items)
        {
            if (run is not null && !goesOn(run, item))
            {
                yield return run;
                run = null;
            }

            (run ??= []).Add(item);
        }

        if (run is not null)
        {
            yield return run;
        }
    }

    /// <summary>Where the characters of a kind end that stand from a place on.</summary>
    public static int EndOfRun(this string text, int start, Func<char, bool> isOfKind)
    {
        while (start < text.Length && isOfKind(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Where the characters of a kind begin that stand up to a place.</summary>
    public static int StartOfRun(this string text, int end, Func<char, bool> isOfKind)
    {
        while (end > 0 && isOfKind(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The items in their order, those that belong to the one before them put together with it.</summary>
    /// <param name="items">The items.</param>
    /// <param name="belongs">Whether an item belongs to what stands before it, which may be put together of several.</param>
    /// <param name="together">Both as one.</param>
    public static List<T> Merged<T>(
        this IEnumerable<T> items,
        Func<T, T, bool> belongs,
        Func<T, T, T> together
    )
    {
        var merged = new List<T>();
        foreach (var item in items)
        {
            if (merged is [.., var last] && belongs(last, item))
            {
                merged[^1] = together(last, item);
            }
            else
            {
                merged.Add(item);
            }
        }

        return merged;
    }
}
