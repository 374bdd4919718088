namespace Kompass.Web.Views;

/// <summary>The themes with how often each is praised and asked for.</summary>
public sealed record ThemesView(IReadOnlyList<PraisedAndAsked> Themes) : View("Teman", "Themes")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [PraisedAndAsked.Table("themes", Themes)];

    internal static ThemesView Load(ViewRequest request) =>
        new(PraisedAndAsked.Of(request.Snapshot, QueryFilter.None, Facet.Theme));
}

/// <summary>A theme: what it covers, how often by year, and in which areas.</summary>
public sealed record ThemeView(Theme Theme) : View(Theme.Label, "Theme")
{
    public required ShareByYear Shares { get; init; }

    public required IReadOnlyList<PraisedAndAsked> Areas { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [Shares.Table(), PraisedAndAsked.Table("areas", Areas)];

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
            Areas = PraisedAndAsked.Of(request.Snapshot, filter, Facet.Area),
        };
    }
}
