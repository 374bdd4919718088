using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>
/// Where items of a list end that run together without any mark, as in <c>Informationsstrategi Strategi för demokratiutveckling Kanal där man …</c>. Items
/// begin with a capital; so do names. An ordered list of rules decides for each capital, the first that fits; the document's own word statistics, a lexicon
/// of ordinary words and the known place names tell names from words.
/// </summary>
internal sealed class ItemBorders(WordStatistics words, Lexicon lexicon, Knowledge knowledge)
{
    private const double Sure = 0.97;

    /// <summary>Cuts a run into pieces. A run without capitals is one piece.</summary>
    public IReadOnlyList<Piece> Cut(Passage run)
    {
        var tokens = Tokens(run.Text);
        if (tokens.Count == 0)
        {
            return [];
        }

        var pieces = new List<Piece>();
        var first = 0;
        var certainty = 1.0;
        var startCertainty = 1.0;
        var brackets = Brackets.In(run.Text);
        for (var i = 1; i <= tokens.Count; i++)
        {
            var border =
                i == tokens.Count
                    ? 1
                    : Border(run.Text, tokens, first, i, brackets.Hold(tokens[i].Start));
            if (border >= 0.5)
            {
                var text = run.Slice(tokens[first].Start, tokens[i - 1].End);
                var sure = Math.Min(Math.Min(startCertainty, certainty), border);
                pieces.Add(
                    new Piece(text, Plausible(text.Text, i - first) * sure, StartsWithin(text.Text))
                );
                first = i;
                startCertainty = border;
                certainty = 1;
            }
            else
            {
                certainty = Math.Min(certainty, 1 - border);
            }
        }

        return pieces;
    }

    /// <summary>How likely an item that reads <paramref name="soFar"/> ends there, when <paramref name="next"/> stands on the line below, 0 to 1.</summary>
    public double Likelihood(string soFar, string next)
    {
        var text = soFar + "\n" + next;
        var tokens = Tokens(text);
        var at = tokens.FindIndex(t => t.Start > soFar.Length);
        // What is open at the end of the line may be closed further down.
        return at <= 0 ? 0 : Border(text, tokens, 0, at, Brackets.AreOpenAfter(soFar));
    }

    /// <summary>How likely an item ends before token <paramref name="i"/>, 0 to 1.</summary>
    private double Border(string text, List<Token> tokens, int first, int i, bool inBrackets)
    {
        var token = tokens[i];
        var word = token.Word;
        var previous = tokens[i - 1];
        var gap = text.AsSpan(previous.End, token.Start - previous.End);
        if (word.Length == 0 || char.IsLower(word[0]))
        {
            // After a full stop a small letter can only be the rest of an item from another column.
            return word.Length > 0 && EndsSentence(previous.Text) && !inBrackets ? 0.9 : 0;
        }

        if (char.IsDigit(word[0]))
        {
            return EndsSentence(previous.Text) ? 0.6 : CountOfItsOwn(tokens, first, i);
        }

        if (inBrackets)
        {
            return 0.02;
        }

        if (knowledge.Swedish.ClosingAbbreviations.Contains(previous.Text))
        {
            return 0.9;
        }

        if (knowledge.Swedish.Abbreviations.Contains(previous.Text))
        {
            return 0.05;
        }

        if (EndsSentence(previous.Text))
        {
            return Sure;
        }

        if (previous.Text[^1] is ',' or ';' or '-' or '–' or '/' or '&' or '(' or ':')
        {
            return 0.03;
        }

        if (knowledge.Swedish.OpenWords.Contains(previous.Word) && !EndsPhrase(tokens, first, i))
        {
            // "vad skatten går till", "för var och en": a small word can end a clause after its verb. Only a word with which findings begin then
            // speaks for a border, and never for sure.
            return lexicon.OpensItems(word) ? 0.4
                : i - first >= 3
                && knowledge.Swedish.PresentVerbs.Contains(tokens[i - 2].Word)
                && lexicon.ContainsInflected(word)
                    ? 0.6
                : 0.02;
        }

        if (token.Text[0] is '"' or '”' or '“' or '„' or '«' or '»' or '\'')
        {
            return 0.15;
        }

        if (i - first == 1 && IsVerbOrAdjective(previous.Word))
        {
            return 0.06;
        }

        if (i - first == 1 && (IsPlace(previous.Word) || IsAcronym(previous.Word)))
        {
            return 0.18;
        }

        var onNewLine = gap.IndexOfAny('\n', '\f') >= 0;
        if (
            (IsAcronym(word) || IsPlace(word))
            && VerbFollows(tokens, i)
            && !CannotBeNoun(previous.Word)
        )
        {
            return 0.85;
        }

        if (IsAcronym(word))
        {
            return onNewLine ? 0.7
                : i - first == 1 ? 0.25
                : CannotBeNoun(previous.Word) ? 0.1
                : IsDefinite(previous.Word) ? 0.85
                : IsSurelyNoun(previous.Word) ? 0.6
                : 0.45;
        }

        if (IsPlace(word))
        {
            return onNewLine ? 0.7
                : IsSurelyNoun(previous.Word) && i - first > 1 ? 0.7
                : CannotBeNoun(previous.Word) ? 0.1
                : 0.25;
        }

        var lower = words.LowerCase(word);
        var capital = words.CapitalWithinSentence(word);
        if (lower > 0 || lexicon.ContainsInflected(word))
        {
            return capital > 3 * (lower + 1) ? 0.75
                : capital > lower ? 0.85
                : Sure;
        }

        if (capital > 0)
        {
            return onNewLine ? 0.7 : 0.25;
        }

        if (lexicon.LooksSwedish(word, w => words.LowerCase(w) > 0))
        {
            return 0.92;
        }

        // A word that is not known: a name goes on after a name ("Röda Korset"); else a capital after what can end an item begins the next.
        return onNewLine ? 0.9
            : i - first > 1 && previous.Word.Length > 0 && char.IsUpper(previous.Word[0]) ? 0.3
            : i + 1 < tokens.Count
            && tokens[i + 1].Word.Length > 0
            && char.IsUpper(tokens[i + 1].Word[0])
                ? 0.6
            : CannotBeNoun(previous.Word) ? 0.6
            : 0.82;
    }

