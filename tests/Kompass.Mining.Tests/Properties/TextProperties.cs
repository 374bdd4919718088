using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Flat;
using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Properties;

/// <summary>What holds of the single steps for every text.</summary>
public sealed class TextProperties
{
    private static readonly WordStatistics Words = Subject.Words(Draft.Structured);

    [Fact]
    public void Offsets_NeverGoBackAndLieInTheFile() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
            {
                var source = SourceText.From(WithoutHalfCharacters(text));
                var offsets = Enumerable
                    .Range(0, source.Text.Length + 1)
                    .Select(source.OriginalOffset)
                    .ToList();

                Assert.Equal(offsets.Order(), offsets);
                Assert.All(offsets, o => Assert.InRange(o, 0, source.OriginalLength));
            },
            300
        );

    [Fact]
    public void SourceText_IsTheSameWhenItIsReadAgain() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
            {
                var once = SourceText.From(WithoutHalfCharacters(text)).Text;

                Assert.Equal(once, SourceText.From(once).Text);
            },
            300
        );

    [Fact]
    public void Utf8AndUtf16_GiveBackWhatWasWritten() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
            {
                // NUL bytes are taken out of texts of one byte a character; digits of other scripts become 0 to 9.
                var whole = string.Concat(
                    WithoutHalfCharacters(text)
                        .TrimStart('\uFEFF')
                        .Where(c => c != '\0' && (char.IsAscii(c) || !char.IsDigit(c)))
                );

                Assert.Equal(whole, TextDecoder.Decode(Encoding.UTF8.GetBytes(whole)));
                Assert.Equal(
                    whole,
                    TextDecoder.Decode([
                        .. Encoding.Unicode.GetPreamble(),
                        .. Encoding.Unicode.GetBytes(whole),
                    ])
                );
            },
            300
        );

    [Fact]
    public void Slices_KeepTheirPlaces() =>
        Always.Holds(
            Pieces.LikeAReport,
            text =>
            {
                var source = SourceText.From(text);
                var passage = Passage.Of(source, 0, source.Text.Length);
                for (var start = 0; start < source.Text.Length; start += 7)
                {
                    var end = Math.Min(source.Text.Length, start + 5);
                    var slice = passage.Slice(start, end);

                    Assert.Equal(source.Text[start..end], slice.Text);
                    Assert.Equal(
                        slice.Text,
                        SourceText.From(text[slice.Place.Start!.Value..slice.Place.End!.Value]).Text
                    );
                }
            }
        );

    [Fact]
    public void Lists_KeepEveryWord()
    {
        var reader = Subject.Lists(Words);

        Always.Holds(
            Pieces.LikeAReport,
            text =>
            {
                var stretch = new Stretch(ListToken.In(text), [0, 1], false, false);

                var read = reader.Read(
                    [stretch],
                    [FindingKind.Strength, FindingKind.Improvement],
                    reader.StyleOf([stretch])
                );

                Assert.Equal(
                    stretch.Tokens.Select(t => t.Start),
                    read.Columns.SelectMany(c => c.Items)
                        .SelectMany(i => i.Tokens.Select(t => t.Start))
                );
                Assert.All(read.Confidences.SelectMany(c => c), c => Assert.InRange(c, 0, 1));
            },
            100
        );
    }

    [Fact]
    public void Sentences_KeepEveryCharacterThatIsNoBlank() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
                Assert.Equal(
                    NoBlanks(text),
                    NoBlanks(
                        string.Concat(
                            Sentences
                                .Split(Subject.Passage(text), Subject.Knowledge.Swedish)
                                .Select(s => s.Text)
                        )
                    )
                ),
            200
        );

    [Fact]
    public void Join_KeepsEveryLetterAndMakesOneLine() =>
        Always.Holds(
            Pieces.LikeAReport,
            text =>
            {
                var joined = CellReader.Join(Subject.Passage(text), Words).Text;

                Assert.Equal(Letters(text), Letters(joined));
                Assert.DoesNotContain('\n', joined);
                Assert.DoesNotContain("  ", joined, StringComparison.Ordinal);
            },
            200
        );

    [Fact]
    public void Cell_KeepsEveryLetter() =>
        Always.Holds(
            Pieces.LikeAReport,
            text =>
            {
                var cell = CellReader.Read(Subject.Passage(text), Words);

                Assert.Equal(
                    Letters(text),
                    Letters(cell.Text.Text + string.Concat(cell.Items.Select(i => i.Text.Text)))
                );
            },
            200
        );

    [Theory]
    [InlineData("2002")]
    [InlineData("2010")]
    [InlineData("2016")]
    [InlineData("2020")]
    public void Labels_StandWhereTheyAreFound(string edition)
    {
        var labels = Subject.Knowledge.Labels(Subject.Knowledge.Edition(edition));

        Always.Holds(
            Pieces.LikeAReport,
            text =>
                Assert.All(
                    labels.FindAll(text),
                    hit =>
                    {
                        var found = text[hit.Start..hit.End];
                        Assert.NotEmpty(labels.Lookup(found));
                        Assert.Equal(found.Trim(), found);
                    }
                )
        );
    }

    [Fact]
    public void Anchors_StandInOrderAndDoNotOverlap() =>
        Always.Holds(
            Pieces.LikeAReport,
            text =>
            {
                var anchors = FlatAnchors
                    .Find(text, Subject.Labels, Subject.Knowledge.Swedish)
                    // The contents are passed over whole, whatever stands in them.
                    .Where(a => a.Kind != AnchorKind.Contents)
                    .ToList();

                Assert.All(anchors, a => Assert.InRange(a.Start, 0, a.End - 1));
                Assert.All(anchors, a => Assert.InRange(a.End, 1, text.Length));
                Assert.All(
                    anchors.Zip(anchors.Skip(1)),
                    pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair}")
                );
            },
            200
        );

    [Fact]
    public void Mentions_AreNamesThatStandThere() =>
        Always.Holds(
            Pieces.LikeAReport,
            text =>
                Assert.All(
                    Subject.Knowledge.Municipalities.FindMentions(text),
                    m =>
                        Assert.StartsWith(
                            m.Municipality.Name,
                            text[m.Start..m.End],
                            StringComparison.Ordinal
                        )
                )
        );

    [Fact]
    public void LabelKey_OfAKey_IsItself() =>
        Always.Holds(
            Pieces.AnyText,
            text => Assert.Equal(LabelKey.Of(text), LabelKey.Of(LabelKey.Of(text)))
        );

    [Fact]
    public void Slug_HasOnlySmallLettersDigitsAndHyphens() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
                Assert.Matches(
                    "^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$",
                    Municipality.SlugOf(WithoutHalfCharacters(text))
                ),
            200
        );

    private static string NoBlanks(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // A file cannot hold half a character; the decoder replaces it. What a mark after a pair or a non-character does is SourceTextTests' affair.
    private static string WithoutHalfCharacters(string text) =>
        string.Concat(text.Where(c => !char.IsSurrogate(c) && c < '\uFFFE'));
}
