using System.Diagnostics;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Feedback;

namespace Kompass.Mining.Tests.Improvements.Feedback;

/// <summary>A draft that LibreOffice opened and saved as a Word document again.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RoundTrip_LosesNothing()
    {
        var draft = new ReturnedDraft("full").Reviewed();
        ReturnedDraft
            .Sentence(draft.Suggestion("improvement_1_1"))
            .ReplaceWith(ReturnedDraft.Run("Omskriven"));
        draft.Suggestion("improvement_2_1").Remove();
        draft.Column(3, 1).Add(ReturnedDraft.Paragraph("Tillagd (3.5)"));
        draft
            .Text.Descendants(ReturnedDraft.W + "sdtContent")
            .ElementAt(3)
            .Element(ReturnedDraft.W + "p")!
            .ReplaceWith(ReturnedDraft.Paragraph("Egna ord."));
        File.WriteAllBytes(_folder.File("in.docx"), draft.Save());

        Convert();

        var reading = Assert
            .IsType<FeedbackReadout.Read>(
                new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(
                    _folder.File("out/in.docx")
                )
            )
            .Feedback.Readings[0];
        Assert.Equal(
            [("1.1", SuggestionFate.Edited), ("2.1", SuggestionFate.Removed)],
            reading
                .Outcomes.Where(o => o.Fate != SuggestionFate.Kept)
                .Select(o => (o.Question, o.Fate))
        );
        Assert.Equal("Tillagd", Assert.Single(reading.Added).Text);
        Assert.Equal([new OwnWords(4, "Egna ord.")], reading.OwnWords);
    }

    private void Convert()
    {
        var start = new ProcessStartInfo("soffice")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (
            var argument in (string[])
                [
                    "-env:UserInstallation=file://" + _folder.File("profile"),
                    "--headless",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    _folder.File("out"),
                    _folder.File("in.docx"),
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("LibreOffice (soffice) is not on this machine");
        }

        using (process)
        {
            if (!process!.WaitForExit(TimeSpan.FromMinutes(3)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Skip("LibreOffice did not end within three minutes");
            }
        }

        Assert.True(File.Exists(_folder.File("out/in.docx")), "LibreOffice wrote nothing");
    }
}
