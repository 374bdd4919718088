using System.Collections.Frozen;

namespace Kompass.Mining.Corpus;

/// <summary>
/// What the pipeline knows of Swedish before it reads: months, ordinals, words that cannot end a list item, phrases that hold up an
/// example. Read from <c>corpus/swedish.json</c>.
/// </summary>
/// <param name="Months">Names of the months, January first.</param>
/// <param name="Seasons">Words of the seasons with the number of the month in their midst: hösten, i våras.</param>
/// <param name="Ordinals">första, andra, … tionde.</param>
/// <param name="NumberWords">Numbers written as words.</param>
/// <param name="OpenWords">Words after which a sentence or a list item must go on: prepositions, conjunctions, determiners.</param>
/// <param name="NeverLast">Those of them with which nothing ends at all; others end a phrase of a verb: <c>vad skatten räcker till</c>.</param>
/// <param name="OpenAdverbs">Those of them that are adverbs too, and then end an item: <c>Medarbetare som tänker nytt</c>.</param>
/// <param name="Abbreviations">Abbreviations whose full stop ends no sentence.</param>
/// <param name="ClosingAbbreviations">Abbreviations that often do end an item: etc., m.m.</param>
/// <param name="PlaceNamesThatAreWords">Municipalities whose name is also an ordinary word or surname: at the head of a sentence they prove nothing.</param>
/// <param name="KindCues">Words that speak for a strength, an improvement area or a weakness.</param>
/// <param name="ImprovementCues">Phrases by which prose names an improvement area.</param>
/// <param name="PraiseCues">Phrases by which prose praises.</param>
/// <param name="NotRemarks">What tells that a sentence with such a phrase is no remark.</param>
/// <param name="CooperationCues">Phrases by which prose names other municipalities as partners, not as examples.</param>
/// <param name="FrequentWords">Of words that differ in å, ä and ö alone those that a report most likely means.</param>
/// <param name="PresentVerbs">Verbs in the present tense that often follow a name at the head of a sentence.</param>
/// <param name="InstitutionWords">Words that make a place's name part of an institution's: Göteborgs universitet, Västerås stift.</param>
/// <param name="NamedThings">Ends of words after which the name of a thing follows: <c>projektet</c> Frisk i Ekdal.</param>
/// <param name="ReferringWords">Words by which a sentence refers to the one before it: också, dock, detta.</param>
/// <param name="ReferringOpenings">Others that do so mostly where they open it: den, här, nu.</param>
/// <param name="FigureCues">Words beside a figure that tell what it means, by meaning; a star at the end stands for any ending.</param>
public sealed record Swedish(
    IReadOnlyList<string> Months,
    FrozenDictionary<string, int> Seasons,
    IReadOnlyList<string> Ordinals,
    FrozenDictionary<string, int> NumberWords,
    FrozenSet<string> OpenWords,
    FrozenSet<string> NeverLast,
    FrozenSet<string> OpenAdverbs,
    FrozenSet<string> Abbreviations,
    FrozenSet<string> ClosingAbbreviations,
    FrozenSet<string> PlaceNamesThatAreWords,
    IReadOnlyDictionary<FindingKind, FrozenSet<string>> KindCues,
    IReadOnlyList<string> ImprovementCues,
    IReadOnlyList<string> PraiseCues,
    NotRemarks NotRemarks,
    IReadOnlyList<string> CooperationCues,
    IReadOnlyList<string> FrequentWords,
    FrozenSet<string> PresentVerbs,
    FrozenSet<string> InstitutionWords,
    IReadOnlyList<string> NamedThings,
    FrozenSet<string> ReferringWords,
    FrozenSet<string> ReferringOpenings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> FigureCues
)
{
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

    internal static Swedish Read(string file) =>
        CorpusJson.Read(file, SwedishJson.Default.Swedish, "is not the expected JSON");
}

/// <summary>What tells that a sentence neither praises nor names an improvement area although it has a phrase that does.</summary>
/// <param name="Earlier">Words for what was before.</param>
/// <param name="Evaluations">Parts of words for an evaluation.</param>
/// <param name="Past">Verbs by which one tells what an earlier evaluation said.</param>
/// <param name="Today">Words by which a sentence that does so says that it is so still.</param>
/// <param name="Aims">Phrases after which an aim stands.</param>
/// <param name="Others">Phrases by which other municipalities are praised.</param>
/// <param name="Empty">Words that say nothing of what could be better.</param>
/// <param name="Pointing">Those of them with which a sentence begins that says it of the one before.</param>
public sealed record NotRemarks(
    FrozenSet<string> Earlier,
    IReadOnlyList<string> Evaluations,
    FrozenSet<string> Past,
    FrozenSet<string> Today,
    IReadOnlyList<string> Aims,
    IReadOnlyList<string> Others,
    FrozenSet<string> Empty,
    FrozenSet<string> Pointing
);

// Words are the same in capitals.
internal abstract class Frozen<TRead, T>(Func<TRead, T> freeze) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        freeze(JsonSerializer.Deserialize<TRead>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}

internal sealed class WordSet()
    : Frozen<string[], FrozenSet<string>>(w => w.ToFrozenSet(StringComparer.OrdinalIgnoreCase));

internal sealed class WordNumbers()
    : Frozen<Dictionary<string, int>, FrozenDictionary<string, int>>(n =>
        n.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
    );

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WordSet), typeof(WordNumbers)]
)]
[JsonSerializable(typeof(Swedish))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class SwedishJson : JsonSerializerContext;
