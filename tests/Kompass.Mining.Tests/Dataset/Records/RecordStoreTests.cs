using System.IO.Compression;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Records;

public sealed class RecordStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RecordStore Store => new(_folder.File("records"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FolderThatIsNotThere_IsEmpty()
    {
        Assert.Empty(Store.Names());
        Assert.Empty(Store.All());
        Assert.Null(Store.Find("ekdal-2013"));
    }

    [Fact]
    public void WrittenRecord_IsFoundAgain()
    {
        Assert.True(Store.Write("ekdal-2013", WrittenRecords.Of("a")));

        Assert.Equal(["ekdal-2013"], Store.Names());
        Assert.Equal(
            RecordJson.Write(WrittenRecords.Of("a")),
            RecordJson.Write(Store.Find("ekdal-2013")!)
        );
    }

    [Fact]
    public void Write_OfTheSameRecord_ChangesNothing()
    {
        Store.Write("ekdal-2013", WrittenRecords.Of("a"));
        var file = _folder.File("records/ekdal-2013.json.gz");
        var time = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, time);

        Assert.False(Store.Write("ekdal-2013", WrittenRecords.Of("a")));
        Assert.Equal(time, File.GetLastWriteTimeUtc(file));
        Assert.True(Store.Write("ekdal-2013", WrittenRecords.Of("b")));
    }

    [Theory]
    [InlineData(".json")]
    [InlineData(".json.br")]
    public void RecordThatAnEarlierVersionWrote_IsReadAndPackedAnewWithoutBeingTold(string ending)
    {
        var json = RecordJson.WriteBytes(WrittenRecords.Of("a"));
        Directory.CreateDirectory(_folder.File("records"));
        using (var file = File.Create(_folder.File("records/ekdal-2013" + ending)))
        using (
            Stream packed =
                ending == ".json" ? file : new BrotliStream(file, CompressionLevel.Optimal)
        )
        {
            packed.Write(json);
        }

        Assert.Equal(["ekdal-2013"], Store.Names());
        Assert.Equal(json, RecordJson.WriteBytes(Store.Find("ekdal-2013")!));
        Assert.False(
            Store.Write("ekdal-2013", json, beforeChange: _ => Assert.Fail("it did not change"))
        );
        Assert.Equal(
            [_folder.File("records/ekdal-2013.json.gz")],
            Directory.GetFiles(_folder.File("records"))
        );
        Assert.Equal(json, Store.Json("ekdal-2013"));
    }

    [Fact]
    public void RecordWithATwin_TakesNoRoom()
    {
        var json = RecordJson.WriteBytes(WrittenRecords.Of("a"));
        Store.Write("twin", json);
        var twin = _folder.File("records/twin.json.gz");

        Assert.True(Store.Write("ekdal-2013", json, twin));

        // What is written into one of the names stands in the other.
        File.AppendAllText(twin, "x");
        Assert.Equal(
            File.ReadAllBytes(twin),
            File.ReadAllBytes(_folder.File("records/ekdal-2013.json.gz"))
        );
    }

    [Fact]
    public void Names_StandInOrderAndLeaveOtherFilesOut()
    {
        Store.Write("b-2012", WrittenRecords.Of("a"));
        Store.Write("a-2012", WrittenRecords.Of("a"));
        _folder.Write("records/c-2012.json.writing", "half");
        _folder.Write("records/README.md", "text");

        Assert.Equal(["a-2012", "b-2012"], Store.Names());
    }

    [Fact]
    public void RemovedRecord_IsGone()
    {
        Store.Write("ekdal-2013", WrittenRecords.Of("a"));

        Store.Remove("ekdal-2013");
        Store.Remove("ekdal-2013");

        Assert.Null(Store.Find("ekdal-2013"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"schema\": 1, \"id\"")]
    [InlineData("null")]
    [InlineData("{ \"schema\": 99 }")]
    [InlineData("<html>")]
    public void DamagedRecord_IsNamedWithWhatToDo(string text)
    {
        var file = _folder.Write("records/ekdal-2013.json", text);

        var e = Assert.Throws<DatasetException>(() => Store.Find("ekdal-2013"));

        Assert.StartsWith($"{file}: is no record: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("delete it and run nightly again", e.Message, StringComparison.Ordinal);
    }
}
