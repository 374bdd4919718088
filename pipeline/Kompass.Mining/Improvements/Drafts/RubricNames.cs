using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The short names of sub-questions: the rubric under which an edition prints each.</summary>
internal sealed class RubricNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public RubricNames(Edition edition)
    {
        foreach (var rubric in edition.Areas.SelectMany(a => a.Rubrics))
        {
            // A rubric over several sub-questions names none of them.
            if (rubric.Questions is [var code])
            {
                _names.TryAdd(code, rubric.Heading);
            }
        }
    }

    /// <summary>The rubric of a sub-question, or its wording where it has none of its own.</summary>
    public string Of(string code, string wording) => _names.GetValueOrDefault(code, wording);
}
