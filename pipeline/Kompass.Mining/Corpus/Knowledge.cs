using System.Runtime.CompilerServices;
using CsvHelper;

namespace Kompass.Mining.Corpus;

/// <summary>
/// What the pipeline knows before it reads: everything under <c>corpus/</c> but the reports themselves. Immutable; loaded once a run.
/// </summary>
public sealed partial class Knowledge
{
    private readonly Lazy<IReadOnlyList<TrainingExample>> _examples;
    private readonly Lazy<string> _fingerprint;
    private readonly Lazy<Lexicon> _lexicon;
    private readonly Lazy<LetterRepair> _letters;
    private readonly ConditionalWeakTable<Edition, EditionLabels> _labels = [];

    private Knowledge(string folder)
    {
        Folder = folder;
        Swedish = Swedish.Read(Path.Combine(folder, "swedish.json"));
        Editions = EditionFile.ReadAll(Path.Combine(folder, "editions"));
        Municipalities = new Municipalities(ReadMunicipalities(folder), Swedish);
        Themes = CsvRows.Read(
            Path.Combine(folder, "themes.csv"),
            row => new Theme(
                row.Text("code"),
                row.Text("label"),
                row.Text("covers"),
                row.Text("not"),
                row.Text("covers_sv"),
                row.Text("not_sv")
            )
        );
        Catalogue = CsvRows.Read(Path.Combine(folder, "catalogue.csv"), ReadEvaluation);
        _examples = new(() =>
            [
                .. TrainingExample.ReadAll(Path.Combine(folder, "training"), "area-*.csv"),
                .. TrainingExample.ReadAll(Path.Combine(folder, "training"), "informed-area-*.csv"),
            ]
        );
        _lexicon = new(() => Lexicon.Read(Path.Combine(folder, "lexicon.txt")));
        _letters = new(() => new LetterRepair(Words()));
        _fingerprint = new(() => HashOfFiles(folder));
    }

    /// <summary>The folder it was read from.</summary>
    public string Folder { get; }

    /// <summary>All editions, oldest first.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>All municipalities.</summary>
    public Municipalities Municipalities { get; }

    /// <summary>All themes, in order of precedence.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>Published evaluations.</summary>
    public IReadOnlyList<PublishedEvaluation> Catalogue { get; }

    /// <summary>What is known of the language.</summary>
    public Swedish Swedish { get; }

    /// <summary>The edition with this id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Edition Edition(string id) =>
        FindEdition(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, "no such edition");

    /// <summary>The same, or null where there is none.</summary>
    public Edition? FindEdition(string? id) => Editions.FirstOrDefault(e => e.Id == id);

    /// <summary>All labels of an edition, ready to be looked up and found in running text; of one that a document has changed, too.</summary>
    public EditionLabels Labels(Edition edition) =>
        _labels.GetValue(edition, e => new EditionLabels(e));

    /// <summary>
    /// A short hash of every file that extraction reads before it reads a report: where it differs, the same document may give another record.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The training examples under <c>training/</c>; read when first asked for.</summary>
    public IReadOnlyList<TrainingExample> Examples => _examples.Value;

    /// <summary>Ordinary words; read when first asked for.</summary>
    public Lexicon Lexicon => _lexicon.Value;

    /// <summary>Puts å, ä and ö back into a text that lost them; made when first asked for.</summary>
    internal LetterRepair Letters => _letters.Value;

    // Of words that differ in their marks alone the frequent one first; then labels of the instrument, ordinary words, names.
    private IEnumerable<string> Words() =>
        Swedish
            .FrequentWords.Concat(
                FilesIn(Path.Combine(Folder, "editions"))
                    .Order(StringComparer.Ordinal)
                    .SelectMany(f => Word().Matches(File.ReadAllText(f)).Select(m => m.Value))
            )
            .Concat(Lexicon.Words.Order(StringComparer.Ordinal))
            .Concat(
                Municipalities.All.SelectMany(m =>
                    m.Forms.Prepend(m.Name).SelectMany(n => n.Split(' '))
                )
            );

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    /// <summary>Reads a corpus folder.</summary>
    /// <param name="folder">The folder that holds <c>editions/</c>, <c>municipalities.csv</c>, <c>themes.csv</c>, <c>catalogue.csv</c>, <c>swedish.json</c>.</param>
    /// <exception cref="CorpusException">A file is missing or wrong; the message names it.</exception>
    public static Knowledge Load(string folder) => new(folder);

    private static List<Municipality> ReadMunicipalities(string folder)
    {
        var groups = CsvRows
            .Read(
                Path.Combine(folder, "municipality_groups.csv"),
                row => new MunicipalityGroup(
                    int.Parse(row.Text("code"), CultureInfo.InvariantCulture),
                    row.Text("name")
                )
            )
            .ToDictionary(g => g.Number);
        var counted = Path.Combine(folder, "populations.csv");
        var populations = File.Exists(counted)
            ? CsvRows
                .Read(
                    counted,
                    row =>
                        (
                            Code: row.Text("code"),
                            Population: new Population(
                                int.Parse(row.Text("population"), CultureInfo.InvariantCulture),
                                int.Parse(row.Text("year"), CultureInfo.InvariantCulture),
                                row.Text("source")
                            )
                        )
                )
                .ToDictionary(p => p.Code, p => p.Population, StringComparer.Ordinal)
            : [];
        return
        [
            .. CsvRows
                .Read(
                    Path.Combine(folder, "municipalities.csv"),
                    row => new Municipality(
                        row.Text("code"),
                        row.Text("name"),
                        row.Text("county_code"),
                        row.Text("county"),
                        int.Parse(row.Text("group_2011"), CultureInfo.InvariantCulture),
                        row.Text("forms").Split('|', StringSplitOptions.RemoveEmptyEntries)
                    )
                )
                .Select(m =>
                    m with
                    {
                        Group = groups.GetValueOrDefault(m.Group2011),
                        Population = populations.GetValueOrDefault(m.Code),
                    }
                ),
        ];
    }

    private static string HashOfFiles(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in FilesIn(Path.Combine(folder, "editions"))
                .Concat(Directory.GetFiles(folder, "*.csv"))
                .Append(Path.Combine(folder, "swedish.json"))
                .Append(Path.Combine(folder, "lexicon.txt"))
                // What is joined with records or applied to them changes nothing that is read.
                .Where(f => Path.GetFileName(f) is not ("corrections.csv" or "populations.csv"))
                .Order(StringComparer.Ordinal)
        )
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    private static string[] FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static PublishedEvaluation ReadEvaluation(CsvReader row)
    {
        var areas = new SortedDictionary<int, decimal>();
        // One column an area: area1, area2 …
        var last = row.Headers.Max(h =>
            h.StartsWith("area", StringComparison.Ordinal)
            && int.TryParse(h.AsSpan("area".Length), CultureInfo.InvariantCulture, out var number)
                ? number
                : 0
        );
        for (var area = 1; area <= last; area++)
        {
            if (row.NumberOrNull($"area{area}") is { } score)
            {
                areas[area] = score;
            }
        }

        return new PublishedEvaluation(
            row.TextOrNull("municipality_code"),
            row.TextOrNull("municipality"),
            (int?)row.NumberOrNull("year"),
            row.TextOrNull("edition"),
            row.Text("evaluators"),
            row.NumberOrNull("total"),
            areas,
            row.TextOrNull("url")
        );
    }
}
