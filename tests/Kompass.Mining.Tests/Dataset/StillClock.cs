namespace Kompass.Mining.Tests.Dataset;

/// <summary>A clock that stands, so that two runs write the same.</summary>
internal sealed class StillClock(int day = 2) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, day, 3, 4, 5, TimeSpan.Zero);

    public override long GetTimestamp() => 0;
}
