using Kompass.Mining.Reports;

namespace Kompass.Fuzz;

/// <summary>
/// Tells what no damage may bring about. A figure that the damage itself changed in print, at every place that states it, cannot be known to be wrong;
/// what is checked is that places which disagree are noted, and that a score was read where some place states it.
/// </summary>
internal static class Oracle
{
    /// <summary>What is wrong with a damaged file's record, or null.</summary>
    public static string? Complaint(ReportRecord sound, ReportRecord damaged)
    {
        foreach (var area in damaged.Areas)
        {
            var isNoted = damaged.Notes.Any(n => n.About == About.Area && n.Area == area.Area);
            var stated = area.Witnesses.Select(w => w.Value).Distinct().ToList();
            if (stated.Count > 1 && !isNoted)
            {
                return $"area {area.Area}: {string.Join(", ", stated)} are stated, and no note says so";
            }

            if (area.Source.Via != Via.Sum && !stated.Contains(area.Score))
            {
                return $"area {area.Area}: {area.Score} is stated nowhere";
            }

            var before = sound.Areas.FirstOrDefault(a => a.Area == area.Area);
            if (
                damaged.Id == sound.Id
                && before is not null
                && area.Score != before.Score
                && !isNoted
                && stated.Contains(before.Score)
            )
            {
                return $"area {area.Area}: {area.Score} instead of {before.Score}, which is stated too";
            }

            if (area.Score < 0 || area.Score > area.Max)
            {
                return $"area {area.Area}: {area.Score} of {area.Max}";
            }
        }

        foreach (var question in damaged.Questions.Where(q => q.Achieved > q.Max))
        {
            if (!damaged.Notes.Any(n => n.Question == question.Code))
            {
                return $"{question.Code}: {question.Achieved} of {question.Max}, and no note says so";
            }
        }

        return null;
    }
}
