using Kompass.Mining.Dataset.Search;

namespace Kompass.Mining.Tests.Dataset.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("medborgardialoger", "any form of medborgardialoger")]
    [InlineData("IT stöd", "any form of it AND any form of stöd")]
    [InlineData("IT-stöd", "any form of it stöd")]
    [InlineData("\"IT-stöd\"", "exactly \"it stöd\"")]
    [InlineData("”på webben”", "exactly \"på webben\"")]
    [InlineData("e-tjänst OR webb*", "any form of e tjänst OR words beginning with webb")]
    [InlineData("a OR b c", "any form of a OR any form of b AND any form of c")]
    [InlineData("(a OR b) c", "(any form of a OR any form of b) AND any form of c")]
    [InlineData("a AND b NOT c", "any form of a AND any form of b NOT any form of c")]
    [InlineData("a NEAR/3 b", "any form of a near any form of b (at most 3 words between)")]
    [InlineData("NEAR(a \"b c\")", "any form of a near exactly \"b c\" (at most 10 words between)")]
    [InlineData("or", "any form of or")]
    [InlineData("ORD", "any form of ord")]
    [InlineData("2014", "any form of 2014")]
    [InlineData("kund, valfrihet.", "any form of kund AND any form of valfrihet")]
    [InlineData("mål & budget", "any form of mål AND any form of budget")]
    [InlineData("12 %", "any form of 12")]
    [InlineData("a %&", "any form of a")]
    [InlineData("a – b", "any form of a AND any form of b")]
    [InlineData("a - b", "any form of a AND any form of b")]
    [InlineData("säljstöd 😀", "any form of säljstöd")]
    [InlineData("* mål, OR budget", "any form of mål OR any form of budget")]
    [InlineData("a -b", "any form of a NOT any form of b")]
    [InlineData("-b a", "any form of a NOT any form of b")]
    [InlineData("a -\"b c\" d", "any form of a NOT exactly \"b c\" AND any form of d")]
    [InlineData("a -(b OR c)", "any form of a NOT (any form of b OR any form of c)")]
    [InlineData("a AND NOT b", "any form of a NOT any form of b")]
    [InlineData(
        "in- och utflyttning",
        "any form of in AND any form of och AND any form of utflyttning"
    )]
    public void Search_IsUnderstood(string text, string understood) =>
        Assert.Equal(understood, SearchQuery.Parse(text).Understood);

    [Theory]
    [InlineData("", "words to search for were expected (character 1)")]
    [InlineData("   ", "words to search for were expected")]
    [InlineData("\"halv", "this quotation mark is not closed (character 1)")]
    [InlineData("a AND", "a word was expected here (character 6)")]
    [InlineData("OR a", "a word was expected before OR (character 1)")]
    [InlineData("a OR OR b", "a word was expected before OR (character 6)")]
    [InlineData("NOT a", "NOT leaves out from other words")]
    [InlineData("(a OR b", "this bracket is not closed (character 1)")]
    [InlineData("a)", "this closing bracket was not opened (character 2)")]
    [InlineData("()", "a word was expected before this bracket (character 2)")]
    [InlineData("%& – 😀", "a word with letters or digits was expected here (character 1)")]
    [InlineData("*", "a word with letters or digits was expected here")]
    [InlineData(
        "*strategi",
        "a star stands right behind the beginning of a word, as in \"strategi*\""
    )]
    [InlineData("plan AND *strategi", "within compounds words are found without it (character 10)")]
    [InlineData("NEAR(plan *mål)", "a star stands right behind the beginning")]
    [InlineData("stra*gi", "a star stands right behind the beginning of a word")]
    [InlineData("\"*strategi\"", "a star stands right behind the beginning of a word")]
    [InlineData("-a", "NOT leaves out from other words")]
    [InlineData("a OR -b", "NOT leaves out from other words")]
    [InlineData(
        "(((((((((a)))))))))",
        "no more than 8 brackets stand within one another (character 9)"
    )]
    [InlineData("NEAR(a)", "NEAR takes two words or more")]
    [InlineData("NEAR(a b", "this NEAR( is not closed (character 1)")]
    [InlineData("NEAR(a b, 5", "this NEAR( is not closed (character 1)")]
    [InlineData("NEAR(a b,", "the most words between was expected here, a number")]
    [InlineData("NEAR(a, 5 b)", "the closing bracket was expected here (character 11)")]
    [InlineData("NEAR(a b, x)", "the most words between was expected here, a number")]
    [InlineData("(a OR b) NEAR c", "NEAR stands between two words or quoted phrases")]
    public void WhatIsNoSearch_IsRefusedWithItsPlace(string text, string message)
    {
        var e = Assert.Throws<SearchException>(() => SearchQuery.Parse(text));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Sökningen ”” går inte att tolka: ord att söka efter väntades (tecken 1)")]
    [InlineData(
        "a OR OR b",
        "Sökningen ”a OR OR b” går inte att tolka: ett ord väntades före OR (tecken 6)"
    )]
    [InlineData(
        "(a",
        "Sökningen ”(a” går inte att tolka: den här parentesen har inget slut (tecken 1)"
    )]
    public void WhatIsNoSearch_IsRefusedInSwedishToo(string text, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<SearchException>(() => SearchQuery.Parse(text)).Swedish
        );

    [Fact]
    public void MoreThanAHundredWords_AreRefusedWithTheNumber()
    {
        var e = Assert.Throws<SearchException>(() =>
            SearchQuery.Parse(string.Join(" OR ", Enumerable.Repeat("mål", 101)))
        );

        Assert.Contains("no more than 100 words", e.Message, StringComparison.Ordinal);
        Assert.Contains("…", e.Message, StringComparison.Ordinal);
        Assert.InRange(e.Message.Length, 1, 200);
    }

    [Theory]
    [InlineData("mål eller budget", "eller OR")]
    [InlineData("mål och budget inte plan", "och AND|inte NOT")]
    [InlineData("mål OR budget", "")]
    [InlineData("eller", "")]
    [InlineData("\"mål eller budget\"", "")]
    public void LowerCaseOperators_StayWordsAndAreNamed(string search, string meant) =>
        Assert.Equal(
            meant,
            string.Join(
                '|',
                SearchQuery.Parse(search).MeantAsOperators.Select(m => $"{m.Word} {m.Operator}")
            )
        );

    [Theory]
    [InlineData("strategierna", "strategi")]
    [InlineData("strategin", "strategi")]
    [InlineData("policyn", "policy")]
    [InlineData("medborgardialogen", "medborgardialoger")]
    [InlineData("uppföljningarna", "uppföljning")]
    [InlineData("programmet", "program")]
    [InlineData("demokratiprogrammets", "demokratiprogram")]
    public void Inflections_HaveOneStem(string a, string b) =>
        Assert.Equal(SearchWords.Stem(b), SearchWords.Stem(a));

    [Theory]
    [InlineData("dialog", "Levande Medborgardialoger i byn", "Medborgardialoger")]
    [InlineData("\"i byn\"", "Dialog i byn, i  byn!", "i byn|i  byn")]
    [InlineData("web*", "På webben och WEBB", "webben|WEBB")]
    [InlineData("a NOT b", "a b", "a")]
    [InlineData("e-tjänst", "Flera e-tjänster", "e-tjänster")]
    [InlineData("mål", "inga", "")]
    [InlineData("IT", "Digitala politiker har IT-stöd", "IT")]
    [InlineData("mål", "Måluppfyllelsen är känd", "Måluppfyllelsen")]
    [InlineData("kommun", "God kommunikation i kommunhuset", "kommunhuset")]
    [InlineData("2.6", "Fråga 2.6 av 26", "2.6")]
    public void Marks_AreWhereTheTextHasIt(string search, string text, string marked) =>
        Assert.Equal(
            marked,
            string.Join(
                '|',
                SearchQuery.Parse(search).Marks(text).Select(m => text.Substring(m.Start, m.Length))
            )
        );
}
