using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Says of each suggestion whether it was kept, edited, removed, not looked at or cannot be told, and of every other item that it was added.
/// </summary>
/// <param name="baseline">What was suggested.</param>
/// <param name="lines">What stands there now.</param>
/// <param name="edition">The draft's.</param>
internal sealed class DraftComparer(
    DraftBaseline baseline,
    IReadOnlyList<EditedLine> lines,
    Edition edition
)
{
    private readonly SuggestionFinder _finder = new(baseline, lines);

    /// <summary>Compares.</summary>
    public (
        IReadOnlyList<SuggestionOutcome> Outcomes,
        IReadOnlyList<AddedFinding> Added,
        IReadOnlyList<OwnWords> OwnWords,
        IReadOnlyList<int> NotLookedAt
    ) Compare()
    {
        var added = Moved().Concat(Added()).ToList();
        var ownWords = Own();
        var outcomes = baseline.Suggestions.Select(Outcome).ToList();
        var lookedAt = Reviewed()
            .Concat(added.Select(a => a.Area))
            .Concat(ownWords.Select(o => o.Area))
            .Concat(
                outcomes
                    .Where(o => o.Fate is SuggestionFate.Edited or SuggestionFate.Removed)
                    .Select(o => o.Area)
            )
            .ToHashSet();
        return (
            [
                .. outcomes.Select(o =>
                    o.Fate == SuggestionFate.Kept && !lookedAt.Contains(o.Area)
                        ? o with
                        {
                            Fate = SuggestionFate.Skipped,
                        }
                        : o
                ),
            ],
            added,
            ownWords,
            [
                .. baseline
                    .Suggestions.Select(s => s.Area)
                    .Distinct()
                    .Order()
                    .Where(a => !lookedAt.Contains(a)),
            ]
        );
    }

    private SuggestionOutcome Outcome(BaselineSuggestion suggestion)
    {
        var own = _finder.LinesOf(suggestion);
        var text =
            own.Count == 0 || IsMoved(suggestion, own[0])
                ? null
                : PlainText.Tidy(
                    string.Join(' ', own.Select(l => SuggestionFinder.Parted(l.Text).Text))
                );
        var fate =
            own.Count == 0
                ? _finder.IsStruck(suggestion)
                    ? SuggestionFate.Removed
                    : SuggestionFate.Unsure
                : _finder.IsBelowUnknownHead(own[0])
                    ? SuggestionFate.Unsure
                    : string.IsNullOrEmpty(text)
                        ? SuggestionFate.Removed
                        : own.Count > 1 || PlainText.Of(text) != PlainText.Of(suggestion.Sentence)
                            ? SuggestionFate.Edited
                            // A question that stands there as it was asked was not answered.
                            : suggestion.Sentence.EndsWith('?')
                                ? SuggestionFate.Skipped
                                : SuggestionFate.Kept;
        return new SuggestionOutcome(
            DraftItem.IdOf(baseline.Id, suggestion.Kind, suggestion.Question),
            suggestion.Kind,
            suggestion.Area,
            suggestion.Question,
            suggestion.Theme,
            suggestion.Probability,
            fate,
            suggestion.Sentence,
            fate is SuggestionFate.Removed or SuggestionFate.Unsure ? null : text
        );
    }

    private bool IsMoved(BaselineSuggestion suggestion, EditedLine line) =>
        _finder.ListOf(line) is { } list && list != suggestion.Kind;

    private IEnumerable<AddedFinding> Moved() =>
        from suggestion in baseline.Suggestions
        let line = _finder.LinesOf(suggestion).FirstOrDefault()
        where line is not null && IsMoved(suggestion, line)
        select new AddedFinding(
            _finder.ListOf(line)!.Value,
            line.Area ?? suggestion.Area,
            suggestion.Question,
            SuggestionFinder.Parted(line.Text).Text,
            DraftItem.IdOf(baseline.Id, suggestion.Kind, suggestion.Question)
        );

    private IEnumerable<AddedFinding> Added()
    {
        foreach (var line in _finder.Others.Where(IsAdded))
        {
            var (unnumbered, numbers) = SuggestionFinder.Parted(line.Text);
            var question = numbers.FirstOrDefault();
            var area = _finder.AreaOf(line)!.Value;
            var isKnown =
                question is not null
                && edition.FindArea(area)?.Questions.Any(q => q.Code == question) == true;
            var text = isKnown ? unnumbered : line.Text;
            if (text.Length > 0)
            {
                yield return new AddedFinding(
                    _finder.ListOf(line)!.Value,
                    area,
                    isKnown ? question : null,
                    text,
                    null
                );
            }
        }
    }

    private bool IsAdded(EditedLine line) =>
        line.IsItem
        && !SuggestionMark.IsReviewed(line.Mark)
        && _finder.ListOf(line) is not null
        && _finder.AreaOf(line) is not null;

    private List<OwnWords> Own() =>
        [
            .. _finder
                .Others.Where(l => !IsAdded(l) && !SuggestionMark.IsReviewed(l.Mark))
                .Select(l => (Area: _finder.AreaOf(l), Text: WithoutPrompt(l.Text)))
                .Where(l => l.Area is not null && l.Text.Length > 0)
                .GroupBy(l => l.Area!.Value)
                .Select(g => new OwnWords(g.Key, string.Join('\n', g.Select(l => l.Text)))),
        ];

    private IEnumerable<int> Reviewed() =>
        lines
            .Where(l => SuggestionMark.IsReviewed(l.Mark) && ReviewBox.IsCrossed(l.Text))
            .Select(l => SuggestionMark.ReviewedArea(l.Mark!));

    private static string WithoutPrompt(string text) =>
        (
            text.StartsWith(AreaPages.OwnWordsPrompt, StringComparison.Ordinal)
                ? text[AreaPages.OwnWordsPrompt.Length..]
                : text
        ).Trim();
}
