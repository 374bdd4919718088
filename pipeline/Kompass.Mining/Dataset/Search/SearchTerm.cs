namespace Kompass.Mining.Dataset.Search;

/// <summary>How the words of a search must occur.</summary>
public enum SearchForm
{
    /// <summary>In any inflection, also as a part of a compound.</summary>
    AnyForm,

    /// <summary>As written, whole words beside each other.</summary>
    Exact,

    /// <summary>The last word only begins so.</summary>
    Prefix,
}

/// <summary>A search as it was understood.</summary>
public abstract record SearchTerm
{
    private SearchTerm() { }

    /// <summary>A word, or several beside each other (<c>e-tjänst</c>, <c>"på webben"</c>).</summary>
    /// <param name="Words">In lower case, at least one.</param>
    /// <param name="Form">How they must occur.</param>
    public sealed record Phrase(IReadOnlyList<string> Words, SearchForm Form) : SearchTerm
    {
        /// <summary>Whether the words may also be written as one: <c>e-tjänst</c>, but not <c>2.6</c>.</summary>
        public bool MayBeOne => Words.Any(w => w.Any(char.IsLetter));
    }

    /// <summary>Words near each other, in any order and inflection.</summary>
    /// <param name="Words">Each a phrase.</param>
    /// <param name="Distance">Most words between them.</param>
    public sealed record Near(IReadOnlyList<Phrase> Words, int Distance) : SearchTerm;

    /// <summary>Both.</summary>
    public sealed record And(SearchTerm Left, SearchTerm Right) : SearchTerm;

    /// <summary>Either.</summary>
    public sealed record Or(SearchTerm Left, SearchTerm Right) : SearchTerm;

    /// <summary>The first and not the second.</summary>
    public sealed record Not(SearchTerm Left, SearchTerm Right) : SearchTerm;

    /// <summary>The phrases that a hit may hold; what must not occur is left out.</summary>
    public IEnumerable<Phrase> Sought() =>
        this switch
        {
            Phrase phrase => [phrase],
            Near near => near.Words,
            And and => and.Left.Sought().Concat(and.Right.Sought()),
            Or or => or.Left.Sought().Concat(or.Right.Sought()),
            Not not => not.Left.Sought(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
