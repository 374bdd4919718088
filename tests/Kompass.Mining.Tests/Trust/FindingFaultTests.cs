using Kompass.Mining.Trust.Training;

namespace Kompass.Mining.Tests.Trust;

public sealed class FindingFaultTests
{
    private static readonly string[] Own =
    [
        "Väl känd styrmodell i alla nämnder",
        "Öppna sammanträden med frågestund för invånarna",
    ];

    private static readonly string[] Others = ["Uppföljningen av målen kan bli tydligare"];

    [Theory]
    [InlineData("Väl känd styrmodell i alla nämnder", "read twice")]
    [InlineData("Uppföljningen av målen kan bli tydligare", "in another list")]
    [InlineData("Väl känd styrmodell i alla", "begins or ends too early or late")]
    [InlineData("Öppna sammanträden frågestund för invånarna", "has lost words within")]
    [InlineData(
        "Väl känd styrmodell i alla nämnder Öppna sammanträden med frågestund för invånarna",
        "two joined"
    )]
    [InlineData(
        "Väl känd styrmodell i alla nämnder De intervjuade säger",
        "something joined to it"
    )]
    [InlineData("Väl känd styrmodell sidan 7 i alla nämnder", "something within it")]
    [InlineData("Väl känd styrmode11 i alla nämnder", "letters changed")]
    [InlineData("för invånarna Uppföljningen av Väl känd", "parts of several")]
    public void Fault_IsNamedForTheFindingMostLikeIt(string read, string fault) =>
        Assert.Equal(fault, FindingFault.Of(read, Own, Others));
}
