namespace Kompass.Mining.Documents;

/// <summary>Letters of other scripts that look like Latin ones, in words of a text in Latin script: <c>Rubriker</c> with a Cyrillic <c>е</c>.</summary>
internal static partial class LookAlikes
{
    // Cyrillic and Greek letters and what they look like, after Unicode's confusables.txt.
    private const string Others = "аеорсухіјѕһԁԛԝѵАВЕКМНОРСТХІЈЅҮԌԚԜοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Alike = "aeopcyxijshdqwvABEKMHOPCTXIJSYGQWoABEZHIKMNOPTYX";

    // Fewer may be a name.
    private const int FewestMixed = 4;

    /// <summary>The text with Latin letters in place of such; no character moves. A text with a word or two in another script keeps them.</summary>
    public static string Latin(string text, List<string> repairs)
    {
        var mixed = Mixed().Count(text);
        if (mixed < FewestMixed)
        {
            return text;
        }

        repairs.Add(
            Invariant(
                $"in {mixed:N0} words letters of another script were read as the Latin ones that they look like"
            )
        );
        return string.Concat(
            text.Select(c =>
                Others.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Alike[at] : c
            )
        );
    }

    // A word that has such a letter beside a Latin one.
    [GeneratedRegex(@"(?<=[a-zA-ZåäöÅÄÖ])[" + Others + @"]|[" + Others + @"](?=[a-zA-ZåäöÅÄÖ])")]
    private static partial Regex Mixed();
}
