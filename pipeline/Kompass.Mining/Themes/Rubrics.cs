using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>Paragraphs that stand under one heading of an area's prose.</summary>
/// <param name="Rubric">The heading as printed, or null before the first.</param>
/// <param name="Question">The sub-question that the edition puts under it; null for none or several.</param>
/// <param name="Paragraphs">The paragraphs, in order.</param>
internal sealed record ProseSection(
    string? Rubric,
    string? Question,
    IReadOnlyList<string> Paragraphs
);

/// <summary>
/// Which sub-questions the sections of an area's prose speak of. Headings that the edition knows tell it; others are guessed by likeness and by their place,
/// which is good enough to learn words from, and no more.
/// </summary>
internal static class Rubrics
{
    // Share of letters that must agree for a heading to be another's variant.
    private const double Alike = 0.62;

    /// <summary>The sections of an area with their sub-questions; those that speak of none left out.</summary>
    public static IReadOnlyList<(
        ProseSection Section,
        IReadOnlyList<string> Questions
    )> QuestionsOf(Area area, IReadOnlyList<Prose> prose)
    {
        var sections = SectionsOf(prose.Where(p => p.Area == area.Number));
        return [.. Place(area, sections).Where(s => s.Item2.Count > 0)];
    }

    private static List<ProseSection> SectionsOf(IEnumerable<Prose> prose)
    {
        var sections = new List<ProseSection>();
        foreach (var paragraph in prose)
        {
            if (sections.Count > 0 && sections[^1].Rubric == paragraph.Rubric)
            {
                sections[^1] = sections[^1] with
                {
                    Paragraphs = [.. sections[^1].Paragraphs, paragraph.Text],
                };
            }
            else
            {
                sections.Add(
                    new ProseSection(paragraph.Rubric, paragraph.Question, [paragraph.Text])
                );
            }
        }

        return sections;
    }

    private static IEnumerable<(ProseSection, IReadOnlyList<string>)> Place(
        Area area,
        List<ProseSection> sections
    )
    {
        var codes = area.Questions.Select(q => q.Code).ToList();
        var places = sections.ConvertAll(s => PlacesOf(area, codes, s));
        for (var i = 0; i < places.Count; i++)
        {
            // So many unknown headings as sub-questions lack one between two known ones are those, in their order.
            var unknown = places.Skip(i).TakeWhile(p => p.Count == 0).Count();
            var before = i == 0 ? -1 : places[i - 1].DefaultIfEmpty(codes.Count).Max();
            var after = i + unknown < places.Count ? places[i + unknown].Min() : codes.Count;
            if (unknown > 0 && after == before + unknown + 1)
            {
                for (var k = 0; k < unknown; k++)
                {
                    places[i + k] = [before + 1 + k];
                }
            }
        }

        // A heading that is missing: its text stands under the one before.
        var met = places.SelectMany(p => p).ToHashSet();
        for (var i = 0; i < places.Count; i++)
        {
            if (
                places[i].Count > 0
                && places[i].Max() + 1 is var next
                && next < codes.Count
                && !met.Contains(next)
                && (next + 1 == codes.Count || met.Contains(next + 1))
            )
            {
                places[i] = [.. places[i], next];
            }
        }

        return sections.Zip(
            places,
            (s, p) => (s, (IReadOnlyList<string>)[.. p.Select(at => codes[at])])
        );
    }

    private static List<int> PlacesOf(Area area, List<string> codes, ProseSection section)
    {
        IReadOnlyList<string> questions = section.Question is { } known ? [known] : [];
        if (questions.Count == 0 && section.Rubric is { } heading)
        {
            var key = LabelKey.Of(heading);
            var names = area
                .Rubrics.SelectMany(r =>
                    r.Variants.Prepend(r.Heading)
                        .Select(h => (Rubric: r, Name: h, Likeness: Likeness(h, heading)))
                )
                .OrderByDescending(r => r.Likeness)
                .ToList();
            var within = names
                .Where(n => key.Contains(LabelKey.Of(n.Name), StringComparison.Ordinal))
                .SelectMany(n => n.Rubric.Questions)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            questions =
                within.Count > 0 ? within
                : names is [{ Likeness: >= Alike } likest, ..] ? likest.Rubric.Questions
                : [];
        }

        return [.. questions.Select(q => codes.IndexOf(q)).Where(at => at >= 0).Order()];
    }

    private static double Likeness(string a, string b)
    {
        var (x, y) = (LabelKey.Of(a), LabelKey.Of(b));
        var longest = Math.Max(x.Length, y.Length);
        return
            longest > 0 && EditDistance.Within(x, y, (int)((1 - Alike) * longest)) is { } distance
            ? 1 - ((double)distance / longest)
            : 0;
    }
}
