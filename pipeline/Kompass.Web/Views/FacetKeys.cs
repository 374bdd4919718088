namespace Kompass.Web.Views;

/// <summary>Reads a facet's value as a person writes it (a range of years, a county or a municipality by name) as the keys that addresses and the store have.</summary>
internal static class FacetKeys
{
    /// <exception cref="BadAddressException">There is no such value.</exception>
    public static IEnumerable<string> Of(
        Facet facet,
        string given,
        FacetValues values,
        ViewRequest request
    )
    {
        if (values.Find(given) is not null)
        {
            return [given];
        }

        if (facet == Facet.Year || facet == Facet.Area)
        {
            var keys = NumberRange.TryParse(given) is { } range ? InRange(range, values) : null;
            return keys switch
            {
                { Count: > 0 } => keys,
                // A year that no report has finds nothing, and that is the answer; another area there is not.
                { } when facet == Facet.Year => [given],
                _ => throw Unknown(facet, given, values),
            };
        }

        return [ByName(facet, given, values, request) ?? throw Unknown(facet, given, values)];
    }

    private static List<string> InRange(NumberRange range, FacetValues values) =>
        [
            .. values
                .All.Select(v => v.Key)
                .Where(k =>
                    int.Parse(k, CultureInfo.InvariantCulture) is var number
                    && (range.From ?? number) <= number
                    && number <= (range.To ?? number)
                ),
        ];

    private static string? ByName(
        Facet facet,
        string given,
        FacetValues values,
        ViewRequest request
    )
    {
        var municipalities = request.Knowledge.Municipalities;
        return facet.Name switch
        {
            // None of the dataset's, but one of the 290: it finds nothing.
            "municipality" => municipalities.Find(given)?.Code
                ?? values
                    .All.FirstOrDefault(v =>
                        v.Label.Equals(given, StringComparison.OrdinalIgnoreCase)
                    )
                    ?.Key,
            "county" => municipalities.All.FirstOrDefault(m => m.IsInCounty(given))?.CountyCode,
            "group" => municipalities
                .All.FirstOrDefault(m => m.IsInGroup(given))
                ?.Group2011.ToString(CultureInfo.InvariantCulture),
            "theme" => values
                .All.FirstOrDefault(v => v.Label.Equals(given, StringComparison.OrdinalIgnoreCase))
                ?.Key,
            _ => null,
        };
    }

    private static BadAddressException Unknown(Facet facet, string given, FacetValues values)
    {
        // As many as fit in a line or two.
        const int Most = 30;
        var known = string.Join(
            ", ",
            values.All.Take(Most).Select(v => v.Key == v.Label ? v.Key : $"{v.Key} ({v.Label})")
        );
        return new BadAddressException(
            $"{facet.Name}: \"{given}\" är inget giltigt värde; möjliga värden: {known}",
            $"{facet.Name}: \"{given}\" is no value; possible are {known}"
        );
    }
}
