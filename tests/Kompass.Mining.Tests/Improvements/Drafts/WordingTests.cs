using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Tests.Corpus;

namespace Kompass.Mining.Tests.Improvements.Drafts;

public sealed partial class WordingTests
{
    [Theory]
    [InlineData(1, "mycket sannolikt")]
    [InlineData(0.9, "mycket sannolikt")]
    [InlineData(0.8950, "mycket sannolikt")]
    [InlineData(0.8949, "sannolikt")]
    [InlineData(0.66, "sannolikt")]
    [InlineData(0.6550, "sannolikt")]
    [InlineData(0.6549, "möjligt")]
    [InlineData(0.33, "möjligt")]
    [InlineData(0.3249, "mindre sannolikt")]
    [InlineData(0, "mindre sannolikt")]
    public void Probability_InWords(double probability, string words) =>
        Assert.Equal(words, ProbabilityWords.Of(probability));

    [Theory]
    [InlineData(0.466, "47\u00A0%")]
    [InlineData(1, "100\u00A0%")]
    public void Percent_AsSwedishPrintsIt(double share, string text) =>
        Assert.Equal(text, SwedishNumbers.Percent(share));

    [Theory]
    [InlineData(-0.012, "1 procentenhet")]
    [InlineData(0.124, "12 procentenheter")]
    public void PercentPoints_WithoutTheirSign(double difference, string text) =>
        Assert.Equal(text, SwedishNumbers.PercentPoints(difference));

    [Fact]
    public void Points_WithComma() => Assert.Equal("9,5", SwedishNumbers.Points(9.50m));

    [Fact]
    public void EverySubQuestion_HasThreeWordingsForEachList()
    {
        var sentences = SuggestionSentences.Read(Subject.Knowledge).All;

        foreach (var question in Profile.Questions)
        {
            foreach (var kind in QuestionOutcome.Columns)
            {
                var own = sentences
                    .Where(s => s.Question == question.Code && s.Kind == kind)
                    .ToList();
                Assert.Equal(3, own.Select(s => s.Text).Distinct(StringComparer.Ordinal).Count());
                Assert.All(own, s => Assert.InRange(s.Text.Length, 30, 160));
                // Points alone tell of no strength: the evaluator is asked.
                Assert.All(
                    own,
                    s => Assert.Equal(kind == FindingKind.Strength, s.Text.EndsWith('?'))
                );
            }
        }
    }

    // An event that a wording presupposes ("efter utbildningen vid mandatperiodens början") is one that points do not tell of.
    [Fact]
    public void ImprovementArea_SpeaksOfNoSingleEvent() =>
        Assert.DoesNotContain(
            SuggestionSentences.Read(Subject.Knowledge).All,
            s =>
                s.Kind == FindingKind.Improvement
                && Regex.IsMatch(
                    s.Text,
                    @"\b(?:efter|sedan|före|under|vid) \w+(?:ningen|mötet|valet)\b"
                )
        );

    [Fact]
    public void Level_WithoutSentence_TakesTheNearest()
    {
        var sentences = SuggestionSentences.Read(Subject.Knowledge);

        Assert.Equal(
            PointLevel.Uneven,
            sentences.Of("1.1", FindingKind.Improvement, PointLevel.Good).Level
        );
        Assert.Equal(
            PointLevel.Begun,
            sentences.Of("1.1", FindingKind.Strength, PointLevel.None).Level
        );
    }

    [Fact]
    public void Sentences_AreNotThoseOfTheReports()
    {
        var shared = Repository.RequireShared();
        var real = Directory
            .GetFiles(Path.Combine(shared, "corpus"), "*.txt")
            .SelectMany(f => Runs(File.ReadAllText(f)))
            // The wording of a sub-question is the instrument's, and stands in every report.
            .Except(Profile.Questions.SelectMany(q => Runs(q.Text)), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var sentences = SuggestionSentences.Read(Subject.Knowledge);

        Assert.DoesNotContain(sentences.All.SelectMany(s => Runs(s.Text)), real.Contains);
    }

    [Theory]
    [InlineData("1.1,improvement,none,strategy", "1.1,improvement,none,magic", "is no theme")]
    [InlineData(
        "1.1,improvement,none,strategy",
        "1.1,1,none,strategy",
        "improvement or strength was expected"
    )]
    [InlineData(
        "1.2,improvement,none,information",
        "1.1,improvement,none,information",
        "a second sentence"
    )]
    public void DamagedSentences_AreRefused(string old, string @new, string message)
    {
        using var copy = new CorpusCopy();
        copy.Replace("improvements/sentences.csv", old, @new);

        var e = Assert.Throws<CorpusException>(() =>
            SuggestionSentences.Read(Knowledge.Load(copy.Path))
        );

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    // Seven words in a row are no accident, but for the wording of a sub-question itself.
    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToArray();
        for (var i = 0; i + 7 <= words.Length; i++)
        {
            yield return string.Join(' ', words[i..(i + 7)]);
        }
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
