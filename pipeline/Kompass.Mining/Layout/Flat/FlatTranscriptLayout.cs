using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// A flat transcript, in which line breaks and bullets are gone (or every printed line is a line), is cut into blocks with the edition's own headings as
/// anchors: chapters, areas, score boxes, rubrics, lists, tables.
/// </summary>
internal sealed class FlatTranscriptLayout(
    Passage body,
    EditionLabels labels,
    WordStatistics words,
    Knowledge knowledge
)
{
    private readonly string _text = body.Text;
    private readonly FlatTables _tables = new(body, labels);
    private readonly FlatQuestionTable _questions = new(body, labels, words);
    private readonly ListReader _lists = new(
        ListModel.Shipped,
        words,
        knowledge.Lexicon,
        new WordTraits(knowledge.Swedish, knowledge.Municipalities)
    );
    private readonly List<Block> _blocks = [];

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
        var anchors = FlatAnchors.Find(_text, labels, knowledge.Swedish);
        var findings = new FlatFindings(
            _lists,
            words,
            StyleOf(anchors),
            Enumerable
                .Range(0, anchors.Count)
                .Where(i =>
                    anchors[i].Kind == AnchorKind.Findings
                    && (i == 0 || anchors[i - 1].Kind != AnchorKind.Findings)
                )
                .Any(i => FlatFindings.StandApart(ListsOf(anchors, i, EndOfLists(anchors, i))))
        );
        var from = 0;
        for (var i = 0; i < anchors.Count; )
        {
            var anchor = anchors[i];
            Prose(from, anchor.Start);
            var next = i + 1;
            (Block? Block, int End) read;
            switch (anchor.Kind)
            {
                case AnchorKind.ScoreBox:
                    read = _tables.ScoreBox(anchor, EndOfBox(anchors, i));
                    // Labels inside the box are its rubrics.
                    next = anchors.FindIndex(next, a => a.Start >= read.End);
                    break;
                case AnchorKind.Score:
                    read = (
                        ScoreBoxes.Of(body.Slice(anchor.Start, anchor.End), labels),
                        anchor.End
                    );
                    break;
                case AnchorKind.Findings:
                    next = EndOfLists(anchors, i);
                    read = (findings.Read(ListsOf(anchors, i, next)), StartOf(anchors, next));
                    break;
                case AnchorKind.QuestionTable:
                    var questions = _questions.Read(anchor, StartOf(anchors, next));
                    read = (questions, questions is null ? anchor.End : StartOf(anchors, next));
                    break;
                case AnchorKind.Contents:
                    read = (null, StartOf(anchors, next));
                    break;
                default:
                    read = (Heading(anchor), anchor.End);
                    break;
            }

            if (read.Block is not null)
            {
                _blocks.Add(read.Block);
            }

            from = read.End;
            i = next < 0 ? anchors.Count : next;
        }

        Prose(from, _text.Length);
    }

    // A rubric may state the points of its sub-question.
    private Block Heading(Anchor anchor)
    {
        var line = Clean(anchor.Start, anchor.End);
        if (ScoredHeadings.Of(line, labels.Edition) is not var (heading, points))
        {
            return new Block.Heading(line);
        }

        _blocks.Add(heading);
        return points;
    }

    // Where an anchor begins, or the text ends.
    private int StartOf(List<Anchor> anchors, int index) =>
        index >= 0 && index < anchors.Count ? anchors[index].Start : _text.Length;

    // The anchor behind an area's lists, or -1.
    private static int EndOfLists(List<Anchor> anchors, int first) =>
        anchors.FindIndex(first + 1, a => a.Kind != AnchorKind.Findings);

    // How the document sets its lists, told from all that stands behind their headings.
    private ListStyle StyleOf(List<Anchor> anchors) =>
        _lists.StyleOf(
            anchors
                .Select((a, i) => (a.Kind, a.End, Next: StartOf(anchors, i + 1)))
                .Where(a => a.Kind == AnchorKind.Findings && a.End < a.Next)
                .Select(a => Stretch.Of(ListToken.In(_text[a.End..a.Next])))
        );

    private int EndOfBox(List<Anchor> anchors, int index)
    {
        var end = anchors.FindIndex(
            index + 1,
            a =>
                a.Kind
                    is AnchorKind.General
                        or AnchorKind.Area
                        or AnchorKind.Chapter
                        or AnchorKind.Findings
        );
        return end < 0
            ? Math.Min(_text.Length, anchors[index].End + LongestBox)
            : anchors[end].Start;
    }

    // Characters of a box whose end nothing tells.
    private const int LongestBox = 900;

    private List<FlatList> ListsOf(List<Anchor> anchors, int first, int next) =>
        [
            .. Enumerable
                .Range(first, (next < 0 ? anchors.Count : next) - first)
                .Select(i => new FlatList(
                    body.Slice(anchors[i].Start, anchors[i].End),
                    anchors[i].Finding!.Value,
                    body.Slice(anchors[i].End, StartOf(anchors, i + 1))
                )),
        ];

    private void Prose(int start, int end)
    {
        if (start >= end)
        {
            return;
        }

        foreach (var (block, from, to) in _tables.WithinProse(start, end))
        {
            var whole = block is Block.Paragraph ? new Block.Paragraph(Clean(from, to)) : block;
            if (whole is not Block.Paragraph { Text.IsBlank: true })
            {
                _blocks.Add(whole);
            }
        }
    }

    private Passage Clean(int start, int end) => CellReader.Join(body.Slice(start, end), words);
}
