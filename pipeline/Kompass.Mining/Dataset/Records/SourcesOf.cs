using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Says of every value of a record from which of an evaluation's documents it comes.</summary>
internal static class SourcesOf
{
    /// <summary>The record with each source pointing at the document of this index.</summary>
    public static ReportRecord Document(ReportRecord record, int index)
    {
        return record with
        {
            Total = record.Total is { } total ? total with { Source = Of(total.Source) } : null,
            Areas =
            [
                .. record.Areas.Select(a =>
                    a with
                    {
                        Source = Of(a.Source),
                        Witnesses = [.. a.Witnesses.Select(w => w with { Source = Of(w.Source) })],
                    }
                ),
            ],
            Questions = [.. record.Questions.Select(q => q with { Source = Of(q.Source) })],
            Previous =
            [
                .. record.Previous.Select(p =>
                    p with
                    {
                        Source = Of(p.Source),
                        Sources = p.Sources.ToDictionary(
                            s => s.Key,
                            s => Of(s.Value),
                            StringComparer.Ordinal
                        ),
                    }
                ),
            ],
            Findings = [.. record.Findings.Select(f => f with { Source = Of(f.Source) })],
            Exemplars = [.. record.Exemplars.Select(e => e with { Source = Of(e.Source) })],
            Remarks = [.. record.Remarks.Select(r => r with { Source = Of(r.Source) })],
            Prose = [.. record.Prose.Select(p => p with { Source = Of(p.Source) })],
            Facts = record.Facts is { } facts ? facts with { Source = Of(facts.Source) } : null,
            Notes =
            [
                .. record.Notes.Select(n =>
                    n with
                    {
                        Source = n.Source is { } source ? Of(source) : null,
                    }
                ),
            ],
        };

        Source Of(Source source) => source with { Document = index };
    }
}
