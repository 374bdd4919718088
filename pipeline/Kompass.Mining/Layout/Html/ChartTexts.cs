using AngleSharp.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// The words of a drawn chart, <c>&lt;svg&gt;…&lt;text x="0" y="20"&gt;Etik&lt;/text&gt;</c>, which may stand in the source in any order: what the drawing sets side by
/// side, or one above the other, belongs together.
/// </summary>
internal static partial class ChartTexts
{
    // Units of the drawing: words of one row or column stand no further apart.
    private const double Near = 8;

    private readonly record struct Placed(IElement Text, double X, double Y);

    /// <summary>The rows of names and figures that a chart shows; none where it shows none.</summary>
    public static IReadOnlyList<IReadOnlyList<IElement>> RowsOf(IElement chart)
    {
        var texts = chart.QuerySelectorAll("text").Select(PlaceOf).ToList();
        var rows = Together(texts, t => t.Y, t => t.X);
        var columns = Together(texts, t => t.X, t => -t.Y);
        var best = rows.Count >= columns.Count ? rows : columns;
        return UnderBars(texts) is var bars && bars.Count > best.Count ? bars : best;
    }

    // A row of names, or of the areas' numbers, each with the one figure that stands nearest above it; the figures of an axis stand above each other.
    private static List<IReadOnlyList<IElement>> UnderBars(List<Placed> texts)
    {
        var figures = texts
            .Where(t => Numbers.Points(t.Text.TextContent) is not null)
            .GroupBy(t => Math.Round(t.X))
            .Where(g => g.Count() < FewestBars)
            .SelectMany(g => g)
            .ToList();
        foreach (
            var row in texts.GroupBy(t => Math.Round(t.Y)).Select(g => g.OrderBy(t => t.X).ToList())
        )
        {
            var names = row.FindAll(t => t.Text.TextContent.Any(char.IsLetter));
            names = names.Count > 0 ? names : row;
            if (
                names.Count < FewestBars
                || (
                    names.TrueForAll(n => !n.Text.TextContent.Any(char.IsLetter))
                    && !names
                        .Select(n => n.Text.TextContent.Trim())
                        .SequenceEqual(
                            Enumerable
                                .Range(1, names.Count)
                                .Select(n => n.ToString(CultureInfo.InvariantCulture)),
                            StringComparer.Ordinal
                        )
                )
            )
            {
                continue;
            }

            var apart = names.Zip(names.Skip(1), (a, b) => b.X - a.X).Min();
            var pairs = names.ConvertAll(n =>
                (
                    Name: n.Text,
                    Figures: figures.FindAll(f =>
                        Math.Abs(f.X - n.X) < apart / 2 && Math.Abs(f.Y - n.Y) > Near
                    )
                )
            );
            if (pairs.TrueForAll(p => p.Figures.Count == 1))
            {
                return pairs.ConvertAll(p => (IReadOnlyList<IElement>)[p.Name, p.Figures[0].Text]);
            }
        }

        return [];
    }

    private const int FewestBars = 3;

    // Lines that have a name and a figure: those of an axis have no name.
    private static List<IReadOnlyList<IElement>> Together(
        List<Placed> texts,
        Func<Placed, double> across,
        Func<Placed, double> along
    ) =>
        [
            .. texts
                .OrderBy(across)
                .Runs((line, t) => across(t) - across(line[0]) <= Near)
                .Select(l => l.OrderBy(along).Select(t => t.Text).ToList())
                .Where(l =>
                    l.Exists(t => t.TextContent.Any(char.IsLetter))
                    && l.Exists(t => Numbers.Points(t.TextContent) is not null)
                ),
        ];

    // Its own place, or that of its first part, within what moves it.
    private static Placed PlaceOf(IElement text)
    {
        var (x, y) = (Of("x"), Of("y"));
        for (IElement? group = text; group is not null; group = group.ParentElement)
        {
            if (Moved().Match(group.GetAttribute("transform") ?? "") is { Success: true } moved)
            {
                x += Parse(moved.Groups["x"].Value);
                y += Parse(moved.Groups["y"].Value);
            }
        }

        return new Placed(text, x, y);

        double Of(string name) =>
            Parse(
                Number()
                    .Match(
                        text.GetAttribute(name)
                            ?? text.QuerySelector("tspan")?.GetAttribute(name)
                            ?? ""
                    )
                    .Value
            );
    }

    private static double Parse(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : 0;

    [GeneratedRegex(@"^\s*-?\d+(?:\.\d+)?")]
    private static partial Regex Number();

    // translate(40, 60), translate(40)
    [GeneratedRegex(@"translate\(\s*(?<x>-?\d+(?:\.\d+)?)(?:[\s,]+(?<y>-?\d+(?:\.\d+)?))?\s*\)")]
    private static partial Regex Moved();
}
