using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Tests.Themes.Language;

public sealed class WordCacheTests
{
    [Fact]
    public void Words_AreMadeOnceUntilThereAreTooMany()
    {
        const int Many = 30_000;
        var made = 0;
        var cache = new WordCache<string>();

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Many; i++)
            {
                var word = $"ord{i}";
                Assert.Equal(
                    word + "!",
                    cache.Of(
                        word,
                        w =>
                        {
                            made++;
                            return w + "!";
                        }
                    )
                );
            }
        }

        // Those that came first are kept, the others made again.
        Assert.InRange(made, Many + 1, (2 * Many) - 1);
        cache.Of("ord0", _ => throw new InvalidOperationException("made twice"));
    }
}
