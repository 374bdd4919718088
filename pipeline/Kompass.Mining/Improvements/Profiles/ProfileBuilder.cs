using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Makes a profile of filled-in entries, or says of every cell that is wrong what was expected there.</summary>
internal sealed partial class ProfileBuilder(Knowledge knowledge, string file)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const string DefaultEdition = "2010";

    private readonly List<ProfileProblem> _problems = [];
    private readonly Dictionary<string, ProfileEntry> _entries = new(StringComparer.Ordinal);

    public ProfileReading Build(IReadOnlyList<ProfileEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (!_entries.TryAdd(entry.Key, entry))
            {
                Problem(entry, $"står två gånger; se även {_entries[entry.Key].Cell}");
            }
        }

        var municipality = Municipality();
        var year = Year(ProfileFields.Year);
        var edition = Edition(year);
        if (edition is null || HasUnknownQuestions(edition, year))
        {
            return new ProfileReading.Refused(_problems);
        }

        var population = (int?)Number(ProfileFields.Population, 1, 3_000_000);
        var total = Number(ProfileFields.Total, 0, edition.Scale.TotalMax);
        var (areas, questions) = PointsOf(edition, "");
        CheckTotal(edition, areas, questions, total);
        var previous = Previous(edition, year);
        Unknown(edition);
        var name = municipality ?? new MunicipalityName(null, "?");
        var profile = new ScoreProfile(
            ReportId.Of(knowledge.Municipalities, name, year),
            Path.GetFileName(file),
            name,
            year,
            edition,
            areas,
            questions,
            total,
            population,
            previous
        );
        if (_problems.Count == 0 && profile.IsEmpty)
        {
            Problem("", "inga poäng är ifyllda, varken för områden eller för delfrågor");
        }

        return _problems.Count > 0
            ? new ProfileReading.Refused(_problems)
            : new ProfileReading.Read(profile);
    }

    private MunicipalityName? Municipality()
    {
        if (!_entries.TryGetValue(ProfileFields.Municipality, out var entry))
        {
            Problem(ProfileFields.Municipality, "kommunens namn eller kod saknas");
            return null;
        }

        var known = knowledge.Municipalities.Find(entry.Text);
        if (known is null && entry.Text.All(char.IsAsciiDigit))
        {
            Problem(entry, $"här står {entry.Text}; ett namn eller någon av de 290 koderna väntas");
        }

        if (known is null && MunicipalityGuess.Of(entry.Text, knowledge) is { } guess)
        {
            Problem(entry, $"{entry.Text} är ingen av de 290 kommunerna; menade du {guess.Name}?");
        }

        // A name that is like none of the 290 is kept: an exercise with an invented municipality is no fault.
        return known is null ? new MunicipalityName(null, entry.Text) : MunicipalityName.Of(known);
    }

    private int? Year(string key) => (int?)Number(key, FirstYear, LastYear, whole: true);

    private Edition? Edition(int? year)
    {
        if (_entries.TryGetValue(ProfileFields.Edition, out var entry))
        {
            var named = knowledge.FindEdition(entry.Text);
            if (named is null)
            {
                Problem(
                    entry,
                    $"här står {entry.Text}; någon av utgåvorna väntas: {string.Join(", ", knowledge.Editions.Select(e => e.Id))}"
                );
                return null;
            }

            return named;
        }

        var of = year is { } y
            ? knowledge.Editions.FirstOrDefault(e => e.QuestionsKnown && e.CoversYear(y))
                ?? knowledge.Editions.FirstOrDefault(e => e.CoversYear(y))
            : knowledge.Edition(DefaultEdition);
        if (of is null)
        {
            Problem(
                _entries[ProfileFields.Year],
                $"ingen utgåva av instrumentet är känd för {year}; fyll i utgåvan om poängen gäller en annan"
            );
        }

        return of;
    }

    // One message, not one for each of 45: the points are right, and of another edition.
    private bool HasUnknownQuestions(Edition edition, int? year)
    {
        var count = edition.QuestionsKnown ? 0 : _entries.Keys.Count(QuestionKey().IsMatch);
        if (count == 0)
        {
            return false;
        }

        var others = knowledge.Editions.Where(e => e.QuestionsKnown).Select(e => e.Id);
        var isByYear = !_entries.TryGetValue(ProfileFields.Edition, out var entry);
        Problem(
            entry?.Cell ?? ProfileFields.Edition,
            $"{(isByYear ? $"år {year} hör till utgåva {edition.Id}" : $"här står {edition.Id}")}, vars delfrågor inte är kända, men poäng på {count} {(count == 1 ? "delfråga" : "delfrågor")} är ifyllda; välj den utgåva som poängen är satta efter: {string.Join(" eller ", others)}"
        );
        return true;
    }

    // 1.3, förra 1.3
    [GeneratedRegex(@"^(?:förra )?\d+\.\d+$")]
    private static partial Regex QuestionKey();

    // What is filled in for areas and sub-questions; an area whose sub-questions are all filled in has their sum.
    private (SortedDictionary<int, decimal>, SortedDictionary<string, decimal>) PointsOf(
        Edition edition,
        string prefix
    )
    {
        var areas = new SortedDictionary<int, decimal>();
        var questions = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var area in edition.Areas)
        {
            Take(
                areas,
                area.Number,
                prefix + ProfileFields.Area(area.Number),
                edition.Scale.AreaMax
            );
        }

        foreach (var question in edition.Questions)
        {
            Take(questions, question.Code, prefix + question.Code, question.Max);
        }

        foreach (var area in edition.Areas.Where(a => a.Questions.Count > 0))
        {
            var least = area.Questions.Sum(q => questions.GetValueOrDefault(q.Code));
            var isComplete = area.Questions.All(q => questions.ContainsKey(q.Code));
            if (areas.TryGetValue(area.Number, out var score))
            {
                CheckSum(area, score, questions, least, isComplete, prefix);
            }
            else if (isComplete)
            {
                areas[area.Number] = least;
            }
        }

        return (areas, questions);
    }

    private void Take<TKey>(
        SortedDictionary<TKey, decimal> points,
        TKey key,
        string field,
        int most
    )
        where TKey : notnull
    {
        if (Number(field, 0, most) is { } number)
        {
            points[key] = number;
        }
    }

    // Points are printed rounded: each may miss by half a point, as in a report's own tables.
    private void CheckSum(
        Area area,
        decimal score,
        SortedDictionary<string, decimal> questions,
        decimal least,
        bool isComplete,
        string prefix
    )
    {
        var rounding = 0.5m * area.Questions.Count;
        var most = area.Questions.Sum(q =>
            questions.TryGetValue(q.Code, out var points) ? points : q.Max
        );
        if (score < least - rounding || score > most + rounding)
        {
            Problem(
                _entries[prefix + ProfileFields.Area(area.Number)],
                $"här står {Points(score)}, men delfrågorna som är ifyllda för området {(isComplete ? $"ger summan {Points(least)}" : $"tillåter {Points(least)} till {Points(most)}")}"
            );
        }
    }

    private List<EarlierScores> Previous(Edition edition, int? year)
    {
        const string prefix = ProfileFields.PreviousPrefix;
        var then = Year(prefix + ProfileFields.Year);
        var (areas, questions) = PointsOf(edition, prefix);
        if (areas.Count == 0 && questions.Count == 0)
        {
            return [];
        }

        if (then is null)
        {
            Problem(prefix + ProfileFields.Year, "den förra utvärderingens år saknas");
        }
        else if (then >= year)
        {
            Problem(
                _entries[prefix + ProfileFields.Year],
                $"här står {then}; ett år före {year} väntas"
            );
        }

        var comparable = then is { } t && edition.IsComparableWithYear(t, knowledge.Editions);
        return [new EarlierScores(then, comparable, areas, questions, null)];
    }

    private decimal? Number(string key, decimal least, decimal most, bool whole = false)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        var isNumber = decimal.TryParse(
            Thousands().Replace(entry.Text, "").Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var value
        );
        if (
            isNumber
            && value >= least
            && value <= most
            && (!whole || value == decimal.Floor(value))
        )
        {
            return value;
        }

        Problem(
            entry,
            $"här står {entry.Text}; ett {(whole ? "heltal" : "tal")} från {Points(least)} till {Points(most)} väntas"
        );
        return null;
    }

    // Of an area that is not filled in its sub-questions tell the least and the most that it can have.
    private void CheckTotal(
        Edition edition,
        SortedDictionary<int, decimal> areas,
        SortedDictionary<string, decimal> questions,
        decimal? total
    )
    {
        var least = edition.Areas.Sum(a =>
            areas.TryGetValue(a.Number, out var score)
                ? score
                : a.Questions.Sum(q => questions.GetValueOrDefault(q.Code))
        );
        var most = edition.Areas.Sum(a =>
            areas.TryGetValue(a.Number, out var score) ? score
            : a.Questions.Count == 0 ? edition.Scale.AreaMax
            : a.Questions.Sum(q => questions.TryGetValue(q.Code, out var points) ? points : q.Max)
        );
        var rounding = 0.5m * edition.Areas.Count;
        if (total is { } value && (value < least - rounding || value > most + rounding))
        {
            Problem(
                _entries[ProfileFields.Total],
                $"här står {Points(value)}, men {(areas.Count == edition.Areas.Count ? $"områdena ger summan {Points(least)}" : $"det som är ifyllt tillåter {Points(least)} till {Points(most)}")}"
            );
        }
    }

    private void Unknown(Edition edition)
    {
        var known = edition
            .Areas.Select(a => ProfileFields.Area(a.Number))
            .Concat(edition.Questions.Select(q => q.Code))
            .Append(ProfileFields.Year)
            .ToList();
        HashSet<string> all =
        [
            .. known,
            .. known.Select(k => ProfileFields.PreviousPrefix + k),
            ProfileFields.Municipality,
            ProfileFields.Edition,
            ProfileFields.Population,
            ProfileFields.Total,
        ];
        foreach (var entry in _entries.Values.Where(e => !all.Contains(e.Key)))
        {
            Problem(
                entry,
                $"”{entry.Key}” är inget fält i en profil av utgåva {edition.Id}; t.ex. kommun, år, område 1, delfråga 1.1 och förra år väntas"
            );
        }
    }

    // 104 106, with a space of any kind.
    [GeneratedRegex(@"(?<=^\d{1,3}(?:\s\d{3})*)\s(?=\d{3}(?:\s|,|\.|$))")]
    private static partial Regex Thousands();

    private void Problem(ProfileEntry entry, string message) => Problem(entry.Cell, message);

    private void Problem(string cell, string message) =>
        _problems.Add(new ProfileProblem(file, cell, message));

    private static string Points(decimal points) =>
        points.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
