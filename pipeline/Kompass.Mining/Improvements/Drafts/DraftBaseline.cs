using System.IO.Compression;
using System.Xml.Linq;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// What an edited draft is compared with: the facts it was made for, and its sentences. A document carries it in its own properties, which Word and LibreOffice
/// keep in every format they save.
/// </summary>
/// <param name="Schema">Number of this contract; <see cref="CurrentSchema"/>.</param>
/// <param name="Id">Id of the draft: <c>avesta-2014</c>.</param>
/// <param name="Municipality">Whose draft.</param>
/// <param name="Year">Year of the evaluation, or null.</param>
/// <param name="Edition">Id of the instrument's edition.</param>
/// <param name="Basis">Id of the model or rule that the suggestions rest on.</param>
/// <param name="Areas">Score by area, where it was known.</param>
/// <param name="Questions">Points by sub-question, where they were known.</param>
/// <param name="Suggestions">What was suggested, in the document's order.</param>
/// <param name="OwnTexts">Hashes of the document's other paragraphs (<see cref="PlainText.HashOf"/>): what the program wrote, no evaluator did.</param>
internal sealed record DraftBaseline(
    int Schema,
    string Id,
    MunicipalityName Municipality,
    int? Year,
    string Edition,
    string Basis,
    IReadOnlyDictionary<int, decimal> Areas,
    IReadOnlyDictionary<string, decimal> Questions,
    IReadOnlyList<BaselineSuggestion> Suggestions,
    IReadOnlyList<string> OwnTexts
)
{
    /// <summary>The contract that this code writes and reads.</summary>
    public const int CurrentSchema = 2;

    /// <summary>Name of the document's property that holds the draft's id.</summary>
    public const string IdProperty = "KompassDraft";

    /// <summary>Names of the properties that hold the packed baseline begin so; a number of three digits follows.</summary>
    public const string Property = "KompassBaseline";

    /// <summary>Name of the property that holds the hash of the text as it was written.</summary>
    public const string TextProperty = "KompassText";

    /// <summary>Who wrote a document that nobody has edited.</summary>
    public const string Creator = "Kompass Mining";

    // One of 90 suggestions has 20,000.
    private const int MostCharacters = 1 << 20;

    /// <summary>The baseline of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="ownTexts">The paragraphs of the document that are no suggestions.</param>
    public static DraftBaseline Of(ImprovementDraft draft, IEnumerable<string> ownTexts) =>
        new(
            CurrentSchema,
            draft.Id,
            draft.Municipality,
            draft.Year,
            draft.Edition,
            draft.Basis.Id,
            draft
                .Profile.Areas.Where(a => a.Score is not null)
                .ToDictionary(a => a.Area, a => a.Score!.Value),
            draft
                .Profile.Questions.Where(q => q.Achieved is not null)
                .ToDictionary(q => q.Code, q => q.Achieved!.Value, StringComparer.Ordinal),
            [
                .. draft
                    .Areas.SelectMany(a => a.Strengths.Concat(a.Improvements))
                    .Select(i => new BaselineSuggestion(
                        i.Kind,
                        i.Question,
                        i.Theme,
                        i.Probability,
                        i.Sentence
                    )),
            ],
            [
                .. ownTexts
                    .Where(t => !string.IsNullOrWhiteSpace(t))
                    .Select(PlainText.HashOf)
                    .Distinct(StringComparer.Ordinal),
            ]
        );

    /// <summary>Hash of a document's text with all its marks.</summary>
    public static string HashOf(XElement document) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting))
            )
        );

    /// <summary>Packed into letters: compressed JSON in base 64.</summary>
    public string Pack()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(deflate, this, BaselineJson.Default.DraftBaseline);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Unpacks what <see cref="Pack"/> gave.</summary>
    /// <exception cref="JsonException">It is none, or too large; the message says what was found.</exception>
    public static DraftBaseline Unpack(string packed)
    {
        try
        {
            using var deflate = new DeflateStream(
                new MemoryStream(Convert.FromBase64String(packed)),
                CompressionMode.Decompress
            );
            using var reader = new StreamReader(deflate);
            var buffer = new char[MostCharacters + 1];
            var length = reader.ReadBlock(buffer);
            if (length > MostCharacters)
            {
                throw new JsonException($"det har fler än {MostCharacters} tecken");
            }

            var baseline =
                JsonSerializer.Deserialize(
                    buffer.AsSpan(0, length),
                    BaselineJson.Default.DraftBaseline
                ) ?? throw new JsonException("det är tomt");
            return baseline.Schema == CurrentSchema
                ? baseline
                : throw new JsonException(
                    $"det har schema {baseline.Schema}, den här versionen läser schema {CurrentSchema}"
                );
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new JsonException("det är avklippt eller ändrat", e);
        }
    }
}

/// <summary>A suggestion as it was made.</summary>
/// <param name="Kind">For which list.</param>
/// <param name="Question">Its sub-question; its area, where sub-questions are not known.</param>
/// <param name="Theme">Code of its theme, or null.</param>
/// <param name="Probability">The probability it was given, 0 to 1, or null.</param>
/// <param name="Sentence">As it was written.</param>
internal sealed record BaselineSuggestion(
    FindingKind Kind,
    string Question,
    string? Theme,
    double? Probability,
    string Sentence
)
{
    [JsonIgnore]
    public int Area => int.Parse(Question.Split('.')[0], CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(DraftBaseline))]
internal sealed partial class BaselineJson : JsonSerializerContext;
