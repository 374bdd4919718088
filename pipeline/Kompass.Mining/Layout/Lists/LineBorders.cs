namespace Kompass.Mining.Layout.Lists;

/// <summary>Whether an item ends with a line of print, told from its wording: for lists on pages whose bullets are drawn or were not recognised.</summary>
internal sealed class LineBorders(
    ListModel model,
    WordStatistics words,
    Lexicon lexicon,
    WordTraits traits
)
{
    private readonly WordFacts _facts = new(words, lexicon, traits, model.Places);

    // Asked only where the next line's first word would not have fitted on the line.
    private const float NoRoom = 1;

    // "… exempel på hur": few items end so, "… och ett par kommuner till" is one.
    private const double AfterOpenWord = 0.4;

    /// <summary>Whether the line below goes on with a name of two words.</summary>
    public bool IsWithinName(string soFar, string next) =>
        traits.IsOnePlace(
            soFar.Split([' ', '\n'])[^1],
            next.Split(' ')[0].TrimEnd('.', ',', ';', ':', ')')
        );

    /// <summary>How likely an item that reads <paramref name="soFar"/> ends there, when <paramref name="next"/> stands on the line below, 0 to 1.</summary>
    /// <param name="soFar">The item's lines so far as one.</param>
    /// <param name="next">The line below.</param>
    /// <param name="lines">All lines of the list, parted by line breaks: how it is set.</param>
    public double Likelihood(string soFar, string next, string lines)
    {
        var tokens = ListToken.In(soFar + "\n" + next);
        var at = tokens.Count(t => t.Start < soFar.Length);
        if (at == 0 || at == tokens.Count)
        {
            return 0;
        }

        var features = new GapFeatures(
            _facts,
            ListStyle.Of([Stretch.Of(ListToken.In(lines))], _facts)
        );
        var likelihood = model.Borders.Predict(
            features.Of(new TokenRun(tokens, 0, at), new TokenRun(tokens, at, tokens.Count), NoRoom)
        );
        return traits.Swedish.OpenWords.Contains(soFar.Split([' ', '\n'])[^1])
            ? Math.Min(likelihood, AfterOpenWord)
            : likelihood;
    }
}
