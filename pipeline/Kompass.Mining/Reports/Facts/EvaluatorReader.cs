namespace Kompass.Mining.Reports.Facts;

/// <summary>
/// Reads the evaluators and their employers from a cover: <c>Märit Melbi, Martin Lidhamn, SKL Anders Bergenek, Halmstad kommun</c>. An employer belongs to
/// all persons named since the one before it.
/// </summary>
internal sealed partial class EvaluatorReader(Knowledge knowledge)
{
    // Letters; a shorter line in capitals is an abbreviation.
    private const int ShortestLine = 4;

    public IReadOnlyList<Evaluator> Read(IReadOnlyList<string> coverLines, string? municipality)
    {
        var text = string.Join('\n', coverLines);
        var title = TitleEnd().Match(text);
        var found = NamedIn(text[(title.Index + title.Length)..], municipality);
        // The covers of the first edition and of that of 2020 name them above the title; whatever else stands there is its host's.
        return found.Count > 0
            ? found
            : NamedIn(
                AboveTitle().Match(title.Groups["before"].Value).Groups["names"].Value,
                municipality
            );
    }

    private List<Evaluator> NamedIn(string text, string? municipality)
    {
        // The publisher's own line at the foot of the cover is no evaluator's.
        var foot = Foot().Match(text);
        if (foot.Success)
        {
            text = text[..foot.Index];
        }

        if (municipality is not null)
        {
            // "BORÅS STAD 2013 Borås stad Märit Melbi": the name stands again between title and evaluators.
            text = Regex.Replace(
                text,
                $@"(?<![\p{{L}}])(?i:{Regex.Escape(municipality)}s?)\s+(?i:kommun|stad)\b",
                "\n",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
        }

        return Scan(string.Join('\n', text.Split('\n').Select(InOrdinaryCase)));
    }

    // "LARS STRID (F.D. SKL) OCH JOSEPHINE HÄRDIN": a cover in capitals, as its template sets them.
    private static string InOrdinaryCase(string line) =>
        line.Count(char.IsLetter) < ShortestLine || line.Any(char.IsLower)
            ? line
            : Word()
                .Replace(
                    line,
                    w =>
                        w.Value is "SKL" or "SKR" ? w.Value
                        : w.Value
                            is "OCH"
                                or "KOMMUN"
                                or "STAD"
                                or "SENIOR"
                                or "KONSULT"
                                or "F"
                                or "D"
                            ? w.Value.ToLowerInvariant()
                        : w.Value[..1] + w.Value[1..].ToLowerInvariant()
                );

    private List<Evaluator> Scan(string text)
    {
        var known = knowledge
            .Catalogue.SelectMany(c => c.EvaluatorNames)
            .Where(n => n.Contains(' ', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length)
            .ToList();
        var found = new List<Evaluator>();
        var unassigned = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (EmployerAt(text, at) is { } employer)
            {
                var name = employer.Groups["name"].Value.Replace('\n', ' ').Trim();
                // "(f.d. SKL)" stands in parentheses, "senior konsult (SKL)" has its own.
                name = name.Contains('(', StringComparison.Ordinal) ? name : name.TrimEnd(')');
                for (var i = found.Count - unassigned; i < found.Count; i++)
                {
                    found[i] = found[i] with { Affiliation = name };
                }

                unassigned = 0;
                at = employer.Index + employer.Length;
            }
            else if (PersonAt(text, at, known) is { } person)
            {
                found.Add(new Evaluator(person.Replace('\n', ' '), null));
                unassigned++;
                at += person.Length;
            }
            else
            {
                at++;
            }
        }

        // A host repeats the title and those behind it.
        return [.. found.DistinctBy(e => e.Name, StringComparer.Ordinal)];
    }

    // "SKL", "Knivsta kommun"; a municipality's name alone only right after a comma: "Ingmar Kärrsten, Halmstad".
    private Match? EmployerAt(string text, int at)
    {
        if (Affiliation().Match(text, at) is { Success: true } employer)
        {
            return employer;
        }

        return
            MunicipalityAlone().Match(text, at) is { Success: true } alone
            && knowledge.Municipalities.FindByName(alone.Groups["name"].Value) is not null
            ? alone
            : null;
    }

    private static string? PersonAt(string text, int at, List<string> known)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) || !char.IsUpper(text[at]))
        {
            return null;
        }

        return known.Find(n =>
                string.CompareOrdinal(text, at, n, 0, n.Length) == 0
                && (at + n.Length == text.Length || !char.IsLetter(text[at + n.Length]))
            )
            ?? (
                Person().Match(text, at) is { Success: true } match
                && !NoPerson().IsMatch(match.Value)
                    ? match.Value
                    : null
            );
    }

    [GeneratedRegex(
        @"(?is)^(?<before>.*?)(?:kommun\s?kompassen\s+)?(?:analys\s+av\b\.?\s*(?:\S+\s+){1,3}?(?:kommun|stad)\b\.?|region\s+\p{L}+)(?:\s+(?:"
            + Patterns.Months
            + @"))?(?:\s+(?:19|20)\d\d\b(?!-))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleEnd();

    // "UTVÄRDERARE: …", "Avdelningen för Ekonomi och styrning …"
    [GeneratedRegex(
        @"(?is)\b(?:utvärderare\s*:|(?:avdelning|sektion)en\s+för\b)(?<names>.*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AboveTitle();

    [GeneratedRegex(
        @"Sveriges\s+Kommuner\s+och\s+(?:Landsting|Regioner)\s*$|Sveriges\s*\n\s*Kommuner|Innehåll"
    )]
    private static partial Regex Foot();

    // SKL, senior konsult (SKL), f.d. SKL, Halmstads kommun, Göteborgs stad, Landstinget i Kalmar län, Lt Kalmar
    [GeneratedRegex(
        @"\G[\s,(]*(?<name>(?:f\.?\s?d\.?\s*)?(?:senior\s+konsult|konsult)?[\s,]*\(?(?:SKL|SKR|Sveriges Kommuner och (?:Landsting|Regioner))\b\)?|senior\s+konsult|konsult|Landstinget\s+i\s+\p{Lu}\p{Ll}+(?:\s+län)?|Lt\s+\p{Lu}\p{Ll}+|Region\s+\p{Lu}\p{Ll}+|\p{Lu}[\p{Ll}-]+(?:\s\p{Lu}[\p{Ll}-]+)?\s+(?:kommun|stad|Stad|Kommun)\b)\)?"
    )]
    private static partial Regex Affiliation();

    [GeneratedRegex(
        @"\G,\s*(?<name>\p{Lu}[\p{Ll}-]+(?:[ ]\p{Lu}[\p{Ll}-]+)??)(?=\s*(?:$|[\n,.;()\d]|och\b))"
    )]
    private static partial Regex MunicipalityAlone();

    [GeneratedRegex(@"\p{Lu}+")]
    private static partial Regex Word();

    // Britt-Marie Hedlund, J. Henrik Bergström, Linda Persson-Melin
    [GeneratedRegex(
        @"\G(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?[ ](?:(?:von|af|de)\s)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?"
    )]
    private static partial Regex Person();

    [GeneratedRegex(@"Sveriges|Kommuner|Landsting|Kommun|Kompass|Utvärder|Analys|Rapport|Innehåll")]
    private static partial Regex NoPerson();
}
