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
}
