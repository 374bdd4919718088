using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;

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
    private const double Likeness = 3;

    /// <summary>Without mark and number, words in common from this share on make another wording of the same.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>A line with so much in common with a lost suggestion may be what became of it.</summary>
    private const double PerhapsLikeness = 0.25;

    /// <summary>So much of a line's words stand in the suggestion before it: it was split off.</summary>
    private const double SplitShare = 0.6;

    private readonly DraftBaseline _baseline;
    private readonly IReadOnlyList<EditedLine> _lines;
    private readonly Dictionary<int, BaselineSuggestion> _owner = [];
    private readonly Dictionary<BaselineSuggestion, List<EditedLine>> _found = [];
    private readonly List<Written> _written = [];

    public SuggestionFinder(DraftBaseline baseline, IReadOnlyList<EditedLine> lines)
    {
        _baseline = baseline;
        _lines = lines;
        var own = baseline.OwnTexts.ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Text.Length > 0 && !own.Contains(PlainText.HashOf(line.Text)))
            {
                _written.Add(
                    new Written(
                        line,
                        PlainText.WordsOf(line.Text),
                        NumberIn(line.Text),
                        PlainText.Of(WithoutNumber(line.Text))
                    )
                );
            }
        }

        Assign();
        JoinSplit();
    }

    /// <summary>Lines that belong to no suggestion and were not in the draft.</summary>
    public IEnumerable<EditedLine> Others =>
        _written.Select(w => w.Line).Where(l => !_owner.ContainsKey(l.Index));

    /// <summary>The lines of a suggestion, in the document's order; none where it was not found.</summary>
    public IReadOnlyList<EditedLine> LinesOf(BaselineSuggestion suggestion) =>
        _found.TryGetValue(suggestion, out var lines) ? lines : [];

    /// <summary>
    /// Whether a suggestion that was not found was struck for sure: its mark is there without text, or the document has kept other marks and no line is left that
    /// may be what became of it.
    /// </summary>
    public bool IsStruck(BaselineSuggestion suggestion)
    {
        var mark = SuggestionMark.Of(suggestion.Kind, suggestion.Question);
        if (_lines.Any(l => l.Mark == mark && l.Text.Length == 0))
        {
            return true;
        }

        var words = PlainText.WordsOf(suggestion.Sentence);
        return _lines.Any(l => l.Mark is not null)
            && !_written.Exists(w =>
                !_owner.ContainsKey(w.Line.Index)
                && w.Line.Mark is null
                && w.Number is null
                && PlainText.Similarity(w.Words, words) >= PerhapsLikeness
            );
    }

    /// <summary>The list that a line stands in: as its head says, else as the suggestions beside it, if they agree.</summary>
    public FindingKind? ListOf(EditedLine line)
    {
        if (line.List is { } list)
        {
            return list;
        }

        var kinds = Neighbours(line).Select(s => s.Kind).Distinct().Take(2).ToList();
        return kinds.Count == 1 ? kinds[0] : null;
    }

    /// <summary>The area that a line stands in: as the heading above it says, else as the suggestion nearest to it.</summary>
    public int? AreaOf(EditedLine line) => line.Area ?? Neighbours(line).FirstOrDefault()?.Area;

    /// <summary>The number of a sub-question at the beginning or end of a line, or null.</summary>
    public static string? NumberIn(string text) =>
        QuestionNumber.Match(text) is { Success: true } match ? match.Groups["code"].Value : null;

    /// <summary>A line without that number.</summary>
    public static string WithoutNumber(string text) =>
        PlainText.Tidy(QuestionNumber.Replace(text, " ", 1));

    private void Assign()
    {
        var pairs =
            from suggestion in _baseline.Suggestions
            let sought = new Sought(
                suggestion,
                SuggestionMark.Of(suggestion.Kind, suggestion.Question),
                PlainText.Of(suggestion.Sentence),
                PlainText.WordsOf(suggestion.Sentence)
            )
            from written in _written
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
        IReadOnlySet<string> Words
    );

    // A line that the draft did not hold, with what is compared of it.
    private readonly record struct Written(
        EditedLine Line,
        IReadOnlySet<string> Words,
        string? Number,
        string Plain
    );

    private static double Score(Sought sought, Written written)
    {
        var (line, words, number, plain) = written;
        var likeness = PlainText.Similarity(sought.Words, words);
        var hasNumber = number == sought.Suggestion.Question && line.List == sought.Suggestion.Kind;
        // A line with another's number and nothing in common only took the mark's place.
        var hasMark =
            line.Mark == sought.Mark
            && (
                number is null
                || number == sought.Suggestion.Question
                || likeness >= PerhapsLikeness
            );
        var marks = (hasMark ? Mark : 0) + (hasNumber ? Number : 0);
        if (plain == sought.Plain)
        {
            return SameWords + marks;
        }

        return
            hasMark
            || (hasNumber && (line.Mark is null || likeness >= PerhapsLikeness))
            || likeness >= LeastLikeness
            ? marks + (Likeness * likeness)
            : 0;
    }

    // One suggestion made two items: the second has words of it, and no mark.
    private void JoinSplit()
    {
        foreach (var (line, words, _, _) in _written)
        {
            if (
                !_owner.ContainsKey(line.Index)
                && line.Mark is null
                && words.Count > 1
                && _owner.TryGetValue(line.Index - 1, out var before)
                && (double)words.Count(PlainText.WordsOf(before.Sentence).Contains) / words.Count
                    >= SplitShare
            )
            {
                _owner[line.Index] = before;
                _found[before].Add(line);
            }
        }
    }

    // Suggestions in the same container, the nearest first.
    private IEnumerable<BaselineSuggestion> Neighbours(EditedLine line) =>
        _lines
            .Where(l => l.Container == line.Container && _owner.ContainsKey(l.Index))
            .OrderBy(l => Math.Abs(l.Index - line.Index))
            .Select(l => _owner[l.Index]);

    // 1.4 Bjud in fler till dialog, or: Bjud in fler till dialog (1.4)
    [GeneratedRegex(
        @"^\(?(?<code>[0-9]{1,2}\.[0-9]{1,2})\)?[:.]?\s+|\s*\((?:delfråga\s+)?(?<code>[0-9]{1,2}\.[0-9]{1,2})\)\.?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex QuestionNumber { get; }
}
