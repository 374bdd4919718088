namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// Where in findings words stand: how often each word, its ending and each pair of words begins a finding, ends one, or stands within. Counted on the
/// training examples when the model is trained, and stored with it.
/// </summary>
internal sealed class WordPlaces
{
    private const double Smoothing = 0.5;

    // Shorter endings are no ending of Swedish inflection or derivation; longer ones are rare.
    private const int EndingLength = 3;

    private readonly Dictionary<string, Counts> _counts = new(StringComparer.Ordinal);
    private Counts _all;

    /// <summary>Counts the words of findings.</summary>
    public static WordPlaces Of(IEnumerable<string> findings)
    {
        var places = new WordPlaces();
        foreach (var finding in findings)
        {
            places.Add([.. ListToken.In(finding).Where(t => t.Word.Length > 0)]);
        }

        // A pair met once says little and fills the model.
        foreach (var (key, counts) in places._counts.ToList())
        {
            if (key[0] == 'p' && counts.Sum() < 2)
            {
                places._counts.Remove(key);
            }
        }

        return places;
    }

    /// <summary>Log-odds that a word begins a finding and does not stand within one, 0 where nothing is known.</summary>
    public double Opens(string word) => Odds("w" + word, c => c.First);

    /// <summary>The same told from the word's ending.</summary>
    public double OpensByEnding(string word) => Odds("e" + EndingOf(word), c => c.First);

    /// <summary>The same for two words in a row.</summary>
    public double Opens(string word, string next) => Odds($"p{word} {next}", c => c.First);

    /// <summary>Log-odds that a word ends a finding and does not stand within one.</summary>
    public double Closes(string word) => Odds("w" + word, c => c.Last);

    /// <summary>The same told from the word's ending.</summary>
    public double ClosesByEnding(string word) => Odds("e" + EndingOf(word), c => c.Last);

    /// <summary>The same for two words in a row.</summary>
    public double Closes(string before, string word) => Odds($"p{before} {word}", c => c.Last);

    /// <summary>How often two words stand in a row, as a logarithm; 0 for never.</summary>
    public double Together(string word, string next) => Math.Log(1 + Find($"p{word} {next}").Sum());

    /// <summary>How often a word was met, as a logarithm; 0 for never.</summary>
    public double Met(string word) => Math.Log(1 + Find("w" + word).Sum());

    public void Write(BinaryWriter writer)
    {
        writer.Write(_counts.Count);
        foreach (var (key, counts) in _counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write7BitEncodedInt(counts.First);
            writer.Write7BitEncodedInt(counts.Last);
            writer.Write7BitEncodedInt(counts.Within);
        }
    }

    public static WordPlaces Read(BinaryReader reader)
    {
        var places = new WordPlaces();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = reader.ReadString();
            var counts = new Counts
            {
                First = reader.Read7BitEncodedInt(),
                Last = reader.Read7BitEncodedInt(),
                Within = reader.Read7BitEncodedInt(),
            };
            places._counts.Add(key, counts);
            if (key[0] == 'w')
            {
                places._all.Add(counts);
            }
        }

        return places;
    }

    private double Odds(string key, Func<Counts, int> times)
    {
        var counts = Find(key);
        var prior = (times(_all) + 1.0) / (_all.Within + 2.0);
        return Math.Log(
            (times(counts) + (Smoothing * prior)) / (counts.Within + Smoothing) / prior
        );
    }

    private Counts Find(string key) => _counts.GetValueOrDefault(key.ToLowerInvariant());

    private void Add(List<ListToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var counts = new Counts
            {
                First = i == 0 ? 1 : 0,
                Last = i == tokens.Count - 1 ? 1 : 0,
                Within = i > 0 && i < tokens.Count - 1 ? 1 : 0,
            };
            var word = tokens[i].Word;
            _all.Add(counts);
            Add("w" + word, counts);
            Add("e" + EndingOf(word), counts);
            if (i + 1 < tokens.Count)
            {
                Add(
                    $"p{word} {tokens[i + 1].Word}",
                    new Counts
                    {
                        First = counts.First,
                        Last = i + 2 == tokens.Count ? 1 : 0,
                        Within = i > 0 && i + 2 < tokens.Count ? 1 : 0,
                    }
                );
            }
        }
    }

    private void Add(string key, Counts counts)
    {
        key = key.ToLowerInvariant();
        var sum = _counts.GetValueOrDefault(key);
        sum.Add(counts);
        _counts[key] = sum;
    }

    private static string EndingOf(string word) => word[^Math.Min(EndingLength, word.Length)..];

    private struct Counts
    {
        public int First;
        public int Last;
        public int Within;

        public readonly int Sum() => First + Last + Within;

        public void Add(Counts other)
        {
            First += other.First;
            Last += other.Last;
            Within += other.Within;
        }
    }
}
