using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Says of each suggestion whether it was kept, edited or removed, and of every other line that it was added. A suggestion is found by its mark; where an editor
/// lost the mark, by the same words, and last by most words in common within its list.
/// </summary>
internal sealed partial class DraftComparer
{
    // Half of the words in common (Dice 1945) makes another wording of the same.
    private const double LeastSimilarity = 0.5;

    private readonly ImprovementDraft _draft;
    private readonly List<EditedLine> _left;

    private DraftComparer(EditedDraft edited)
    {
        _draft = edited.Draft;
        _left =
        [
            .. edited.Lines.Where(l =>
                l.Place != EditedPlace.OwnWords && Plain(l.Text) != Plain(AreaPages.Nothing)
            ),
        ];
    }

    /// <summary>Compares.</summary>
    /// <param name="edited">The draft that came back.</param>
    /// <param name="read">When it was read.</param>
    /// <param name="file">Its path as given.</param>
    /// <param name="sha256">Hash of its bytes.</param>
    public static FeedbackRecord Compare(
        EditedDraft edited,
        DateTimeOffset read,
        string file,
        string sha256
    )
    {
        var comparer = new DraftComparer(edited);
        var draft = edited.Draft;
        var outcomes = comparer.Outcomes();
        return new FeedbackRecord(
            FeedbackRecord.CurrentSchema,
            draft.Id,
            draft.Municipality,
            draft.Year,
            draft.Edition,
            [
                new FeedbackReading(
                    read,
                    file,
                    sha256,
                    draft.Basis.Id,
                    [
                        .. draft.Profile.Areas.Select(a => new FeedbackAreaScore(
                            a.Area,
                            a.Score,
                            a.Max
                        )),
                    ],
                    [
                        .. draft.Profile.Questions.Select(q => new FeedbackPoints(
                            q.Code,
                            q.Achieved,
                            q.Max
                        )),
                    ],
                    outcomes,
                    comparer.Added(),
                    Own(edited.Lines)
                ),
            ]
        );
    }

    private List<SuggestionOutcome> Outcomes()
    {
        var suggestions = _draft
            .Areas.SelectMany(a =>
                a.Strengths.Concat(a.Improvements).Select(i => (a.Area, Item: i))
            )
            .ToList();
        var found = new Dictionary<string, EditedLine>(StringComparer.Ordinal);
        Take(
            (area, item) =>
                _left.FirstOrDefault(l =>
                    IsIn(l, area, item) && l.Mark == SuggestionMark.Of(item.Kind, item.Question)
                )
        );
        Take(
            (area, item) =>
                _left.FirstOrDefault(l =>
                    l.Mark is null
                    && IsIn(l, area, item)
                    && Plain(Sentence(l.Text, item)) == Plain(item.Sentence)
                )
        );
        Take(
            (area, item) =>
                _left
                    .Where(l => l.Mark is null && IsIn(l, area, item))
                    .Select(l =>
                        (Line: l, Share: Similarity(Sentence(l.Text, item), item.Sentence))
                    )
                    .Where(l => l.Share >= LeastSimilarity)
                    .OrderByDescending(l => l.Share)
                    .Select(l => l.Line)
                    .FirstOrDefault()
        );
        return [.. suggestions.Select(s => Outcome(s.Area, s.Item, found))];

        void Take(Func<int, DraftItem, EditedLine?> find)
        {
            foreach (var (area, item) in suggestions)
            {
                if (!found.ContainsKey(item.SuggestionId) && find(area, item) is { } line)
                {
                    found[item.SuggestionId] = line;
                    _left.Remove(line);
                }
            }
        }
    }

    private static SuggestionOutcome Outcome(
        int area,
        DraftItem item,
        Dictionary<string, EditedLine> found
    )
    {
        var text = found.TryGetValue(item.SuggestionId, out var line)
            ? Tidy(Sentence(line.Text, item))
            : null;
        var fate =
            string.IsNullOrEmpty(text) ? SuggestionFate.Removed
            : Plain(text) == Plain(item.Sentence) ? SuggestionFate.Kept
            : SuggestionFate.Edited;
        return new SuggestionOutcome(
            item.SuggestionId,
            KindOf(item.Kind),
            area,
            item.Question,
            item.Theme,
            item.Probability,
            fate,
            item.Sentence,
            fate == SuggestionFate.Removed ? null : text
        );
    }

