namespace Kompass.Mining.Corpus;

/// <summary>What a heading or label of a report means. One label may mean several things; the place decides.</summary>
public abstract record Label
{
    private Label() { }

    /// <summary>The name of an area, or a heading <c>Område 3 …</c>.</summary>
    public sealed record AreaName(int Area) : Label;

    /// <summary>A heading in an area's prose.</summary>
    public sealed record RubricHeading(int Area, Rubric Rubric) : Label;

    /// <summary>Allmänt: the general part of an area's prose.</summary>
    public sealed record General : Label;

    /// <summary>Rubriker: the head of the score box's left column.</summary>
    public sealed record BoxRubrics : Label;

    /// <summary>Poäng: the head of the score box's right column.</summary>
    public sealed record BoxPoints : Label;

    /// <summary>The heading of a findings list.</summary>
    public sealed record FindingsHeading(FindingKind Kind) : Label;

    /// <summary>The heading of a chapter.</summary>
    public sealed record ChapterHeading(Chapter Chapter) : Label;

    /// <summary>A heading within the summary.</summary>
    public sealed record SummarySection : Label;

    /// <summary>The heading of an appendix that repeats an earlier evaluation.</summary>
    public sealed record Appendix(int? Year) : Label;

    /// <summary>A section on what happened since an earlier evaluation.</summary>
    public sealed record SinceLast(int? Year) : Label;
}

/// <summary>A label found in running text at character offsets <paramref name="Start"/> (inclusive) to <paramref name="End"/> (exclusive).</summary>
public readonly record struct LabelHit(IReadOnlyList<Label> Labels, int Start, int End)
{
    /// <summary>The area that it names, or null.</summary>
    public int? Area => As<Label.AreaName>()?.Area;

    /// <summary>The first meaning of a kind, or null.</summary>
    public T? As<T>()
        where T : Label => Labels.OfType<T>().FirstOrDefault();
}
