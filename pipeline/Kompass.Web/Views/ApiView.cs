namespace Kompass.Web.Views;

/// <summary>How views are asked for by programs.</summary>
public sealed record ApiView() : View("API", "API")
{
    /// <summary>All views: address, what it gives, and its parameters.</summary>
    public IReadOnlyList<(
        string Pattern,
        string Swedish,
        string English,
        IReadOnlyList<string> Parameters
    )> Views =>
        [
            .. Hosting.Routes.All.Select(r =>
                (
                    r.Pattern.Replace("{**", "{", StringComparison.Ordinal),
                    r.Swedish,
                    r.English,
                    (IReadOnlyList<string>)[.. r.Parameters.Select(p => p.Name)]
                )
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "views",
                Views,
                ("address", v => v.Pattern),
                ("english", v => v.English),
                ("parameters", v => string.Join(' ', v.Parameters))
            ),
        ];

    internal static ApiView Load(ViewRequest request) => new();
}
