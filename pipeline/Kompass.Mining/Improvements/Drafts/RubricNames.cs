using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The short names of sub-questions: the rubric under which an edition prints each.</summary>
internal static class RubricNames
{
    /// <summary>Rubric by code; a rubric over several sub-questions names none of them.</summary>
    public static IReadOnlyDictionary<string, string> Of(Edition edition) =>
        edition
            .Areas.SelectMany(a => a.Rubrics)
            .Where(r => r.Questions.Count == 1)
            .GroupBy(r => r.Questions[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Heading, StringComparer.Ordinal);
}
