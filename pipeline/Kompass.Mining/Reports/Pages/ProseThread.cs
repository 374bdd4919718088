using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>What headings and the sentences before leave to a sentence: of which area, year and municipality it may speak without naming them.</summary>
internal sealed partial class ProseThread(EditionLabels labels, FigureLabels figures)
{
    // The area that the heading above names, and the only one of the sentence before.
    private int? _headed;
    private int? _named;

    // A list of areas is over when another block begins.
    private Block? _list;

    private readonly List<int?> _years = [];

    /// <summary>Whether a sentence before speaks of points.</summary>
    public bool SpeaksOfPoints { get; private set; }

    /// <summary>Whether a sentence before, of the same paragraph, speaks of results or of the instrument.</summary>
    public bool SpeaksOfResults { get; private set; }

    /// <summary>Whom the sentence before is about, within its paragraph.</summary>
    public Whose Whose { get; private set; }

    /// <summary>This evaluation's total, where the sentence before states it.</summary>
    public BoundFigure? Total { get; private set; }

    /// <summary>The year before the text, of which all of it tells, or null.</summary>
    public int? RowYear { get; private set; }

    /// <summary>The year of the evaluation of which the heading above tells, <c>Utvärderingen 2011</c>, or null.</summary>
    public int? Year { get; private set; }

    /// <summary>The year of all figures of the paragraph so far, where they are of one earlier evaluation; else null.</summary>
    public int? OnlyYear => _years.Distinct().ToList() is [var only] ? only : null;

    /// <summary>Begins a heading, a paragraph, an item or a row.</summary>
    /// <param name="block">Where it stands.</param>
    /// <param name="text">Its text.</param>
    /// <param name="year">The year that stands before it, or null.</param>
    public void Enter(Block block, Passage text, int? year)
    {
        if (_list is not null && _list != block)
        {
            _headed = null;
        }

        _list = block is Block.ItemList { Items.Count: > 1 } ? block : null;
        var heads = AreaCell.Of(text.Text, labels);
        _headed =
            heads > Witness.Total ? heads
            : heads is not null || block is Block.Heading ? null
            : _headed;
        RowYear = year;
        Whose = Whose.Nobody;
        SpeaksOfResults = false;
        _years.Clear();
        if (block is Block.Heading heading)
        {
            _named = null;
            if (heading.Level > 1)
            {
                Year =
                    year
                    ?? (
                        figures.Of(WordsInBrackets().Replace(text.Text, " "))
                            is { IsNoScore: false, Year: { } told }
                            ? told
                            : null
                    );
            }
        }
    }

    /// <summary>The area of which a sentence may speak, or null.</summary>
    public int? AreaOf(Passage sentence) =>
        Thereof().IsMatch(sentence.Text) ? _named ?? _headed : _headed;

    /// <summary>Ends a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="namesPoints">Whether it speaks of points.</param>
    /// <param name="found">The figures that it states.</param>
    public void Leave(FigureSentence sentence, bool namesPoints, IReadOnlyList<BoundFigure> found)
    {
        SpeaksOfPoints |= namesPoints;
        SpeaksOfResults |=
            figures.Of(sentence.Text).SpeaksOfScores
            || sentence.Text.Contains("kompass", StringComparison.OrdinalIgnoreCase);
        _named = sentence.Areas is [var only] ? only : null;
        Whose = figures.WhoseIs(sentence.Text) is var told && told != Whose.Nobody ? told : Whose;
        Total = found.FirstOrDefault(f => f is { Area: Witness.Total, Year: null });
        _years.AddRange(found.Select(f => f.Year));
    }

    // "Där blev det 39 poäng av 100": of the area that the sentence before names.
    [GeneratedRegex(@"^\W*(?:Där|Här|Området|Det området)\b")]
    private static partial Regex Thereof();

    // "Poäng per område (2010 års resultat inom parentes)"
    [GeneratedRegex(@"\([^()]*\p{L}[^()]*\)")]
    private static partial Regex WordsInBrackets();
}
