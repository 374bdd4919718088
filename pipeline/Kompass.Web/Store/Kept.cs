namespace Kompass.Web.Store;

/// <summary>What was made last, so that it is not made again; the oldest goes first.</summary>
internal sealed class Kept<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _kept = [];
    private readonly Queue<TKey> _order = new();

    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            return _kept.GetValueOrDefault(key);
        }
    }

    /// <summary>What is kept, or what is made now; two that ask at once may both make it.</summary>
    public TValue Of(TKey key, Func<TValue> make) => Find(key) ?? Keep(key, make());

    public TValue Keep(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_kept.TryAdd(key, value))
            {
                _order.Enqueue(key);
            }

            while (_order.Count > most)
            {
                _kept.Remove(_order.Dequeue());
            }
        }

        return value;
    }
}
