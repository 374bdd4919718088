using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Office;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>The facts that a document carries must fit its id and the instrument: what was changed by hand is not recorded.</summary>
internal static partial class BaselineCheck
{
    /// <summary>The edition of a draft whose facts fit.</summary>
    /// <exception cref="OfficeException">They do not; the message says which.</exception>
    public static Edition EditionOf(DraftBaseline baseline, Knowledge knowledge)
    {
        Require(Id.IsMatch(baseline.Id), $"{baseline.Id} är inget namn på ett utkast");
        var expected = ReportId.Of(knowledge.Municipalities, baseline.Municipality, baseline.Year);
        Require(
            baseline.Id == expected,
            $"namnet är {baseline.Id}, men kommun och år ger {expected}"
        );
        var edition = knowledge.FindEdition(baseline.Edition);
        Require(edition is not null, $"utgåvan {baseline.Edition} är inte känd");
        Require(
            baseline.Municipality.Code is not { } code
                || knowledge.Municipalities.FindByCode(code)?.Name == baseline.Municipality.Name,
            $"{baseline.Municipality.Code} är inte koden för {baseline.Municipality.Name}"
        );
        foreach (var (area, score) in baseline.Areas)
        {
            Require(
                edition!.FindArea(area) is not null && score >= 0 && score <= edition.Scale.AreaMax,
                $"område {area} med {score} poäng finns inte i utgåva {edition.Id}"
            );
        }

        foreach (var (question, points) in baseline.Questions)
        {
            Require(
                edition!.FindQuestion(question) is { } known && points >= 0 && points <= known.Max,
                $"delfråga {question} med {points} poäng finns inte i utgåva {edition.Id}"
            );
        }

        foreach (var question in baseline.Suggestions.Select(s => s.Question))
        {
            Require(
                edition!.FindQuestion(question) is not null
                    || edition.Areas.Any(a =>
                        a.Number.ToString(CultureInfo.InvariantCulture) == question
                    ),
                $"delfråga {question} finns inte i utgåva {edition.Id}"
            );
        }

        return edition!;
    }

    private static void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
        {
            throw new OfficeException(
                $"bär på uppgifter som inte hör ihop: {Invariant(otherwise)}; inget är antecknat"
            );
        }
    }

    // It becomes the name of a file: avesta-2014
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,99}$")]
    private static partial Regex Id { get; }
}
