using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
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
        Require(Id.IsMatch(baseline.Id), $"{baseline.Id} is no id of a draft");
        var expected = ReportId.Of(knowledge.Municipalities, baseline.Municipality, baseline.Year);
        Require(
            baseline.Id == expected,
            $"the id is {baseline.Id}, but municipality and year make {expected}"
        );
        var edition = knowledge.Editions.FirstOrDefault(e => e.Id == baseline.Edition);
        Require(edition is not null, $"edition {baseline.Edition} is not known");
        Require(
            baseline.Municipality.Code is not { } code
                || knowledge.Municipalities.FindByCode(code)?.Name == baseline.Municipality.Name,
            $"{baseline.Municipality.Code} is not the code of {baseline.Municipality.Name}"
        );
        foreach (var (area, score) in baseline.Areas)
        {
            Require(
                edition!.FindArea(area) is not null && score >= 0 && score <= edition.Scale.AreaMax,
                $"area {area} with {score} points is none of edition {edition.Id}"
            );
        }

        foreach (var (question, points) in baseline.Questions)
        {
            Require(
                edition!.FindQuestion(question) is { } known && points >= 0 && points <= known.Max,
                $"{question} with {points} points is no sub-question of edition {edition.Id}"
            );
        }

        foreach (var question in baseline.Suggestions.Select(s => s.Question))
        {
            Require(
                edition!.FindQuestion(question) is not null
                    || edition.Areas.Any(a =>
                        a.Number.ToString(CultureInfo.InvariantCulture) == question
                    ),
                $"{question} is no sub-question of edition {edition.Id}"
            );
        }

        return edition!;
    }

    private static void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
        {
            throw new OfficeException(
                $"carries facts that do not fit together: {FormattableString.Invariant(otherwise)}; nothing was recorded"
            );
        }
    }

    // It becomes the name of a file: avesta-2014
    [GeneratedRegex(
        "^[a-z0-9][a-z0-9-]{0,99}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Id { get; }
}
