using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// Finds the anchors of a flat text. A label is an anchor only where a heading can stand: after the end of a sentence, a list or another heading, and before
/// what can follow it. Contents entries are none.
/// </summary>
internal static class FlatAnchors
{
    public static List<Anchor> Find(string text, EditionLabels labels, Swedish swedish)
    {
        var hits = labels.FindAll(text);
        var contents = FlatContents.Find(text, hits);
        var anchors = new List<Anchor>();
        if (contents is { } range)
        {
            anchors.Add(new Anchor(AnchorKind.Contents, range.Start, range.End));
        }

        var place = new HeadingPlace(text, swedish);
        var numbered = AreaAnchors.Numbered(text, hits, place);
        var previousEnd = -1;
        foreach (var (hit, i) in hits.Select((h, i) => (h, i)))
        {
            if (contents is { } c && hit.Start < c.End && hit.End > c.Start)
            {
                continue;
            }

            if (
                (
                    ToAnchor(text, hit, previousEnd, labels, place)
                    ?? HeadAmongItems(hit, anchors, place)
                    ?? numbered.GetValueOrDefault(i)
                )
                    is { } anchor
                && anchor.Start >= previousEnd
            )
            {
                anchors.Add(anchor);
                previousEnd = anchor.End;
            }
        }

        if (contents is { } listed)
        {
            anchors.AddRange(
                ChapterAnchors
                    .OfContents(text, listed, labels, place)
                    .Where(o => !anchors.Exists(a => a.Start < o.End && o.Start < a.End))
                    .ToList()
            );
        }

        anchors.AddRange(AreaAnchors.Scores(text, anchors));
        WithTheirPoints(text, anchors);
        anchors.Sort((a, b) => a.Start.CompareTo(b.Start));
        var known = WithoutThoseInProse(QuestionTableAnchors.With(text, anchors, labels.Edition));
        return WithoutThoseInLists(
            known,
            new ListsAboveProse(text, hits, known, place, labels.Edition)
        );
    }

    // "1.2 Information till medborgarna – 7 av 20 poäng": a rubric has its points with it.
    private static void WithTheirPoints(string text, List<Anchor> anchors)
    {
        foreach (var (start, end) in ScoredHeadings.PlacesIn(text))
        {
            if (
                anchors.FindIndex(a =>
                    a.Kind == AnchorKind.Rubric && a.Start >= start && a.End <= end
                )
                is >= 0
                    and var within
            )
            {
                anchors[within] = anchors[within] with { Start = start, End = end };
            }
        }
    }

    // "Svagheter förs upp på en lista …": a sentence of the prose, whose headings go on below it, up to the area's first list or to the next area.
    private static List<Anchor> WithoutThoseInProse(List<Anchor> anchors)
    {
        return [.. anchors.Where((a, i) => a.Kind != AnchorKind.Findings || !IsInProse(i))];

        bool IsInProse(int at)
        {
            var next = anchors.FindIndex(
                at + 1,
                n => n.Kind is not (AnchorKind.Rubric or AnchorKind.General)
            );
            return next > at + 1
                && anchors[next].Start - anchors[at].End > ShortestProse
                && (
                    anchors[next].Kind == AnchorKind.Findings
                        ? anchors[next].Finding == FindingKind.Strength
                        : next > at + 2 && at > 0 && anchors[at - 1].Kind == AnchorKind.Rubric
                );
        }
    }

    // Characters between a list's heading and the next one; items worded like headings of the prose take less.
    private const int ShortestProse = 500;

    // Items of a list and rows of a table may be worded like a rubric ("IT-stöd", "1.5 Etik …"): there such a label is no heading.
    private static List<Anchor> WithoutThoseInLists(List<Anchor> anchors, ListsAboveProse above)
    {
        var kept = new List<Anchor>();
        var inList = false;
        foreach (var (anchor, i) in anchors.Select((a, i) => (a, i)))
        {
            if (anchor.Kind is AnchorKind.Rubric or AnchorKind.General && inList)
            {
                continue;
            }

            inList = anchor.Kind is AnchorKind.Findings or AnchorKind.QuestionTable;
            kept.Add(anchor);
            if (anchor.Kind == AnchorKind.Findings && above.EndsInProse(i, out var first))
            {
                inList = false;
                kept.AddRange(first is { } heading ? [heading] : []);
            }
        }

        return kept;
    }

    private static Anchor? ToAnchor(
        string text,
        LabelHit hit,
        int previousEnd,
        EditionLabels labels,
        HeadingPlace place
    )
    {
        foreach (var label in hit.Labels)
        {
            var anchor = label switch
            {
                Label.AreaName area => AreaAnchors.At(text, hit, area.Area, labels.Edition, place),
                Label.ChapterHeading chapter => ChapterAnchors.At(
                    text,
                    hit,
                    chapter.Chapter,
                    labels,
                    place
                ),
                _ when KindOf(label) is { } kind && place.StandsAlone(hit, previousEnd) =>
                    new Anchor(
                        kind,
                        hit.Start,
                        place.EndOf(hit),
                        (label as Label.RubricHeading)?.Area,
                        (label as Label.FindingsHeading)?.Kind
                    ),
                _ => (Anchor?)null,
            };
            if (anchor is not null)
            {
                return anchor;
            }
        }

        return null;
    }

    // A list's heading within lists that run: of a column whose neighbour's last item the page's end has cut, or of a table whose heads its next page repeats,
    // where rests of items follow in small letters ("Styrkor" at the top of the page, then "målet uppmärksammas", later "Svagheter" and "de på nätet").
    private static Anchor? HeadAmongItems(LabelHit hit, List<Anchor> anchors, HeadingPlace place)
    {
        if (
            hit.As<Label.FindingsHeading>() is not { Kind: var kind }
            || !place.HasCapital(hit)
            || anchors is not [.., { Kind: AnchorKind.Findings } running]
        )
        {
            return null;
        }

        var isRepeated = anchors
            .AsEnumerable()
            .Reverse()
            .TakeWhile(a => a.Kind == AnchorKind.Findings)
            .Any(a => a.Finding == kind);
        var stands = isRepeated
            ? place.OpensPage(hit.Start)
                || (running.Finding != kind && place.OpensPage(running.Start))
            : place.StandsBehindCutItem(hit);
        return stands
            ? new Anchor(AnchorKind.Findings, hit.Start, place.EndOf(hit), Finding: kind)
            : null;
    }

    private static AnchorKind? KindOf(Label label) =>
        label switch
        {
            Label.Appendix or Label.SinceLast => AnchorKind.Chapter,
            Label.BoxRubrics => AnchorKind.ScoreBox,
            Label.General => AnchorKind.General,
            Label.RubricHeading or Label.SummarySection => AnchorKind.Rubric,
            Label.FindingsHeading => AnchorKind.Findings,
            _ => null,
        };
}
