namespace Kompass.Mining.Dataset.Search;

/// <summary>A search in Swedish texts: what was understood, the store's form of it, and where a text has what it seeks.</summary>
public sealed class SearchQuery
{
    // Letters of the longest word that hyphens part.
    private const int MostJoined = 40;

    private readonly IReadOnlyList<SearchTerm.Phrase> _sought;
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    private SearchQuery(string written, SearchTerm term)
    {
        Written = written;
        Term = term;
        _sought = [.. term.Sought()];
    }

    /// <summary>As a person wrote it.</summary>
    public string Written { get; }

    /// <summary>As it was understood.</summary>
    public SearchTerm Term { get; }

    /// <summary>Reads a search.</summary>
    /// <exception cref="SearchException">It is none; the message tells where and what was expected.</exception>
    public static SearchQuery Parse(string text) => new SearchQuery(text, SearchParser.Parse(text));

    /// <summary>What was understood, in words: <c>any form of dialog AND exactly "på webben"</c>.</summary>
    public string Understood => Words(Term);

    /// <summary>Words that stand between others and may be meant as operators, each with the operator: <c>eller</c> and <c>OR</c>. They are sought as words.</summary>
    public IReadOnlyList<(string Word, string Operator)> MeantAsOperators =>
        [
            .. _sought
                .Skip(1)
                .SkipLast(1)
                .Where(p => p is { Form: SearchForm.AnyForm, Words.Count: 1 })
                .Select(p => p.Words[0])
                .Distinct(StringComparer.Ordinal)
                .Where(Operators.ContainsKey)
                .Select(word => (word, Operators[word])),
        ];

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["and"] = "AND",
        ["och"] = "AND",
        ["or"] = "OR",
        ["eller"] = "OR",
        ["not"] = "NOT",
        ["inte"] = "NOT",
    };

    /// <summary>The same for the store's index.</summary>
    internal string Match => Fts(Term);

    /// <summary>The stretches of a text that it seeks, in order, none within another.</summary>
    public IReadOnlyList<(int Start, int Length)> Marks(string text)
    {
        var words = SearchWords.Of(text).ToList();
        var marks = new List<(int Start, int Length)>();
        for (var i = 0; i < words.Count; i++)
        {
            var length = _sought.Select(p => Held(words, i, p)).DefaultIfEmpty(0).Max();
            if (length > 0)
            {
                var last = words[i + length - 1];
                marks.Add((words[i].Start, last.Start + last.Length - words[i].Start));
                i += length - 1;
            }
        }

        return marks;
    }

    // How many words from one on are what a phrase seeks, 0 for none.
    private int Held(List<SearchWord> words, int at, SearchTerm.Phrase phrase)
    {
        if (phrase is { Form: SearchForm.AnyForm, MayBeOne: true })
        {
            // "e-tjänst" is "etjänst" too.
            var sought = StemOf(string.Concat(phrase.Words));
            var joined = "";
            for (var i = at; i < words.Count && joined.Length < MostJoined; i++)
            {
                if (i > at && words[i].Start != words[i - 1].Start + words[i - 1].Length + 1)
                {
                    break;
                }

                joined += words[i].Text;
                if (StemOf(joined) == sought)
                {
                    return i - at + 1;
                }
            }
        }

        return Holds(words, at, phrase) ? phrase.Words.Count : 0;
    }

    private bool Holds(List<SearchWord> words, int at, SearchTerm.Phrase phrase)
    {
        if (at + phrase.Words.Count > words.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Words.Count; i++)
        {
            var (word, sought) = (words[at + i].Text, phrase.Words[i]);
            var isLast = i == phrase.Words.Count - 1;
            var holds = phrase.Form switch
            {
                SearchForm.Exact => word == sought,
                SearchForm.Prefix => isLast
                    ? word.StartsWith(sought, StringComparison.Ordinal)
                    : word == sought,
                _ => StemOf(word) == StemOf(sought)
                    || (phrase.Words.Count == 1 && IsPart(StemOf(sought), StemOf(word))),
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    // The index has split compounds into words of its dataset too, which are not known here: of those a stem of some length that stands within a word counts.
    private static bool IsPart(string sought, string stem) =>
        stem.Contains(sought, StringComparison.Ordinal)
        && (
            CompoundParts.KnownStems.Contains(sought)
                ? CompoundParts.OfLexicon.Of(stem).Contains(sought, StringComparer.Ordinal)
                : sought.Length >= ShortestUnknown
        );

    // "lov" stands in many words, "löfte" in those of löfte.
    private const int ShortestUnknown = 5;

    private string StemOf(string word)
    {
        if (!_stems.TryGetValue(word, out var stem))
        {
            _stems[word] = stem = SearchWords.Stem(word);
        }

        return stem;
    }

    private static string Words(SearchTerm term) =>
        term switch
        {
            SearchTerm.Phrase { Form: SearchForm.Exact } p => $"exactly \"{Joined(p.Words)}\"",
            SearchTerm.Phrase { Form: SearchForm.Prefix } p =>
                $"words beginning with {Joined(p.Words)}",
            SearchTerm.Phrase p => $"any form of {Joined(p.Words)}",
            SearchTerm.Near n => Invariant(
                $"{string.Join(" near ", n.Words.Select(Words))} (at most {n.Distance} words between)"
            ),
            SearchTerm.And a => $"{Within(a.Left)} AND {Within(a.Right)}",
            SearchTerm.Or o => $"{Words(o.Left)} OR {Words(o.Right)}",
            SearchTerm.Not n => $"{Within(n.Left)} NOT {Within(n.Right)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Within(SearchTerm term) =>
        term is SearchTerm.Or ? $"({Words(term)})" : Words(term);

    private static string Joined(IReadOnlyList<string> words) => string.Join(' ', words);

    // Words are letters and digits only; quoted they are no operators of FTS5.
    private static string Fts(SearchTerm term) =>
        term switch
        {
            SearchTerm.Phrase { Form: SearchForm.Exact } p => $"words : \"{Joined(p.Words)}\"",
            SearchTerm.Phrase { Form: SearchForm.Prefix } p => $"words : \"{Joined(p.Words)}\" *",
            SearchTerm.Phrase { Words: [var only] } =>
                $"{{stems parts}} : \"{SearchWords.Stem(only)}\"",
            // A hyphen joins them: they may be written as one.
            SearchTerm.Phrase { MayBeOne: false } p => $"stems : \"{Stems(p)}\"",
            SearchTerm.Phrase p =>
                $"(stems : \"{Stems(p)}\" OR {{stems parts}} : \"{SearchWords.Stem(string.Concat(p.Words))}\")",
            SearchTerm.Near n => Fts(n),
            SearchTerm.And a => $"({Chain<SearchTerm.And>(a.Left)} AND {Fts(a.Right)})",
            SearchTerm.Or o => $"({Chain<SearchTerm.Or>(o.Left)} OR {Fts(o.Right)})",
            SearchTerm.Not n => $"({Chain<SearchTerm.Not>(n.Left)} NOT {Fts(n.Right)})",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // What one operator joins from the left needs no brackets: within brackets FTS5 reads 94 (measured), without them tens of thousands.
    private static string Chain<T>(SearchTerm term)
        where T : SearchTerm => term is T ? Fts(term)[1..^1] : Fts(term);

    // One column only can be asked for words near each other: the stems, where a phrase as written counts as its stems.
    private static string Fts(SearchTerm.Near near)
    {
        var group = new StringBuilder("stems : NEAR(");
        foreach (var phrase in near.Words)
        {
            group.Append('"').Append(Stems(phrase)).Append('"');
            group.Append(phrase.Form == SearchForm.Prefix ? " * " : " ");
        }

        return group.Append(Invariant($", {near.Distance})")).ToString();
    }

    private static string Stems(SearchTerm.Phrase phrase) =>
        string.Join(
            ' ',
            phrase.Form == SearchForm.Prefix ? phrase.Words : phrase.Words.Select(SearchWords.Stem)
        );
}
