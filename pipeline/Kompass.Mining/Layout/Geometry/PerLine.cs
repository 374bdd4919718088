namespace Kompass.Mining.Layout.Geometry;

/// <summary>What there is to say of each line, worked out once, however many readers ask.</summary>
/// <param name="lines">How many lines there are.</param>
/// <param name="find">Tells of a line, by its index; always the same.</param>
internal sealed class PerLine<T>(int lines, Func<int, T> find)
{
    private readonly (bool IsKnown, T Value)[] _known = new (bool, T)[lines];

    public T this[int index]
    {
        get
        {
            ref var known = ref _known[index];
            if (!known.IsKnown)
            {
                known = (true, find(index));
            }

            return known.Value;
        }
    }
}
