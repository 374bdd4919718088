using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>What a page is about: a municipality, its evaluation and whatever else a page may set beside it. The same seed gives the same.</summary>
internal sealed class PageDraft
{
    public PageDraft(int seed, string edition = "2010")
    {
        var random = new Random(seed);
        Random = random;
        var all = Subject.Knowledge.Municipalities.All;
        Own = all[random.Next(all.Count)];
        do
        {
            Other = all[random.Next(all.Count)];
        } while (Other.Code == Own.Code);
        (Year, EarlierYear) = edition switch
        {
            "2016" => (2017 + random.Next(3), 2013),
            "2020" => (2021 + random.Next(4), 2020),
            _ => (2012 + random.Next(4), 2010 + random.Next(2)),
        };
        GoalYear = Year + 2 + random.Next(4);
        Names = [.. Subject.Knowledge.Edition(edition).Areas.Select(a => a.Name)];
        Scores = Figures(40, 79);
        Earlier = [.. Scores.Select(s => s - 3 - random.Next(18))];
        Goals = [.. Scores.Select(s => s + 4 + random.Next(15))];
        Means = Figures(45, 65);
        Others = Figures(40, 90);
    }

    public Random Random { get; }
    public Municipality Own { get; }
    public Municipality Other { get; }
    public int Year { get; }
    public int EarlierYear { get; }
    public int GoalYear { get; }
    public IReadOnlyList<string> Names { get; }
    public IReadOnlyList<int> Scores { get; }
    public IReadOnlyList<int> Earlier { get; }
    public IReadOnlyList<int> Goals { get; }
    public IReadOnlyList<int> Means { get; }
    public IReadOnlyList<int> Others { get; }
    public int Total => Scores.Sum();
    public int EarlierTotal => Earlier.Sum();

    /// <summary>"Grästorps kommun".</summary>
    public string Kommun => Own.Forms[0];

    /// <summary>The name of an area with its number.</summary>
    public string Numbered(int area) => $"{area + 1}. {Names[area]}";

    /// <summary>All areas' lines.</summary>
    public string Each(Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, 8).Select(line));

    private List<int> Figures(int from, int to) =>
        [.. Enumerable.Range(0, 8).Select(_ => Random.Next(from, to))];
}

/// <summary>What a reader of the page sees of an evaluation: only that may stand in its record.</summary>
internal sealed record PageTruth(
    IReadOnlyList<int>? Areas,
    int? Total,
    IReadOnlyList<(int? Year, IReadOnlyList<int>? Areas, int? Total)> Earlier
)
{
    public static PageTruth Of(PageDraft d, bool total = true) =>
        new(d.Scores, total ? d.Total : null, []);

    public static PageTruth WithEarlier(PageDraft d, bool total = true, bool year = true) =>
        new(d.Scores, total ? d.Total : null, [(year ? d.EarlierYear : null, d.Earlier, null)]);

    public static PageTruth OnlyTotal(PageDraft d) => new(null, d.Total, []);

    public static PageTruth TotalAndEarlier(PageDraft d, bool year = true) =>
        new(null, d.Total, [(year ? d.EarlierYear : null, null, d.EarlierTotal)]);

    public static PageTruth Nothing { get; } = new(null, null, []);
}
