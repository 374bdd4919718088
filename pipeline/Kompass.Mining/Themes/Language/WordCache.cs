using System.Collections.Concurrent;

namespace Kompass.Mining.Themes.Language;

/// <summary>
/// What was worked out of words, up to so many of them: the words that come again and again come early, and what a night of thousands of reports meets after
/// them are names, each in a report or two. Safe for many threads.
/// </summary>
internal sealed class WordCache<T>
{
    // The shipped examples have some 6,000 words; a word's features take about 4 kB.
    private const int MostWords = 10_000;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What is known of a word, or what is made of it now.</summary>
    public T Of(string word, Func<string, T> make)
    {
        if (_known.TryGetValue(word, out var known))
        {
            return known;
        }

        var made = make(word);
        if (Volatile.Read(ref _count) < MostWords && _known.TryAdd(word, made))
        {
            Interlocked.Increment(ref _count);
        }

        return made;
    }
}
