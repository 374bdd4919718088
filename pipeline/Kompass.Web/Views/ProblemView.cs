namespace Kompass.Web.Views;

/// <summary>Why there is no view.</summary>
public sealed record ProblemView(
    string Swedish,
    string English,
    string DetailSwedish,
    string DetailEnglish
) : View(Swedish, English)
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [];
}
