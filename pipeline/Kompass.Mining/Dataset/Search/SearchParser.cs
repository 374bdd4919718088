namespace Kompass.Mining.Dataset.Search;

/// <summary>
/// Reads a search: words side by side must all occur; <c>AND</c>, <c>OR</c>, <c>NOT</c> and round brackets combine them (NOT binds closest, then AND, then OR);
/// double quotes take words as written; <c>*</c> at the end of a word finds all that begin so; <c>NEAR(a b, 5)</c> or <c>a NEAR/5 b</c> finds words near
/// each other; a minus right before a word is NOT. Other punctuation means nothing and is passed over; no word is dropped: what cannot be understood is
/// refused with its place.
/// </summary>
internal sealed class SearchParser
{
    // As FTS5 has it.
    private const int DefaultDistance = 10;

    // FTS5 reads an expression with a stack of 100 symbols; a level of brackets behind OR, AND and NOT takes nine of them.
    private const int MostNested = 8;

    // Beside each other FTS5 takes tens of thousands; an expression tree may be 256 deep, and NOT after NOT makes it deeper by one.
    private const int MostTerms = 100;

    // Characters of a search that a message repeats.
    private const int MostShown = 80;

    private readonly string _text;
    private int _at;
    private int _nested;
    private int _terms;

    private SearchParser(string text) => _text = text;

    /// <exception cref="SearchException">It is no search.</exception>
    public static SearchTerm Parse(string text)
    {
        var parser = new SearchParser(text);
        parser.Skip();
        if (parser.IsAtEnd)
        {
            parser._at = 0;
            throw string.IsNullOrWhiteSpace(text)
                ? parser.Wrong("words to search for were expected", "ord att söka efter väntades")
                : parser.NoWord();
        }

        var term = parser.Any();
        parser.Skip();
        return parser.IsAtEnd
            ? term
            : throw parser.Wrong(
                "this closing bracket was not opened",
                "den här parentesen har ingen början"
            );
    }

    private bool IsAtEnd => _at >= _text.Length;

    private SearchTerm Any()
    {
        var left = All();
        while (Takes("OR"))
        {
            left = new SearchTerm.Or(left, All());
        }

        return left;
    }

    private SearchTerm All()
    {
        // "-föreningar dialog" is "dialog -föreningar".
        var leftOut = new List<SearchTerm>();
        while (TakesMinus())
        {
            leftOut.Add(Close());
        }

        var left = leftOut.Count > 0 && IsAtClose() ? throw NothingBefore() : Without();
        left = leftOut.Aggregate(left, (all, term) => new SearchTerm.Not(all, term));
        while (true)
        {
            if (!Takes("AND") && (IsNext("OR") || IsAtClose()))
            {
                return left;
            }

            left = TakesNot()
                ? new SearchTerm.Not(left, Close())
                : new SearchTerm.And(left, Without());
        }
    }

    private SearchTerm Without()
    {
        if (IsNext("NOT"))
        {
            throw NothingBefore();
        }

        var left = Close();
        while (TakesNot())
        {
            left = new SearchTerm.Not(left, Close());
        }

        return left;
    }

    private SearchException NothingBefore() =>
        Wrong(
            "NOT leaves out from other words: \"dialog NOT föreningar\" was expected",
            "NOT tar bort ur andra ord: ”dialog NOT föreningar” väntades"
        );

    private SearchTerm Close()
    {
        var left = One();
        while (TakesNear(out var distance))
        {
            var right = One();
            left =
                left is SearchTerm.Phrase a && right is SearchTerm.Phrase b
                    ? new SearchTerm.Near([a, b], distance)
                    : throw Wrong(
                        "NEAR stands between two words or quoted phrases",
                        "NEAR står mellan två ord eller fraser inom citattecken"
                    );
        }

        return left;
    }

