namespace Kompass.Mining.Tests;

/// <summary>Runs something in another culture: what is written down must not depend on the machine's.</summary>
internal static class Cultures
{
    public static T In<T>(string culture, Func<T> function)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
