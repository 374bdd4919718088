using Kompass.Web.Components;
using Kompass.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Kompass.Web.Hosting;

/// <summary>Answers a request for a view: as a page, as JSON, or as the CSV of one of its tables.</summary>
internal sealed class ViewEndpoint(
    SnapshotSource snapshots,
    ExplorerOptions options,
    IServiceProvider services,
    ILoggerFactory loggers
)
{
    private static readonly string[] Formats = ["html", "json", "csv", "csv-excel", "cite"];

    public async Task Answer(HttpContext context, ViewRoute route)
    {
        try
        {
            var request = new ViewRequest(context, snapshots.Current(), options);
            request.Knows([.. route.Parameters.Select(p => p.Name), "format", "table"]);
            var (format, table) = (request.OneOf("format", Formats), request.One("table"));
            if (route.Load(request) is not { } view)
            {
                await Tell(
                    context,
                    StatusCodes.Status404NotFound,
                    "Finns inte",
                    "Not found",
                    "Sidan finns inte i datamängden.",
                    "The dataset has nothing at this address."
                );
                return;
            }

            await (
                format switch
                {
                    "json" => ViewJson.Write(context, view, Info(context)),
                    "csv" => ViewCsv.Write(context, view, table, isForExcel: false),
                    "csv-excel" => ViewCsv.Write(context, view, table, isForExcel: true),
                    "cite" => ViewCsv.Cite(context, view, table, Info(context), options.Today()),
                    _ => Draw(context, route.Component, view),
                }
            );
        }
        catch (BadAddressException e)
        {
            await Tell(
                context,
                StatusCodes.Status400BadRequest,
                "Adressen går inte att tolka",
                "The address cannot be answered",
                e.Swedish,
                e.Message
            );
        }
        catch (DatasetException e)
        {
            await Tell(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "Datamängden kan inte läsas",
                "The dataset cannot be read",
                "Kör kompass nightly och ladda om sidan.",
                e.Message
            );
        }
    }

    /// <summary>Says what is wrong: to people as a page, to programs that ask for another form as RFC 9457 has it.</summary>
    public Task Tell(
        HttpContext context,
        int status,
        string swedish,
        string english,
        string detailSwedish,
        string detailEnglish
    ) =>
        context.Request.Query["format"].ToString() is not ("" or "html")
            ? Results
                .Problem(detailEnglish, statusCode: status, title: english)
                .ExecuteAsync(context)
            : Draw(
                context,
                status,
                typeof(ProblemPage),
                new ProblemView(swedish, english, detailSwedish, detailEnglish)
            );

    public Task Draw(HttpContext context, Type component, View view) =>
        Draw(
            context,
            view.IsRefused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            component,
            view
        );

    private async Task Draw(HttpContext context, int status, Type component, View view)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Frame>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(Frame.View)] = view,
                        [nameof(Frame.Info)] = Info(context),
                        [nameof(Frame.Component)] = component,
                    }
                )
            );
            return root.ToHtmlString();
        });
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private PageInfo Info(HttpContext context)
    {
        DatasetFacts? facts = null;
        try
        {
            facts = snapshots.Current().Facts;
        }
        catch (DatasetException)
        {
            // The page that tells so is drawn without them.
        }

        var query = QueryString.Create(
            context
                .Request.Query.Where(q => q.Key is not ("format" or "table"))
                .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
                .Where(q => !string.IsNullOrEmpty(q.Value))
        );
        // Browsers name the language of their first choice first.
        var isSwedish = context
            .Request.Headers.AcceptLanguage.ToString()
            .StartsWith("sv", StringComparison.OrdinalIgnoreCase);
        return new PageInfo(facts, context.Request.Path, query.ToString(), isSwedish);
    }
}
