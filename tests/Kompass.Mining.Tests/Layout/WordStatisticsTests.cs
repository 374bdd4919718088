using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class WordStatisticsTests
{
    private static readonly WordStatistics Words = Subject.Words(
        "Dialog i Ekdal pågår. Dialog av Ekdal, dialog! Vi har e-tjänster; E-tjänster i Granmåla Planen 2012-talet. Sam-"
    );

    [Theory]
    [InlineData("dialog", 1)]
    [InlineData("DIALOG", 1)]
    [InlineData("ekdal", 0)]
    [InlineData("e-tjänster", 1)]
    [InlineData("okänt", 0)]
    public void LowerCase_CountsTheWordWithASmallLetter(string word, int count) =>
        Assert.Equal(count, Words.LowerCase(word));

    [Theory]
    [InlineData("Ekdal", 2)]
    [InlineData("Granmåla", 1)]
    [InlineData("Dialog", 0)]
    [InlineData("Planen", 0)]
    [InlineData("Vi", 0)]
    public void CapitalWithinSentence_CountsAfterSmallWordsOnly(string word, int count) =>
        Assert.Equal(count, Words.CapitalWithinSentence(word));

    [Theory]
    [InlineData("i", "Ekdal", 1)]
    [InlineData("I", "Ekdal", 1)]
    [InlineData("granmåla", "Planen", 1)]
    [InlineData("pågår", "Dialog", 0)] // a sentence ends between
    [InlineData("ekdal", "dialog", 0)]
    public void WithCapitalBehind_CountsWordsThatOnlyABlankParts(
        string word,
        string next,
        int count
    ) => Assert.Equal(count, Words.WithCapitalBehind(word, next));

    [Theory]
    [InlineData("planen", true)]
    [InlineData("talet", true)]
    [InlineData("sam", true)]
    [InlineData("Sam-", false)]
    [InlineData("2012", false)]
    [InlineData("", false)]
    public void Contains_WhatOccurs(string word, bool occurs) =>
        Assert.Equal(occurs, Words.Contains(word));

    [Theory]
    [InlineData("")]
    [InlineData(" \n- 12 %")]
    public void Of_ATextWithoutWords_IsEmpty(string text) =>
        Assert.False(Subject.Words(text).Contains("dialog"));

    [Theory]
    [InlineData("i\nEkdal")]
    [InlineData("i  Ekdal")]
    [InlineData("i. Ekdal")]
    [InlineData("plan Ekdal")]
    [InlineData("Ekdal")]
    public void CapitalAfterAnythingElse_MayBeginASentence(string text) =>
        Assert.Equal(0, Subject.Words(text).CapitalWithinSentence("Ekdal"));
}
