using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust.Training;

/// <summary>A report that was made up: what stands in it.</summary>
internal sealed record MadeReport(
    string Municipality,
    int Year,
    int EarlierYear,
    IReadOnlyList<MadeArea> Areas
)
{
    private readonly Dictionary<(int, FindingKind, string), int> _findings = Areas
        .SelectMany(a => a.Findings.Select(f => (a.Area.Number, f.Kind, Plain(f.Text))))
        .GroupBy(f => f)
        .ToDictionary(g => g.Key, g => g.Count());

    public int Total => Areas.Sum(a => a.Score);

    public int EarlierTotal => Areas.Sum(a => a.Earlier);

    /// <summary>What is wrong with a value of a record, or null where it is the one that the report states. A finding is right once.</summary>
    public Func<JudgedValue, string?> Judge(ReportRecord record)
    {
        var left = new Dictionary<(int, FindingKind, string), int>(_findings);
        return value =>
            value.About switch
            {
                About.Total when record.Total!.Value != Total => "another figure",
                About.Area
                    when Of(record.Areas[value.Index].Area)?.Score
                        != record.Areas[value.Index].Score => "another figure",
                About.Question when !IsRight(record.Questions[value.Index]) => "another figure",
                About.Previous when !IsRight(record.Previous[value.Index]) => "another figure",
                About.Finding => Fault(record.Findings[value.Index]),
                _ => null,
            };

        string? Fault(Finding finding)
        {
            var key = (finding.Area, finding.Kind, Plain(finding.Text));
            return left.GetValueOrDefault(key) > 0 && left[key]-- > 0
                ? null
                : FindingFault.Of(key.Item3, Texts(isOwn: true), Texts(isOwn: false));

            List<string> Texts(bool isOwn) =>
                [
                    .. _findings
                        .Keys.Where(k =>
                            (k.Item1 == finding.Area && k.Item2 == finding.Kind) == isOwn
                        )
                        .Select(k => k.Item3),
                ];
        }
    }

    private MadeArea? Of(int area) => Areas.FirstOrDefault(a => a.Area.Number == area);

    private bool IsRight(QuestionScore read) =>
        Areas.SelectMany(a => a.Questions).FirstOrDefault(q => q.Question.Code == read.Code)
            is { } made
        && read.Achieved == made.Points
        && read.Max == made.Question.Max
        && (read.Percent is null || read.Percent == made.Percent);

    private bool IsRight(PreviousEvaluation read) =>
        read.Year == EarlierYear
        && read.Areas.All(a => Of(a.Key)?.Earlier == a.Value)
        && (read.Total is null || read.Total == EarlierTotal);

    // As the scorer compares: blanks, a full stop at the end and blanks around hyphens make no difference.
    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace(" - ", "-", StringComparison.Ordinal)
            .Replace(" – ", "-", StringComparison.Ordinal)
            .Replace('–', '-')
            .Replace('”', '"')
            .TrimEnd('.', ' ');
}

/// <summary>An area of it.</summary>
internal sealed record MadeArea(
    Area Area,
    int Score,
    int Earlier,
    IReadOnlyList<MadeQuestion> Questions,
    IReadOnlyList<(FindingKind Kind, string Text)> Findings
);

/// <summary>A sub-question's points and percentage as printed.</summary>
internal sealed record MadeQuestion(Question Question, int Points, int Percent);
