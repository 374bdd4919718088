using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Tables whose borders are gone: score boxes, and in the prose charts, facts and summary tables (<see cref="FlatSummaryTables"/>).</summary>
internal sealed partial class FlatTables(Passage body, EditionLabels labels)
{
    // The ticks that the reports' charts have on their axis.
    private static readonly decimal[] Ticks = [100, 80, 60, 40, 20, 0];

    // Characters of a chart's title.
    private const int LongestTitle = 80;

    private readonly string _text = body.Text;
    private readonly ReportHeadings _headings = labels.Edition.Headings;

    /// <summary>
    /// <c>Rubriker Poäng Strategi … korruption 58</c> or <c>Rubriker … Poäng 2015 2012 74 68</c>: everything up to the last number before
    /// the prose begins.
    /// </summary>
    public (Block? Block, int End) ScoreBox(Anchor anchor, int limit)
    {
        var stretch = _text[anchor.End..limit];
        // The box ends before its prose: before the first sentence.
        var sentence = SentenceEnd().Match(stretch);
        var span = sentence.Success ? stretch[..sentence.Index] : stretch;
        // "7 (22)" is the page's, torn from its header.
        var pages = PageOfPages().Matches(span);
        var numbers = Number()
            .Matches(span)
            .Where(m =>
                !IsWithinLabel(span, m)
                && !pages.Any(p => p.Index <= m.Index && m.Index < p.Index + p.Length)
            )
            .ToList();
        if (numbers.Count == 0)
        {
            return (null, anchor.End);
        }

        var from = numbers.Find(m => !Numbers.IsYear(m.Value))?.Index ?? span.Length;
        return (
            ScoreBoxes.Of(
                [PassageOf(anchor.End, anchor.End + from)],
                numbers.ConvertAll(n =>
                    PassageOf(anchor.End + n.Index, anchor.End + n.Index + n.Length)
                )
            ),
            anchor.End + numbers[^1].Index + numbers[^1].Length
        );
    }

    /// <summary>A stretch of prose, with the summary tables, charts and facts in it taken out as blocks of their own.</summary>
    public IEnumerable<(Block Block, int Start, int End)> WithinProse(int start, int end)
    {
        var found = new List<(Block Block, int Start, int End)>();
        found.AddRange(new FlatSummaryTables(body, labels).Within(start, end));
        AddFree(Charts(start, end));
        AddFree(TitledAxes(start, end));
        AddFree(Facts(start, end));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var from = start;
        foreach (var block in found)
        {
            yield return (new Block.Paragraph(Passage.Empty), from, block.Start);
            yield return block;
            from = block.End;
        }

        yield return (new Block.Paragraph(Passage.Empty), from, end);

        void AddFree(IEnumerable<(Block Block, int Start, int End)> blocks) =>
            found.AddRange(
                blocks.Where(b => !found.Exists(f => b.Start < f.End && f.Start < b.End))
            );
    }

    // Borås stad 2013 - 525 p 100 80 60 40 20 0 67 1. Offentlighet och demokrati 53 2. …: bars among their names; the title still states the total.
    private IEnumerable<(Block Block, int Start, int End)> TitledAxes(int start, int end) =>
        Axis()
            .Matches(_text[start..end])
            .Select(axis =>
                (
                    Title: TitleBefore(start, start + axis.Index),
                    Start: start + axis.Index,
                    axis.Length
                )
            )
            .Where(a => a.Title.Success)
            .Select(a =>
                (
                    (Block)new Block.Figure(body.Slice(a.Title.Index, a.Start).Trim(), []),
                    a.Title.Index,
                    a.Start + a.Length
                )
            );

    private Match TitleBefore(int start, int axis)
    {
        var from = Math.Max(start, axis - LongestTitle);
        return ChartTitle().Match(_text, from, axis - from);
    }

