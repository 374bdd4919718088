using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class EditionTests
{
    public static TheoryData<string> Ids => ["2002", "2010", "2016", "2020"];

    [Fact]
    public void Editions_AreLoadedOldestFirst() =>
        Assert.Equal(Ids.Select(i => i.Data), Subject.Knowledge.Editions.Select(e => e.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Edition_HasEightAreasInOrderAndAScaleOfEightHundred(string id)
    {
        var edition = Subject.Knowledge.Edition(id);

        Assert.Equal(Enumerable.Range(1, 8), edition.Areas.Select(a => a.Number));
        Assert.Equal(100, edition.Scale.AreaMax);
        Assert.Equal(800, edition.Scale.TotalMax);
        Assert.All(edition.Areas, a => Assert.NotEmpty(a.Name));
    }

    [Theory]
    [InlineData("2010")]
    [InlineData("2016")]
    public void SubQuestions_AddUpToHundredPointsAnArea(string id)
    {
        var edition = Subject.Knowledge.Edition(id);

        Assert.All(edition.Areas, a => Assert.Equal(100, a.Questions.Sum(q => q.Max)));
        Assert.Equal(45, edition.Areas.Sum(a => a.Questions.Count));
    }

    [Theory]
    [InlineData("2002")]
    [InlineData("2020")]
    public void Edition_WhoseSubQuestionsAreNotKnown_HasNone(string id)
    {
        var edition = Subject.Knowledge.Edition(id);

        Assert.False(edition.QuestionsKnown);
        Assert.All(edition.Areas, a => Assert.Empty(a.Questions));
    }

    [Fact]
    public void Codes_CountUpWithinTheirArea() =>
        Assert.All(
            Subject.Knowledge.Edition("2010").Areas,
            a =>
                Assert.Equal(
                    a.Questions.Select((_, i) => $"{a.Number}.{i + 1}"),
                    a.Questions.Select(q => q.Code)
                )
        );

    [Fact]
    public void Rubrics_NameEverySubQuestionOfTheirArea() =>
        Assert.All(
            Subject.Knowledge.Edition("2010").Areas,
            a =>
                Assert.Equal(
                    a.Questions.Select(q => q.Code),
                    a.Rubrics.SelectMany(r => r.Questions).Distinct().Order()
                )
        );

    [Fact]
    public void Edition2016_RenamesTwoAreasAndKeepsTheirQuestions()
    {
        var old = Subject.Knowledge.Edition("2010");
        var revised = Subject.Knowledge.Edition("2016");

        Assert.Equal(
            [2, 7],
            revised.Areas.Where(a => a.Name != old.Area(a.Number).Name).Select(a => a.Number)
        );
        Assert.Equal("Brukarfokus, tillgänglighet och bemötande", revised.Area(2).Name);
        Assert.Equal("Ständiga förbättringar", revised.Area(7).Name);
        Assert.Equal(old.Area(7).Questions, revised.Area(7).Questions);
        Assert.Contains("Verksamhetsutveckling", revised.Area(7).Variants);
    }

    [Theory]
    [InlineData("1.4", 30)]
    [InlineData("6.3", 25)]
    [InlineData("8.6", 20)]
    public void FindQuestion_KnowsItsHighestPoints(string code, int max) =>
        Assert.Equal(max, Subject.Knowledge.Edition("2010").FindQuestion(code)!.Max);

    [Theory]
    [InlineData("1.6")]
    [InlineData("9.1")]
    [InlineData("1.10")]
    [InlineData("")]
    public void FindQuestion_OfACodeThatIsNotThere_IsNull(string code) =>
        Assert.Null(Subject.Knowledge.Edition("2010").FindQuestion(code));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Area_ThatIsNotThere_Throws(int number)
    {
        var edition = Subject.Knowledge.Edition("2010");

        var e = Assert.Throws<ArgumentOutOfRangeException>(() => edition.Area(number));

        Assert.Contains($"edition 2010 has no area {number}", e.Message, StringComparison.Ordinal);
        Assert.Null(edition.FindArea(number));
    }

    [Theory]
    [InlineData("2002", 2001, false)]
    [InlineData("2002", 2002, true)]
    [InlineData("2002", 2010, true)]
    [InlineData("2002", 2011, false)]
    [InlineData("2010", 2009, false)]
    [InlineData("2010", 2010, true)]
    [InlineData("2010", 2016, true)]
    [InlineData("2010", 2017, false)]
    [InlineData("2020", 2019, false)]
    [InlineData("2020", 2031, true)]
    public void CoversYear_CountsBothYearsOfAChange(string id, int year, bool covers) =>
        Assert.Equal(covers, Subject.Knowledge.Edition(id).CoversYear(year));

    [Theory]
    [InlineData("2010", 2012, true)]
    [InlineData("2010", 2010, true)]
    [InlineData("2010", 2017, true)]
    [InlineData("2016", 2012, true)]
    [InlineData("2016", 2016, true)]
    [InlineData("2010", 2008, false)]
    [InlineData("2016", 2007, false)]
    [InlineData("2002", 2012, false)]
    [InlineData("2002", 2008, true)]
    [InlineData("2020", 2018, false)]
    [InlineData("2020", 2021, true)]
    [InlineData("2010", 1999, false)]
    public void IsComparable_OnlyWithinOneScale(string id, int year, bool comparable)
    {
        var knowledge = Subject.Knowledge;

        Assert.Equal(
            comparable,
            knowledge.Edition(id).IsComparableWithYear(year, knowledge.Editions)
        );
    }
}
