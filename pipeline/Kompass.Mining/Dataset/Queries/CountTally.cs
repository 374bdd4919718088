using Kompass.Mining.Dataset.Store;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>What was counted of a cell.</summary>
internal struct Tallied
{
    private int _last;
    private int _lastCertain;

    public int Findings { get; private set; }

    /// <summary>Of them with a label or text in doubt.</summary>
    public readonly int Doubtful => Findings - Certain;

    /// <summary>Reports with at least one.</summary>
    public int Reports { get; private set; }

    /// <summary>Reports with one that is not in doubt.</summary>
    public int ReportsCertain { get; private set; }

    private int Certain { get; set; }

    /// <summary>Takes in a finding; those of a report, numbered from 1, come beside each other.</summary>
    public void Add(int report, bool isCertain)
    {
        Findings++;
        Reports += _last == report ? 0 : 1;
        _last = report;
        if (isCertain)
        {
            Certain++;
            ReportsCertain += _lastCertain == report ? 0 : 1;
            _lastCertain = report;
        }
    }
}

/// <summary>Counts the findings of reports by columns of theirs; a finding with two themes counts under both.</summary>
internal sealed class CountTally
{
    private const string Theme = "theme";

    private readonly ColumnSelection _selection;
    private readonly IReadOnlyList<CodeColumn> _columns;
    private readonly ushort[][] _codes;
    private readonly int[] _widths;
    private readonly ushort[] _certainty;
    private readonly int _certain;
    private readonly ushort[]? _second;
    private readonly int[] _ofSecond = [];
    private readonly int _theme;

    /// <param name="selection">Which findings.</param>
    /// <param name="columns">Names of the columns by which they are counted.</param>
    public CountTally(ColumnSelection selection, IReadOnlyList<string> columns)
    {
        _selection = selection;
        _columns = [.. columns.Select(c => c == Theme ? ThemesOf(selection) : selection.Column(c))];
        _codes = [.. _columns.Select(c => c.Codes)];
        // A cell is a number: the code of the last column, and each before it times those after.
        _widths = new int[columns.Count];
        var width = 1;
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            _widths[i] = width;
            width = checked(width * (_columns[i].Keys.Count + 2));
        }

        Cells = width;
        var certainty = selection.Column("certainty");
        (_certainty, _certain) = (certainty.Codes, certainty.CodeOf("certain"));
        _theme = columns.ToList().IndexOf(Theme);
        if (_theme >= 0)
        {
            var second = selection.Column("theme2");
            _second = second.Codes;
            _ofSecond = [0, .. second.Keys.Select(k => CodeOf(_theme, k))];
        }
    }

    // A theme that is only ever a second one has a code of its own, too.
    private static CodeColumn ThemesOf(ColumnSelection selection)
    {
        var first = selection.Column(Theme);
        var second = selection.Column("theme2");
        return first with
        {
            Keys = [.. first.Keys, .. second.Keys.Except(first.Keys, StringComparer.Ordinal)],
        };
    }

    private int Cells { get; }

    /// <summary>The cell of values, one a column.</summary>
    public int CellOf(IReadOnlyList<object?> values) =>
        values
            .Select(
                (v, i) => _widths[i] * CodeOf(i, Convert.ToString(v, CultureInfo.InvariantCulture)!)
            )
            .Sum();

    /// <summary>Counts of reports, by cell.</summary>
    public Tallied[] Of(IEnumerable<int> reports)
    {
        var cells = new Tallied[Cells];
        var own = _theme < 0 ? null : _columns[_theme].Codes;
        foreach (var report in reports)
        {
            _selection.Each(
                report,
                row =>
                {
                    var cell = 0;
                    for (var i = 0; i < _widths.Length; i++)
                    {
                        cell += _widths[i] * _codes[i][row];
                    }

                    var isCertain = _certainty[row] == _certain;
                    cells[cell].Add(report + 1, isCertain);
                    if (_second is not null && _second[row] is > 0 and var second)
                    {
                        cell += _widths[_theme] * (_ofSecond[second] - own![row]);
                        cells[cell].Add(report + 1, isCertain);
                    }
                }
            );
        }

        return cells;
    }

    // What no finding has stands after all others.
    private int CodeOf(int column, string key) =>
        _columns[column].CodeOf(key) is > 0 and var code ? code : _columns[column].Keys.Count + 1;
}

