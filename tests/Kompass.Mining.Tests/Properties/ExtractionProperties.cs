using System.Text;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Properties;

/// <summary>What holds for every text whatsoever, tried on generated ones and on samples that were cut, shuffled and sprinkled with what breaks patterns.</summary>
public sealed class ExtractionProperties
{
    [Fact]
    public void AnyText_GivesARecordOrIsSetAside() =>
        Always.Holds(Pieces.AnyText, text => Read(text, "a.txt"), 300);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void TextLikeAReport_GivesARecordOrIsSetAside(string file) =>
        Always.Holds(Pieces.LikeAReport, text => Read(text, file), 300);

    [Fact]
    public void DamagedSample_GivesARecordOrIsSetAside() =>
        Always.Holds(Mutation.OfAnySample, m => Read(m.Text, m.Name));

    [Fact]
    public void Numbers_StandInTheTextAndAtTheirPlace() =>
        Always.Holds(Mutation.OfTextSamples, m => OfRecord(m, NumbersStandThere));

    [Fact]
    public void Findings_StandInTheTextAtTheirPlace() =>
        Always.Holds(Mutation.OfTextSamples, m => OfRecord(m, FindingsStandThere));

    [Fact]
    public void Places_LieInTheFile() =>
        Always.Holds(Mutation.OfAnySample, m => OfRecord(m, PlacesLieInTheFile));

    [Fact]
    public void Record_IsTheSameAfterTheRoundTripThroughJson() =>
        Always.Holds(
            Mutation.OfAnySample,
            m =>
                OfRecord(
                    m,
                    (record, _) =>
                        Assert.Equal(
                            RecordJson.Write(record),
                            RecordJson.Write(RecordJson.Read(RecordJson.WriteLine(record)))
                        )
                )
        );

    [Fact]
    public void Record_IsTheSameEachTime() =>
        Always.Holds(
            Mutation.OfAnySample,
            m =>
                OfRecord(
                    m,
                    (record, _) =>
                        Assert.Equal(
                            RecordJson.Write(record),
                            RecordJson.Write(
                                Assert
                                    .IsType<ReportReading.Read>(Read(m.Text, m.Name).Reading)
                                    .Record
                            )
                        )
                ),
            30
        );

    [Fact]
    public void Record_HasEachThingOnce() =>
        Always.Holds(
            Mutation.OfAnySample,
            m =>
                OfRecord(
                    m,
                    (record, _) =>
                    {
                        Assert.Distinct(record.Findings.Select(f => f.Id));
                        Assert.Distinct(record.Areas.Select(a => a.Area));
                        Assert.Distinct(record.Questions.Select(q => q.Code));
                        Assert.Distinct(record.Previous.Select(p => p.Year));
                        Assert.All(record.Findings, f => Assert.InRange(f.Confidence, 0, 1));
                        Assert.All(record.Findings, f => Assert.InRange(f.Area, 1, 8));
                    }
                )
        );

    private static void NumbersStandThere(ReportRecord record, string text)
    {
        foreach (var area in record.Areas)
        {
            if (area.Source.Via != Via.Sum)
            {
                Has(area.Score, At(area.Source, text));
            }

            Assert.All(area.Witnesses, w => Has(w.Value, At(w.Source, text)));
        }

        foreach (var question in record.Questions.Where(q => q.Source.Via != Via.Derived))
        {
            var row = At(question.Source, text);
            Assert.All(
                new[] { question.Achieved, question.Max }.OfType<decimal>(),
                n => Has(n, row)
            );
            // A table without a column of percentages leaves them to be worked out.
            if (
                question.Percent is { } percent
                && percent
                    != Math.Round(
                        100 * (question.Achieved ?? 0) / (question.Max ?? 1),
                        MidpointRounding.AwayFromZero
                    )
            )
            {
                Has(percent, row);
            }
        }

        Assert.All(
            record.Previous.SelectMany(p =>
                p.Areas.Values.Append(p.Total ?? p.Areas.Values.First())
            ),
            v => Has(v, text)
        );
        if (record.Total is { } total && total.Source.Via != Via.Sum)
        {
            Has(total.Value, At(total.Source, text));
        }
    }

    private static void FindingsStandThere(ReportRecord record, string text) =>
        Assert.All(
            record.Findings,
            f =>
                Assert.True(
                    IsWithin(Letters(f.Text), Letters(At(f.Source, text))),
                    $"\"{f.Text}\" is not in \"{At(f.Source, text)}\""
                )
        );

    private static void PlacesLieInTheFile(ReportRecord record, string text) =>
        Assert.All(
            record
                .Findings.Select(f => f.Source)
                .Concat(record.Areas.Select(a => a.Source))
                .Concat(record.Areas.SelectMany(a => a.Witnesses).Select(w => w.Source))
                .Concat(record.Questions.Select(q => q.Source))
                .Concat(record.Previous.Select(p => p.Source))
                .Concat(record.Exemplars.Select(e => e.Source))
                .Concat(record.Remarks.Select(r => r.Source))
                .Concat(record.Notes.Select(n => n.Source).OfType<Source>())
                .Append(record.Total?.Source)
                .Append(record.Facts?.Source)
                .OfType<Source>(),
            s =>
            {
                Assert.InRange(s.Start!.Value, 0, text.Length);
                Assert.InRange(s.End!.Value, s.Start.Value, text.Length);
            }
        );

    // What a reading gives, or nothing where it was set aside.
    private static void OfRecord(Mutation mutation, Action<ReportRecord, string> property)
    {
        var (reading, text) = Read(mutation.Text, mutation.Name);
        if (reading is ReportReading.Read { Record: var record })
        {
            property(record, text);
        }
    }

    // The reading, and the file's text as decoded.
    private static (ReportReading Reading, string Text) Read(string text, string file)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reading = Always.Ends(() =>
            new DocumentReader().Read(file, bytes) switch
            {
                DocumentReading.Read read => Subject.Extractor.Extract(read.Document),
                DocumentReading.NotRead aside => new ReportReading.NotRead(aside.SetAside),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );
        if (reading is ReportReading.NotRead { SetAside: var setAside })
        {
            Assert.Equal(file, setAside.File);
            Assert.NotEmpty(setAside.Message);
            Assert.False(setAside.Cause == SetAsideCause.Fault, setAside.Message);
        }

        return (reading, TextDecoder.Decode(bytes));
    }

    private static string At(Source source, string text) =>
        text[source.Start!.Value..source.End!.Value];

    // With a decimal comma or a decimal point, and whatever stands between its digits unseen.
    private static void Has(decimal value, string text) =>
        Assert.Contains(
            value.ToString(CultureInfo.InvariantCulture),
            SourceText.From(text).Text.Replace(',', '.'),
            StringComparison.Ordinal
        );

    // Whether the letters stand there in their order, whatever stands between them.
    private static bool IsWithin(string letters, string text)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (at < letters.Length && c == letters[at])
            {
                at++;
            }
        }

        return at == letters.Length;
    }

    // Without marks, for one that is a character of its own may be left out at the end of a place.
    private static string Letters(string text) =>
        string.Concat(
            SourceText
                .From(System.Net.WebUtility.HtmlDecode(text))
                .Text.Where(char.IsLetterOrDigit)
                .Select(c =>
                    char.IsSurrogate(c) ? c : c.ToString().Normalize(NormalizationForm.FormD)[0]
                )
        );
}
