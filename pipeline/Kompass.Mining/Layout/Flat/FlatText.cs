using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// A transcript as one run of text: what the host put before it and the running headers are gone, pages are parted by form feeds, and every character
/// knows its page.
/// </summary>
/// <param name="Body">The report's own text.</param>
/// <param name="HostTitle">The title above the host's list of other documents.</param>
/// <param name="Pages">Number of pages that the headers state.</param>
/// <param name="HeaderDate">The date that the headers state.</param>
/// <param name="HasHeaders">Whether running headers of the edition were found, which state a date.</param>
/// <param name="MissingPages">Numbers of pages that the headers skip.</param>
internal sealed record FlatText(
    Passage Body,
    Passage? HostTitle,
    int? Pages,
    string? HeaderDate,
    bool HasHeaders,
    IReadOnlyList<int> MissingPages
)
{
    public static FlatText Of(SourceText source, Edition edition, RunningHeaders running)
    {
        var start = EndOfHostPart(source.Text, edition);
        var (headers, hasNamed) = HeadersOf(source.Text, start, running);
        var body = new PassageBuilder();
        var from = start;
        int? page = headers.Count > 0 ? (headers[0].Page is > 1 ? headers[0].Page - 1 : 1) : null;
        var read = page;
        var missing = new List<int>();
        var previous = "";
        foreach (var header in headers)
        {
            // Of headers that reach into each other the earlier one keeps what it has.
            var end = Math.Max(from, EndBefore(source.Text, header));
            AppendPage(body, source, from, end, page, ref previous);
            if (
                header.Page is { } stated
                && read is { } last
                && stated > last + 1
                && stated <= last + 4
            )
            {
                missing.AddRange(Enumerable.Range(last + 1, stated - last - 1));
            }

            page = header.Page ?? page + 1;
            read = header.Through ?? page;
            from = Math.Max(from, header.End);
        }

        AppendPage(body, source, from, source.Text.Length, page, ref previous);
        var pages = headers
            .Select(h => h.Pages)
            .OfType<int>()
            .GroupBy(p => p)
            .MaxBy(g => g.Count())
            ?.Key;
        return new FlatText(
            body.ToPassage(),
            TitleOfHost(source, start),
            pages,
            RunningHeader.DateOf(headers),
            hasNamed,
            missing
        );
    }

    // In their order, and whether any is of a kind that is known; numbers of pages only where there is nothing else.
    private static (List<RunningHeader> Headers, bool HasNamed) HeadersOf(
        string text,
        int start,
        RunningHeaders running
    )
    {
        var found = running.FindAll(text).Where(h => h.Start >= start).ToList();
        var edges = RepeatedEdges.Find(text).Where(e => e.Start >= start).ToList();
        var headers = found.ConvertAll(h => With(edges.Find(e => IsOne(e, h)), h));
        headers.AddRange(edges.Where(e => !found.Exists(h => IsOne(e, h))));
        headers.Sort((a, b) => a.Start.CompareTo(b.Start));
        List<RunningHeader> numbers = [.. PageNumberLines.Find(text).Where(h => h.Start >= start)];
        return (headers.Count == 0 ? numbers : headers.ConvertAll(WithNumber), found.Count > 0);

        bool IsOne(RunningHeader edge, RunningHeader header) =>
            (edge.Start < header.End && header.Start < edge.End) || IsGap(edge.End, header.Start);

        // What counts up at the feet of pages is their number; behind a header without one a chapter's may stand.
        static RunningHeader With(RunningHeader edge, RunningHeader header) =>
            edge.End == 0
                ? header
                : header with
                {
                    Start = Math.Min(edge.Start, header.Start),
                    End = Math.Max(edge.End, header.End),
                    Page = edge.Page ?? header.Page,
                    Pages = edge.Pages ?? header.Pages,
                };

        // The page's own footer and the line that its host puts between two pages are one, whichever comes first.
        RunningHeader WithNumber(RunningHeader header)
        {
            var before = numbers.FindLast(n => IsGap(n.End, header.Start));
            // Where the page's own header follows the number, it is a part of that.
            var after = numbers.Find(n =>
                IsGap(header.End, n.Start) && !headers.Exists(h => IsGap(n.End, h.Start))
            );
            return header with
            {
                Start = before.End > 0 ? before.Start : header.Start,
                End = after.End > 0 ? after.End : header.End,
                Page = header.Page ?? after.Page ?? before.Page,
            };
        }

        bool IsGap(int from, int to) => from <= to && text.AsSpan(from, to - from).IsWhiteSpace();
    }

    // Where the page before a header ends: some hosts write the number of the new page before its line.
    private static int EndBefore(string text, RunningHeader header)
    {
        var before = text.AsSpan(0, header.Start).TrimEnd(' ');
        var line = before[(before.LastIndexOfAny('\n', '\f') + 1)..].TrimStart(' ');
        return
            header.Page is { } page
            && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number == page
            ? before.Length - line.Length
            : header.Start;
    }

    private static void AppendPage(
        PassageBuilder body,
        SourceText source,
        int start,
        int end,
        int? page,
        ref string previous
    )
    {
        // Some hosts give a page twice; the second time it says nothing new.
        var text = Passage.Of(source, start, end, page).Trim();
        if (text.Text.Length > 40 && text.Text == previous)
        {
            return;
        }

        previous = text.Text;
        if (body.Length > 0)
        {
            body.Append("\f");
        }

        body.Append(text);
    }

    // The word "Transkript" parts the host's own words and its list of other documents from the report.
    private static int EndOfHostPart(string text, Edition edition)
    {
        var end = 0;
        foreach (var mark in edition.Headings.HostMarks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            while (at >= 0 && at <= text.Length / 2)
            {
                if (IsHostMark(text, at, mark))
                {
                    end = Math.Max(
                        end,
                        at + mark.Length + (CharAt(text, at + mark.Length) == ':' ? 1 : 0)
                    );
                    break;
                }

                at = text.IndexOf(mark, at + 1, StringComparison.Ordinal);
            }
        }

        return end;
    }

    // A word of its own before a colon, in capitals, or at the head of a line where no sentence goes on.
    private static bool IsHostMark(string text, int at, string mark)
    {
        if (at > 0 && char.IsLetter(text[at - 1]))
        {
            return false;
        }

        var after = at + mark.Length;
        return CharAt(text, after) == ':'
            || (
                char.IsWhiteSpace(CharAt(text, after))
                && (
                    !mark.Any(char.IsLower)
                    || (
                        (at == 0 || text[at - 1] is '\n' or '\f')
                        && !char.IsLower(
                            text.AsSpan(after).TrimStart() is [var next, ..] ? next : '\0'
                        )
                    )
                )
            );
    }

    private static char CharAt(string text, int at) => at < text.Length ? text[at] : '\0';

    private static Passage? TitleOfHost(SourceText source, int end)
    {
        var start = 0;
        while (start < end)
        {
            var stop = source.Text.IndexOf('\n', start, end - start);
            stop = stop < 0 ? end : stop;
            var line = Passage.Of(source, start, stop).Trim();
            if (line.Text.Length > 0)
            {
                return line.Text.Length <= 400 ? line : null;
            }

            start = stop + 1;
        }

        return null;
    }
}