    // Borås stad 2013-525 p 100 80 60 67 53 65 65 68 65 65 78 40 20 0: eight bars among the ticks of the axis.
    private IEnumerable<(Block Block, int Start, int End)> Charts(int start, int end)
    {
        foreach (Match run in NumberRun().Matches(_text[start..end]))
        {
            var numbers = Number()
                .Matches(run.Value)
                .Select(m => (Value: Numbers.Parse(m.Value), m.Index, m.Length))
                .ToList();
            // The number of the first label may follow the bars directly: any stretch of the run may be the chart.
            var size = labels.Edition.Areas.Count + Ticks.Length;
            var bars = Enumerable
                .Range(0, Math.Max(0, numbers.Count - size + 1))
                .Select(skip => WithoutTicks(numbers.GetRange(skip, size)))
                .FirstOrDefault(b => b is not null);
            if (bars is null)
            {
                continue;
            }

            var titleStart = start + run.Index;
            var title = TitleBefore(start, titleStart);
            var from = title.Success ? title.Index : titleStart;
            yield return (
                new Block.Figure(
                    body.Slice(from, titleStart).Trim(),
                    [
                        .. bars.Select(b => new ChartNumber(
                            b.Value,
                            body.PlaceOf(
                                start + run.Index + b.Index,
                                start + run.Index + b.Index + b.Length
                            )
                        )),
                    ]
                ),
                from,
                start + run.Index + run.Length
            );
        }
    }

    private static List<(decimal Value, int Index, int Length)>? WithoutTicks(
        List<(decimal Value, int Index, int Length)> numbers
    )
    {
        var left = new List<(decimal Value, int Index, int Length)>(numbers);
        // Ticks run down the axis: the first 100 and the last 0 are ticks for sure, those between are sought from the outside in.
        foreach (var tick in Ticks)
        {
            var at =
                tick >= 60
                    ? left.FindIndex(n => n.Value == tick)
                    : left.FindLastIndex(n => n.Value == tick);
            if (at < 0)
            {
                return null;
            }

            left.RemoveAt(at);
        }

        return left;
    }

    private IEnumerable<(Block Block, int Start, int End)> Facts(int start, int end)
    {
        var stretch = _text[start..end];
        // Of names that reach into each other the first and longest.
        var kept = _headings
            .Facts.SelectMany(f => f.Value)
            .Select(name => (Name: name, At: stretch.IndexOf(name, StringComparison.Ordinal)))
            .Where(h => h.At >= 0 && (h.At == 0 || !char.IsLetter(stretch[h.At - 1])))
            .OrderBy(h => h.At)
            .ThenByDescending(h => h.Name.Length)
            .Merged((one, h) => h.At < one.At + one.Name.Length, (one, _) => one);
        // One of these words alone stands in prose too; three of them make the table.
        if (kept.Count < 3)
        {
            yield break;
        }

        var last = Math.Min(stretch.Length, kept[^1].At + kept[^1].Name.Length + LongestValue);
        yield return (
            new Block.Table([
                .. kept.Zip(
                    kept.Skip(1).Select(k => k.At).Append(last),
                    (k, end) =>
                        new Row([
                            Cell.Of(PassageOf(start + k.At, start + k.At + k.Name.Length)),
                            Cell.Of(PassageOf(start + k.At + k.Name.Length, start + end)),
                        ])
                ),
            ]),
            start + kept[0].At,
            start + last
        );
    }

    // Characters of a fact that no other follows.
    private const int LongestValue = 120;

    private static bool IsWithinLabel(string span, Match number) =>
        number.Index > 0 && (char.IsLetter(span[number.Index - 1]) || span[number.Index - 1] == '-')
        || (
            number.Index + number.Length < span.Length
            && char.IsLetter(span[number.Index + number.Length])
        );

    private Passage PassageOf(int start, int end) => body.Slice(start, end).Trim();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}\p{Ll}|\p{Ll}[.!?]\s*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?<![\d.,])(?!" + QuestionCode.Lookahead + @")\d{1,4}(?:[,.]\d{1,2})?(?![\d,]|\.\d)"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{1,3}\s*\(\d{1,3}\)")]
    private static partial Regex PageOfPages();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:\s+\d{1,3}(?:,\d)?){11,19}(?![\d.,])")]
    private static partial Regex NumberRun();

    [GeneratedRegex(
        @"(?<![\d.,])(?:100\s+80\s+60\s+40\s+20\s+0|0\s+20\s+40\s+60\s+80\s+100)(?![\d.,])"
    )]
    private static partial Regex Axis();

    // "Borås stad 2013-525 p ", "Avesta kommun - 404 p "
    [GeneratedRegex(
        @"(?:\p{Lu}[\p{L}-]*\s+){1,4}(?:\p{Ll}+\s+)?(?:\d{4})?\s*[-–]\s*\d{2,3}\s*(?:p|poäng)\b\.?\s*$"
    )]
    private static partial Regex ChartTitle();
}
