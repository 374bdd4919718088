using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests;

/// <summary>What most tests need: the corpus, loaded once, and the way from a text to blocks and to a record.</summary>
internal static class Subject
{
    public static Knowledge Knowledge { get; } = Knowledge.Load(Repository.Corpus);

    public static Extractor Extractor { get; } = new(Knowledge);

    public static EditionLabels Labels { get; } = Knowledge.Labels(Knowledge.Edition("2010"));

    /// <summary>A text as a document.</summary>
    public static Document Document(string text, string file = "test.txt")
    {
        var reading = new DocumentReader().Read(
            file,
            System.Text.Encoding.UTF8.GetBytes(text),
            TestContext.Current.CancellationToken
        );
        return Assert.IsType<DocumentReading.Read>(reading).Document;
    }

    /// <summary>A text as blocks.</summary>
    public static DocumentLayout Lay(string text, string file = "test.txt") =>
        new LayoutReader(Knowledge).Lay(Document(text, file));

    /// <summary>A text as whatever reading it gives.</summary>
    public static ReportReading Read(string text, string file = "test.txt") =>
        Extractor.Extract(Document(text, file), TestContext.Current.CancellationToken);

    /// <summary>A text as a record.</summary>
    public static ReportRecord Record(string text, string file = "test.txt") =>
        Assert.IsType<ReportReading.Read>(Read(text, file)).Record;

    /// <summary>A file as a record; its path stands in it as given.</summary>
    public static ReportRecord Extract(string path) =>
        Assert
            .IsType<ReportReading.Read>(
                Extractor.Extract(path, TestContext.Current.CancellationToken)
            )
            .Record;

    /// <summary>A passage that stands nowhere.</summary>
    public static Passage Passage(string text) => Mining.Layout.Passage.At(text, Place.Unknown);

    /// <summary>Reads lists of a document with these words with the model that is shipped.</summary>
    public static ListReader Lists(WordStatistics words) =>
        new(ListModel.Shipped, words, Knowledge.Lexicon, Traits);

    /// <summary>Tells from its wording whether an item ends with a line.</summary>
    public static LineBorders Lines(WordStatistics words) =>
        new(ListModel.Shipped, words, Knowledge.Lexicon, Traits);

    public static WordTraits Traits { get; } = new(Knowledge.Swedish, Knowledge.Municipalities);

    public static WordStatistics Words(string text = "") =>
        WordStatistics.Of(text, Knowledge.Swedish.OpenWords.Contains);
}
