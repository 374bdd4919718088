using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Publishing;

namespace Kompass.Web.Hosting;

/// <summary>A table of a view as CSV, and how to cite it.</summary>
internal static class ViewCsv
{
    /// <param name="context">The request.</param>
    /// <param name="view">The view.</param>
    /// <param name="name">Which of its tables; null for the first.</param>
    /// <param name="isForExcel">Whether as a Swedish Excel opens it by double click.</param>
    public static async Task Write(HttpContext context, View view, string? name, bool isForExcel)
    {
        var table = Of(view, name);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"kompass-{table.Name}.csv\"";
        if (view.CutAt is { } limit)
        {
            context.Response.Headers["X-Kompass-Cut-At"] = limit.ToString(
                CultureInfo.InvariantCulture
            );
        }

        await using var buffer = new BufferedStream(
            context.Response.BodyWriter.AsStream(leaveOpen: true),
            1 << 16
        );
        var rows = table.Rows.Select(r =>
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return r;
        });
        if (isForExcel)
        {
            ExcelCsv.WriteRows(buffer, table.Columns, rows);
        }
        else
        {
            CsvExport.WriteRows(buffer, table.Columns, rows);
        }
    }

    /// <summary>How to cite the view, or a table of it: version, address or query, and the hash of its CSV.</summary>
    public static Task Cite(
        HttpContext context,
        View view,
        string? name,
        PageInfo info,
        DateOnly today
    )
    {
        var table = Of(view, name);
        var citation = Citation.Of(
            info.Facts!.Meta,
            name is null ? view.Cited(info.Address) : ["view", info.Of(name)],
            table.Columns,
            table.Rows,
            today
        );
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            citation.ToText("FILE (a file with this text)", $"{view.Swedish} ({view.English})")
                + (
                    view.CutAt is { } limit
                        ? Invariant(
                            $"cut:           the statement has more rows; these are the first {limit}\n"
                        )
                        : ""
                ),
            context.RequestAborted
        );
    }

    // The one that is named; else what is downloaded.
    private static ViewTable Of(View view, string? name)
    {
        if (name is null)
        {
            return view.Download
                ?? throw new BadAddressException("vyn har inga rader", "the view has no rows");
        }

        var tables = view.Tables;
        return tables.FirstOrDefault(t => t.Name == name)
            ?? throw new BadAddressException(
                $"table: vyn har tabellerna {string.Join(", ", tables.Select(t => t.Name))}, inte \"{name}\"",
                $"table: the view has the tables {string.Join(", ", tables.Select(t => t.Name))}, not \"{name}\""
            );
    }
}
