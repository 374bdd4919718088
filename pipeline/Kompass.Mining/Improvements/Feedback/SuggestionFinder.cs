using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Finds each suggestion in an edited draft: by the words it had, by its bookmark, by the number that stands behind it. Whoever has most of these gets the line.
/// What cannot be told for sure is said to be unsure, never guessed.
/// </summary>
internal sealed partial class SuggestionFinder
{
    // The same words outweigh a mark that slipped to a neighbour; a mark outweighs any likeness of words.
    private const double SameWords = 10;
    private const double Mark = 4;
    private const double Number = 3;
    private const double Alike = 3;

    /// <summary>Without mark and number, words in common from this share on make another wording of the same.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>A line with so much in common with a lost suggestion may be what became of it.</summary>
    private const double PerhapsLikeness = 0.25;

    /// <summary>So many of the suggestions below a head are of one list where it is that list's: others were moved there.</summary>
    private const double MostOfAHead = 0.75;

    /// <summary>So much of a line's words stand in a suggestion: it was split off. So much of a suggestion's in a line: they were merged.</summary>
    private const double JoinedShare = 0.6;

    private readonly DraftBaseline _baseline;
    private readonly IReadOnlyList<EditedLine> _lines;
    private readonly HashSet<string> _struck;
    private readonly Dictionary<string, int> _frequencies;
    private readonly Dictionary<int, BaselineSuggestion> _owner = [];
    private readonly Dictionary<BaselineSuggestion, List<EditedLine>> _found = [];
    private readonly List<Written> _written;
    private readonly Dictionary<string, FindingKind?> _listOfHead;
    private readonly Dictionary<int, FindingKind?> _listOfContainer;
    private readonly Dictionary<int, int?> _areas = [];