    private List<AddedFinding> Added()
    {
        var items = _draft.Areas.SelectMany(a => a.Strengths.Concat(a.Improvements)).ToList();
        return
        [
            .. _left
                .Select(l =>
                {
                    var moved = items.FirstOrDefault(i =>
                        l.Mark == SuggestionMark.Of(i.Kind, i.Question)
                    );
                    var text = Tidy(moved is null ? l.Text : Sentence(l.Text, moved));
                    var (question, rest) = QuestionIn(text, l.Area);
                    return new AddedFinding(
                        l.Place == EditedPlace.Strengths
                            ? FindingKind.Strength
                            : FindingKind.Improvement,
                        l.Area,
                        question ?? moved?.Question,
                        rest,
                        moved?.SuggestionId
                    );
                })
                .Where(a => a.Text.Length > 0),
        ];
    }

    private static List<OwnWords> Own(IReadOnlyList<EditedLine> lines) =>
        [
            .. lines
                .Where(l => l.Place == EditedPlace.OwnWords)
                .Select(l => l with { Text = WithoutPrompt(l.Text) })
                .Where(l => l.Text.Length > 0)
                .GroupBy(l => l.Area)
                .Select(g => new OwnWords(g.Key, string.Join('\n', g.Select(l => l.Text)))),
        ];

    private (string? Question, string Text) QuestionIn(string text, int area)
    {
        var match = QuestionCode.Match(text);
        var code = match.Groups["code"].Value;
        return
            match.Success
            && _draft.Profile.Questions.Any(q =>
                q.Code == code
                && q.Code.StartsWith(
                    area.ToString(CultureInfo.InvariantCulture) + ".",
                    StringComparison.Ordinal
                )
            )
            ? (code, text.Remove(match.Index, match.Length).Trim())
            : (null, text);
    }

    private static bool IsIn(EditedLine line, int area, DraftItem item) =>
        line.Area == area
        && (line.Place == EditedPlace.Strengths) == (item.Kind == FindingKind.Strength);

    private static FindingKind KindOf(FindingKind kind) =>
        kind == FindingKind.Strength ? FindingKind.Strength : FindingKind.Improvement;

    private static string WithoutPrompt(string text) =>
        (
            text.StartsWith(AreaPages.OwnWordsPrompt, StringComparison.Ordinal)
                ? text[AreaPages.OwnWordsPrompt.Length..]
                : text
        ).Trim();

    // The probability is ours, not part of what the evaluator says; it is left out wherever it still stands.
    private static string Sentence(string text, DraftItem item) =>
        text.Replace($"({item.ProbabilityWords})", "", StringComparison.Ordinal);

    private static string Tidy(string text) => Spaces.Replace(text, " ").Trim();

    /// <summary>A text without what does not make it another: spaces, soft hyphens, kinds of quotation marks and dashes, the full stop.</summary>
    private static string Plain(string text) =>
        Tidy(
                text.Replace("\u00ad", "", StringComparison.Ordinal)
                    .Replace('“', '"')
                    .Replace('”', '"')
                    .Replace('’', '\'')
                    .Replace('–', '-')
            )
            .TrimEnd('.', ' ');

    private static double Similarity(string a, string b)
    {
        var first = WordsOf(a);
        var second = WordsOf(b);
        return first.Count + second.Count == 0
            ? 0
            : 2.0
                * first.Intersect(second, StringComparer.Ordinal).Count()
                / (first.Count + second.Count);
    }

    private static HashSet<string> WordsOf(string text) =>
        Words
            .Matches(text.ToLowerInvariant())
            .Select(m => m.Value)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words { get; }

    // 1.4 Bjud in fler till dialog, or: Bjud in fler till dialog (1.4)
    [GeneratedRegex(
        @"^\(?(?<code>[0-9]\.[0-9]{1,2})\)?[:.]?\s+|\s*\((?:delfråga\s+)?(?<code>[0-9]\.[0-9]{1,2})\)\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex QuestionCode { get; }
}
