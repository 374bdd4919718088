namespace Kompass.Web.Facets;

/// <summary>For each pair of values of two facets of texts how many texts have both, and in how many reports.</summary>
public sealed class CrossCount
{
    private readonly (int Texts, int Reports, int Last)[] _cells;

    private CrossCount(
        FacetColumn rows,
        FacetColumn columns,
        (int Texts, int Reports, int Last)[] cells,
        int @base
    )
    {
        (Rows, Columns, Base) = (rows, columns, @base);
        _cells = cells;
    }

    /// <summary>The one facet.</summary>
    public FacetColumn Rows { get; }

    /// <summary>The other.</summary>
    public FacetColumn Columns { get; }

    /// <summary>Reports that pass.</summary>
    public int Base { get; }

    /// <summary>The most reports that any two values have.</summary>
    public int MostReports => _cells.Max(c => c.Reports);

    private int Width => Columns.Values.All.Count + 1;

    /// <summary>How many texts have the values of two codes, and in how many reports.</summary>
    public (int Texts, int Reports) At(int row, int column)
    {
        var cell = _cells[(row * Width) + column];
        return (cell.Texts, cell.Reports);
    }

    /// <summary>Texts by a code of the columns, whatever their code of the rows.</summary>
    public int SumOf(int column) =>
        Enumerable.Range(0, Rows.Values.All.Count + 1).Sum(row => At(row, column).Texts);

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
        var (ofRows, ofColumns, others) = (first.Codes, second.Codes, second.Second);
        var (height, width) = (first.Values.All.Count + 1, second.Values.All.Count + 1);
        var cells = new (int Texts, int Reports, int Last)[height * width];
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
                if (selection.NarrowsTexts && !selection.Passes(row))
                {
                    continue;
                }

                var start = ofRows[row] * width;
                Add(ref cells[start + ofColumns[row]], report + 1);
                if (others is not null && others[row] > 0 && others[row] != ofColumns[row])
                {
                    Add(ref cells[start + others[row]], report + 1);
                }
            }
        }

        return new CrossCount(first, second, cells, ofBase);

        static void Add(ref (int Texts, int Reports, int Last) cell, int report)
        {
            cell.Texts++;
            cell.Reports += cell.Last == report ? 0 : 1;
            cell.Last = report;
        }
    }

    private static FacetColumn Column(TextIndex index, Facet facet) =>
        index.Texts.First(c => c.Facet == facet);
}
