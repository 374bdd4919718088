using Kompass.Mining.Learning;

namespace Kompass.Mining.Tests.Learning;

public sealed class ModelFileTests
{
    [Fact]
    public void File_WrittenAndRead_IsTheSame()
    {
        var file = Sample();

        var read = ModelFile.Parse(file.ToBytes(), "m");

        Assert.Equal(file.ToBytes(), read.ToBytes());
        Assert.Equal(file.Id, read.Id);
        Assert.Equal([1, 2, 3], read.Parts["weights"]);
        Assert.Equal("0.5", read.Header.Settings["l2"]);
    }

    [Fact]
    public void Parse_AnyByteChanged_IsRefused()
    {
        var bytes = Sample().ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x20;

            Assert.Throws<ModelException>(() => ModelFile.Parse(damaged, "m"));
        }
    }

    [Fact]
    public void Parse_CutAnywhere_IsRefused()
    {
        var bytes = Sample().ToBytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ModelException>(() => ModelFile.Parse(bytes[..length], "m"));
        }
    }

    [Theory]
    [InlineData("improvements", "1", "2010", "is a model of themes")]
    [InlineData("themes", "2", "2010", "version 1 of the code for themes, and this is version 2")]
    [InlineData("themes", "1", "2020", "trained for edition 2010, and edition 2020 was asked for")]
    public void Require_WhatDoesNotFit_SaysWhatAndWhatToDo(
        string kind,
        string code,
        string edition,
        string expected
    )
    {
        var e = Assert.Throws<ModelException>(() =>
            Sample().Require("models/themes/model.bin", kind, code, edition)
        );

        Assert.StartsWith("models/themes/model.bin: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_WhatFits_IsSilent() => Sample().Require("m", "themes", "1", "2010");

    private static ModelFile Sample() =>
        new(
            new ModelHeader(
                "themes",
                "ML.NET",
                "5.0.1",
                "1",
                "2010",
                "abc",
                new SortedDictionary<string, string>(StringComparer.Ordinal) { ["l2"] = "0.5" }
            ),
            new Dictionary<string, byte[]> { ["weights"] = [1, 2, 3], ["features"] = [] }
        );
}
