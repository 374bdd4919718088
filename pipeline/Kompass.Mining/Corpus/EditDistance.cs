namespace Kompass.Mining.Corpus;

/// <summary>Levenshtein's distance (1966): the fewest letters to insert, remove or exchange that make two texts equal.</summary>
public static class EditDistance
{
    /// <summary>The distance, or null where it is more than <paramref name="most"/>.</summary>
    public static int? Within(string a, string b, int most)
    {
        Span<int> row = stackalloc int[256];
        if (b.Length >= row.Length || Math.Abs(a.Length - b.Length) > most)
        {
            return a == b ? 0 : null;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(above, row[j - 1]) + 1,
                    diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
                diagonal = above;
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return null;
            }
        }

        return row[b.Length] <= most ? row[b.Length] : null;
    }
}
