using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Tables;

/// <summary>Tells which sub-question a row of a table is about.</summary>
internal sealed partial class RowCodes(Edition edition)
{
    /// <summary>The code that a word is, or null.</summary>
    public static string? Printed(string word) =>
        Code().Match(word) is { Success: true } match ? CodeIn(match) : null;

    /// <summary>
    /// The printed code, and how many words it takes; on a scan, where "1.1" is read as "11" or worse, the sub-question whose wording follows.
    /// </summary>
    /// <param name="words">The words of a row before its numbers.</param>
    /// <param name="isRecognised">Whether letters may be wrong.</param>
    /// <param name="area">The area whose table it is, or 0.</param>
    /// <param name="last">The code of the row above, or null.</param>
    public (string Code, int Words)? Of(
        IReadOnlyList<SheetWord> words,
        bool isRecognised,
        int area,
        string? last
    )
    {
        var printed = Code().Match(words[0].Text);
        if (printed.Success && !isRecognised)
        {
            return (CodeIn(printed), 1);
        }

        if (
            !printed.Success
            && words.Count > 1
            && Code().Match(words[0].Text + words[1].Text) is { Success: true } parted
        )
        {
            return (CodeIn(parted), 2);
        }

        if (!isRecognised)
        {
            return null;
        }

        var misread = printed.Success ? printed : CodeMisread().Match(words[0].Text);
        var hasCode = misread.Success || words[0].Text.Length <= 4;
        if (
            QuestionWording.Next(
                string.Join(' ', words.Skip(hasCode ? 1 : 0).Select(w => w.Text)),
                edition
                    .Areas.Where(a => area == 0 || a.Number == area)
                    .SelectMany(a => a.Questions),
                last
            ) is
            { } byWording
        )
        {
            return (byWording, hasCode ? 1 : 0);
        }

        return
            misread.Success
            && CodeIn(misread) is var code
            && (area == 0 || QuestionCode.AreaOf(code) == area)
            && edition.FindQuestion(code) is not null
            ? (code, 1)
            : null;
    }

    private static string CodeIn(Match match) =>
        $"{match.Groups["area"].Value}.{match.Groups["number"].Value}";

    [GeneratedRegex("^" + QuestionCode.AreaDigit + @"\." + QuestionCode.NumberDigit + @"\.?$")]
    private static partial Regex Code();

    // "1,1", "11", "1-1"
    [GeneratedRegex(
        @"^\W?" + QuestionCode.AreaDigit + @"[.,:;\-]?" + QuestionCode.NumberDigit + @"\W?$"
    )]
    private static partial Regex CodeMisread();
}
