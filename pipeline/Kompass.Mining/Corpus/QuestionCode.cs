using System.Diagnostics.CodeAnalysis;

namespace Kompass.Mining.Corpus;

/// <summary>
/// The code of a sub-question, <c>3.2</c>: area, dot, number within the area, one digit each as every edition prints them. Number 0 (<c>3.0</c>) stands for the
/// whole area. Records and files hold the text; whoever needs a part of it asks here. Whether an edition has the code is asked of the edition
/// (<see cref="Edition.FindQuestion"/>).
/// </summary>
/// <param name="Area">The area, 1 to 9.</param>
/// <param name="Number">The sub-question within it, 1 to 9, or 0 for the whole area.</param>
public readonly record struct QuestionCode(int Area, int Number)
{
    /// <summary>A code within a longer regular expression: groups <c>area</c> and <c>number</c> stand around its two digits.</summary>
    internal const string AreaDigit = "(?<area>[1-9])";

    /// <inheritdoc cref="AreaDigit"/>
    internal const string NumberDigit = "(?<number>[1-9])";

    /// <summary>What no number in a text is read as: <c>3.2</c>, but not <c>3.25</c>.</summary>
    internal const string Lookahead = @"[1-9]\.[1-9](?!\d)";

    /// <summary>Reads <c>3.2</c> or <c>3.0</c>, with nothing around it.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="code">The code, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out QuestionCode code)
    {
        if (text is [>= '1' and <= '9', '.', >= '0' and <= '9'])
        {
            code = new QuestionCode(text[0] - '0', text[2] - '0');
            return true;
        }

        code = default;
        return false;
    }

    /// <summary>Reads <c>3.2</c> or <c>3.0</c>.</summary>
    /// <exception cref="FormatException">It is none; the message says what was found and expected.</exception>
    public static QuestionCode Parse(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException(
                $"question \"{text}\" was found; the code of a sub-question (1.4), or of a whole area (1.0), was expected"
            );

    /// <summary>The area of a code.</summary>
    /// <inheritdoc cref="Parse" path="/exception"/>
    public static int AreaOf(string code) => Parse(code).Area;

    /// <summary>The code as text.</summary>
    public override string ToString() => Invariant($"{Area}.{Number}");
}
