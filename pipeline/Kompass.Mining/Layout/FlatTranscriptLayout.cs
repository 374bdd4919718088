using Kompass.Mining.Corpus;
using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Layout;

/// <summary>
/// A flat transcript, in which line breaks and bullets are gone (or every printed line is a line), is cut into blocks with the edition's own headings as
/// anchors: chapters, areas, score boxes, rubrics, lists, tables.
/// </summary>
internal sealed class FlatTranscriptLayout
{
    private readonly Passage _body;
    private readonly string _text;
    private readonly EditionLabels _labels;
    private readonly WordStatistics _words;
    private readonly Swedish _swedish;
    private readonly FlatTables _tables;
    private readonly FlatQuestionTable _questions;
    private readonly ListReader _lists;
    private readonly List<Block> _blocks = [];

    private FlatTranscriptLayout(
        Passage body,
        EditionLabels labels,
        WordStatistics words,
        Knowledge knowledge
    )
    {
        _body = body;
        _text = body.Text;
        _labels = labels;
        _words = words;
        _swedish = knowledge.Swedish;
        _tables = new FlatTables(body, labels);
        _questions = new FlatQuestionTable(body, labels, words);
        _lists = new ListReader(
            ListModel.Shipped,
            words,
            knowledge.Lexicon,
            new WordTraits(knowledge.Swedish, knowledge.Municipalities)
        );
    }

    public static IReadOnlyList<Block> Lay(
        Passage body,
        EditionLabels labels,
        WordStatistics words,
        Knowledge knowledge
    )
    {
        var layout = new FlatTranscriptLayout(body, labels, words, knowledge);
        layout.Run();
        return layout._blocks;
    }

    private void Run()
    {
        var anchors = FlatAnchors.Find(_text, _labels, _swedish);
        var findings = new FlatFindings(_lists, _words, StyleOf(anchors));
        var from = 0;
        for (var i = 0; i < anchors.Count; )
        {
            var anchor = anchors[i];
            Prose(from, anchor.Start);
            var end = i + 1 < anchors.Count ? anchors[i + 1].Start : _text.Length;
            switch (anchor)
            {
                case { Kind: AnchorKind.ScoreBox }:
                    AddHeadingless(
                        _tables.ScoreBox(anchor, EndOfBox(anchors, i)),
                        out from,
                        anchor
                    );
                    i++;
                    SkipRubricsInside(anchors, ref i, from);
                    break;
                case { Kind: AnchorKind.Findings }:
                    var last = LastOfRegion(anchors, i);
                    from = last + 1 < anchors.Count ? anchors[last + 1].Start : _text.Length;
                    AddFindings(findings, anchors, i, last, from);
                    i = last + 1;
                    break;
                case { Kind: AnchorKind.QuestionTable }:
                    from = EndOfTable(anchors, i);
                    AddHeadingless(_questions.Read(anchor, from), out from, anchor, from);
                    i++;
                    break;
                case { Kind: AnchorKind.Contents }:
                    from = end;
                    i++;
                    break;
                default:
                    _blocks.Add(new Block.Heading(Clean(anchor.Start, anchor.End)));
                    from = anchor.End;
                    i++;
                    break;
            }
        }

        Prose(from, _text.Length);
    }

    // How the document sets its lists, told from all that stands behind their headings.
    private ListStyle StyleOf(IReadOnlyList<Anchor> anchors) =>
        _lists.StyleOf(
            anchors
                .Select(
                    (a, i) =>
                        (
                            a.Kind,
                            a.End,
                            Next: i + 1 < anchors.Count ? anchors[i + 1].Start : _text.Length
                        )
                )
                .Where(a => a.Kind == AnchorKind.Findings && a.End < a.Next)
                .Select(a => ListToken.In(_text[a.End..a.Next]))
        );

    private void AddHeadingless(
        (Block? Block, int End) read,
        out int from,
        Anchor anchor,
        int? atLeast = null
    )
    {
        if (read.Block is not null)
        {
            _blocks.Add(read.Block);
            from = Math.Max(read.End, atLeast ?? 0);
        }
        else
        {
            from = anchor.End;
        }
    }

    private int EndOfBox(IReadOnlyList<Anchor> anchors, int index)
    {
        for (var i = index + 1; i < anchors.Count; i++)
        {
            if (
                anchors[i].Kind
                is AnchorKind.General
                    or AnchorKind.Area
                    or AnchorKind.Chapter
                    or AnchorKind.Findings
            )
            {
                return anchors[i].Start;
            }
        }

        return Math.Min(_text.Length, anchors[index].End + 900);
    }

    private static void SkipRubricsInside(IReadOnlyList<Anchor> anchors, ref int i, int from)
    {
        while (i < anchors.Count && anchors[i].Start < from)
        {
            i++;
        }
    }

    private static int LastOfRegion(IReadOnlyList<Anchor> anchors, int index)
    {
        var last = index;
        while (last + 1 < anchors.Count && anchors[last + 1].Kind == AnchorKind.Findings)
        {
            last++;
        }

        return last;
    }

    private int EndOfTable(IReadOnlyList<Anchor> anchors, int index) =>
        index + 1 < anchors.Count ? anchors[index + 1].Start : _text.Length;

    private void AddFindings(
        FlatFindings findings,
        IReadOnlyList<Anchor> anchors,
        int first,
        int last,
        int end
    )
    {
        var lists = new List<FlatList>();
        for (var i = first; i <= last; i++)
        {
            var stop = i < last ? anchors[i + 1].Start : end;
            lists.Add(
                new FlatList(
                    _body.Slice(anchors[i].Start, anchors[i].End),
                    anchors[i].Finding!.Value,
                    _body.Slice(anchors[i].End, stop)
                )
            );
        }

        _blocks.Add(findings.Read(lists));
    }

    private void Prose(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        foreach (var block in _tables.WithinProse(start, end))
        {
            switch (block)
            {
                case (Block.Paragraph, var from, var to):
                    var text = CellReader.Join(_body.Slice(from, to), _words);
                    if (text.Text.Length > 0)
                    {
                        _blocks.Add(new Block.Paragraph(text));
                    }

                    break;
                default:
                    _blocks.Add(block.Block);
                    break;
            }
        }
    }

    private Passage Clean(int start, int end) => CellReader.Join(_body.Slice(start, end), _words);
}