    private SearchTerm One()
    {
        Skip();
        if (IsAtEnd)
        {
            throw Wrong("a word was expected here", "ett ord väntades här");
        }

        if (_text[_at] == '(')
        {
            return Bracketed();
        }

        if (_text[_at] == ')')
        {
            throw Wrong(
                "a word was expected before this bracket",
                "ett ord väntades före den här parentesen"
            );
        }

        if (_text.AsSpan(_at).StartsWith("NEAR(", StringComparison.Ordinal))
        {
            return NearGroup();
        }

        foreach (var operation in (string[])["AND", "OR", "NOT", "NEAR"])
        {
            if (IsNext(operation))
            {
                throw Wrong(
                    $"a word was expected before {operation}",
                    $"ett ord väntades före {operation}"
                );
            }
        }

        return Phrase();
    }

    private SearchTerm Bracketed()
    {
        if (++_nested > MostNested)
        {
            throw Wrong(
                $"no more than {MostNested} brackets stand within one another",
                $"högst {MostNested} parenteser får stå i varandra"
            );
        }

        var open = _at++;
        var inner = Any();
        _nested--;
        Skip();
        if (IsAtEnd)
        {
            _at = open;
            throw Wrong("this bracket is not closed", "den här parentesen har inget slut");
        }

        _at++;
        return inner;
    }

    // NEAR(dialog förening, 5)
    private SearchTerm.Near NearGroup()
    {
        var open = _at;
        _at += "NEAR(".Length;
        var words = new List<SearchTerm.Phrase>();
        var distance = DefaultDistance;
        while (true)
        {
            Skip(before: ',');
            if (IsAtEnd)
            {
                _at = open;
                throw Wrong("this NEAR( is not closed", "den här NEAR( har inget slut");
            }

            if (_text[_at] is ',')
            {
                _at++;
                Skip();
                distance = Number();
                Skip();
                if (!IsAtEnd && _text[_at] != ')')
                {
                    throw Wrong(
                        "the closing bracket was expected here",
                        "slutet på parentesen väntades här"
                    );
                }

                continue;
            }

            if (_text[_at] == ')')
            {
                _at++;
                return words.Count >= 2
                    ? new SearchTerm.Near(words, distance)
                    : throw Wrong(
                        "NEAR takes two words or more: \"NEAR(dialog förening, 5)\" was expected",
                        "NEAR tar två ord eller fler: ”NEAR(dialog förening, 5)” väntades"
                    );
            }

            words.Add(Phrase());
        }
    }

    private SearchTerm.Phrase Phrase()
    {
        var start = _at;
        if (++_terms > MostTerms)
        {
            throw Wrong(
                $"no more than {MostTerms} words are searched at once",
                $"högst {MostTerms} ord söks på en gång"
            );
        }

        var quoted = IsQuote(_text[_at]);
        var written = quoted ? Quoted() : Unquoted();
        var prefix = !IsAtEnd && _text[_at] == '*';
        _at += prefix ? 1 : 0;
        if (
            written.Contains('*', StringComparison.Ordinal)
            || (prefix && !IsAtEnd && SearchWords.IsPartOfWord(_text[_at]))
        )
        {
            _at = _text.IndexOf('*', start);
            throw StarElsewhere();
        }

        var words = SearchWords.Of(written).Select(w => w.Text).ToList();
        if (words.Count == 0)
        {
            _at = start;
            throw NoWord();
        }

        return new SearchTerm.Phrase(
            words,
            prefix ? SearchForm.Prefix
                : quoted ? SearchForm.Exact
                : SearchForm.AnyForm
        );
    }

    private string Quoted()
    {
        var start = _at + 1;
        var end = _text.IndexOfAny(['"', '”', '“'], start);
        if (end < 0)
        {
            throw Wrong("this quotation mark is not closed", "det här citattecknet har inget slut");
        }

        _at = end + 1;
        return _text[start..end];
    }

