using System.Text.Json.Nodes;
using Kompass.Mining.Fetching;

namespace Kompass.Cli.Commands.Runs;

/// <summary>What a run has to tell the alarm command: gathered while the run goes on, sent at its end where something of it is new.</summary>
/// <param name="data">The dataset.</param>
internal sealed class Alarm(DataFolder data)
{
    private FetchSummary? _fetch;
    private StandingList.Change? _documents;
    private string? _failure;

    /// <summary>Fetching has ended.</summary>
    public void Take(FetchSummary fetch) => _fetch = fetch;

    /// <summary>Reading has ended, and the summary of the run is written.</summary>
    public void Take(StandingList.Change documents) => _documents = documents;

    /// <summary>Something kept the run, or a part of it, from its work.</summary>
    public void Fail(string message) => _failure = message;

    /// <summary>Does the work, and sends what there is to tell at its end, or why it failed. Not where somebody stopped it.</summary>
    public async Task<int> GuardAsync(Terminal terminal, string? command, Func<Task<int>> work)
    {
        try
        {
            var exit = await work();
            Send(terminal, command, exit);
            return exit;
        }
        catch (Exception e) when (!Failures.IsInterruption(e))
        {
            Fail(e.Message);
            Send(terminal, command, ExitCode.Environment);
            throw;
        }
    }

    /// <summary>Sends it where something is new; what is new stays so for the next run where the command fails.</summary>
    private void Send(Terminal terminal, string? command, int exit)
    {
        var isNews =
            _failure is not null || _documents is { New.Count: > 0 } || _fetch?.News.Any() == true;
        if (!isNews || AlarmCommand.Run(terminal, command, Input(exit)))
        {
            _documents?.Keep();
        }
    }

    private string Input(int exit)
    {
        var input =
            _documents is not null && JsonNode.Parse(File.ReadAllText(data.Run)) is JsonObject run
                ? run
                : [];
        if (_failure is not null)
        {
            input["event"] = "failed";
            input["message"] = _failure;
        }

        input["exitStatus"] = exit;
        if (_documents is { } documents)
        {
            input["new"] = JsonNode.Parse(StandingList.Json(documents.New));
            input["lasting"] = JsonNode.Parse(StandingList.Json(documents.Lasting));
        }

        if (_fetch is not null)
        {
            input["fetch"] = JsonNode.Parse(
                File.ReadAllText(new FetchedStore(data.Fetched).Summary)
            );
        }

        return input.ToJsonString();
    }
}