    public SuggestionFinder(
        DraftBaseline baseline,
        IReadOnlyList<EditedLine> lines,
        IReadOnlyList<string> struck
    )
    {
        _baseline = baseline;
        _lines = lines;
        _struck = struck
            .Select(s => PlainText.Of(Parted(PlainText.Tidy(s)).Text))
            .ToHashSet(StringComparer.Ordinal);
        _frequencies = baseline
            .Suggestions.SelectMany(s => PlainText.WordsOf(s.Sentence))
            .CountBy(w => w, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var own = baseline.OwnTexts.ToHashSet(StringComparer.Ordinal);
        var lists = lines
            .Where(l => l.Mark is not null && SuggestionMark.ReviewedArea(l.Mark) is null)
            .Select(l => l.Container)
            .ToHashSet();
        _written =
        [
            .. lines
                .Where(l =>
                    l.Text.Length > 0
                    && !own.Contains(PlainText.HashOf(l.Text))
                    && !ReviewBox.IsOne(l)
                )
                .Select(l => (Line: l, Parts: Parted(l.Text)))
                .Select(l => new Written(
                    l.Line,
                    PlainText.WordsOf(l.Parts.Text),
                    l.Parts.Numbers,
                    PlainText.Of(l.Parts.Text),
                    l.Line is { IsInOwnPlace: false, IsInScoreBox: false }
                        && (l.Line.IsItem || lists.Contains(l.Line.Container))
                )),
        ];
        Assign();
        JoinSplit();
        JoinMerged();
        // A renamed head stands above the same list in several areas; a paragraph of the evaluator's own does not.
        _listOfHead = Lists(
            lines.Where(l => l.Head is { } head && !own.Contains(PlainText.HashOf(head))),
            l => l.Head!,
            MostOfAHead,
            2
        );
        _listOfContainer = Lists(lines, l => l.Container, 1, 1);
    }

    /// <summary>Lines that belong to no suggestion and were not in the draft.</summary>
    public IEnumerable<EditedLine> Others =>
        _written.Where(w => !_owner.ContainsKey(w.Line.Index)).Select(w => w.Line);

    /// <summary>The lines of a suggestion, in the document's order; none where it was not found.</summary>
    public IReadOnlyList<EditedLine> LinesOf(BaselineSuggestion suggestion) =>
        _found.TryGetValue(suggestion, out var lines) ? lines : [];

    /// <summary>
    /// Whether a suggestion that was not found was struck for sure: its mark is there without text, all its words were struck, or no line is left that may be what became of it.
    /// </summary>
    public bool IsStruck(BaselineSuggestion suggestion)
    {
        var mark = MarkOf(suggestion);
        var words = PlainText.WordsOf(suggestion.Sentence);
        return _struck.Contains(PlainText.Of(suggestion.Sentence))
            || _lines.Any(l => l.Mark == mark && l.Text.Length == 0)
            || !Free.Any(w =>
                w.Line.Mark is null
                && w.Numbers.Count == 0
                && (Likeness(w.Words, words) >= PerhapsLikeness || TakesPlaceOf(suggestion, w.Line))
            );
    }

    /// <summary>The list that a line stands in: as its head says, else as the suggestions below heads of the same words, else as those beside it.</summary>
    public FindingKind? ListOf(EditedLine line) =>
        line.List
        ?? (
            line.Head is { } head && _listOfHead.TryGetValue(head, out var below)
                ? below
                : _listOfContainer.GetValueOrDefault(line.Container)
        );

    /// <summary>Whether a line stands below a renamed head of which nobody can tell whose it is.</summary>
    public bool IsBelowUnknownHead(EditedLine line) =>
        line is { List: null, Head: { } head }
        && _listOfHead.TryGetValue(head, out var list)
        && list is null;

    /// <summary>The area that a line stands in: as the heading above it says, else as the suggestion nearest to it or the box below it.</summary>
    public int? AreaOf(EditedLine line)
    {
        if (line.Area is { } area)
        {
            return area;
        }

        if (!_areas.TryGetValue(line.Index, out var beside))
        {
            beside =
                Beside(line).Select(l => (int?)_owner[l.Index].Area).FirstOrDefault()
                ?? _lines
                    .Skip(line.Index)
                    .Select(l => line.IsItem ? SuggestionMark.ReviewedArea(l.Mark) : null)
                    .FirstOrDefault(a => a is not null);
            _areas[line.Index] = beside;
        }

        return beside;
    }

    /// <summary>A line without the numbers of sub-questions at its beginning or end, and those numbers.</summary>
    public static (string Text, IReadOnlyList<string> Numbers) Parted(string text)
    {
        if (NumberBefore.Match(text) is { Success: true } before)
        {
            return (text[before.Length..], [before.Groups["code"].Value]);
        }

        var open = text.LastIndexOf('(');
        return open >= 0 && NumbersBehind.Match(text[open..]) is { Success: true } behind
            ? (text[..open].TrimEnd(), [.. behind.Groups["code"].Captures.Select(c => c.Value)])
            : (text, []);
    }

    private static string MarkOf(BaselineSuggestion suggestion) =>
        SuggestionMark.Of(suggestion.Kind, suggestion.Question);

    private IEnumerable<Written> Free =>
        _written.Where(w => w.IsInList && !_owner.ContainsKey(w.Line.Index));

    private void Assign()
    {
        var pairs =
            from suggestion in _baseline.Suggestions
            let sought = new Sought(
                suggestion,
                MarkOf(suggestion),
                PlainText.Of(suggestion.Sentence),
                PlainText.WordsOf(suggestion.Sentence),
                TwinOf(suggestion)
            )
            from written in _written
            where written.IsInList
            let score = Score(sought, written)
            where score > 0
            orderby score descending, written.Line.Index
            select (suggestion, written.Line);
        foreach (var (suggestion, line) in pairs)
        {
            if (!_owner.ContainsKey(line.Index) && _found.TryAdd(suggestion, [line]))
            {
                _owner[line.Index] = suggestion;
            }
        }
    }

    private readonly record struct Sought(
        BaselineSuggestion Suggestion,
        string Mark,
        string Plain,
        IReadOnlySet<string> Words,
        IReadOnlySet<string> Twin
    );

    // The words of the suggestion that has the same number in the other list.
    private IReadOnlySet<string> TwinOf(BaselineSuggestion suggestion) =>
        PlainText.WordsOf(
            _baseline
                .Suggestions.FirstOrDefault(s =>
                    s.Question == suggestion.Question && s.Kind != suggestion.Kind
                )
                ?.Sentence
                ?? ""
        );

    // A line that the draft did not hold, with what is compared of it. Only what may stand in a list can be what became of a suggestion.
    private readonly record struct Written(
        EditedLine Line,
        IReadOnlySet<string> Words,
        IReadOnlyList<string> Numbers,
        string Plain,
        bool IsInList
    );

    private double Score(Sought sought, Written written)
    {
        var (line, words, numbers, plain, _) = written;
        var likeness = Likeness(sought.Words, words);
        var isNumbered = numbers.Contains(sought.Suggestion.Question, StringComparer.Ordinal);
        // Two suggestions have the same number: it is of the one whose list it is, or, where no head says so, who has more of the words.
        var hasNumber =
            isNumbered
            && (
                line.List is { } list
                    ? list == sought.Suggestion.Kind
                    : likeness >= Likeness(sought.Twin, words)
            );
        // A line with another's number and nothing in common only took the mark's place.
        var hasMark =
            line.Mark == sought.Mark
            && (numbers.Count == 0 || isNumbered || likeness >= PerhapsLikeness);
        var marks = (hasMark ? Mark : 0) + (hasNumber ? Number : 0);
        if (plain == sought.Plain)
        {
            return SameWords + marks;
        }

        return
            hasMark
            || (hasNumber && (line.Mark is null || likeness >= PerhapsLikeness))
            || likeness >= LeastLikeness
            ? marks + (Alike * likeness)
            : 0;
    }

    // One suggestion made two items: the other has words of it that the found one no longer has, and no mark, or its own where the number went with the found one.
    private void JoinSplit()
    {
        foreach (var (line, words, _, _, _) in Free.Where(w => w.Words.Count > 1).ToList())
        {
            var found = Beside(line)
                .FirstOrDefault(l =>
                    (line.Mark is null || line.Mark == MarkOf(_owner[l.Index]))
                    && Share(
                        words,
                        PlainText
                            .WordsOf(_owner[l.Index].Sentence)
                            .Except(PlainText.WordsOf(l.Text), StringComparer.Ordinal)
                    ) >= JoinedShare
                );
            if (found is not null)
            {
                var suggestion = _owner[found.Index];
                _owner[line.Index] = suggestion;
                _found[suggestion] = [.. _found[suggestion].Append(line).OrderBy(l => l.Index)];
            }
        }
    }

    // Two suggestions made one item: it has the numbers of both, or those words of the second that the first had not.
    private void JoinMerged()
    {
        foreach (var suggestion in _baseline.Suggestions.Where(s => !_found.ContainsKey(s)))
        {
            var words = PlainText.WordsOf(suggestion.Sentence);
            var merged = _written.Find(w =>
                _owner.TryGetValue(w.Line.Index, out var first)
                && first.Kind == suggestion.Kind
                && (
                    w.Numbers.Contains(suggestion.Question, StringComparer.Ordinal)
                    || Share(
                        words.Except(PlainText.WordsOf(first.Sentence), StringComparer.Ordinal),
                        w.Words
                    ) >= JoinedShare
                )
            );
            if (merged.Line is not null)
            {
                _found[suggestion] = [merged.Line];
            }
        }
    }

    // A line where the suggestion stood, between those that stood beside it, may be a rewording of it.
    private bool TakesPlaceOf(BaselineSuggestion suggestion, EditedLine line)
    {
        var all = _baseline
            .Suggestions.Where(s => s.Kind == suggestion.Kind && s.Area == suggestion.Area)
            .ToList();
        var place = all.IndexOf(suggestion);
        return line.IsItem
            && all.Index()
                .Where(s =>
                    _found.TryGetValue(s.Item, out var lines)
                    && lines[0].Container == line.Container
                )
                .All(s => s.Index < place == _found[s.Item][0].Index < line.Index)
            && (ListOf(line) is not { } list || list == suggestion.Kind)
            && AreaOf(line) == suggestion.Area;
    }

    // Lines of suggestions in the same container, the nearest first.
    private IOrderedEnumerable<EditedLine> Beside(EditedLine line) =>
        _lines
            .Where(l => l.Container == line.Container && _owner.ContainsKey(l.Index))
            .OrderBy(l => Math.Abs(l.Index - line.Index));

    // The list that at least so many of the suggestions in a group of lines are of; null where too few are.
    private Dictionary<TKey, FindingKind?> Lists<TKey>(
        IEnumerable<EditedLine> lines,
        Func<EditedLine, TKey> keyOf,
        double least,
        int fewestAreas
    )
        where TKey : notnull =>
        (
            from line in lines
            where _owner.ContainsKey(line.Index)
            group _owner[line.Index] by keyOf(line) into owners
            where owners.DistinctBy(o => o.Area).Count() >= fewestAreas
            let most = owners.CountBy(o => o.Kind).MaxBy(k => k.Value)
            select (
                owners.Key,
                most.Value >= least * owners.Count() ? most.Key : (FindingKind?)null
            )
        ).ToDictionary();

    // The share of words in common (Dice 1945), each by how few suggestions of the draft have it: "och" tells nothing.
    private double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2 * Weight(a.Where(b.Contains)) / (Weight(a) + Weight(b));

    private double Share(IEnumerable<string> part, IEnumerable<string> whole)
    {
        var words = part.ToHashSet(StringComparer.Ordinal);
        return words.Count < 2
            ? 0
            : Weight(words.Intersect(whole, StringComparer.Ordinal)) / Weight(words);
    }

    private double Weight(IEnumerable<string> words) =>
        words.Sum(w => 1.0 / Math.Max(1, _frequencies.GetValueOrDefault(w)));

    // 1.4 Bjud in fler till dialog
    [GeneratedRegex(@"^\(?(?<code>[0-9]{1,2}\.[0-9]{1,2})\)?[:.]?\s+")]
    private static partial Regex NumberBefore { get; }

    // Bjud in fler till dialog (1.4), or of two that were merged: (1.4, 1.5)
    [GeneratedRegex(
        @"^\((?:delfråg[a-z]*\s+)?(?<code>[0-9]{1,2}\.[0-9]{1,2})(?:(?:,|\s+och|/)\s*(?<code>[0-9]{1,2}\.[0-9]{1,2}))*\)\.?\s*$",
        Patterns.AnyCase
    )]
    private static partial Regex NumbersBehind { get; }
}
