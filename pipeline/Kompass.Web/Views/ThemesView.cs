namespace Kompass.Web.Views;

/// <summary>The themes with how often each is praised and asked for.</summary>
public sealed record ThemesView(PraisedInEdition Themes) : View("Teman", "Themes")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [Themes.Table("themes")];

    internal static ThemesView Load(ViewRequest request) =>
        new(PraisedInEdition.Of(request, QueryFilter.None, Facet.Theme));
}

/// <summary>A theme: what it covers, how often by year, and in which areas.</summary>
public sealed record ThemeView(Theme Theme) : View(Theme.Label, "Theme")
{
    public required ShareByYear Shares { get; init; }

    public required PraisedInEdition Areas { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [Shares.Table(), Areas.Table("areas")];

    internal static ThemeView? Load(ViewRequest request)
    {
        var theme = request.Knowledge.Themes.FirstOrDefault(t => t.Code == request.Route("theme"));
        if (theme is null)
        {
            return null;
        }

        var filter = QueryFilter.None with { Themes = [theme.Code] };
        return new ThemeView(theme)
        {
            Shares = ShareByYear.Of(request, filter),
            Areas = PraisedInEdition.Of(request, filter, Facet.Area),
        };
    }
}
