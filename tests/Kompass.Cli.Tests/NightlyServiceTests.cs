using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kompass.Cli.Commands.Runs;

namespace Kompass.Cli.Tests;

/// <summary>The nightly run as a service: fetching, history, alarms, and the examples of how it is set up.</summary>
public sealed class NightlyServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RunsAndChanges_TellWhatTheNightDid()
    {
        Sample("in/a.txt");
        Run("nightly", "in", "--data", "d");
        var first = Run("changes", "--data", "d");
        _folder.Write(
            "in/a.txt",
            File.ReadAllText(_folder.File("in/a.txt"))
                .Replace("• Kulturhuset Vallen", "• Kulturhuset Dalen", StringComparison.Ordinal)
        );
        Run("nightly", "in", "--data", "d");

        var runs = Run("runs", "--data", "d");
        var changes = Run("changes", "--data", "d");
        Run("nightly", "in", "--data", "d");
        var nothing = Run("changes", "--data", "d");
        var since = Run(
            "changes",
            "--data",
            "d",
            "--since",
            runs.Lines[1].Split('\t')[0],
            "--json"
        );

        Assert.Contains("report\tbjorkvallen-2012\tnew", first.Output, StringComparison.Ordinal);
        Assert.Equal(3, runs.Lines.Length);
        Assert.Contains("document\tin/a.txt\tchanged", changes.Output, StringComparison.Ordinal);
        Assert.Contains("Kulturhuset Dalen", changes.Output, StringComparison.Ordinal);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Equal(2, Run("changes", "--data", "d", "--since", "20010101T000000Z").ExitCode);
        Assert.All(since.Lines, l => JsonDocument.Parse(l).Dispose());
        var today = Run("changes", "--data", "d", "--since", Today, "--json");
        Assert.Equal(3, today.Lines.Length);
        var yesterday = Run("changes", "--data", "d", "--since", "yesterday");
        Assert.Equal(2, yesterday.ExitCode);
        Assert.Contains(
            "a day as 2026-11-30 was expected",
            yesterday.Error,
            StringComparison.Ordinal
        );
    }

    private static string Today => $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}";

    [Fact]
    public void FirstRun_TellsOfChangesAndTheNextDoesNot()
    {
        Sample("in/a.txt");

        var first = Run("nightly", "in", "--data", "d", "--no-labels");
        var second = Run("nightly", "in", "--data", "d", "--no-labels");

        Assert.Contains("kompass changes", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("kompass changes", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "--quiet")]
    [InlineData(false, "--log", "json")]
    [InlineData(true)]
    public void Samples_AreNotReadIntoWhatIsNoFirstLook(bool hasDataset, params string[] more)
    {
        Sample("in/a.txt");
        if (hasDataset)
        {
            Run("nightly", "in", "--data", "d", "--no-labels");
        }

        var result = Run(["nightly", "--data", "d", "--no-labels", .. more]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "is empty: there is nothing to read",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            hasDataset ? 1 : 0,
            Run("scores", "--data", "d", "--csv").Lines.Skip(1).Count()
        );
    }

    [Fact]
    public void PathsSeenFromTheRoot_AreWhole()
    {
        Sample("in/a.txt");

        var result = CommandLine.Run(
            "/",
            "nightly",
            _folder.File("in"),
            "--data",
            _folder.File("d"),
            "--dry-run"
        );

        Assert.Contains($"\t{_folder.File("in/a.txt")}\t", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DryRun_WritesNothing()
    {
        Sample("in/a.txt");

        var result = Run("nightly", "in", "--data", "d", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("read\tin/a.txt\tnew", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("d")));
    }

    [Fact]
    public void Quiet_SaysNothingWhereAllIsWell()
    {
        Sample("in/a.txt");

        var well = Run("nightly", "in", "--data", "d", "--quiet");
        _folder.Write("in/b.txt", "ingen rapport");
        var ill = Run("nightly", "in", "--data", "d", "--quiet");

        Assert.Equal((0, "", ""), (well.ExitCode, well.Output, well.Error));
        Assert.Equal((1, ""), (ill.ExitCode, ill.Output));
        Assert.Single(ill.Error.Trim().Split('\n'));
    }

    [Fact]
    public void LogJson_IsOneEventALine()
    {
        Sample("in/a.txt");
        _folder.Write("in/b.txt", "ingen rapport");

        var result = Run("nightly", "in", "--data", "d", "--log", "json");

        var events = result
            .Error.Trim()
            .Split('\n')
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetString())
            .ToList();
        Assert.Equal("started", events[0]);
        Assert.Equal("ended", events[^1]);
        Assert.Contains("set-aside", events);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void OnAlarm_GetsTheSummaryWhereSomethingIsAmissOnly()
    {
        Sample("in/a.txt");

        Run("nightly", "in", "--data", "d", "--on-alarm", "cat > alarm");
        Assert.False(File.Exists(_folder.File("alarm")));
        _folder.Write("in/b.txt", "ingen rapport");
        Run("nightly", "in", "--data", "d", "--on-alarm", "cat > alarm; exit 7");

        using var summary = JsonDocument.Parse(File.ReadAllText(_folder.File("alarm")));
        Assert.Equal(
            1,
            summary.RootElement.GetProperty("ledger").GetProperty("setAside").GetInt32()
        );
    }

    [Fact]
    public void OnAlarm_IsForWhatIsNewOrCouldNotBeToldYet()
    {
        Sample("in/a.txt");
        _folder.Write("in/b.txt", "ingen rapport");

        int Alarms(string command)
        {
            File.Delete(_folder.File("alarm"));
            var run = Run("nightly", "in", "--data", "d", "--quiet", "--on-alarm", command);
            Assert.Equal(1, run.ExitCode);
            return File.Exists(_folder.File("alarm")) ? Alarm("new").GetArrayLength() : 0;
        }

        Assert.Equal(1, Alarms("cat > alarm; exit 7"));
        Assert.Equal(1, Alarms("cat > alarm"));
        Assert.Equal(0, Alarms("cat > alarm"));
        var lasting = Run("nightly", "in", "--data", "d", "--quiet");
        Assert.Contains(
            $"the oldest since {Today}: 1 set aside",
            lasting.Error,
            StringComparison.Ordinal
        );
        Assert.Single(lasting.Error.Trim().Split('\n'));
        _folder.Write("in/c.txt", "ej heller");
        Assert.Equal(1, Alarms("cat > alarm"));
        Assert.Equal(1, Alarm("lasting").GetArrayLength());
    }

    [Fact]
    public void OnAlarm_IsRunWhereTheInboxIsNotThere()
    {
        var result = Run("nightly", "in", "--data", "d", "--on-alarm", "cat > alarm");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("in: there is no such file or folder", Alarm("message").GetString());
        Assert.Equal(2, Alarm("exitStatus").GetInt32());
    }

    [Fact]
    public void AlarmCommandThatReadsNothing_EndsWithItsTime()
    {
        var error = new StringWriter(CultureInfo.InvariantCulture);

        // More than a pipe holds.
        var done = AlarmCommand.Run(
            new Terminal(TextWriter.Null, error, false, false),
            "sleep 60",
            new string('x', 1_000_000),
            TimeSpan.FromSeconds(1)
        );

        Assert.False(done);
        Assert.Contains("did not end within 1 s", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ListOfSourcesThatIsMissing_DoesNotKeepTheInboxUnread()
    {
        Sample("in/a.txt");

        var result = Run(
            "nightly",
            "in",
            "--fetch",
            "--sources",
            "none.csv",
            "--data",
            "d",
            "--no-labels",
            "--on-alarm",
            "cat > alarm"
        );

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(
            "the list of sources",
            Alarm("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(1, Alarm("reports").GetInt32());
    }

    [Fact]
    public void CorrectionsThatCannotBeRead_AreSaidAndTheInboxIsRead()
    {
        Sample("in/a.txt");
        _folder.Write("c.csv", "rapport;värde\n1;2\n");

        var run = Run("nightly", "in", "--data", "d", "--quiet", "--corrections", "c.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "c.csv: line 2: The CSV header has no column named 'report'",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("no correction was read", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("show", "bjorkvallen-2012", "--data", "d").ExitCode);
    }

    [Fact]
    public void TroubleOfASource_IsToldOnceAndStands()
    {
        _folder.Write(
            "s.csv",
            "id,kind,url\nlokal,document,http://127.0.0.1:1/a.pdf\nfel,film,x\n"
        );

        var plan = Run("nightly", "--fetch", "--sources", "s.csv", "--data", "d", "--dry-run");
        var first = Fetch();
        var told = Alarm("fetch").GetProperty("standing").GetArrayLength();
        File.Delete(_folder.File("alarm"));
        var second = Fetch();

        Assert.Contains(
            "would visit lokal: http://127.0.0.1:1/a.pdf",
            plan.Error,
            StringComparison.Ordinal
        );
        Assert.Equal((1, 2, 2), (first.ExitCode, first.Error.Trim().Split('\n').Length, told));
        Assert.Contains(
            "ALARM: line 3: s.csv: kind is 'film'",
            first.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith(
            $"as before, the oldest since {Today}: 2 ",
            second.Error,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(_folder.File("alarm")));

        Result Fetch() =>
            Run(
                "fetch",
                "--sources",
                "s.csv",
                "--data",
                "d",
                "--quiet",
                "--on-alarm",
                "cat > alarm"
            );
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Signal_EndsARunWithALineAndItsStatus(string signal, int status)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var host = $"127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}";
        _folder.Write(
            "s.csv",
            $"id,kind,url,pattern,municipality_code,year,every_days\na,document,http://{host}/a.pdf,,,,\n"
        );
        using var process = CommandLine.Start(
            _folder.Path,
            "nightly",
            "--fetch",
            "--sources",
            "s.csv",
            "--allow-host",
            host,
            "--data",
            "d",
            "--on-alarm",
            "cat > alarm"
        );
        // It asks, and gets no answer.
        using var client = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            "interrupted; what was done is kept\n",
            await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, process.ExitCode);
        Assert.False(File.Exists(_folder.File("alarm")));
    }

    private JsonElement Alarm(string name)
    {
        using var alarm = JsonDocument.Parse(File.ReadAllText(_folder.File("alarm")));
        return alarm.RootElement.GetProperty(name).Clone();
    }

    [Fact]
    public void Lineage_IsHowARunBeganAndWhichVersionCameOfIt()
    {
        Sample("in/a.txt");
        Run("nightly", "in", "--data", "d", "--csv", "--lineage", "l.jsonl");
        // A folder in the place of the store: the second run fails.
        File.Delete(_folder.File("d/kompass.db"));
        Directory.CreateDirectory(_folder.File("d/kompass.db/x"));
        Assert.Equal(3, Run("nightly", "in", "--data", "d", "--lineage", "l.jsonl").ExitCode);

        var events = File.ReadAllLines(_folder.File("l.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();

        Assert.All(events, IsRunEvent);
        Assert.Equal(
            ["START", "COMPLETE", "START", "FAIL"],
            events.Select(e => e.GetProperty("eventType").GetString())
        );
        Assert.Equal(
            2,
            events.Select(e => RunOf(e).GetProperty("runId").GetGuid()).Distinct().Count()
        );
        Assert.Equal(
            _folder.File("in"),
            events[1].GetProperty("inputs")[0].GetProperty("name").GetString()
        );
        var version = events[1]
            .GetProperty("outputs")[0]
            .GetProperty("facets")
            .GetProperty("version");
        using var about = JsonDocument.Parse(File.ReadAllText(_folder.File("d/csv/version.json")));
        Assert.Equal(
            about.RootElement.GetProperty("version").GetString(),
            version.GetProperty("datasetVersion").GetString()
        );
        Assert.Contains(
            "could not be written",
            RunOf(events[3])
                .GetProperty("facets")
                .GetProperty("errorMessage")
                .GetProperty("message")
                .GetString(),
            StringComparison.Ordinal
        );

        static JsonElement RunOf(JsonElement e) => e.GetProperty("run");
    }

    // What the schema of OpenLineage 2-0-2 requires of a run event, and those of the facets that are written; other fields may stand beside them.
    private static void IsRunEvent(JsonElement e)
    {
        IsText(
            e,
            "eventTime",
            t => DateTimeOffset.TryParse(t, CultureInfo.InvariantCulture, out _)
        );
        IsText(e, "producer", IsUri);
        IsText(e, "schemaURL", IsUri);
        IsText(
            e,
            "eventType",
            t => t is "START" or "RUNNING" or "COMPLETE" or "ABORT" or "FAIL" or "OTHER"
        );
        var run = e.GetProperty("run");
        IsText(run, "runId", t => Guid.TryParseExact(t, "D", out _));
        HasFacets(run, ("errorMessage", ["message", "programmingLanguage"]));
        IsText(e.GetProperty("job"), "namespace", t => t.Length > 0);
        IsText(e.GetProperty("job"), "name", t => t.Length > 0);
        foreach (
            var dataset in e.GetProperty("inputs")
                .EnumerateArray()
                .Concat(e.GetProperty("outputs").EnumerateArray())
        )
        {
            IsText(dataset, "namespace", t => t.Length > 0);
            IsText(dataset, "name", t => t.Length > 0);
            HasFacets(dataset, ("version", ["datasetVersion"]));
        }
    }

    private static void HasFacets(JsonElement holder, (string Name, string[] Fields) known)
    {
        foreach (var facet in holder.GetProperty("facets").EnumerateObject())
        {
            Assert.Equal(known.Name, facet.Name);
            IsText(facet.Value, "_producer", IsUri);
            IsText(facet.Value, "_schemaURL", IsUri);
            Assert.All(known.Fields, f => IsText(facet.Value, f, _ => true));
        }
    }

    private static void IsText(JsonElement holder, string name, Func<string, bool> isAllowed) =>
        Assert.True(
            holder.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                && isAllowed(value.GetString()!),
            $"{name} of {holder}"
        );

    private static bool IsUri(string text) => Uri.TryCreate(text, UriKind.Absolute, out _);

    [Fact]
    public void Retry_ReadsWhatWasSetAsideForACause()
    {
        Sample("in/a.txt");
        _folder.Write("in/b.txt", "ingen rapport");
        Run("nightly", "in", "--data", "d", "--limit", "file-mb=1");

        var other = Run("retry", "LimitPassed", "--data", "d");
        var all = Run("retry", "--data", "d");

        Assert.Equal(0, other.ExitCode);
        Assert.Contains(
            "nothing is set aside for the cause LimitPassed",
            other.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(1, all.ExitCode);
        Assert.Contains("in/b.txt", all.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("retry", "Lust", "--data", "d").ExitCode);
    }

    [Fact]
    public void Withdraw_LetsGoOfWhatWasTakenOutOfTheInboxOnly()
    {
        Sample("in/a.txt");
        Sample("in/b.txt");
        Run("nightly", "in", "--data", "d", "--no-labels");

        var unknown = Run("withdraw", "in/c.txt", "--data", "d");
        var there = Run("withdraw", "bjorkvallen-2012", "--data", "d");
        File.Delete(_folder.File("in/a.txt"));
        var one = Run("withdraw", "bjorkvallen-2012", "--data", "d", "--no-labels");
        var reportStays = Run("show", "bjorkvallen-2012", "--data", "d");
        File.Delete(_folder.File("in/b.txt"));
        var last = Run("withdraw", "in/b.txt", "--data", "d", "--no-labels");
        var changes = Run("changes", "--data", "d");

        Assert.Equal((1, 1), (unknown.ExitCode, there.ExitCode));
        Assert.Contains(
            "nothing of a document of this path",
            unknown.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("in/b.txt lies in the inbox still", there.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (one.ExitCode, reportStays.ExitCode, last.ExitCode));
        Assert.Contains("in/a.txt is withdrawn", one.Error, StringComparison.Ordinal);
        Assert.Contains("in/b.txt lies in the inbox still", one.Error, StringComparison.Ordinal);
        Assert.Contains("document\tin/b.txt\twithdrawn", changes.Output, StringComparison.Ordinal);
        Assert.Contains("bjorkvallen-2012\tremoved", changes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NightlyFetch_ReadsWhatIsPublished()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var host = $"127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}";
        var body = File.ReadAllBytes(Path.Combine(Repository.Samples, "lovhamra-2016.html"));
        using var stop = new CancellationTokenSource();
        var serving = ServeAsync(server, body, stop.Token);
        _folder.Write(
            "s.csv",
            $"id,kind,url,pattern,municipality_code,year,every_days\nlovhamra,document,http://{host}/a.html,,,2016,7\n"
        );

        var refused = Run("fetch", "--sources", "s.csv", "--data", "refused");
        var result = Run(
            "nightly",
            "--fetch",
            "--sources",
            "s.csv",
            "--allow-host",
            host,
            "--data",
            "d"
        );
        await stop.CancelAsync();
        await serving;

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--allow-host", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "lovhamra-2016",
            Run("scores", "--data", "d", "--csv").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"published at http://{host}/a.html, fetched {TimeProvider.System.GetUtcNow():yyyy-MM}",
            Run("show", "lovhamra-2016", "--data", "d").Output,
            StringComparison.Ordinal
        );
        Assert.Equal(2, Run("fetch", "--allow-host", "x").ExitCode);
        Assert.Equal(3, Run("fetch", "--sources", "nowhere.csv").ExitCode);
    }

    [Theory]
    [InlineData("kompass-nightly.service")]
    [InlineData("kompass-nightly.timer")]
    [InlineData("kompass-alarm.path")]
    [InlineData("kompass-alarm.service")]
    public void UnitsOfSystemd_AreAsSystemdWantsThem(string unit)
    {
        var folder = Path.Combine(Repository.Root, "examples", "systemd");
        ProcessStartInfo start = new("systemd-analyze", ["verify", Path.Combine(folder, unit)])
        {
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("systemd-analyze is not on this machine");
        }
    }

    private static async Task ServeAsync(TcpListener server, byte[] body, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(stop);
                using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop))!.Split(' ')[1];
                while (await reader.ReadLineAsync(stop) is { Length: > 0 })
                {
                    // Headers are of no interest.
                }

                var content = path == "/robots.txt" ? [] : body;
                var head =
                    $"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head), stop);
                await client.GetStream().WriteAsync(content, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private void Sample(string name) =>
        _folder.Write(
            name,
            File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
        );

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
