using System.Text.Json;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Improvements.Feedback;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Writing;

public sealed class DraftFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.docx", DraftFormat.Word)]
    [InlineData("a.b/C.DOCX", DraftFormat.Word)]
    [InlineData("a.md", DraftFormat.Markdown)]
    [InlineData("a.html", DraftFormat.Html)]
    [InlineData("a.htm", DraftFormat.Html)]
    [InlineData("a.json", DraftFormat.Json)]
    [InlineData("a.doc", null)]
    [InlineData("a.pdf", null)]
    [InlineData("docx", null)]
    [InlineData("", null)]
    public void Format_FollowsFromTheEnding(string path, DraftFormat? format) =>
        Assert.Equal(format, DraftFile.FormatOf(path));

    [Theory]
    [InlineData(".docx")]
    [InlineData(".md")]
    [InlineData(".html")]
    [InlineData(".json")]
    public void Write_ReplacesWhatIsThereAndLeavesNothingElse(string ending)
    {
        var file = _folder.Write("u" + ending, "gammalt");

        Assert.True(DraftFile.Write(file, Draft("small"), replaces: true));

        Assert.Equal(
            DraftFile.Render(Draft("small"), DraftFile.FormatOf(file)!.Value),
            File.ReadAllBytes(file)
        );
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_LeavesWhatIsNoUntouchedDraft()
    {
        var edited = new ReturnedDraft();
        edited.Suggestion("improvement_1_1").Remove();
        var file = _folder.File("u.docx");
        foreach (var other in new[] { edited.Save(), [], "PK\u0003\u0004"u8.ToArray() })
        {
            File.WriteAllBytes(file, other);

            Assert.False(DraftFile.Write(file, Draft("full")));
            Assert.Equal(other, File.ReadAllBytes(file));
        }

        File.Delete(file);
        Assert.True(DraftFile.Write(file, Draft("small")));
        Assert.True(DraftFile.Write(file, Draft("full")));
        Assert.Equal(DraftFile.Render(Draft("full"), DraftFormat.Word), File.ReadAllBytes(file));

        var page = _folder.File("u.md");
        Assert.True(DraftFile.Write(page, Draft("small")));
        Assert.True(DraftFile.Write(page, Draft("small")));
        Assert.False(DraftFile.Write(page, Draft("full")));
    }

    [Fact]
    public void Write_WithAnotherEnding_SaysWhichThereAre()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            DraftFile.Write(_folder.File("u.odt"), Draft("small"))
        );

        Assert.Contains(".docx, .md, .html or .json", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_WhereNothingCanBeWritten_NamesTheFile()
    {
        var file = _folder.Write("taken", "") + "/u.md";

        var error = Assert.Throws<DatasetException>(() => DraftFile.Write(file, Draft("small")));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Json_HoldsAllSuggestions(string name)
    {
        var draft = Draft(name);
        using var json = JsonDocument.Parse(DraftJson.Write(draft));

        Assert.Equal(
            draft.Areas.SelectMany(a => a.Improvements).Select(i => i.Sentence),
            json.RootElement.GetProperty("areas")
                .EnumerateArray()
                .SelectMany(a => a.GetProperty("improvements").EnumerateArray())
                .Select(i => i.GetProperty("sentence").GetString())
        );
        Assert.Contains("Västmanlands län", DraftJson.Write(draft), StringComparison.Ordinal);
    }
}
