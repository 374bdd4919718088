namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// Lists that stand above their area's prose: there the rubrics behind a list are no items, and the first of them, before which no sentence ends, closes it.
/// </summary>
/// <param name="text">The flat text.</param>
/// <param name="hits">All labels in it, in order.</param>
/// <param name="anchors">In order.</param>
/// <param name="place">Tells where headings can stand.</param>
/// <param name="edition">Whose rubrics they are.</param>
internal sealed class ListsAboveProse(
    string text,
    IReadOnlyList<LabelHit> hits,
    List<Anchor> anchors,
    HeadingPlace place,
    Edition edition
)
{
    // Characters below a heading that are prose: an item that is worded like a rubric has less before the next.
    private const int ShortestProse = 150;

    // Characters of a rubric before its last word, and the blank with those of the last word, that tell it where that ends otherwise.
    private const int ShortestStart = 15;
    private const int SharedByLast = 6;

    /// <summary>Whether prose goes on behind the list whose heading is this anchor.</summary>
    /// <param name="list">The anchor's place.</param>
    /// <param name="heading">The heading that closes the list; null where the next anchor does.</param>
    public bool EndsInProse(int list, out Anchor? heading)
    {
        heading = null;
        if (GeneralBehind(list) is { } general)
        {
            heading = anchors.Exists(a => a.Start == general.Start) ? null : general;
            return true;
        }

        if (RubricsBehind(list) is not [var first, _, ..] behind)
        {
            return false;
        }

        var next = anchors[first];
        var met = behind.SelectMany(r => RubricsAt(anchors[r].Start)).ToHashSet();
        heading = hits.Where(h =>
                h.Start >= anchors[list].End
                && h.End + ShortestProse <= next.Start
                && h.As<Label.RubricHeading>() is { } rubric
                && rubric.Area == next.Area
                && !met.Contains(rubric.Rubric)
                && char.IsUpper(text[h.Start])
                && place.MayStand(h.Start, h.End)
            )
            .Select(h => (Anchor?)new Anchor(AnchorKind.Rubric, h.Start, h.End, next.Area))
            .LastOrDefault();
        heading ??= WordedOtherwise(anchors[list].End, next.Start - ShortestProse, next.Area, met);
        return true;
    }

    // "Allmänt": the part of an area's prose that comes first, with text of its own.
    private Anchor? GeneralBehind(int list)
    {
        var next = anchors.FindIndex(
            list + 1,
            a => a.Kind is not (AnchorKind.Rubric or AnchorKind.General)
        );
        var end = StartOf(next < 0 ? anchors.Count : next);
        return hits.Where(h =>
                h.Start >= anchors[list].End
                && h.Start < end
                && h.As<Label.General>() is not null
                && char.IsUpper(text[h.Start])
                && place.MayStand(h.Start, h.End)
                && HasSentence(h.End, end)
            )
            .Select(h => (Anchor?)new Anchor(AnchorKind.General, h.Start, h.End))
            .FirstOrDefault();
    }

    // "Strategi för resultatstyrning och effektivitet": a rubric whose last word is shorter or longer than the edition has it.
    private Anchor? WordedOtherwise(int from, int to, int? area, HashSet<Rubric> met) =>
        edition
            .Area(area!.Value)
            .Rubrics.Where(r => !met.Contains(r))
            .Select(r => BeginningOf(r.Heading))
            .OfType<string>()
            .Select(b => (Start: LastAt(b, from, to), b.Length))
            .Where(b => b.Start >= 0)
            .Select(b => new Anchor(
                AnchorKind.Rubric,
                b.Start,
                text.EndOfRun(b.Start + b.Length, char.IsLetter),
                area
            ))
            .Where(a =>
                text.AsSpan(a.End).TrimStart() is [var next, ..]
                && char.IsUpper(next)
                && place.MayStand(a.Start, a.End)
            )
            .Select(a => (Anchor?)a)
            .MaxBy(a => a?.Start);

    private static string? BeginningOf(string heading) =>
        heading.LastIndexOf(' ') is >= ShortestStart and var last
        && heading.Length - last > SharedByLast
            ? heading[..(last + SharedByLast)]
            : null;

    private int LastAt(string beginning, int from, int to) =>
        to > from && text.AsSpan(from..to).LastIndexOf(beginning) is >= 0 and var at
            ? from + at
            : -1;

    // The area's rubrics with prose of their own behind the list, up to the next anchor of another kind. None where they are, with the
    // first, which is no anchor, not more than half of those that it has: items may be worded so; nor where most stand before the list.
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
        return
            (behind.Count + 1) * 2 > edition.Area(anchors[area].Area!.Value).Rubrics.Count
            && WithProse(area + 1, list).Count * 2 <= behind.Count
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

    // A sentence ends soon, and another follows; a page's foot may end the text.
    private bool HasSentence(int from, int to) =>
        to - from >= ShortestProse
        && text.AsSpan(from, Math.Min(3 * ShortestProse, to - from)) is var prose
        && (
            prose.Contains(". ", StringComparison.Ordinal)
            || prose.Contains(".\n", StringComparison.Ordinal)
        );

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
