using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>
/// Pages written in code: text at places in points, each letter half as wide as the type is large, a blank a quarter. Letters of ten points unless told.
/// </summary>
internal sealed class Paper(double width = 595, double height = 842)
{
    /// <summary>Left edge of the text.</summary>
    public const double Margin = 70;

    /// <summary>From one line to the next.</summary>
    public const double Leading = 12;

    private readonly List<Page> _pages = [];
    private readonly List<Word> _words = [];

    /// <summary>Where the next line of <see cref="Prose"/> or <see cref="Rows"/> goes.</summary>
    public double Y { get; private set; } = 100;

    /// <summary>One line of text.</summary>
    public Paper At(double left, double top, string text, double size = 10)
    {
        foreach (var word in text.Split(' '))
        {
            var right = left + (word.Length * size / 2);
            if (word.Length > 0)
            {
                _words.Add(new Word(word, new Box(left, top, right, top + size), size));
            }

            left = right + (size / 4);
        }

        return this;
    }

    /// <summary>Lines of a paragraph one below the other, with space after them.</summary>
    public Paper Prose(params string[] lines) => Column(Margin, lines).Down(Leading);

    /// <summary>A line in large type, with space above and below.</summary>
    public Paper Heading(string text, double size = 14)
    {
        Down(Leading);
        At(Margin, Y, text, size);
        return Down(size + Leading);
    }

    /// <summary>Lines from a left edge on.</summary>
    public Paper Column(double left, params string[] lines)
    {
        foreach (var line in lines)
        {
            At(left, Y, line);
            Down(Leading);
        }

        return this;
    }

    /// <summary>Columns side by side, each a list of lines.</summary>
    public Paper Columns(params (double Left, string[] Lines)[] columns)
    {
        foreach (var (left, lines) in columns)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                At(left, Y + (i * Leading), lines[i]);
            }
        }

        return Down((columns.Max(c => c.Lines.Length) + 1) * Leading);
    }

    /// <summary>Rows of a table: cells parted by <c>|</c>, each at its column's left edge.</summary>
    public Paper Rows(double[] lefts, params string[] rows)
    {
        foreach (var row in rows)
        {
            var cells = row.Split('|');
            for (var i = 0; i < cells.Length; i++)
            {
                At(lefts[i], Y, cells[i].Trim());
            }

            Down(Leading);
        }

        return Down(Leading);
    }

    /// <summary>Space.</summary>
    public Paper Down(double points)
    {
        Y += points;
        return this;
    }

    /// <summary>Ends the page.</summary>
    public Paper NextPage(PageOrigin origin = PageOrigin.TextLayer)
    {
        _pages.Add(new Page(_pages.Count + 1, width, height, [.. _words], origin));
        _words.Clear();
        Y = 100;
        return this;
    }

    /// <summary>The pages so far, each changed as told.</summary>
    public IReadOnlyList<Page> Pages(Func<Page, Page>? change = null)
    {
        if (_words.Count > 0)
        {
            NextPage();
        }

        return [.. _pages.Select(change ?? (p => p))];
    }

    /// <summary>The blocks that layout makes of them.</summary>
    public DocumentLayout Lay(Func<Page, Page>? change = null) => Lay(Pages(change));

    public static DocumentLayout Lay(IReadOnlyList<Page> pages) =>
        new LayoutReader(Subject.Knowledge).Lay(Document(pages));

    public static Document Document(IReadOnlyList<Page> pages) =>
        new("paper.pdf", "", DocumentKind.Pdf, "test", new DocumentContent.Paged(pages));

    /// <summary>The blocks as text, one a line, as <see cref="Blocks.Show(Block?)"/> writes them.</summary>
    public string[] Show(Func<Page, Page>? change = null) =>
        [.. Lay(change).Blocks.Select(Blocks.Show)];

    /// <summary>Prose enough that the type and the distance of its lines are the usual ones.</summary>
    public Paper Usual() =>
        Prose(
            "Kommunen har en plan för hur invånarna kan följa och påverka det som beslutas.",
            "Den antogs av fullmäktige och följs upp en gång om året i samband med bokslutet.",
            "Nämnderna redovisar sina mål i en gemensam mall som är lätt att läsa och förstå."
        );
}
