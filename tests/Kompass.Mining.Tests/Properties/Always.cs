using FsCheck;
using FsCheck.Fluent;

namespace Kompass.Mining.Tests.Properties;

/// <summary>
/// Checks a property on the same generated cases every time. For a longer search: KOMPASS_CASES (how many times as many) and KOMPASS_SEED.
/// </summary>
internal static class Always
{
    // Far more than any case takes; what does not end at all is found by it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly int Times = FromEnvironment("KOMPASS_CASES", 1);
    private static readonly int Seed = FromEnvironment("KOMPASS_SEED", 2010);

    public static void Holds<T>(Arbitrary<T> cases, Action<T> property, int count = 100) =>
        Check.One(
            Config
                .QuickThrowOnFailure.WithMaxTest(count * Times)
                .WithEndSize(60)
                .WithReplay(new Replay(new Rnd((ulong)Seed, 1), null)),
            Prop.ForAll(cases, property)
        );

    /// <summary>The function's value, if it comes within the time limit.</summary>
    public static T Ends<T>(Func<T> function)
    {
        var task = Task.Run(function, TestContext.Current.CancellationToken);
        Assert.True(
            Task.WaitAny([task], Limit) == 0,
            $"did not end within {Limit.TotalSeconds:0} seconds"
        );
        return task.GetAwaiter().GetResult();
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;
}
