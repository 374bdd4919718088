using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Properties;

/// <summary>What is done to a text at a place (in thousandths of it).</summary>
internal enum Change
{
    Delete,
    Insert,
    Duplicate,
    CutOffEnd,
    CutOffBeginning,
    JoinLines,
    ShuffleLines,
    ReplaceNumber,
    DropLine,
    DuplicateLine,
    ReverseCells,
}

/// <summary>One change.</summary>
internal sealed partial record Edit(Change Change, int At, int Length, string Text)
{
    public string Of(string text)
    {
        var at = (int)((long)text.Length * At / 1000);
        var end = Math.Min(text.Length, at + Length);
        return Change switch
        {
            Change.Delete => text.Remove(at, end - at),
            Change.Insert => text.Insert(at, Text),
            Change.Duplicate => text.Insert(at, text[at..end]),
            Change.CutOffEnd => text[..at],
            Change.CutOffBeginning => text[at..],
            Change.JoinLines => text[..at] + text[at..end].Replace('\n', ' ') + text[end..],
            Change.ShuffleLines => Shuffled(text, Math.Max(1, At % 7)),
            Change.ReplaceNumber => Number().Replace(text, Text.Trim(), 1, at),
            Change.DropLine => text.Remove(LineAt(text, at).Start, LineAt(text, at).Length),
            Change.DuplicateLine => text.Insert(
                LineAt(text, at).Start,
                text.Substring(LineAt(text, at).Start, LineAt(text, at).Length)
            ),
            _ => text[..LineAt(text, at).Start]
                + string.Join(
                    '\t',
                    text.Substring(LineAt(text, at).Start, LineAt(text, at).Length)
                        .Split('\t')
                        .Reverse()
                )
                + text[(LineAt(text, at).Start + LineAt(text, at).Length)..],
        };
    }

    private static (int Start, int Length) LineAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', start);
        return (start, (end < 0 ? text.Length : end) - start);
    }

    // Every line a few places further on: the same for the same number.
    private static string Shuffled(string text, int step)
    {
        var lines = text.Split('\n');
        return string.Join(
            '\n',
            Enumerable.Range(0, step).SelectMany(s => lines.Where((_, i) => i % step == s))
        );
    }

    [GeneratedRegex(@"\d+(?:,\d+)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}

/// <summary>A sample report, changed.</summary>
internal sealed record Mutation(string Name, IReadOnlyList<Edit> Edits)
{
    private static readonly IReadOnlyDictionary<string, string> Originals = Directory
        .GetFiles(Repository.Samples)
        .Where(f => !f.EndsWith(".json", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetFileName(f), f => TextDecoder.Decode(File.ReadAllBytes(f)))
        .Append(new("draft.txt", Draft.Structured))
        .Append(new("draft-flat.txt", Draft.Flat))
        .ToDictionary(StringComparer.Ordinal);

    // What breaks patterns, tables, offsets and encodings.
    private static readonly string[] Pieces =
    [
        "\n",
        "\n\n",
        "\t",
        "\f",
        " ",
        "-",
        "- ",
        "•",
        "|",
        "\u00AD",
        "\r\n",
        "\uFEFF",
        "a\u0308",
        "\uFB01",
        "🙂",
        "\0",
        "<li>",
        "</p>",
        "<!-- ",
        "&nbsp;",
        "(",
        "”",
        "“",
        "**",
        "0",
        "58",
        " 58 61 ",
        " 100 ",
        "52,5",
        "12,345",
        "12,345 100",
        "99",
        "1",
        "2 000",
        "-5",
        "3.7",
        "93%",
        "1.1 ",
        "9.9",
        " 2013 ",
        "2009 ",
        "Område 3 ",
        " Rubriker ",
        " Poäng ",
        "\nStyrkor\n",
        " Förbättringsmöjligheter ",
        "\nSvagheter\t",
        " Allmänt ",
        " Uppnått Max Procent ",
        "Politisk styrning och kontroll",
        "\n2009 års Kompassutvärdering\n",
        "Innehåll",
        "Kortfakta om",
        "Transkript:",
        "Sveriges Kommuner och Landsting 2013-06-14 4 (25) ",
        "Regionkompassen",
    ];

    public string Text => Edits.Aggregate(Originals[Name], (text, edit) => edit.Of(text));

    public static Arbitrary<Mutation> OfAnySample { get; } =
        Of([.. Originals.Keys.Order(StringComparer.Ordinal)]);

    public static Arbitrary<Mutation> OfTextSamples { get; } =
        Of([
            .. Originals
                .Keys.Where(k => k.EndsWith(".txt", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ]);

    public override string ToString() =>
        new StringBuilder(Name).AppendJoin("", Edits.Select(e => $"\n  {e}")).ToString();

    private static Arbitrary<Mutation> Of(string[] names) =>
        Arb.From(
            from name in Gen.Elements(names)
            from count in Gen.Choose(0, 8)
            from edits in Edit.ArrayOf(count)
            select new Mutation(name, edits),
            Smaller
        );

    private static Gen<Edit> Edit { get; } =
        from change in Gen.Frequency(
            (6, Gen.Constant(Change.Delete)),
            (10, Gen.Constant(Change.Insert)),
            (3, Gen.Constant(Change.Duplicate)),
            (1, Gen.Constant(Change.CutOffEnd)),
            (1, Gen.Constant(Change.CutOffBeginning)),
            (3, Gen.Constant(Change.JoinLines)),
            (1, Gen.Constant(Change.ShuffleLines)),
            (10, Gen.Constant(Change.ReplaceNumber)),
            (3, Gen.Constant(Change.DropLine)),
            (3, Gen.Constant(Change.DuplicateLine)),
            (3, Gen.Constant(Change.ReverseCells))
        )
        from at in Gen.Choose(0, 1000)
        from length in Gen.Frequency((3, Gen.Choose(1, 40)), (1, Gen.Choose(40, 3000)))
        from text in Gen.Elements(Pieces)
        select new Edit(change, at, length, text);

    private static IEnumerable<Mutation> Smaller(Mutation mutation)
    {
        for (var i = 0; i < mutation.Edits.Count; i++)
        {
            yield return mutation with
            {
                Edits = [.. mutation.Edits.Where((_, j) => j != i)],
            };
        }
    }
}
