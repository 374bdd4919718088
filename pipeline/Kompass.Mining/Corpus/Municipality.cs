namespace Kompass.Mining.Corpus;

/// <summary>One of Sweden's 290 municipalities.</summary>
/// <param name="Code">Four digits: county, municipality (<c>1980</c>).</param>
/// <param name="Name">Its name (<c>Västerås</c>).</param>
/// <param name="CountyCode">Two digits.</param>
/// <param name="County">Name of its county.</param>
/// <param name="Group2011">Its group in SKL's classification of 2011, 1 to 10.</param>
/// <param name="Forms">Longer forms as they occur in titles: <c>Västerås stad</c>, <c>Region Gotland</c>, <c>Falu kommun</c>.</param>
public sealed record Municipality(
    string Code,
    string Name,
    string CountyCode,
    string County,
    int Group2011,
    IReadOnlyList<string> Forms
)
{
    /// <summary>
    /// The name as it stands in an id or a file name: <c>Upplands Väsby</c> becomes <c>upplands-vasby</c>. Unique among all municipalities: where two would
    /// be the same, the one whose name is not written so has its letters in full, <c>haabo</c> for Håbo beside <c>habo</c>.
    /// </summary>
    public string Slug { get; init; } = SlugOf(Name);

    /// <summary>Its group with the group's name; null where <c>corpus/municipality_groups.csv</c> has none of this number.</summary>
    public MunicipalityGroup? Group { get; init; }

    /// <summary>Its population, or null where <c>corpus/populations.csv</c> has none.</summary>
    public Population? Population { get; init; }

    /// <summary>Whether a person who wrote this meant its county: the code, the name, or how the name of a <c>län</c> begins (<c>Dalarna</c>).</summary>
    public bool IsInCounty(string county) =>
        CountyCode == county
        || County.Equals(county, StringComparison.OrdinalIgnoreCase)
        || county.Length > 1
            && County.StartsWith(county, StringComparison.OrdinalIgnoreCase)
            && County.EndsWith(" län", StringComparison.Ordinal);

    /// <summary>Whether a person who wrote this meant its group of 2011: the number or the name.</summary>
    public bool IsInGroup(string group) =>
        Group2011.ToString(CultureInfo.InvariantCulture) == group
        || string.Equals(Group?.Name, group, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lower case, a for å and ä, o for ö, e for é, a hyphen for whatever is neither letter nor digit.</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            // The letter without its mark; é may also stand as two characters.
            var letter = char.IsLetter(c) ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && slug.Length > 0
                && slug[^1] != '-'
            )
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>The slug with <c>aa</c> for å, <c>ae</c> for ä and <c>oe</c> for ö.</summary>
    internal static string FullSlugOf(string name) =>
        SlugOf(
            name.Replace("å", "aa", StringComparison.OrdinalIgnoreCase)
                .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
                .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        );
}

/// <summary>A group of SKL's classification of 2011.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Name">Its Swedish name.</param>
public sealed record MunicipalityGroup(int Number, string Name);

/// <summary>A municipality's population.</summary>
/// <param name="Inhabitants">On 31 December.</param>
/// <param name="Year">Of that year.</param>
/// <param name="Source">Who counted them, and where it was published.</param>
public sealed record Population(int Inhabitants, int Year, string Source);
