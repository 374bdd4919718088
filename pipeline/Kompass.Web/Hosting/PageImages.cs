using Kompass.Mining.Documents;
using Kompass.Web.Documents;

namespace Kompass.Web.Hosting;

/// <summary>Answers requests for pictures of pages. A picture is drawn when it is asked for, and the last are kept.</summary>
internal sealed class PageImages(SnapshotSource snapshots, ExplorerOptions options) : IDisposable
{
    // Some 200 kB each.
    private const int MostKept = 40;

    // Larger than any page.
    private const double MostPoints = 20_000;

    // Drawing takes a core for half a second.
    private const int MostAtOnce = 2;

    private readonly SemaphoreSlim _drawing = new(MostAtOnce);
    private readonly Kept<(string, int, Box), byte[]> _kept = new(MostKept);

    public async Task Answer(HttpContext context)
    {
        var id = context.Request.RouteValues["document"] as string ?? "";
        var page = int.Parse(
            (string)context.Request.RouteValues["page"]!,
            CultureInfo.InvariantCulture
        );
        try
        {
            var box = BoxOf(context.Request.Query["box"].ToString());
            var png = _kept.Find((id, page, box)) ?? await Draw(context, id, page, box);
            if (png is null)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = "image/png";
            context.Response.ContentLength = png.Length;
            // The document's id is the hash of its content.
            context.Response.Headers.CacheControl = "max-age=86400";
            await context.Response.Body.WriteAsync(png, context.RequestAborted);
        }
        catch (DatasetException)
        {
            // The page that shows the picture says why there is none.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    public void Dispose() => _drawing.Dispose();

    private async Task<byte[]?> Draw(HttpContext context, string id, int page, Box box)
    {
        if (
            SourceDocument.Find(snapshots.Current(), id) is not { } document
            || page < 1
            || page > document.Pages
        )
        {
            return null;
        }

        await _drawing.WaitAsync(context.RequestAborted);
        try
        {
            return _kept.Of(
                (id, page, box),
                () => document.Draw(page, box, options.Limits, context.RequestAborted)
            );
        }
        finally
        {
            _drawing.Release();
        }
    }

    /// <summary>The address of a page's picture.</summary>
    public static string Address(string document, int page, IReadOnlyList<double> sides) =>
        Invariant(
            $"/page-images/{Uri.EscapeDataString(document)}/{page}.png?box={string.Join(',', sides.Select(b => b.ToString("0.#", CultureInfo.InvariantCulture)))}"
        );

    // Nothing is marked where no box is named.
    private static Box BoxOf(string text)
    {
        var sides = text.Split(',')
            .Select(side =>
                double.TryParse(
                    side,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var points
                )
                && points < MostPoints
                    ? points
                    : -MostPoints
            )
            .ToArray();
        return sides is [var left, var top, var right, var bottom]
            ? new Box(left, top, right, bottom)
            : new Box(-MostPoints, -MostPoints, -MostPoints, -MostPoints);
    }
}
