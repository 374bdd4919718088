using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust;

/// <summary>A value of a record and what is known of how it was read.</summary>
/// <param name="About">What kind of value it is.</param>
/// <param name="Index">Its place in the record's list of such values; 0 for the total.</param>
/// <param name="Row">What is known of it: <see cref="FigureRows.Space"/> or <see cref="FindingRows.Space"/>.</param>
/// <param name="IsDoubted">Whether a rule put it in doubt, whatever is probable.</param>
/// <param name="IsSuspect">Whether a rule did, or recognition or the model of borders is not sure: what was noted before probabilities were learnt.</param>
internal sealed record JudgedValue(
    About About,
    int Index,
    float[] Row,
    bool IsDoubted,
    bool IsSuspect
)
{
    /// <summary>How it is printed; null for a finding.</summary>
    public PrintedFigure? Printed { get; init; }
}

/// <summary>A figure as a note names it.</summary>
/// <param name="Subject">Which.</param>
/// <param name="What">In words: <c>area 1: the score 61</c>.</param>
/// <param name="Read">How surely it was recognised, 0 to 1.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record PrintedFigure(Subject Subject, string What, double Read, Source Source);
