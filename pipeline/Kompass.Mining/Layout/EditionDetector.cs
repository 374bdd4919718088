using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>
/// Tells by which edition of the instrument a document was written: by the majority of the area names it carries, then by the phrases that only one
/// edition has. Never by one name alone, for editions share names and some contain one another.
/// </summary>
internal static class EditionDetector
{
    public static Edition Detect(string text, Knowledge knowledge)
    {
        var best = knowledge.Edition("2010");
        var bestScore = -1.0;
        var squashed = new SquashedText(text);
        foreach (var edition in knowledge.Editions)
        {
            var score = Score(text, squashed, edition, knowledge);
            if (score > bestScore)
            {
                best = edition;
                bestScore = score;
            }
        }

        return best;
    }

    private static double Score(
        string text,
        SquashedText squashed,
        Edition edition,
        Knowledge knowledge
    )
    {
        var hits = knowledge.Labels(edition).FindAll(text, squashed);
        var named = hits.Select(h => h.As<Label.AreaName>()?.Area).OfType<int>().Distinct().Count();
        // Its own names weigh more than those it shares as variants: 2016 knows the names of 2010 too.
        var own = edition.Areas.Count(a =>
            hits.Any(h =>
                h.As<Label.AreaName>()?.Area == a.Number
                && string.Equals(
                    LabelKey.Of(text.AsSpan(h.Start, h.End - h.Start)),
                    LabelKey.Of(a.Name),
                    StringComparison.Ordinal
                )
            )
        );
        var marks = edition.Marks.Count(m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
        var preferred = string.Equals(edition.Id, "2010", StringComparison.Ordinal) ? 0.1 : 0;
        return named + own + marks + preferred;
    }
}