    // Very long pieces hide a border that was not seen; a piece of one small word is half of another.
    private static double Plausible(string text, int tokens) =>
        tokens > 45 ? 0.5
        : tokens > 32 ? 0.85
        : tokens == 1 && text.Length < 4 ? 0.5
        : 1;

    private static bool StartsWithin(string text) => char.IsLower(text[0]);

    private bool EndsSentence(string token) =>
        token[^1] is '.' or '!' or '?' && !knowledge.Swedish.Abbreviations.Contains(token)
        || (token.Length > 1 && token[^1] is '"' or '”' or ')' && token[^2] is '.');

    private bool IsVerbOrAdjective(string word) =>
        knowledge.Swedish.KindCues[FindingKind.Improvement].Contains(word)
        || knowledge.Swedish.KindCues[FindingKind.Weakness].Contains(word)
        || knowledge.Swedish.KindCues[FindingKind.Strength].Contains(word)
        || word.EndsWith("iga", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("isk", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("iska", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("iskt", StringComparison.OrdinalIgnoreCase);

    // "Bemötande är lönekriterium 17 e-tjänster": a count after a noun, before a noun in lower case. "Ekdal 2020" is a name, "i 20 år" goes on.
    private double CountOfItsOwn(List<Token> tokens, int first, int i)
    {
        var fits =
            i - first >= 2
            && i + 1 < tokens.Count
            && tokens[i].Word.All(char.IsDigit)
            && tokens[i].Word.Length <= 3
            && tokens[i + 1].Word is { Length: > 0 } next
            && char.IsLower(next[0])
            && char.IsLower(tokens[i - 1].Word.FirstOrDefault())
            && !knowledge.Swedish.OpenWords.Contains(tokens[i - 1].Word)
            && !CannotBeNoun(tokens[i - 1].Word);
        return !fits ? 0.02
            : IsSurelyNoun(tokens[i - 1].Word) ? 0.55
            : 0.3;
    }

    // "KC deltar på chefsträffar", "Ekdal 2020 skapar …": a name with its verb begins a sentence of its own.
    private bool VerbFollows(List<Token> tokens, int i)
    {
        var next = i + 1;
        while (
            next < tokens.Count
            && tokens[next].Word.Length > 0
            && char.IsDigit(tokens[next].Word[0])
        )
        {
            next++;
        }

        return next < tokens.Count && knowledge.Swedish.PresentVerbs.Contains(tokens[next].Word);
    }

    // "för var och en"
    private static bool EndsPhrase(List<Token> tokens, int first, int i) =>
        i - first >= 4
        && tokens[i - 1].Word == "en"
        && tokens[i - 2].Word == "och"
        && tokens[i - 3].Word == "var";

    // "nämnderna", "verksamheten": after a noun in the definite form no name goes on.
    private static bool IsDefinite(string word) =>
        word.Length >= 6
        && (
            word.EndsWith("na", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("en", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("et", StringComparison.OrdinalIgnoreCase)
        );

    private bool IsSurelyNoun(string word) => !CannotBeNoun(word) && lexicon.LooksSwedish(word);

    // Infinitives, adjectives and participles: they cannot stand last in an item (Svenska Akademiens språklära, ch. 3 and 4).
    private bool CannotBeNoun(string word) =>
        word.Length < 3
        || IsVerbOrAdjective(word)
        || knowledge.Swedish.PresentVerbs.Contains(word)
        || (word.EndsWith('a') && !word.EndsWith("na", StringComparison.OrdinalIgnoreCase))
        || word.EndsWith("igt", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("lig", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("isk", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("iskt", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("ad", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("at", StringComparison.OrdinalIgnoreCase);

    private bool IsPlace(string word) =>
        knowledge.Municipalities.FindByName(word) is not null
        && !knowledge.Swedish.PlaceNamesThatAreWords.Contains(word);

    private static bool IsAcronym(string word) =>
        word.Length >= 2
        && char.IsUpper(word[1])
        && word.Count(char.IsUpper) >= 2
        && word.TakeWhile(c => c != '-').Count(char.IsLower) <= 2;

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            tokens.Add(new Token(start, i, text[start..i]));
        }

        return tokens;
    }

    private readonly record struct Token(int Start, int End, string Text)
    {
        public string Word { get; } =
            Text.Trim('"', '”', '“', '(', ')', '.', ',', ';', ':', '!', '?', '\'', '’', '–', '*');
    }
}

/// <summary>A piece of a run: an item, or the rest of one that began elsewhere.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Confidence">How sure its borders are.</param>
/// <param name="GoesOn">True where it begins in lower case: the rest of an item that began before a page break or in another column.</param>
internal sealed record Piece(Passage Text, double Confidence, bool GoesOn);
