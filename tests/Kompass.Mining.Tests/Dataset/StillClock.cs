using Microsoft.Extensions.Time.Testing;

namespace Kompass.Mining.Tests.Dataset;

/// <summary>A clock that stands unless a test moves it, so that two runs write the same.</summary>
internal sealed class StillClock(int day = 2)
    : FakeTimeProvider(new DateTimeOffset(2026, 1, day, 3, 4, 5, TimeSpan.Zero));
