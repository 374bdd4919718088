namespace Kompass.Mining.Tests.WebPages;

/// <summary>Numbers in Swedish words.</summary>
internal static class Words
{
    private static readonly string[] Units =
    [
        "",
        "ett",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "tretton",
        "fjorton",
        "femton",
        "sexton",
        "sjutton",
        "arton",
        "nitton",
    ];
    private static readonly string[] Tens =
    [
        "",
        "",
        "tjugo",
        "trettio",
        "fyrtio",
        "femtio",
        "sextio",
        "sjuttio",
        "åttio",
        "nittio",
    ];

    public static string Of(int number) =>
        number >= 100 ? $"{Units[number / 100]}hundra{Of(number % 100)}"
        : number >= 20 ? Tens[number / 10] + Units[number % 10]
        : Units[number];
}
