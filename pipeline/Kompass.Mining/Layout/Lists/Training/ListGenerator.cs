namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>
/// Puts training examples together to the lists of reports, sets them in columns, and flattens them as the hosts of transcripts do. All borders, columns and
/// kinds are known. The same seed gives the same lists.
/// </summary>
internal sealed class ListGenerator(Knowledge knowledge, IReadOnlyList<TrainingExample> examples)
{
    // A report's prose has some 7,000 words; these stand for it where words are counted.
    private const int Sentences = 220;

    private const double HasWeaknesses = 0.45;

    private const double ListWithoutStops = 0.12;

    // Lists that lose their full stops halfway, as where another hand went on.
    private const double LosesStops = 0.15;

    // One report has one author, but for some.
    private const double OneHand = 0.7;

    private const double ToldBefore = 0.5;

    // Lists of a hand that wrote less of an area take from all.
    private const int FewestExamples = 4;

    private readonly ILookup<(int Area, FindingKind Kind), TrainingExample> _pool =
        examples.ToLookup(e => (e.Area, e.Kind));

    private readonly ILookup<FindingKind, TrainingExample> _all = examples.ToLookup(e => e.Kind);

    /// <summary>A report's lists.</summary>
    public GeneratedLists Make(ListSetting kind, int seed)
    {
        var random = new Random(seed);
        var setting = kind.Drawn(random);
        var municipality = knowledge
            .Municipalities
            .All[random.Next(knowledge.Municipalities.All.Count)]
            .Name;
        var stops =
            setting.Stops
            ?? (Stops)(
                random.NextDouble() is var d && d < 0.35 ? 0
                : d < 0.55 ? 1
                : d < 0.8 ? 2
                : 3
            );
        var writer = new ItemWriter(random, setting, municipality, stops);
        var width = random.Next(22, 60);
        var hand =
            random.NextDouble() < OneHand ? examples[random.Next(examples.Count)].Hand : null;
        var withWeaknesses = random.NextDouble() < HasWeaknesses;
        var areas = new List<GeneratedArea>();
        var listed = new StringBuilder();
        var named = new List<string>();
        foreach (var area in _pool.Select(p => p.Key.Area).Distinct().Order())
        {
            List<FindingKind> kinds = [FindingKind.Strength, FindingKind.Improvement];
            if (withWeaknesses && random.NextDouble() < 0.9)
            {
                kinds.Add(FindingKind.Weakness);
            }

            writer.WithoutStops = random.NextDouble() < ListWithoutStops;
            writer.ShareOfStops = 0.1 + (0.8 * random.NextDouble());
            var columns = kinds.ConvertAll(k => Items(writer, random, hand, area, k));
            var made = new ListSetter(random, setting, width).Set(kinds, columns);
            areas.Add(made);
            listed.AppendJoin(" \f ", made.Stretches.Select(s => s.Text)).Append(" \f ");
            named.AddRange(columns.SelectMany(c => c).SelectMany(NamesIn));
        }

        return new GeneratedLists(
            setting,
            areas,
            WordStatistics.Of(
                Prose(random, municipality) + Named(random, named) + listed,
                knowledge.Swedish.OpenWords.Contains
            )
        );
    }

    private List<string> Items(
        ItemWriter writer,
        Random random,
        string? hand,
        int area,
        FindingKind kind
    )
    {
        var pool = Of(_pool[(area, kind)], hand);
        var all = Of(_all[kind], hand);
        var count = Math.Min(
            pool.Count,
            random.Next(1, kind == FindingKind.Weakness ? 6 : 5) + random.Next(0, 5)
        );
        var items = new List<string>();
        var losesAt = random.NextDouble() < LosesStops ? random.Next(count) : count;
        var hadNone = writer.WithoutStops;
        for (var i = 0; i < count; i++)
        {
            writer.WithoutStops = hadNone || i >= losesAt;
            var at = random.Next(pool.Count);
            items.Add(writer.Write(pool[at], [Any(), Any()]));
            pool.RemoveAt(at);
        }

        writer.WithoutStops = hadNone;
        return items;

        string Any() => all[random.Next(all.Count)];
    }

    private static List<string> Of(IEnumerable<TrainingExample> examples, string? hand)
    {
        var own = examples.Where(e => e.Hand == hand).Select(e => e.Text).ToList();
        return own.Count < FewestExamples ? [.. examples.Select(e => e.Text)] : own;
    }

    // What a list names by more than one word, or by a word and a name, the report's prose has told of before, as often as not.
    private static IEnumerable<string> NamesIn(string item)
    {
        var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable
            .Range(1, words.Length - 1)
            .Where(i => char.IsUpper(words[i][0]) && char.IsLetter(words[i - 1][^1]))
            .Select(i =>
                $"{words[i - 1].ToLowerInvariant()} {words[i].TrimEnd('.', ',', ')', ':')}"
            );
    }

    private static string Named(Random random, List<string> names) =>
        string.Concat(names.Where(_ => random.NextDouble() < ToldBefore).Select(n => n + ". "));

    private string Prose(Random random, string municipality)
    {
        var prose = new StringBuilder();
        for (var i = 0; i < Sentences; i++)
        {
            var text = examples[random.Next(examples.Count)].Text.Trim().TrimEnd('.');
            prose.Append(text).Append(i % 9 == 0 ? $" i {municipality}" : "").Append(". ");
        }

        return prose.Append('\f').ToString();
    }
}
