namespace Kompass.Mining.Reports;

/// <summary>The id of a report: <c>&lt;municipality slug&gt;-&lt;year&gt;</c>, and <c>undated</c> for the year where none is known.</summary>
public static class ReportId
{
    /// <summary>The id of an evaluation, the same for its record, its published figures, what others quote of it, and its draft.</summary>
    /// <param name="municipalities">All municipalities: two whose names would give one slug (Håbo, Habo) have slugs of their own.</param>
    /// <param name="municipality">Whose evaluation it is.</param>
    /// <param name="year">Its year, or null.</param>
    public static string Of(Municipalities municipalities, MunicipalityName municipality, int? year)
    {
        var known = municipality.Code is { } code
            ? municipalities.FindByCode(code)
            : municipalities.FindByName(municipality.Name);
        return $"{known?.Slug ?? Municipality.SlugOf(municipality.Name)}-{year?.ToString(CultureInfo.InvariantCulture) ?? "undated"}";
    }
}
