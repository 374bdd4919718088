using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Finds what a correction speaks of in a record.</summary>
internal abstract record CorrectedValue
{
    private CorrectedValue() { }

    /// <summary>The value as it was, and the record with the right one.</summary>
    public sealed record Found(string? Original, ReportRecord Corrected) : CorrectedValue;

    /// <summary>It is not there, or the new value cannot be.</summary>
    public sealed record Wrong(string Problem) : CorrectedValue;

    /// <param name="record">The record.</param>
    /// <param name="correction">What an analyst says of it.</param>
    /// <param name="edition">The record's, which bounds what can be.</param>
    public static CorrectedValue Find(ReportRecord record, Correction correction, Edition edition)
    {
        var parts = correction.Path.Split('/');
        return parts[0] switch
        {
            "findings" when parts.Length >= 5 => OfFinding(
                record,
                string.Join('/', parts[^4..^1]),
                parts[^1],
                correction,
                edition
            ),
            "total" when parts.Length == 1 => OfTotal(record, correction, edition),
            "areas" when parts is [_, var area, "score"] => OfArea(record, area, correction),
            "questions" when parts is [_, var code, var field] => OfQuestion(
                record,
                code,
                field,
                correction,
                edition
            ),
            _ => new Wrong(
                $"path \"{correction.Path}\" is unknown; findings/1/strength/1/theme, areas/3/score, questions/1.2/achieved or total were expected"
            ),
        };
    }

    private static CorrectedValue OfFinding(
        ReportRecord record,
        string place,
        string field,
        Correction correction,
        Edition edition
    )
    {
        var finding = record.Findings.FirstOrDefault(f => ContentId.Means(f, record.Id, place));
        if (finding is null)
        {
            return new Wrong($"{record.Id} has no finding {place}");
        }

        var value = correction.Value;
        return field switch
        {
            "text" => Replace(
                finding.Text,
                value.Length == 0
                    ? null
                    : finding with
                    {
                        Text = value,
                        Confidence = 1,
                        Source = finding.Source.Corrected,
                    }
            ),
            "question" => Replace(
                finding.Question,
                IsQuestion(value, finding.Area, edition)
                    ? finding with
                    {
                        Question = value,
                        QuestionProbability = 1,
                        QuestionOr = null,
                    }
                    : null
            ),
            "theme" => Replace(finding.Theme, value.Length == 0 ? null : About(finding, value)),
            "theme2" => Replace(
                finding.Theme2,
                value == finding.Theme
                    ? null
                    : finding with
                    {
                        Theme2 = value.Length > 0 ? value : null,
                    }
            ),
            _ => new Wrong(
                $"a finding has no {field}; text, question, theme or theme2 was expected"
            ),
        };

        CorrectedValue Replace(string? original, Finding? corrected) =>
            corrected is null
                ? new Wrong(
                    $"\"{value}\" cannot be the {field} of a finding of area {finding.Area}"
                )
                : new Found(
                    original,
                    record with
                    {
                        Findings = With(record.Findings, finding, corrected),
                    }
                );
    }

    // None is about one theme twice.
    private static Finding About(Finding finding, string theme) =>
        finding with
        {
            Theme = theme,
            Theme2 = finding.Theme2 == theme ? null : finding.Theme2,
            ThemeProbability = 1,
            ThemeOr = null,
        };

    private static CorrectedValue OfArea(ReportRecord record, string area, Correction correction)
    {
        if (record.Areas.FirstOrDefault(a => Invariant($"{a.Area}") == area) is not { } old)
        {
            return new Wrong($"{record.Id} has no area {area} with a score");
        }

        return Number(correction.Value) is { } score && score >= 0 && score <= old.Max
            ? new Found(
                Text(old.Score),
                record with
                {
                    Areas = With(
                        record.Areas,
                        old,
                        old with
                        {
                            Score = score,
                            Confidence = 1,
                            Source = old.Source.Corrected,
                        }
                    ),
                }
            )
            : new Wrong(
                $"\"{correction.Value}\" is no score from 0 to {old.Max} with at most {MostDecimals} decimals"
            );
    }

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, T old, T corrected)
        where T : class => [.. all.Select(x => ReferenceEquals(x, old) ? corrected : x)];

    private static CorrectedValue OfQuestion(
        ReportRecord record,
        string code,
        string field,
        Correction correction,
        Edition edition
    )
    {
        if (record.Questions.FirstOrDefault(q => q.Code == code) is not { } old)
        {
            return new Wrong($"{record.Id} has no sub-question {code}");
        }

        var most = field switch
        {
            "achieved" => old.Max ?? edition.FindQuestion(code)?.Max,
            "percent" => 100,
            _ => edition.Scale.AreaMax,
        };
        if (Number(correction.Value) is not { } value || value < 0 || value > most)
        {
            return new Wrong(
                $"\"{correction.Value}\" is no number from 0 to {most} with at most {MostDecimals} decimals"
            );
        }

        return field switch
        {
            "achieved" => Replace(
                old.Achieved,
                Following(old with { Achieved = value, Confidence = 1 })
            ),
            "max" => Replace(old.Max, old with { Max = value }),
            "percent" => Replace(old.Percent, old with { Percent = value }),
            _ => new Wrong($"a sub-question has no {field}; achieved, max or percent was expected"),
        };

        Found Replace(decimal? original, QuestionScore corrected) =>
            new(
                original is { } number ? Text(number) : null,
                record with
                {
                    Questions = With(
                        record.Questions,
                        old,
                        corrected with
                        {
                            Source = old.Source.Corrected,
                        }
                    ),
                }
            );
    }

    // A percentage that was printed of these points stays; one of the points before does not.
    private static QuestionScore Following(QuestionScore score) =>
        score is { Achieved: { } points, Max: { } max, Percent: { } percent }
        && !QuestionReconciler.Fits(points, max, percent)
            ? score with
            {
                Percent = score.Share,
            }
            : score;

    private static CorrectedValue OfTotal(
        ReportRecord record,
        Correction correction,
        Edition edition
    )
    {
        if (record.Total is not { } total)
        {
            return new Wrong($"{record.Id} has no total");
        }

        return
            Number(correction.Value) is { } value && value >= 0 && value <= edition.Scale.TotalMax
            ? new Found(
                Text(total.Value),
                record with
                {
                    Total = total with
                    {
                        Value = value,
                        Confidence = 1,
                        Source = total.Source.Corrected,
                    },
                }
            )
            : new Wrong(
                $"\"{correction.Value}\" is no total from 0 to {edition.Scale.TotalMax} with at most {MostDecimals} decimals"
            );
    }

    private static bool IsQuestion(string code, int area, Edition edition) =>
        edition.FindQuestion(code) is not null && QuestionCode.AreaOf(code) == area
        || code == Invariant($"{area}.0");

    // "53.5" and, as Swedes write, "53,5". No report prints three decimals: "1,234" is a thousand and more, or a slip.
    private static decimal? Number(string value) =>
        decimal.TryParse(
            value.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number.Scale <= MostDecimals
            ? number
            : null;

    private const int MostDecimals = 2;

    private static string Text(decimal number) =>
        number.ToString("0.####", CultureInfo.InvariantCulture);
}