    private string Unquoted()
    {
        var start = _at;
        while (
            !IsAtEnd
            && !char.IsWhiteSpace(_text[_at])
            && _text[_at] is not ('(' or ')' or ',' or '*')
            && !IsQuote(_text[_at])
        )
        {
            _at++;
        }

        return _text[start.._at];
    }

    private int Number()
    {
        var start = _at;
        while (!IsAtEnd && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return int.TryParse(
            _text.AsSpan(start, _at - start),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw Wrong(
                "the most words between was expected here, a number",
                "högsta antalet ord emellan väntades här, ett tal"
            );
    }

    private bool TakesNear(out int distance)
    {
        distance = DefaultDistance;
        if (Takes("NEAR"))
        {
            return true;
        }

        if (!_text.AsSpan(_at).StartsWith("NEAR/", StringComparison.Ordinal))
        {
            return false;
        }

        _at += "NEAR/".Length;
        distance = Number();
        return true;
    }

    private bool Takes(string operation)
    {
        if (!IsNext(operation))
        {
            return false;
        }

        _at += operation.Length;
        return true;
    }

    private bool TakesNot() => Takes("NOT") || TakesMinus();

    private bool TakesMinus()
    {
        Skip();
        var takes = IsAtMinus();
        _at += takes ? 1 : 0;
        return takes;
    }

    // Right before a word, and not within one as in e-tjänst.
    private bool IsAtMinus() =>
        !IsAtEnd
        && _text[_at] == '-'
        && (_at == 0 || char.IsWhiteSpace(_text[_at - 1]) || _text[_at - 1] == '(')
        && _at + 1 < _text.Length
        && (
            SearchWords.IsPartOfWord(_text[_at + 1])
            || _text[_at + 1] == '('
            || IsQuote(_text[_at + 1])
        );

    // Operators are words in capitals; "NEAR(" is a group.
    private bool IsNext(string operation)
    {
        Skip();
        var end = _at + operation.Length;
        return _text.AsSpan(_at).StartsWith(operation, StringComparison.Ordinal)
            && (
                end == _text.Length
                || char.IsWhiteSpace(_text[end])
                || (_text[end] is '(' or ')' or '"' && operation != "NEAR")
            );
    }

    private bool IsAtClose()
    {
        Skip();
        return IsAtEnd || _text[_at] == ')';
    }

    // Passes over blanks and over punctuation that means nothing.
    private void Skip(char? before = null)
    {
        while (
            !IsAtEnd
            && !SearchWords.IsPartOfWord(_text[_at])
            && _text[_at] is not ('(' or ')')
            && _text[_at] != before
            && !IsQuote(_text[_at])
            && !IsAtMinus()
        )
        {
            if (
                _text[_at] == '*'
                && _at + 1 < _text.Length
                && SearchWords.IsPartOfWord(_text[_at + 1])
            )
            {
                throw StarElsewhere();
            }

            _at++;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '”' or '“' or '„';

    private SearchException NoWord() =>
        Wrong(
            "a word with letters or digits was expected here",
            "ett ord med bokstäver eller siffror väntades här"
        );

    private SearchException StarElsewhere() =>
        Wrong(
            "a star stands right behind the beginning of a word, as in \"strategi*\"; within compounds words are found without it",
            "en stjärna står direkt efter ett ords början, som i ”strategi*”; i sammansättningar hittas ord utan den"
        );

    private string Shown => _text.Length > MostShown ? _text[..MostShown] + "…" : _text;

    private SearchException Wrong(string expected, string swedish) =>
        new(
            Invariant($"\"{Shown}\" is no search: {expected} (character {_at + 1})"),
            Invariant($"Sökningen ”{Shown}” går inte att tolka: {swedish} (tecken {_at + 1})")
        );
}

/// <summary>A search that cannot be understood. The message tells where and what was expected.</summary>
/// <param name="message">In English.</param>
/// <param name="swedish">The same in Swedish.</param>
public sealed class SearchException(string message, string swedish) : Exception(message)
{
    /// <summary>The message in Swedish.</summary>
    public string Swedish => swedish;
}
