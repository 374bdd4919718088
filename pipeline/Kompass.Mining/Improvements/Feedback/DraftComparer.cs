using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Says of each suggestion whether it was kept, edited, removed, not looked at or cannot be told, and of every other item that it was added.
/// </summary>
/// <param name="draft">What was suggested, and what stands there now.</param>
internal sealed class DraftComparer(EditedDraft draft)
{
    private readonly DraftBaseline _baseline = draft.Baseline;
    private readonly SuggestionFinder _finder = new(draft.Baseline, draft.Lines, draft.Struck);

    public (
        IReadOnlyList<SuggestionOutcome> Outcomes,
        IReadOnlyList<AddedFinding> Added,
        IReadOnlyList<OwnWords> OwnWords,
        IReadOnlyList<int> NotLookedAt,
        IReadOnlyList<int> Gone
    ) Compare()
    {
        var added = Moved().Concat(Added()).ToList();
        var own = Own().ToList();
        var areas = _baseline.Suggestions.Select(s => s.Area).Distinct().Order().ToList();
        var gone = areas.FindAll(IsGone);
        var outcomes = _baseline
            .Suggestions.Select(s => Outcome(s, gone.Contains(s.Area)))
            .ToList();
        var lookedAt = added
            .Select(a => a.Area)
            .Concat(
                own.Where(o => o.Line.IsInOwnPlace && !ReviewBox.IsLeftToOthers(o.Text))
                    .Select(o => o.Area)
            )
            .Concat(
                outcomes
                    .Where(o => o.Fate is SuggestionFate.Edited or SuggestionFate.Removed)
                    .Select(o => o.Area)
            )
            .Except(
                own.Where(o => ReviewBox.IsLeftToOthers(o.Text))
                    .Select(o => o.Area)
                    .Concat(Boxes(ReviewBox.IsDenied))
            )
            .Union(Boxes(ReviewBox.IsCrossed))
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
            OwnWords(own),
            areas.FindAll(a => !lookedAt.Contains(a)),
            gone
        );
    }

    // Of an area that somebody cut out whole nothing is left: no line below its heading, no box, and less than half of its suggestions, which were moved.
    private bool IsGone(int area)
    {
        var all = _baseline.Suggestions.Where(s => s.Area == area).ToList();
        return !draft.Lines.Any(l => l.Area == area)
            && !Boxes(_ => true).Contains(area)
            && 2 * all.Count(s => _finder.LinesOf(s).Count > 0) < all.Count;
    }

    private SuggestionOutcome Outcome(BaselineSuggestion suggestion, bool isGone)
    {
        var own = _finder.LinesOf(suggestion);
        var text =
            own.Count == 0 || IsMoved(suggestion, own[0])
                ? null
                : PlainText.Tidy(
                    string.Join("; ", own.Select(l => SuggestionFinder.Parted(l.Text).Text))
                );
        var fate = FateOf(suggestion, own, text, isGone);
        return new SuggestionOutcome(
            DraftItem.IdOf(_baseline.Id, suggestion.Kind, suggestion.Question),
            suggestion.Kind,
            suggestion.Area,
            suggestion.Question,
            suggestion.Theme,
            suggestion.Probability,
            fate,
            suggestion.Sentence,
            fate == SuggestionFate.Removed || (own.Count > 0 && IsBelowUnknownHead(own))
                ? null
                : text
        );
    }

    private SuggestionFate FateOf(
        BaselineSuggestion suggestion,
        IReadOnlyList<EditedLine> own,
        string? text,
        bool isGone
    ) =>
        own.Count == 0
            ? isGone
                ? SuggestionFate.Skipped
                : _finder.IsStruck(suggestion)
                    ? SuggestionFate.Removed
                    : SuggestionFate.Unsure
            : IsBelowUnknownHead(own) || IsDoubted(suggestion, own)
                ? SuggestionFate.Unsure
                : string.IsNullOrEmpty(text)
                    ? SuggestionFate.Removed
                    : own.Count > 1 || PlainText.Of(text) != PlainText.Of(suggestion.Sentence)
                        ? SuggestionFate.Edited
                        // A question that stands there as it was asked was not answered.
                        : suggestion.Sentence.EndsWith('?')
                            ? SuggestionFate.Skipped
                            : SuggestionFate.Kept;

    private bool IsBelowUnknownHead(IReadOnlyList<EditedLine> own) =>
        _finder.IsBelowUnknownHead(own[0]);

    // What somebody comments on in the margin, or marks as not right, is still being talked about.
    private static bool IsDoubted(BaselineSuggestion suggestion, IReadOnlyList<EditedLine> own) =>
        own.Any(l =>
            SuggestionFinder.Parted(l.Text).Text is { Length: > 0 } text
            && (l.Comment is not null || Caution.IsOn(suggestion.Sentence, text))
        );

    private bool IsMoved(BaselineSuggestion suggestion, EditedLine line) =>
        _finder.ListOf(line) is { } list && list != suggestion.Kind;

    private IEnumerable<AddedFinding> Moved() =>
        from suggestion in _baseline.Suggestions
        let lines = _finder.LinesOf(suggestion)
        let line = lines.FirstOrDefault()
        where line is not null && IsMoved(suggestion, line) && !IsDoubted(suggestion, lines)
        select new AddedFinding(
            _finder.ListOf(line)!.Value,
            line.Area ?? suggestion.Area,
            suggestion.Question,
            SuggestionFinder.Parted(line.Text).Text,
            DraftItem.IdOf(_baseline.Id, suggestion.Kind, suggestion.Question)
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
                && draft.Edition.FindArea(area)?.Questions.Any(q => q.Code == question) == true;
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
        line is { IsItem: true, IsInOwnPlace: false }
        && !Caution.SaysNothing(line.Text)
        && _finder.ListOf(line) is not null
        && _finder.AreaOf(line) is not null;

    private IEnumerable<(int Area, string Text, EditedLine Line)> Own() =>
        from line in _finder.Others
        where !IsAdded(line) && !line.IsInScoreBox
        let text = WithoutPrompt(line.Text)
        where text.Length > 0
        let area = _finder.AreaOf(line)
        where area is not null
        select (area.Value, text, line);

    // What was written besides the lists, then what was commented on them.
    private List<OwnWords> OwnWords(IEnumerable<(int Area, string Text, EditedLine Line)> own) =>
        [
            .. own.Select(o => (o.Area, o.Text))
                .Concat(
                    from suggestion in _baseline.Suggestions
                    from line in _finder.LinesOf(suggestion)
                    where line.Comment is not null
                    select (
                        suggestion.Area,
                        $"Kommentar till {suggestion.Question}: {line.Comment}"
                    )
                )
                .GroupBy(o => o.Area)
                .Select(g => new OwnWords(
                    g.Key,
                    string.Join('\n', g.Select(o => o.Item2).Distinct(StringComparer.Ordinal))
                )),
        ];

    // The areas of the boxes of which something is so. One that lost its mark is known by its heading.
    private IEnumerable<int> Boxes(Func<string, bool> isSo) =>
        draft
            .Lines.Where(l => ReviewBox.IsOne(l) && isSo(l.Text))
            .Select(l => SuggestionMark.ReviewedArea(l.Mark) ?? _finder.AreaOf(l))
            .OfType<int>();

    private static string WithoutPrompt(string text) =>
        (
            text.StartsWith(Part.OwnWords.Prompt, StringComparison.Ordinal)
                ? text[Part.OwnWords.Prompt.Length..]
                : text
        ).Trim();
}
