namespace Kompass.Mining.Layout.Tables;

/// <summary>Tells by its wording which sub-question a row is about, where its code may be wrong.</summary>
internal static class QuestionWording
{
    /// <summary>So many rows make a table of sub-questions without codes: one may be like a wording by chance.</summary>
    public const int FewestRows = 2;

    // Shorter words stand in every question.
    private const int ShortestWord = 4;

    // On a scan words are lost: the best has so much of the row's, and those that come so near to it are alike.
    private const double Likely = 0.6;
    private const double Alike = 0.2;

    // A clear code is overruled only where the wording of another is all but said and its own is not.
    private const double Certain = 0.7;
    private const double Unlike = 0.4;

    /// <summary>The sub-question that has clearly more of a row's words than any other; where several have them alike, the one that comes next; or null.</summary>
    public static string? Next(string text, IEnumerable<Question> questions, string? last)
    {
        var ranked = Rank(text, 2, questions);
        if (ranked.Count == 0 || ranked[0].Share < Likely)
        {
            return null;
        }

        var alike = ranked.FindAll(q => q.Share > ranked[0].Share - Alike).ConvertAll(q => q.Code);
        return alike.Count == 1
            ? alike[0]
            : alike
                .Where(c => last is null || string.CompareOrdinal(c, last) > 0)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
    }

    /// <summary>The sub-question whose wording a row repeats, where it is another than its code says and clearly so; else null.</summary>
    public static string? Other(string text, string code, IEnumerable<Question> questions)
    {
        var ranked = Rank(text, 3, questions);
        return
            ranked.Count > 0
            && ranked[0].Code != code
            && ranked[0].Share >= Certain
            && ranked.Find(q => q.Code == code).Share <= Unlike
            ? ranked[0].Code
            : null;
    }

    // How much of a row's words, weighed by their letters, each wording has; nothing where the row has too few to tell.
    private static List<(string Code, double Share)> Rank(
        string text,
        int fewest,
        IEnumerable<Question> questions
    )
    {
        var words = text.Split([' ', '/', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => LabelKey.Of(w))
            .Where(w => w.Length >= ShortestWord)
            .ToHashSet(StringComparer.Ordinal);
        return words.Count < fewest
            ? []
            :
            [
                .. questions
                    .Select(q =>
                    {
                        var wording = LabelKey.Of(q.Text);
                        return (
                            q.Code,
                            Share: words
                                .Where(w => wording.Contains(w, StringComparison.Ordinal))
                                .Sum(w => w.Length) / (double)words.Sum(w => w.Length)
                        );
                    })
                    .OrderByDescending(q => q.Share),
            ];
    }
}
