using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class MunicipalitiesTests
{
    private static Municipalities Places => Subject.Knowledge.Municipalities;

    public static TheoryData<string, string> TitleForms =>
        new()
        {
            { "BORÅS STAD", "Borås" },
            { "Borås Stad", "Borås" },
            { "Borås kommun", "Borås" },
            { "boras", "Borås" },
            { "Karlstad kommun", "Karlstad" },
            { "Karlstads kommun", "Karlstad" },
            { "Örnsköldsviks kommun", "Örnsköldsvik" },
            { "ÖRNSKÖLDSVIKS  KOMMUN", "Örnsköldsvik" },
            { "Region Gotland", "Gotland" },
            { "REGION GOTLAND", "Gotland" },
            { "Region Gotlands", "Gotland" },
            { "Gotlands kommun", "Gotland" },
            { "Falu kommun", "Falun" },
            { "Falun", "Falun" },
            { "Göteborgs Stad", "Göteborg" },
            { "Upplands Väsby", "Upplands Väsby" },
            { "Upplands Väsby kommun", "Upplands Väsby" },
            { "upplands-vasby", "Upplands Väsby" },
            { "upplandsväsby", "Upplands Väsby" },
            { "malmo", "Malmö" },
            { "Håbo kommun", "Håbo" },
            { "Habo kommun", "Habo" },
        };

    [Fact]
    public void All_Are290InOrderOfCode()
    {
        Assert.Equal(290, Places.All.Count);
        Assert.Equal(Places.All.Select(m => m.Code).Order(), Places.All.Select(m => m.Code));
        Assert.All(
            Places.All,
            m => Assert.StartsWith(m.CountyCode, m.Code, StringComparison.Ordinal)
        );
        Assert.All(Places.All, m => Assert.InRange(m.Group2011, 1, 10));
    }

    [Fact]
    public void FindByName_KnowsEveryOneByAllItsForms() =>
        Assert.All(
            Places.All.SelectMany(
                m => m.Forms.Append(m.Name).Append(m.Name.ToUpperInvariant()),
                (m, form) => (m, form)
            ),
            x => Assert.Same(x.m, Places.FindByName(x.form))
        );

    [Fact]
    public void FindByName_OfHabo_IsNotHåbo() =>
        Assert.Equal("0643", Places.FindByName("Habo")!.Code);

    [Fact]
    public void Slugs_AreUnique() =>
        Assert.Equal(290, Places.All.Select(m => m.Slug).Distinct().Count());

    [Theory]
    [MemberData(nameof(TitleForms))]
    public void FindByName_OfATitleForm_IsTheMunicipality(string form, string name) =>
        Assert.Equal(name, Places.FindByName(form)?.Name);

    [Theory]
    [InlineData("Ekdal")]
    [InlineData("Ekdals kommun")]
    [InlineData("Region Skåne")]
    [InlineData("Borås högskola")]
    [InlineData("kommun")]
    [InlineData("")]
    [InlineData(" – ")]
    public void FindByName_OfAnythingElse_IsNull(string name) =>
        Assert.Null(Places.FindByName(name));

    [Theory]
    [InlineData("1490", "Borås")]
    [InlineData("0980", "Gotland")]
    public void FindByCode_KnowsTheCode(string code, string name) =>
        Assert.Equal(name, Places.FindByCode(code)?.Name);

    [Theory]
    [InlineData("9999")]
    [InlineData("490")]
    [InlineData("")]
    public void FindByCode_OfAnotherCode_IsNull(string code) =>
        Assert.Null(Places.FindByCode(code));

    [Theory]
    [InlineData("Håbo", "haabo")]
    [InlineData("Habo", "habo")]
    [InlineData("Borås", "boras")]
    public void SlugThatTwoWouldShare_IsWrittenInFullForOne(string name, string slug) =>
        Assert.Equal(slug, Places.FindByName(name)?.Slug);

    [Theory]
    [InlineData("Borås", "boras")]
    [InlineData("Upplands Väsby", "upplands-vasby")]
    [InlineData("  Älvdalens – kommun ", "alvdalens-kommun")]
    [InlineData("Société Générale", "societe-generale")]
    [InlineData("Ume\u0061\u030A", "umea")]
    [InlineData("x\uD83D\uFFFEy", "x-y")]
    [InlineData("A  &  B", "a-b")]
    [InlineData("–", "")]
    [InlineData("", "")]
    public void Slug_HasSmallLettersDigitsAndSingleHyphens(string name, string slug) =>
        Assert.Equal(slug, Municipality.SlugOf(name));
}
