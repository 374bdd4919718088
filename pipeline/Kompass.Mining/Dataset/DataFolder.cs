using Polly;
using Polly.Retry;

namespace Kompass.Mining.Dataset;

/// <summary>
/// The folder in which a dataset lives. <c>documents/</c> holds what was read from each document, <c>records/</c> one record a report: the truth. All else
/// is derived and can be rebuilt from them: <c>kompass.db</c>, <c>csv/</c>, <c>QUALITY.md</c>, <c>run.json</c>.
/// </summary>
/// <param name="Root">Its path.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>What was read from each document, one file each.</summary>
    public string Documents => Path.Combine(Root, "documents");

    /// <summary>One record a report.</summary>
    public string Records => Path.Combine(Root, "records");

    /// <summary>The SQLite store.</summary>
    public string Store => Path.Combine(Root, "kompass.db");

    /// <summary>The tables as CSVs, where they were asked for, and what evaluators told as one.</summary>
    public string Csv => Path.Combine(Root, "csv");

    /// <summary>What every run did, one file each.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>What was fetched from where it is published.</summary>
    public string Fetched => Path.Combine(Root, "fetched");

    /// <summary>What evaluators made of them, one file a draft.</summary>
    public string Feedback => Path.Combine(Root, "feedback");

    /// <summary>Outcomes that evaluators' edited drafts tell, in the form of <c>corpus/improvements/outcomes.csv</c>.</summary>
    public string FeedbackOutcomes => Path.Combine(Feedback, "outcomes.csv");

    /// <summary>What analysts have set right in this dataset alone, where they keep it here.</summary>
    public string Corrections => Path.Combine(Root, "corrections.csv");

    /// <summary>Which findings corrections by place were made for.</summary>
    internal string MetFindings => Path.Combine(Root, ".corrections.json");

    /// <summary>The quality report.</summary>
    public string Quality => Path.Combine(Root, "QUALITY.md");

    /// <summary>The summary of the last run.</summary>
    public string Run => Path.Combine(Root, "run.json");

    /// <summary>Which documents are known, and what came of them.</summary>
    public string Ledger => Path.Combine(Root, "ledger.json");

    /// <summary>Where shards keep their journals and locks until they are merged.</summary>
    public string Shards => Path.Combine(Root, "shards");

    /// <summary>Takes one shard for writing; others may be written at the same time.</summary>
    /// <exception cref="DatasetException">The same shard, or a merge, is under way.</exception>
    public IDisposable Lock(Shard shard) => Lock(Shards, $"{shard.Name}.lock");

    /// <summary>Takes the folder for writing. One run at a time; the lock goes with the process.</summary>
    /// <exception cref="DatasetException">Another run holds it, or the folder cannot be written.</exception>
    public IDisposable Lock() => Lock(Root, ".lock");

    /// <summary>Takes all shards that have written: none may be writing while what it wrote is merged.</summary>
    /// <exception cref="DatasetException">One of them is.</exception>
    public IDisposable LockShards()
    {
        var held = new Held();
        if (Directory.Exists(Shards))
        {
            foreach (
                var journal in Directory
                    .GetFiles(Shards, "*-of-*")
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            )
            {
                var name = journal.Replace("-of-", "/", StringComparison.Ordinal);
                if (Shard.Parse(name) is { } shard)
                {
                    try
                    {
                        held.Add(Lock(shard));
                    }
                    catch (DatasetException e)
                    {
                        held.Dispose();
                        throw new DatasetException(
                            $"{Root}: shard {name} is still being read; wait for it to end, then merge",
                            e
                        );
                    }
                }
            }
        }

        return held;
    }

    private sealed class Held : IDisposable
    {
        private readonly List<IDisposable> _locks = [];

        public void Add(IDisposable held) => _locks.Add(held);

        public void Dispose() => _locks.ForEach(l => l.Dispose());
    }

    // Linux: the lock would block.
    private static bool IsHeld(IOException e) => e.HResult == 11;

    private static IDisposable Lock(string folder, string name)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // A run that is just ending lets go within a moment.
            var retry = new ResiliencePipelineBuilder()
                .AddRetry(
                    new RetryStrategyOptions
                    {
                        ShouldHandle = new PredicateBuilder().Handle<IOException>(IsHeld),
                        MaxRetryAttempts = 4,
                        Delay = TimeSpan.FromMilliseconds(150),
                    }
                )
                .Build();
            var file = Path.Combine(folder, name);
            return retry.Execute(() =>
                new FileStream(
                    file,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new DatasetException(
                $"{folder}: another run is writing this dataset; wait for it to end, or give --data another folder",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{folder}: the folder of the dataset cannot be written: {Why(folder, e)}",
                e
            );
        }
    }

    private static string Why(string folder, Exception e) =>
        e is UnauthorizedAccessException ? "this user has no right to"
        : File.Exists(folder) ? "there is a file of this name"
        : e.Message;
}

/// <summary>The dataset cannot be read or written. The message names the file and what to do.</summary>
public sealed class DatasetException(string message, Exception? inner = null)
    : Exception(message, inner);
