using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Tests.Layout.Lists;

public sealed class ListModelTests
{
    private static readonly ModelFile File = ModelFile.Read(
        Path.Combine(Repository.Root, "models", "borders", "model.bin")
    );

    [Fact]
    public void Shipped_IsTheModelInTheRepository() =>
        Assert.Equal(
            File.Parts.OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => Convert.ToHexString(p.Value)),
            ListModel
                .Shipped.Parts()
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => Convert.ToHexString(p.Value))
        );

    [Fact]
    public void Read_OfAModelForSomethingElse_IsRefused()
    {
        var other = new ModelFile(File.Header with { Kind = "themes" }, File.Parts);

        var error = Assert.Throws<ModelException>(() => ListModel.Read(other, "model.bin"));

        Assert.Contains("kompass train borders", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutAPart_IsRefused()
    {
        var lacking = new ModelFile(
            File.Header,
            File.Parts.Where(p => p.Key != "ends").ToDictionary()
        );

        Assert.Throws<ModelException>(() => ListModel.Read(lacking, "model.bin"));
    }
}
