using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kompass.Mining.Tests.Fetching;

/// <summary>
/// An HTTP server on loopback that says byte for byte what a test tells it to, wrong lengths, resets and silence included, which a well-behaved server library would not
/// let through. One answer a connection.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Queue<Func<Exchange, Task>>> _answers = new(
        StringComparer.Ordinal
    );
    private readonly X509Certificate2? _certificate;

    public LoopbackServer(bool isSecure = false)
    {
        if (isSecure)
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest(
                "CN=localhost",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            _certificate = request.CreateSelfSigned(
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch.AddYears(100)
            );
        }

        _listener.Start();
        Host = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        Address = new Uri($"{(isSecure ? "https" : "http")}://{Host}/");
        _ = AcceptAsync();
    }

    public string Host { get; }

    public Uri Address { get; }

    /// <summary>Requests that came, robots.txt left out: first line and headers.</summary>
    public ConcurrentQueue<(long Ticks, string Text)> Requests { get; } = new();

    public Uri At(string path) => new(Address, path);

    /// <summary>Answers to a path, one a request; the last one stays.</summary>
    public LoopbackServer On(string path, params Func<Exchange, Task>[] answers)
    {
        _answers[path] = new Queue<Func<Exchange, Task>>(answers);
        return this;
    }

    public static Func<Exchange, Task> Ok(string body, params string[] headers) =>
        Ok(Encoding.UTF8.GetBytes(body), headers);

    public static Func<Exchange, Task> Ok(byte[] body, params string[] headers) =>
        e => e.SendAsync("200 OK", [$"Content-Length: {body.Length}", .. headers], body);

    public static Func<Exchange, Task> Status(string status, params string[] headers) =>
        e => e.SendAsync(status, ["Content-Length: 0", .. headers], []);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _certificate?.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_certificate);
                    stream = secure;
                }

                var head = await HeadAsync(stream);
                var path = head.Split(' ')[1];
                if (path != "/robots.txt")
                {
                    Requests.Enqueue((TimeProvider.System.GetTimestamp(), head));
                }

                await AnswerTo(path)(new Exchange(client, stream, head, _stop.Token));
            }
            catch (Exception e)
                when (e
                        is IOException
                            or SocketException
                            or OperationCanceledException
                            or System.Security.Authentication.AuthenticationException
                )
            {
                // Whoever asked is gone, as some tests want it.
            }
        }
    }

    private Func<Exchange, Task> AnswerTo(string path)
    {
        if (!_answers.TryGetValue(path, out var answers))
        {
            return Status("404 Not Found");
        }

        lock (answers)
        {
            return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        }
    }

    private static async Task<string> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                throw new IOException("the client went away");
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}

/// <summary>One request and the way to answer it.</summary>
internal sealed class Exchange(
    TcpClient client,
    Stream stream,
    string request,
    CancellationToken stop
)
{
    public string Request => request;

    public async Task SendAsync(string status, string[] headers, byte[] body)
    {
        var head =
            $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), stop);
        await stream.WriteAsync(body, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>Breaks the connection off so that the other side sees a reset.</summary>
    public void Reset() => client.Client.Close(0);

    /// <summary>Says nothing more until the test is over.</summary>
    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, stop);

    public async Task DripAsync(byte[] bytes, int milliseconds)
    {
        foreach (var b in bytes)
        {
            await stream.WriteAsync(new[] { b }, stop);
            await stream.FlushAsync(stop);
            await Task.Delay(milliseconds, stop);
        }
    }
}
