using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust;

/// <summary>
/// What is known of how the findings of a record were read: how surely their letters and borders were, how they are worded beside the others of their lists, and whether
/// what was learnt of borders would cut them elsewhere.
/// </summary>
internal sealed class FindingRows
{
    // An item that swallowed a page is wrong whatever its words are.
    private const int MostWords = 60;

    private readonly ReportRecord _record;
    private readonly Notes _notes;
    private readonly PageTraits _pages;
    private readonly Knowledge _knowledge;
    private readonly WordStatistics _words;
    private readonly Lexicon _lexicon;
    private readonly EditionLabels _labels;
    private readonly WordTraits _traits;
    private readonly ListStyle _style;
    private readonly GapJudge _judge;
    private readonly List<Wording> _all;
    private readonly double _density;

    /// <param name="record">What was read.</param>
    /// <param name="document">From what.</param>
    /// <param name="layout">Its blocks.</param>
    /// <param name="knowledge">What is known before reading.</param>
    /// <param name="lexicon">The words that count as known: in training none that only the reports tried have.</param>
    public FindingRows(
        ReportRecord record,
        Document document,
        DocumentLayout layout,
        Knowledge knowledge,
        Lexicon lexicon
    )
    {
        (_record, _knowledge, _words, _lexicon) = (record, knowledge, layout.Words, lexicon);
        _notes = new Notes(record.Notes);
        _pages = new PageTraits(document, layout);
        _labels = knowledge.Labels(layout.Edition);
        _traits = new WordTraits(knowledge.Swedish, knowledge.Municipalities);
        _all = [.. record.Findings.Select(f => new Wording(ListToken.In(f.Text)))];
        var facts = new WordFacts(layout.Words, lexicon, _traits, ListModel.Shipped.Places);
        _style = ListStyle.Of(_all.Select(w => Stretch.Of(w.Tokens)), facts);
        _judge = new GapJudge(ListModel.Shipped, new GapFeatures(facts, _style), _traits, _style);
        _density = Median(record.Findings.Select(f => Density(f)));
    }

    /// <summary>The columns of the rows.</summary>
    public static FeatureSpace Space { get; } =
        new([
            "confidence",
            "cut doubt",
            "column doubt",
            "rule",
            "flat run",
            "list",
            "section uncertain",
            "missing",
            "warnings on area",
            "warnings",
            "doubts of document",
            "words",
            "letters a word",
            "length beside others",
            "lower start",
            "digit start",
            "stop at end",
            "sign at end",
            "open end",
            "stops inside",
            "unknown words",
            "unknown of all",
            "short unknown words",
            "odd words",
            "digit words",
            "labels inside",
            "open bracket",
            "wording",
            "wording of list",
            "ends",
            "inside",
            "before",
            "after",
            "ends of list",
            "items of list",
            "place",
            "from end",
            "lower starts",
            "stops of all",
            "said before",
            "least of list",
            "doubts of list",
            "doubts",
            "density",
            .. PageTraits.Names,
        ]);

    /// <summary>Every finding of the record.</summary>
    public IEnumerable<JudgedValue> All()
    {
        var ends = _all.ConvertAll(w => w.Tokens.Count == 0 ? 0 : _judge.Ends(w.Run));
        var wordings = _record.Findings.Select(f => OwnKind(f)).ToList();
        var lists = Enumerable
            .Range(0, _all.Count)
            .GroupBy(i => (_record.Findings[i].Area, _record.Findings[i].Kind))
            .ToDictionary(g => g.Key, g => g.ToList());
        var lower = Share(w => w.Tokens is [{ IsLower: true }, ..]);
        var stops = Share(w => w.EndsWithStop);
        var doubts =
            (float)_record.Findings.Count(f => f.Doubt != ItemDoubt.None) / Math.Max(1, _all.Count);
        var length = Median(_all.Select(w => (double)w.Tokens.Count));
        for (var i = 0; i < _all.Count; i++)
        {
            var finding = _record.Findings[i];
            var list = lists[(finding.Area, finding.Kind)];
            var place = list.IndexOf(i);
            yield return new JudgedValue(
                About.Finding,
                i,
                [
                    (float)finding.Confidence,
                    finding.Doubt.HasFlag(ItemDoubt.Cut) ? 1 : 0,
                    finding.Doubt.HasFlag(ItemDoubt.Column) ? 1 : 0,
                    finding.Doubt.HasFlag(ItemDoubt.ByRule) ? 1 : 0,
                    finding.Source.Via == Via.FlatRun ? 1 : 0,
                    finding.Source.Via == Via.FindingsList ? 1 : 0,
                    _notes.Of(NoteCode.SectionUncertain, finding.Area),
                    _notes.Of(NoteCode.FindingsMissing, finding.Area),
                    _notes.OfArea(finding.Area),
                    _notes.All,
                    _notes.OfDocument,
                    .. OfWords(_all[i], length),
                    (float)wordings[i],
                    (float)list.Average(j => wordings[j]),
                    (float)ends[i],
                    (float)_judge.MostWithin(_all[i].Tokens, MostWords),
                    place == 0 ? 1 : Between(list[place - 1], i),
                    place + 1 == list.Count ? 1 : Between(i, list[place + 1]),
                    (float)list.Average(j => ends[j]),
                    list.Count,
                    place,
                    list.Count - 1 - place,
                    lower,
                    stops,
                    _record.Findings.Take(i).Count(f => f.Text == finding.Text),
                    (float)list.Min(j => _record.Findings[j].Confidence),
                    (float)list.Count(j => _record.Findings[j].Doubt != ItemDoubt.None)
                        / list.Count,
                    doubts,
                    (float)(Density(finding) / _density),
                    .. _pages.Of(finding.Source),
                ],
                finding.Doubt.HasFlag(ItemDoubt.ByRule),
                finding.Doubt != ItemDoubt.None || finding.Confidence < Finding.DoubtBelow
            );
        }
    }