/// <summary>Reports of one edition (or of all) that have one year, county …</summary>
/// <param name="Editions">Their editions.</param>
/// <param name="Values">What they have in common, a value a dimension.</param>
/// <param name="Reports">Their rows.</param>
/// <param name="Lists">
/// How many of each edition have the list of each kind, and of "" any; and by area how many of them do not have it of that area, as it was not found.
/// </param>
internal sealed record ReportGroup(
    IReadOnlyList<string> Editions,
    IReadOnlyList<object?> Values,
    IReadOnlyList<int> Reports,
    IReadOnlyDictionary<(string Edition, string Kind, int? MissingIn), long> Lists
)
{
    /// <summary>How many have the list of these kinds: the base of a share.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="editions">Those that ask for what is counted.</param>
    /// <param name="area">The area in whose list it stands, or null for all: a list that was not found praises nothing and asks for nothing.</param>
    public long Base(IReadOnlyList<string> kinds, IEnumerable<string> editions, int? area)
    {
        var kind = kinds is [var only] ? only : "";
        return editions.Sum(e =>
            Lists.GetValueOrDefault((e, kind, null))
            - (area is null ? 0 : Lists.GetValueOrDefault((e, kind, area)))
        );
    }

    /// <summary>The groups of the reports that pass, in order.</summary>
    /// <param name="selection">Those that pass.</param>
    /// <param name="by">What those of a group have in common.</param>
    /// <param name="setOf">What the editions have in common that are put together (<see cref="EditionSets"/>).</param>
    public static IEnumerable<ReportGroup> Of(
        ColumnSelection selection,
        IReadOnlyList<CountDimension> by,
        Func<string, string> setOf
    )
    {
        var edition = Column("edition");
        var sets = edition.Keys.Select(setOf).ToList();
        var columns = by.Select(d => Column(CountsQuery.NameOf(d))).ToList();
        var lists = new ReportLists(selection);
        return selection
            .Reports.GroupBy(KeyOf)
            .OrderBy(g => g.Key)
            .Select(g => new ReportGroup(
                [.. g.Select(EditionOf).Distinct(StringComparer.Ordinal)],
                [.. columns.Select((c, i) => ValueOf(by[i], c, g.First()))],
                [.. g],
                g.SelectMany(r => lists.Of(r).Select(l => (EditionOf(r), l.Kind, l.MissingIn)))
                    .CountBy(l => l)
                    .ToDictionary(l => l.Key, l => (long)l.Value)
            ));

        string EditionOf(int report) => edition.Keys[edition.Codes[report] - 1];

        long KeyOf(int report)
        {
            var key = (long)sets.IndexOf(sets[edition.Codes[report] - 1]);
            foreach (var column in columns)
            {
                key = (key * (column.Keys.Count + 1)) + column.Codes[report];
            }

            return key;
        }

        CodeColumn Column(string name) => selection.Columns.Read("reports", name);
    }

    private static object? ValueOf(CountDimension dimension, CodeColumn column, int report) =>
        column.Codes[report] is > 0 and var code
            ? dimension == CountDimension.Year
                ? long.Parse(column.Keys[code - 1], CultureInfo.InvariantCulture)
                : column.Keys[code - 1]
            : null;
}

/// <summary>Which lists reports have.</summary>
internal sealed class ReportLists(ColumnSelection selection)
{
    private readonly CodeColumn _missing = selection.Columns.Read(
        "reports",
        StoreColumns.ListsMissing
    );
    private readonly CodeColumn _areas = selection.Column("area");
    private readonly CodeColumn _kinds = selection.Column("kind");
    private readonly (string Kind, bool[] Reports)[] _lists =
    [
        ("strength", Flags(selection, "has_strengths")),
        ("improvement", Flags(selection, "has_improvements")),
        ("weakness", Flags(selection, "has_weaknesses")),
    ];

    /// <summary>Each kind of list that a report has, and "" where it has any; and again with each area of which it was not found.</summary>
    public IEnumerable<(string Kind, int? MissingIn)> Of(int report)
    {
        var has = _lists.Where(l => l.Reports[report]).Select(l => l.Kind).ToList();
        return has.Count == 0
            ? []
            : has.Append("")
                .SelectMany(k => MissingOf(report, k).Prepend(null).Select(area => (k, area)));
    }

    private IEnumerable<int?> MissingOf(int report, string kind) =>
        _missing.Codes[report] is > 0 and var code
            ? _missing
                .Keys[code - 1]
                .Split(' ')
                .Distinct(StringComparer.Ordinal)
                .Where(area => !Has(report, _areas.CodeOf(area), kind))
                .Select(area => (int?)int.Parse(area, CultureInfo.InvariantCulture))
            : [];

    private bool Has(int report, int area, string kind) =>
        selection
            .RowsOf(report)
            .Any(row =>
                _areas.Codes[row] == area
                && (kind.Length == 0 || _kinds.Keys[_kinds.Codes[row] - 1] == kind)
            );

    private static bool[] Flags(ColumnSelection selection, string name)
    {
        var column = selection.Columns.Read("reports", name);
        var set = column.CodeOf("1");
        return [.. column.Codes.Select(c => c != 0 && c == set)];
    }
}
