using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>Points that an evaluator has written into the score boxes of a draft. They are not read back: the suggestions were made for others.</summary>
internal static partial class ChangedPoints
{
    /// <summary>Those that are not the draft's, in the document's order: <c>område 1 (58 → 60)</c>, <c>1.3 (11 → 13)</c>.</summary>
    public static IReadOnlyList<string> In(EditedDraft draft) =>
        [
            .. from line in draft.Lines
            where line.IsInScoreBox
            let match = Row.Match(line.Text)
            where match.Success
            let question = match.Groups["code"].Value
            let before = question.Length > 0
                ? draft.Baseline.Questions.GetValueOrDefault(question, -1)
                : draft.Baseline.Areas.GetValueOrDefault(line.Area ?? 0, -1)
            let now = decimal.Parse(
                match.Groups["points"].Value.Replace(',', '.'),
                CultureInfo.InvariantCulture
            )
            where before >= 0 && before != now
            select $"{(question.Length > 0 ? question : $"område {line.Area}")} ({Points(before)} → {Points(now)})",
        ];

    // 1.3 Information om resultat (13 av 25); the area's own: 60
    [GeneratedRegex(
        @"^(?:(?<code>[0-9]{1,2}\.[0-9]{1,2})\s.*\(\s*)?(?<points>[0-9]{1,3}(?:[.,][0-9]{1,2})?)(?:\s*\?)?(?:\s*(?:av|/).*)?$"
    )]
    private static partial Regex Row { get; }
}
