using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class ReportIdTests
{
    [Theory]
    [InlineData("1980", "Västerås", 2012, "vasteras-2012")]
    [InlineData("0305", "Håbo", 2014, "haabo-2014")]
    [InlineData("1643", "Habo", 2014, "habo-2014")]
    [InlineData(null, "Håbo", 2014, "haabo-2014")]
    [InlineData(null, "Ekdal", null, "ekdal-undated")]
    public void Id_IsOfMunicipalityAndYear(string? code, string name, int? year, string id) =>
        Assert.Equal(
            id,
            ReportId.Of(Subject.Knowledge.Municipalities, new MunicipalityName(code, name), year)
        );

    [Fact]
    public void PublishedFigures_OfHaboAndHabo_AreTwoEvaluations()
    {
        var areas = new Dictionary<int, decimal> { [1] = 50 };
        PublishedEvaluation[] published =
        [
            new("0305", "Håbo", 2014, "2010", "", null, areas, null),
            new("1643", "Habo", 2014, "2010", "", null, areas, null),
        ];

        Assert.Equal(
            ["haabo-2014", "habo-2014"],
            published.Select(p => RecordProfile.Of(p, Subject.Knowledge)!.Id)
        );
    }
}
