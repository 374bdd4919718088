using Kompass.Mining.Dataset;
using Kompass.Web.Views;
using Microsoft.AspNetCore.Http;

namespace Kompass.Web.Hosting;

/// <summary>A table of a view as CSV.</summary>
internal static class ViewCsv
{
    /// <param name="context">The request.</param>
    /// <param name="view">The view.</param>
    /// <param name="name">Which of its tables; null for the first.</param>
    public static async Task Write(HttpContext context, View view, string? name)
    {
        var tables = view.Tables;
        var table = name is null
            ? tables[0]
            : tables.FirstOrDefault(t => t.Name == name)
                ?? throw new BadAddressException(
                    $"table: vyn har tabellerna {string.Join(", ", tables.Select(t => t.Name))}, inte \"{name}\"",
                    $"table: the view has the tables {string.Join(", ", tables.Select(t => t.Name))}, not \"{name}\""
                );
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"kompass-{table.Name}.csv\"";
        await using var buffer = new BufferedStream(
            context.Response.BodyWriter.AsStream(leaveOpen: true),
            1 << 16
        );
        CsvExport.WriteRows(buffer, table.Columns, table.Rows);
    }
}
