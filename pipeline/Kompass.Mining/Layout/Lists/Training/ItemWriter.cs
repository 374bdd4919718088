namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>Makes items of training examples in a report's manner: names, acronyms, second sentences, odd beginnings, full stops.</summary>
internal sealed partial class ItemWriter(
    Random random,
    ListSetting setting,
    string municipality,
    Stops stops
)
{
    private const double LongAmongSentences = 0.05;

    // Who writes two sentences ends the second, whatever the other items have.
    private const double StopAfterSentences = 0.75;

    // Writers who set full stops forget some, and leave a list without any.
    private const double ForgottenStop = 0.06;

    /// <summary>The words of an item.</summary>
    /// <param name="text">An example.</param>
    /// <param name="others">Two more of the same kind, for items of two or three sentences.</param>
    public string Write(string text, IReadOnlyList<string> others)
    {
        var endsWithStop = text.TrimEnd() is [.., '.'];
        var item = text.Trim().TrimEnd('.');
        // Where every item is a sentence, few are two.
        var hasSentences = stops is Stops.All or Stops.Some && !WithoutStops;
        if (random.NextDouble() < setting.Long * (hasSentences ? LongAmongSentences : 1))
        {
            item = Extend(item, others[0].Trim().TrimEnd('.'));
            if (random.NextDouble() < setting.Long / 2)
            {
                item = Extend(item, others[1].Trim().TrimEnd('.'));
            }
        }
        else if (hasSentences && random.NextDouble() < setting.GoesOn)
        {
            item = $"{item}. {SecondSentence(others[0].Trim().TrimEnd('.'))}";
        }

        if (random.NextDouble() < setting.Short)
        {
            item = Shorten(item);
        }

        if (random.NextDouble() < setting.Names)
        {
            item = Name(item);
        }

        if (random.NextDouble() < setting.Lower)
        {
            item = Lower(item);
        }
        else if (random.NextDouble() < setting.OddStarts)
        {
            item = OddStart(item);
        }

        if (setting.WithoutYears)
        {
            item = Year().Replace(item, "").Trim();
        }

        var hasStop = stops switch
        {
            Stops.All => !WithoutStops && random.NextDouble() >= ForgottenStop,
            Stops.None => false,
            Stops.Some => !WithoutStops && random.NextDouble() < ShareOfStops,
            _ => endsWithStop,
        };
        hasStop |=
            item.Contains(". ", StringComparison.Ordinal)
            && random.NextDouble() < StopAfterSentences;
        return hasStop && item[^1] is not ('!' or '?' or '.') ? item + "." : item;
    }

    /// <summary>Whether the list that is written is one without full stops in a document that has them elsewhere.</summary>
    public bool WithoutStops { get; set; }

    /// <summary>Where some items have full stops, the share that this list has.</summary>
    public double ShareOfStops { get; set; }

    private string SecondSentence(string another) =>
        random.Next(2) == 0
            ? OneOf(ItemWords.SecondSentences)
            : $"{OneOf(ItemWords.Continuations)} {Lower(another)}";

    // "Medborgardialogen", "Årets chef": a thing named in a word or two, mostly a long one.
    private string Shorten(string item)
    {
        var words = item.Split(' ').Where(w => w.Length >= 8 && w.All(char.IsLetter)).ToList();
        if (words.Count == 0)
        {
            return item;
        }

        var word = words[random.Next(words.Count)];
        var name = char.ToUpperInvariant(word[0]) + word[1..];
        return random.Next(5) switch
        {
            0 => $"Årets {Lower(name)}",
            1 => $"{name} {random.Next(2005, 2020)}",
            2 => $"{municipality} {name}",
            _ => name,
        };
    }

    private string Extend(string item, string another) =>
        random.Next(8) switch
        {
            0 => $"{item}, {Lower(another)}",
            1 => $"{item} – {Lower(another)}",
            2 => $"{item} ({Lower(another)})",
            3 or 4 => $"{item}. {another}",
            5 or 6 => $"{item}. {OneOf(ItemWords.Continuations)} {Lower(another)}",
            _ => $"{item} och {Lower(another)}",
        };

    private string Name(string item)
    {
        foreach (var (word, acronym) in ItemWords.Shortenings)
        {
            if (item.Contains(" " + word, StringComparison.Ordinal) && random.Next(2) == 0)
            {
                return item.Replace(" " + word, " " + acronym, StringComparison.Ordinal);
            }
        }

        if (item.Contains("kommunen", StringComparison.OrdinalIgnoreCase) && random.Next(2) == 0)
        {
            return item.Replace("kommunens", municipality + "s", StringComparison.OrdinalIgnoreCase)
                .Replace("kommunen", municipality, StringComparison.OrdinalIgnoreCase);
        }

        var name = AnyName();
        var words = item.Split(' ').ToList();
        if (random.Next(3) == 0)
        {
            NameOthers(words);
            return string.Join(' ', words);
        }

        switch (random.Next(10))
        {
            case (5 or >= 7) and var form:
                words.Add(Behind(form));
                break;
            case 6:
                // "Kampanjen Ung i Ekdal …"
                words[0] = $"{Capital(Thing())} {LongName()} {Lower(words[0])}";
                break;
            case 4
                when words.FindIndex(1, w => w.Length > 8 && w.All(char.IsLower)) is > 0 and var at:
                // "Koppla Personalstrategin till …": a writer's own capital.
                words[at] = char.ToUpperInvariant(words[at][0]) + words[at][1..];
                break;
            case 0:
                words.Add(random.Next(2) == 0 ? $"i {municipality}" : $"({name})");
                break;
            case 1:
                words.Insert(random.Next(1, words.Count + 1), name);
                break;
            case 2 when words.Count > 2:
                words.Insert(random.Next(2, words.Count + 1), $"\"{name}\"");
                break;
            default:
                words[^1] = $"{words[^1]} via {name}";
                break;
        }

        return string.Join(' ', words);
    }

    private string Behind(int form) =>
        form switch
        {
            // "… (64 procent)", "… (Trygga rummet)"
            7 => Filled(ItemWords.Brackets),
            // "… i appen Ekdal i dag", and nothing behind it
            8 => $"{Preposition()} {Thing()} {LongName()}",
            // "… för 30 procent av verksamheten"
            9 => $"för {random.Next(3, 99)} procent av {Thing()}",
            // "… genom projektet Frisk i Ekdal"
            _ => $"genom {Thing()} {LongName()}",
        };

    private string OddStart(string item) =>
        random.Next(4) switch
        {
            0 => random.Next(3) > 0
                ? $"{Filled(ItemWords.Counts)} {Lower(item)}"
                : $"{Organ()} har {Lower(item)}",
            1 => $"{AnyName()} {Lower(item)}",
            2 => $"\"{AnyName()}\" {Lower(item)}",
            _ => $"{AnyName()}-{Lower(item)}",
        };

    // Units of the municipality, other bodies, figures and years.
    private void NameOthers(List<string> words)
    {
        switch (random.Next(4))
        {
            case 0:
                // "… hos Tekniska nämnden"
                words.Add($"{Preposition()} {Organ()}");
                break;
            case 1:
                // "Samverka med Röda Korset och föreningar …": within what an item is about.
                InsertAfterPreposition(words, random.Next(2) == 0 ? Organ() : OthersName());
                break;
            case 2:
                words.Add($"{Preposition()} {OthersName()}");
                break;
            default:
                words.Add(
                    random.Next(2) == 0
                        ? $"som {Achievement()}"
                        : $"{OneOf(ItemWords.YearWords)} {random.Next(1998, 2020)}"
                );
                break;
        }
    }

    private void InsertAfterPreposition(List<string> words, string name)
    {
        var at = words.FindIndex(
            1,
            w => ItemWords.Prepositions.Contains(w, StringComparer.Ordinal)
        );
        if (at < 0)
        {
            words.Add($"{Preposition()} {name}");
        }
        else
        {
            words.Insert(at + 1, $"{name} och");
        }
    }

    private string Preposition() => OneOf(ItemWords.Prepositions);

    private string Organ() => OneOf(ItemWords.Organs);

    private string OthersName() =>
        string.Format(CultureInfo.InvariantCulture, OneOf(ItemWords.OthersNames), municipality);

    private string Achievement() => Filled(ItemWords.Achievements);

    private string Filled(IReadOnlyList<string> forms) =>
        string.Format(
            CultureInfo.InvariantCulture,
            OneOf(forms),
            random.Next(3, 400),
            municipality
        );

    private string Thing() => OneOf(ItemWords.Things);

    private string LongName() =>
        string.Format(CultureInfo.InvariantCulture, OneOf(ItemWords.NameForms), municipality);

    private string OneOf(IReadOnlyList<string> words) => words[random.Next(words.Count)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private string AnyName() =>
        random.Next(4) switch
        {
            0 => municipality,
            1 => $"{municipality} {random.Next(2010, 2031)}",
            2 => OneOf(ItemWords.Projects),
            _ => OneOf(ItemWords.Acronyms),
        };

    // "KF har" keeps its capitals.
    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;

    // "2014", "2011-2014"
    [GeneratedRegex(@"\s?\b(?:19|20)\d\d\b(?:[–-](?:19|20)\d\d\b)?")]
    private static partial Regex Year();
}
