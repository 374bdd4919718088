namespace Kompass.Web.Hosting;

/// <summary>A parameter of an address.</summary>
internal sealed record ViewParameter(string Name, string English, string Example);

/// <summary>A page: its address, what it shows, and the component that draws it. Pages, their JSON and CSV, and the OpenAPI description come of one list of these.</summary>
/// <param name="Pattern">The path.</param>
/// <param name="Swedish">What it shows.</param>
/// <param name="English">What it shows.</param>
/// <param name="Component">Draws it.</param>
/// <param name="Load">Loads it; null where there is no such thing.</param>
/// <param name="Parameters">Of its query.</param>
internal sealed record ViewRoute(
    string Pattern,
    string Swedish,
    string English,
    Type Component,
    Func<ViewRequest, View?> Load,
    IReadOnlyList<ViewParameter> Parameters
);
