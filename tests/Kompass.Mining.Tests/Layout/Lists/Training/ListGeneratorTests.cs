using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Layout.Lists.Training;

namespace Kompass.Mining.Tests.Layout.Lists.Training;

public sealed class ListGeneratorTests
{
    private static readonly ListGenerator Generator = new(
        Subject.Knowledge,
        Subject.Knowledge.Examples
    );

    private static IEnumerable<ListSetting> All =>
        [.. ListSetting.Known, .. ListSetting.Harder, .. ListSetting.Unseen];

    public static TheoryData<string> Settings => [.. All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Make_KnowsWhereEveryWordStands(string name)
    {
        foreach (var area in Make(name).Areas)
        {
            var places = new HashSet<TruePlace>();
            foreach (var stretch in area.Stretches)
            {
                foreach (
                    var token in ListToken
                        .In(stretch.Text)
                        .Where(t => t.Word.Length > 0 && t.Text != "-")
                )
                {
                    Assert.True(
                        stretch.Places.TryGetValue(token.Start, out var place),
                        $"{token.Text} in: {stretch.Text}"
                    );
                    Assert.True(place.Column < 0 || stretch.Columns.Contains(place.Column));
                    places.Add(place);
                }
            }

            Assert.Equal(area.Items.Sum(), places.Count(p => p.Column >= 0));
        }
    }

    [Fact]
    public void Make_WithTheSameSeed_GivesTheSame() =>
        Assert.Equal(Text(Make("table over pages")), Text(Make("table over pages")));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Years_AreNowhereWhereTheHostTookThemOut(bool without) =>
        Assert.Equal(
            !without,
            Enumerable
                .Range(0, 8)
                .SelectMany(seed =>
                    Generator
                        .Make(
                            new ListSetting
                            {
                                Name = "names",
                                Names = 1,
                                WithoutYears = without,
                            },
                            seed
                        )
                        .Areas
                )
                .SelectMany(a => a.Stretches)
                .SelectMany(s => ListToken.In(s.Text))
                .Any(t => t.IsYear)
        );

    private static GeneratedLists Make(string name) =>
        Generator.Make(All.Single(s => s.Name == name), 7);

    private static string Text(GeneratedLists lists) =>
        string.Join('\n', lists.Areas.SelectMany(a => a.Stretches).Select(s => s.Text));
}
