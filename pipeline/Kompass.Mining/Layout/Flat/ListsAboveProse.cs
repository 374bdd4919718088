using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// Lists that stand above their area's prose: there the rubrics behind a list are no items, and the first of them, before which no sentence ends, closes it.
/// </summary>
/// <param name="text">The flat text.</param>
/// <param name="hits">All labels in it, in order.</param>
/// <param name="anchors">In order.</param>
/// <param name="place">Tells where headings can stand.</param>
internal sealed class ListsAboveProse(
    string text,
    IReadOnlyList<LabelHit> hits,
    List<Anchor> anchors,
    HeadingPlace place
)
{
    // Characters below a heading that are prose: an item that is worded like a rubric has less before the next.
    private const int ShortestProse = 150;

    // Rubrics with prose that must stand behind a list: one may be an item.
    private const int LeastRubrics = 2;

    /// <summary>Whether prose goes on behind the list whose heading is this anchor.</summary>
    public bool EndsInProse(int list) => RubricsBehind(list).Count > 0;

    /// <summary>The heading that closes such a list; null where the next anchor does.</summary>
    public Anchor? FirstHeading(int list)
    {
        var (start, next) = (anchors[list].End, anchors[RubricsBehind(list)[0]]);
        var met = RubricsBehind(list).SelectMany(r => RubricsAt(anchors[r].Start)).ToHashSet();
        return hits.Where(h =>
                h.Start >= start
                && h.End + ShortestProse <= next.Start
                && h.As<Label.RubricHeading>() is { } rubric
                && rubric.Area == next.Area
                && !met.Contains(rubric.Rubric)
                && char.IsUpper(text[h.Start])
                && place.MayStand(h.Start, h.End)
            )
            .Select(h => (Anchor?)new Anchor(AnchorKind.Rubric, h.Start, h.End, next.Area))
            .LastOrDefault();
    }

    // The area's rubrics with prose of their own behind the list, up to the next anchor of another kind; none where most stand before it.
    private List<int> RubricsBehind(int list)
    {
        var area = anchors.FindLastIndex(list, a => a.Kind == AnchorKind.Area);
        if (area < 0)
        {
            return [];
        }

        var end = anchors.FindIndex(
            list + 1,
            a => a.Kind is not (AnchorKind.Rubric or AnchorKind.General)
        );
        var behind = WithProse(list + 1, end < 0 ? anchors.Count : end);
        return behind.Count >= LeastRubrics && WithProse(area + 1, list).Count * 2 <= behind.Count
            ? behind
            : [];

        List<int> WithProse(int from, int to) =>
            [
                .. Enumerable
                    .Range(from, to - from)
                    .Where(i =>
                        anchors[i].Kind == AnchorKind.Rubric
                        && anchors[i].Area == anchors[area].Area
                        && IsProse(anchors[i].End, StartOf(i + 1))
                    ),
            ];
    }

    // A sentence ends within it and at its end.
    private bool IsProse(int from, int to) =>
        to - from >= ShortestProse
        && text.AsSpan(from..to).TrimEnd() is var prose
        && prose[^1] is '.' or '!' or '?'
        && prose.Contains(". ", StringComparison.Ordinal);

    private int StartOf(int index) => index < anchors.Count ? anchors[index].Start : text.Length;

    private IEnumerable<Rubric> RubricsAt(int start) =>
        hits.Where(h => h.Start == start)
            .Select(h => h.As<Label.RubricHeading>()?.Rubric)
            .OfType<Rubric>();
}
