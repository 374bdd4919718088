using System.Collections.Frozen;

namespace Kompass.Mining.Dataset.Search;

/// <summary>Words whose inflections their endings do not tell (<c>forms.txt</c>): <c>böcker</c> is of bok, <c>användarna</c> of användare and not of använder.</summary>
internal static class WordForms
{
    private const string File = "forms.txt";

    private static readonly FrozenDictionary<string, Form> Known = Read();
    private static readonly int Longest = Known.Keys.Max(k => k.Length);

    /// <summary>The stems that the forms are of.</summary>
    public static IEnumerable<string> Stems =>
        Known.Values.Select(f => f.Stem).Distinct(StringComparer.Ordinal);

    /// <summary>The stem of a word that is one of the forms or a compound that ends in one; null of others.</summary>
    /// <param name="word">In lower case.</param>
    public static string? Stem(string word)
    {
        var known = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = Math.Max(0, word.Length - Longest); at < word.Length; at++)
        {
            if (
                known.TryGetValue(word.AsSpan(at), out var form)
                && (at == 0 || (form.EndsCompounds && at >= ShortestBefore))
            )
            {
                return string.Concat(word.AsSpan(0, at), form.Stem);
            }
        }

        return null;
    }

    // "pår" and "uby" are no compounds.
    private const int ShortestBefore = 3;

    private static FrozenDictionary<string, Form> Read()
    {
        using var stream = typeof(WordForms).Assembly.GetManifestResourceStream(
            typeof(WordForms).Namespace + "." + File
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != '#')
            .SelectMany(FormsOf)
            .ToFrozenDictionary(f => f.Written, f => f.Form, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Written, Form Form)> FormsOf(string line)
    {
        var forms = line.TrimStart('-').Split(' ');
        var stem = forms[0];
        if (forms is [var noun] && noun.EndsWith("are", StringComparison.Ordinal))
        {
            // Of compounds the first part: användarvänlig.
            stem = noun[..^1];
            forms = [noun, noun + "n", stem + "na"];
        }

        var form = new Form(stem, line[0] == '-');
        return forms
            .Concat(forms.Where(f => f[^1] is not ('s' or 'x')).Select(f => f + "s"))
            .Select(f => (f, form));
    }

    private sealed record Form(string Stem, bool EndsCompounds);
}
