namespace Kompass.Mining.Layout.Lists;

/// <summary>How the lists of a document are set, told from all of their words together; shares from 0 to 1.</summary>
/// <param name="Capitals">Words with a capital.</param>
/// <param name="Stops">Words that end a sentence, for each word with a capital.</param>
/// <param name="StopBeforeCapital">Words with a capital that follow the end of a sentence.</param>
/// <param name="OpensAfterStop">Mean of <see cref="WordPlaces.Opens(string)"/> over the words that follow the end of a sentence: high where items have one.</param>
/// <param name="Lines">Words that begin a line.</param>
/// <param name="CapitalLines">Of those, the ones with a capital.</param>
/// <param name="LowerOpens">Lists whose first word begins with a small letter: as a sample of how many items do.</param>
/// <param name="Years">Words that are a year: none where a host took them out.</param>
internal sealed record ListStyle(
    double Capitals,
    double Stops,
    double StopBeforeCapital,
    double OpensAfterStop,
    double Lines,
    double CapitalLines,
    double LowerOpens,
    double Years
)
{
    /// <summary>The style of some stretches of lists.</summary>
    public static ListStyle Of(IEnumerable<Stretch> stretches, WordFacts facts)
    {
        var (words, capitals, stops, both, lines, capitalLines) = (0, 0, 0, 0, 0, 0);
        var (opens, after) = (0.0, 0);
        var (lists, lower, years) = (0, 0, 0);
        foreach (var (tokens, _, afterBreak, _) in stretches)
        {
            if (tokens.Count > 0 && !afterBreak)
            {
                lists++;
                lower += tokens[0].IsLower ? 1 : 0;
            }

            var stopped = false;
            foreach (var token in tokens)
            {
                words++;
                years += token.IsYear ? 1 : 0;
                capitals += token.IsCapital ? 1 : 0;
                both += token.IsCapital && stopped ? 1 : 0;
                lines += token.OpensLine ? 1 : 0;
                capitalLines += token.OpensLine && token.IsCapital ? 1 : 0;
                if (stopped)
                {
                    opens += facts.Of(token.Word).Opens;
                    after++;
                }

                stopped = facts.Traits.EndsSentence(token.Text);
                stops += stopped ? 1 : 0;
            }
        }

        return new ListStyle(
            Share(capitals, words),
            Math.Min(1, Share(stops, capitals)),
            Share(both, capitals),
            after == 0 ? 0 : opens / after,
            Share(lines, words),
            Share(capitalLines, lines),
            Share(lower, lists),
            Share(years, words)
        );
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
