using Kompass.Mining.Documents.Pdf;
using Kompass.Web.Hosting;

namespace Kompass.Web;

/// <summary>What the explorer shows, and where.</summary>
/// <param name="Data">The dataset's folder.</param>
/// <param name="Knowledge">The instrument, the themes, the municipalities.</param>
public sealed record ExplorerOptions(DataFolder Data, Knowledge Knowledge)
{
    /// <summary>The port that <c>kompass serve</c> takes where none is named.</summary>
    public const int DefaultPort = 8137;

    /// <summary>The port of 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>What suggestions are made with; null where there is none.</summary>
    public Lazy<SuggestionTools>? Suggestions { get; init; }

    /// <summary>Whether the evaluators' names are left out of the reports.</summary>
    public bool WithoutNames { get; init; }

    /// <summary>Tells the date of a citation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where it is written what went wrong at the server.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    internal DateOnly Today() => DateOnly.FromDateTime(Clock.GetUtcNow().DateTime);

    /// <summary>Bounds for drawing a page of a report.</summary>
    public PdfLimits Limits { get; init; } = new();
}
