using System.Collections.Frozen;

namespace Kompass.Mining.Corpus;

/// <summary>
/// What the pipeline knows of Swedish before it reads: months, ordinals, words that cannot end a list item, phrases that hold up an
/// example. Read from <c>corpus/swedish.json</c>.
/// </summary>
public sealed class Swedish
{
    private Swedish(SwedishDto dto)
    {
        Months = dto.Months;
        Seasons = dto.Seasons.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Ordinals = dto.Ordinals;
        NumberWords = dto.NumberWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        OpenWords = dto.OpenWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        NeverLast = dto.NeverLast.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        OpenAdverbs = dto.OpenAdverbs.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Abbreviations = dto.Abbreviations.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        ClosingAbbreviations = dto.ClosingAbbreviations.ToFrozenSet(
            StringComparer.OrdinalIgnoreCase
        );
        PlaceNamesThatAreWords = dto.PlaceNamesThatAreWords.ToFrozenSet(
            StringComparer.OrdinalIgnoreCase
        );
        KindCues = dto.KindCues.ToFrozenDictionary(
            p => Enum.Parse<FindingKind>(p.Key, ignoreCase: true),
            p => p.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        );
        ImprovementCues = dto.ImprovementCues;
        PraiseCues = dto.PraiseCues;
        CooperationCues = dto.CooperationCues;
        FigureCues = dto.FigureCues;
        InstitutionWords = dto.InstitutionWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        NamedThings = dto.NamedThings;
        ReferringWords = dto.ReferringWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        ReferringOpenings = dto.ReferringOpenings.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        FrequentWords = dto.FrequentWords;
        PresentVerbs = dto.PresentVerbs.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names of the months, January first.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>Words of the seasons with the number of the month in their midst: hösten, i våras.</summary>
    public FrozenDictionary<string, int> Seasons { get; }

    /// <summary>första, andra, … tionde.</summary>
    public IReadOnlyList<string> Ordinals { get; }

    /// <summary>Numbers written as words.</summary>
    public FrozenDictionary<string, int> NumberWords { get; }

    /// <summary>Words after which a sentence or a list item must go on: prepositions, conjunctions, determiners.</summary>
    public FrozenSet<string> OpenWords { get; }

    /// <summary>Those of them with which nothing ends at all; others end a phrase of a verb: <c>vad skatten räcker till</c>.</summary>
    public FrozenSet<string> NeverLast { get; }

    /// <summary>Those of them that are adverbs too, and then end an item: <c>Medarbetare som tänker nytt</c>.</summary>
    public FrozenSet<string> OpenAdverbs { get; }

    /// <summary>Abbreviations whose full stop ends no sentence.</summary>
    public FrozenSet<string> Abbreviations { get; }

    /// <summary>Abbreviations that often do end an item: etc., m.m.</summary>
    public FrozenSet<string> ClosingAbbreviations { get; }

    /// <summary>Municipalities whose name is also an ordinary word or surname: at the head of a sentence they prove nothing.</summary>
    public FrozenSet<string> PlaceNamesThatAreWords { get; }

    /// <summary>Words that speak for a strength, an improvement area or a weakness.</summary>
    public FrozenDictionary<FindingKind, FrozenSet<string>> KindCues { get; }

    /// <summary>Phrases by which prose names an improvement area.</summary>
    public IReadOnlyList<string> ImprovementCues { get; }

    /// <summary>Phrases by which prose praises.</summary>
    public IReadOnlyList<string> PraiseCues { get; }

    /// <summary>Phrases by which prose names other municipalities as partners, not as examples.</summary>
    public IReadOnlyList<string> CooperationCues { get; }

    /// <summary>Of words that differ in å, ä and ö alone those that a report most likely means.</summary>
    public IReadOnlyList<string> FrequentWords { get; }

    /// <summary>Verbs in the present tense that often follow a name at the head of a sentence.</summary>
    public FrozenSet<string> PresentVerbs { get; }

    /// <summary>Words that make a place's name part of an institution's: Göteborgs universitet, Västerås stift.</summary>
    public FrozenSet<string> InstitutionWords { get; }

    /// <summary>Ends of words after which the name of a thing follows: <c>projektet</c> Frisk i Ekdal.</summary>
    public IReadOnlyList<string> NamedThings { get; }

    /// <summary>Words by which a sentence refers to the one before it: också, dock, detta.</summary>
    public FrozenSet<string> ReferringWords { get; }

    /// <summary>Others that do so mostly where they open it: den, här, nu.</summary>
    public FrozenSet<string> ReferringOpenings { get; }

    /// <summary>Words beside a figure that tell what it means, by meaning; a star at the end stands for any ending.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FigureCues { get; }

    /// <summary>The month's number (1 to 12) for its Swedish name, or null.</summary>
    public int? MonthNumber(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Months.Count; i++)
        {
            if (name.Equals(Months[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return null;
    }

    internal static Swedish Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusException(file, "is missing");
        }

        try
        {
            using var stream = File.OpenRead(file);
            return new Swedish(
                JsonSerializer.Deserialize(stream, SwedishJson.Default.SwedishDto)
                    ?? throw new CorpusException(file, "is empty")
            );
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new CorpusException(file, $"is not the expected JSON: {e.Message}", e);
        }
    }
}

internal sealed record SwedishDto(
    IReadOnlyList<string> Months,
    IReadOnlyDictionary<string, int> Seasons,
    IReadOnlyList<string> Ordinals,
    IReadOnlyDictionary<string, int> NumberWords,
    IReadOnlyList<string> OpenWords,
    IReadOnlyList<string> NeverLast,
    IReadOnlyList<string> OpenAdverbs,
    IReadOnlyList<string> Abbreviations,
    IReadOnlyList<string> ClosingAbbreviations,
    IReadOnlyList<string> PlaceNamesThatAreWords,
    IReadOnlyDictionary<string, IReadOnlyList<string>> KindCues,
    IReadOnlyList<string> ImprovementCues,
    IReadOnlyList<string> PraiseCues,
    IReadOnlyList<string> CooperationCues,
    IReadOnlyList<string> FrequentWords,
    IReadOnlyList<string> PresentVerbs,
    IReadOnlyList<string> InstitutionWords,
    IReadOnlyList<string> NamedThings,
    IReadOnlyList<string> ReferringWords,
    IReadOnlyList<string> ReferringOpenings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> FigureCues
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SwedishDto))]
internal sealed partial class SwedishJson : JsonSerializerContext;
