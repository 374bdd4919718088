using Microsoft.AspNetCore.Builder;

namespace Kompass.Web;

/// <summary>The explorer on a free port of this machine, asked by this program alone.</summary>
public sealed class LocalExplorer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private LocalExplorer(WebApplication app)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Starts it.</summary>
    public static async Task<LocalExplorer> StartAsync(
        ExplorerOptions options,
        CancellationToken cancellation
    )
    {
        var app = Explorer.Create(options with { Port = 0 });
        await app.StartAsync(cancellation);
        return new LocalExplorer(app);
    }

    /// <summary>What stands at an address, or null where there is nothing; no other server is asked.</summary>
    public async Task<byte[]?> GetAsync(string address, CancellationToken cancellation)
    {
        var uri = new Uri(_client.BaseAddress!, address);
        if (uri.Authority != _client.BaseAddress!.Authority)
        {
            return null;
        }

        using var response = await _client.GetAsync(uri, cancellation);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancellation)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
