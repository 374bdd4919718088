using System.Net;
using Kompass.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Web;

/// <summary>
/// The explorer: pages over the dataset, drawn at the server, for this machine only. It reads and never writes; every view's state is its address; no script
/// is needed and none is sent.
/// </summary>
public static class Explorer
{
    /// <summary>Makes the web application; whoever calls it starts and stops it.</summary>
    public static WebApplication Create(ExplorerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
        builder.Services.AddRoutingCore();
        // A page of another site that points its own name here is not answered.
        builder.Services.AddHostFiltering(o => o.AllowedHosts = ["127.0.0.1", "localhost"]);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<SnapshotSource>();
        builder.Services.AddSingleton<ViewEndpoint>();
        builder.Services.AddSingleton<SuggestEndpoint>();
        builder.Services.AddSingleton<PageImages>();
        var app = builder.Build();
        app.Use(Guard);
        app.UseHostFiltering();
        app.UseRouting();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var views = app.Services.GetRequiredService<ViewEndpoint>();
        foreach (var route in Routes.All)
        {
            app.MapMethods(route.Pattern, Read, context => views.Answer(context, route));
        }

        app.MapMethods(
            "/suggest",
            [HttpMethods.Post],
            app.Services.GetRequiredService<SuggestEndpoint>().Answer
        );
        app.MapMethods(
            Stylesheet.Address,
            Read,
            context =>
            {
                context.Response.ContentType = "text/css; charset=utf-8";
                context.Response.Headers.CacheControl = "max-age=31536000, immutable";
                return context.Response.Body.WriteAsync(Stylesheet.Bytes).AsTask();
            }
        );
        app.MapMethods(
            "/openapi.json",
            Read,
            context => context.Response.WriteAsJsonAsync(OpenApi.Describe())
        );
        app.MapMethods(
            "/page-images/{document}/{page:int}.png",
            Read,
            app.Services.GetRequiredService<PageImages>().Answer
        );
        app.MapMethods(
                "/{**path}",
                Read,
                context =>
                    views.Tell(
                        context,
                        StatusCodes.Status404NotFound,
                        "Finns inte",
                        "Not found",
                        "Ingen sida har den här adressen.",
                        "No page has this address."
                    )
            )
            .WithOrder(int.MaxValue);
    }

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    // The one place where all that goes wrong ends: a page that says so, and the reason where the server was started.
    private static async Task Guard(HttpContext context, RequestDelegate next)
    {
        Headers.Add(context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any longer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await context
                .RequestServices.GetRequiredService<ExplorerOptions>()
                .Log.WriteLineAsync(
                    $"{context.Request.Path}{context.Request.QueryString} could not be answered: {e}"
                );
            context.Response.Clear();
            Headers.Add(context);
            await context
                .RequestServices.GetRequiredService<ViewEndpoint>()
                .Tell(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "Något gick fel",
                    "Something went wrong",
                    "Felet står där kompass serve startades.",
                    "The error stands where kompass serve was started."
                );
        }
    }
}