    private IEnumerable<float> OfWords(Wording item, double usual)
    {
        var words = item.Tokens.Select(t => t.Word).Where(w => w.Length > 0).ToList();
        var count = Math.Max(1, words.Count);
        var unknown = words.FindAll(w => w.All(char.IsLetter) && !IsKnown(w));
        var first = item.Text.Length == 0 ? ' ' : item.Text[0];
        var last = item.Text.Length == 0 ? ' ' : item.Text[^1];
        return
        [
            words.Count,
            (float)item.Text.Length / count,
            (float)(words.Count / Math.Max(1, usual)),
            char.IsLower(first) ? 1 : 0,
            char.IsDigit(first) ? 1 : 0,
            item.EndsWithStop ? 1 : 0,
            last is ',' or '-' or ':' or '/' or '(' ? 1 : 0,
            words.Count > 0 && _knowledge.Swedish.OpenWords.Contains(words[^1].ToLowerInvariant())
                ? 1
                : 0,
            item.Tokens.SkipLast(1).Count(t => _traits.EndsSentence(t.Text)),
            unknown.Count,
            (float)unknown.Count / count,
            unknown.Count(w => w.Length < 4),
            words.Count(w =>
                w.Any(char.IsLetter)
                && (w.Any(char.IsAsciiDigit) || w.Skip(1).Any(char.IsUpper) && w.Any(char.IsLower))
            ),
            words.Count(w => w.All(c => !char.IsLetter(c))),
            _labels.FindAll(item.Text).Count,
            item.Text.Count(c => c == '(') == item.Text.Count(c => c == ')') ? 0 : 1,
        ];
    }

    // An ordinary word, a name, or a word that the document has elsewhere too.
    private bool IsKnown(string word) =>
        _words.LowerCase(word) + _words.CapitalWithinSentence(word) + _words.SentenceStart(word) > 1
        || _knowledge.Swedish.OpenWords.Contains(word.ToLowerInvariant())
        || _traits.IsPlace(word)
        || WordTraits.IsAcronym(word)
        || _lexicon.ContainsInflected(word)
        || _lexicon.IsCompound(word, w => _words.LowerCase(w) > 1);

    // The most likely border within an item.
    private float Between(int before, int after) =>
        _all[before].Tokens.Count == 0 || _all[after].Tokens.Count == 0
            ? 0
            : (float)_judge.Border(_all[before].Run, _all[after].Run);

    // How much more its words speak for its own list than for another.
    private double OwnKind(Finding finding)
    {
        var kinds = ListModel.Shipped.Kinds.LogProbabilities(finding.Text);
        var own = kinds[(int)finding.Kind];
        kinds[(int)finding.Kind] = double.NegativeInfinity;
        return own - kinds.Max();
    }

    // Letters on the area of its box: an item whose box holds more than its words has lost or gained some.
    private static double Density(Finding finding) =>
        finding.Source.Box is { } box && (box[2] - box[0]) * (box[3] - box[1]) is > 0 and var area
            ? finding.Text.Length / area
            : 1;

    private float Share(Func<Wording, bool> holds) =>
        _all.Count == 0 ? 0 : (float)_all.Count(holds) / _all.Count;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 1 : Math.Max(1e-6, sorted[sorted.Count / 2]);
    }

    private sealed record Wording(IReadOnlyList<ListToken> Tokens)
    {
        public string Text { get; } = string.Join(' ', Tokens.Select(t => t.Text));

        public TokenRun Run => new(Tokens, 0, Tokens.Count);

        public bool EndsWithStop => Text.Length > 0 && Text[^1] is '.' or '!' or '?';
    }
}
