using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [Fact]
    public void APatternThatNamesNoLimit_HasTheOneOfAll() =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(Patterns.TimeLimit),
            AreaAnchors.AreaWord().MatchTimeout
        );

    [Fact]
    public void WorkWithinItsTime_GivesItsResult() =>
        Assert.Equal("klart", Run(_ => "klart", Long));

    [Fact]
    public void WorkThatHeedsItsToken_IsStopped() =>
        Assert.Null(
            Run(
                token =>
                {
                    token.WaitHandle.WaitOne();
                    token.ThrowIfCancellationRequested();
                    return "";
                },
                Short
            )
        );

    [Fact]
    public void WorkThatHeedsNothing_IsLeftToItself()
    {
        using var never = new ManualResetEventSlim();

        Assert.Null(
            Run(
                _ =>
                {
                    never.Wait(Long, CancellationToken.None);
                    return "";
                },
                Short
            )
        );
        never.Set();
    }

    [Fact]
    public void WhatItThrows_IsThrown() =>
        Assert.Throws<FormatException>(() =>
            Run<string>(_ => throw new FormatException("fel"), Long)
        );

    [Fact]
    public void CancelledRun_PassesThrough()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            TimeLimit.Run(
                token =>
                {
                    source.Cancel();
                    token.ThrowIfCancellationRequested();
                    return "";
                },
                Long,
                TimeProvider.System,
                source.Token
            )
        );
    }

    [Fact]
    public void DeepRecursion_HasTheStackOfAMainThreadTwice()
    {
        // 100,000 frames of about 100 bytes are more than the 1.5 MB of a pool's thread.
        Assert.Equal("100000", Run(_ => Depth(0).ToString(CultureInfo.InvariantCulture), Long));

        static int Depth(int depth) => depth == 100_000 ? depth : Math.Max(depth, Depth(depth + 1));
    }

    private static T? Run<T>(Func<CancellationToken, T> work, TimeSpan limit)
        where T : class =>
        TimeLimit.Run(work, limit, TimeProvider.System, TestContext.Current.CancellationToken);
}
