using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Themes;
using Kompass.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Kompass.Web.Tests;

/// <summary>The real host on a free port of this machine, over a dataset of written reports.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    internal static Knowledge Knowledge { get; } = Knowledge.Load(Repository.Corpus);

    internal DataFolder Data => new(_folder.File("data"));

    /// <summary>What the site wrote of what went wrong.</summary>
    internal StringWriter Log { get; } = new();

    /// <summary>Asks the site.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder.File("inbox"));
        Data.Build(Knowledge, WrittenReports.All(_folder.File("inbox")));
        _app = Explorer.Create(
            new ExplorerOptions(Data, Knowledge)
            {
                Port = 0,
                Log = Log,
                Suggestions = new(() =>
                    new SuggestionTools(
                        ImprovementModel.Read(ModelFile("improvements"), Knowledge.Edition("2010")),
                        new NoteReader(
                            Knowledge,
                            new DocumentReader(),
                            ThemeModel.Read(ModelFile("themes"), Knowledge)
                        )
                    )
                ),
            }
        );
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private static string ModelFile(string name) =>
        Path.Combine(Repository.Root, "models", name, "model.bin");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{address}: {response.StatusCode}\n{html}");
        return new HtmlParser().ParseDocument(html);
    }
}
