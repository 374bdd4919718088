using Kompass.Mining.Dataset.Queries;
using Kompass.Web.Store;

namespace Kompass.Web.Facets;

/// <summary>For each pair of values of two facets of texts how many texts have both, and in how many reports.</summary>
/// <param name="Rows">The one facet.</param>
/// <param name="Columns">The other.</param>
/// <param name="Texts">By the codes of both.</param>
/// <param name="Reports">By the codes of both.</param>
/// <param name="Base">Reports that pass.</param>
public sealed record CrossCount(
    FacetColumn Rows,
    FacetColumn Columns,
    int[,] Texts,
    int[,] Reports,
    int Base
)
{
    /// <summary>Texts by a code of the columns, whatever their code of the rows.</summary>
    public int SumOf(int column) =>
        Enumerable.Range(0, Texts.GetLength(0)).Sum(row => Texts[row, column]);

    /// <summary>Of the findings that pass a filter without words; all reports are of the base.</summary>
    internal static CrossCount Of(Snapshot snapshot, QueryFilter filter, Facet rows, Facet columns)
    {
        var index = snapshot.Index(TextPlace.Lists);
        return Run(index, Selection.Of(filter, index, snapshot), rows, columns, _ => true);
    }

    internal static CrossCount Run(
        TextIndex index,
        Selection selection,
        Facet rows,
        Facet columns,
        Func<int, bool> isOfBase
    )
    {
        var (first, second) = (Column(index, rows), Column(index, columns));
        var (height, width) = (first.Values.All.Count + 1, second.Values.All.Count + 1);
        var (texts, reports, last) = (
            new int[height, width],
            new int[height, width],
            new int[height, width]
        );
        var ofBase = 0;
        for (var report = 0; report < selection.Reports.Length; report++)
        {
            if (selection.Reports[report] != 0 || !isOfBase(report))
            {
                continue;
            }

            ofBase++;
            for (var row = index.Starts[report]; row < index.Starts[report + 1]; row++)
            {
                if (selection.NarrowsTexts && !selection.Passes(index, row))
                {
                    continue;
                }

                Add(first.Codes[row], second.Codes[row], report);
                if (second.Second is { } other && other[row] > 0 && other[row] != second.Codes[row])
                {
                    Add(first.Codes[row], other[row], report);
                }
            }
        }

        return new CrossCount(first, second, texts, reports, ofBase);

        void Add(int a, int b, int report)
        {
            texts[a, b]++;
            if (last[a, b] != report + 1)
            {
                last[a, b] = report + 1;
                reports[a, b]++;
            }
        }
    }

    private static FacetColumn Column(TextIndex index, Facet facet) =>
        index.Texts.First(c => c.Facet == facet);
}
