using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The charts' colours, as six hexadecimal digits; each stands out from white by 3:1 at least (WCAG 2.2, 1.4.11), and they differ in lightness too.</summary>
internal static class Palette
{
    /// <summary>Grid lines and frames.</summary>
    public const string Grid = "D5DBE3";

    /// <summary>Text.</summary>
    public const string Ink = "1F2933";

    public static string Of(Tint tint) =>
        tint switch
        {
            Tint.Own => "1F4E79",
            Tint.Others => "7A8899",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
