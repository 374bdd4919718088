using Kompass.Mining.Layout.Geometry;

namespace Kompass.Mining.Layout.Tables;

/// <summary>Tells the numbers in a row of a table of sub-questions.</summary>
internal static partial class RowNumbers
{
    /// <summary>Numbers at the end of a line, and how many of its words each takes: "20 %" is one, "10 av 15", "10/15" and "10 (15)" are two.</summary>
    public static List<(Passage Number, int Words)> AtEndOf(VisualLine line)
    {
        var numbers = new List<(Passage, int)>();
        var at = line.Words.Count - 1;
        while (at >= 0 && numbers.Count < 3)
        {
            var word = line.Words[at];
            if (word.Text is "%" && at > 0 && Number().IsMatch(line.Words[at - 1].Text))
            {
                numbers.Insert(0, (VisualLine.PassageOf([line.Words[at - 1], word]), 2));
                at -= 2;
            }
            else if (Number().IsMatch(word.Text.Trim('(', ')')))
            {
                var isOf = at > 1 && word.Text[0] != '(' && IsOf(line.Words[at - 1].Text);
                numbers.Insert(0, (word.With(word.Text.Trim('(', ')')), isOf ? 2 : 1));
                at -= isOf ? 2 : 1;
            }
            else if (
                numbers.Count < 2
                && NumberOfNumber().Match(word.Text) is { Success: true } both
            )
            {
                numbers.Insert(0, (word.With(both.Groups["of"].Value), 0));
                numbers.Insert(0, (word.With(both.Groups["number"].Value), 1));
                at--;
            }
            else
            {
                break;
            }
        }

        return numbers;
    }

    /// <summary>The numbers of a cell that holds nothing else: <c>10</c>, <c>93 %</c>, <c>10 15 67%</c>, <c>10 av 15</c>, <c>10 (15)</c>, <c>10 av 15 (67 %)</c>.</summary>
    public static IEnumerable<Passage> In(Passage cell) =>
        Only().IsMatch(cell.Text) ? One().Matches(cell.Text).Select(m => cell.Slice(m)) : [];

    /// <summary>Whether nothing but what parts numbers of a row stands between two of them: blanks, <c>/</c>, <c>av</c>, brackets.</summary>
    public static bool IsBetween(ReadOnlySpan<char> text) =>
        text.Trim() is "" or "/" or "av" or "(" or ")" or ") (";

    private static bool IsOf(string text) => text is "av" or "/";

    /// <summary>How many words they take.</summary>
    public static int Words(List<(Passage, int Words)> numbers) => numbers.Sum(n => n.Words);

    /// <summary>Whether a word is a number, with its per cent sign or without.</summary>
    public static bool Is(string word) => Number().IsMatch(word);

    /// <summary>Whether a word is dots that lead from a wording to its numbers.</summary>
    public static bool IsLeader(string word) => Leader().IsMatch(word);

    [GeneratedRegex(@"^\d{1,4}(?:,\d{1,2})?%?$")]
    private static partial Regex Number();

    // "10/15", "10(15)"
    [GeneratedRegex(@"^(?<number>\d{1,4})(?:/(?<of>\d{1,4})|\((?<of>\d{1,4})\))$")]
    private static partial Regex NumberOfNumber();

    [GeneratedRegex(@"\d{1,3}(?:[,.]\d{1,2})?(?:\s?%)?")]
    private static partial Regex One();

    [GeneratedRegex(
        @"^\s*\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?(?:(?:\s+|\s*(?:av|/)\s*|\s*\()\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?\)?){0,3}\s*$"
    )]
    private static partial Regex Only();

    [GeneratedRegex(@"^[.…·_]{2,}$")]
    private static partial Regex Leader();
}
