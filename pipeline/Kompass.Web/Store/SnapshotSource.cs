namespace Kompass.Web.Store;

/// <summary>Gives the newest state of the store: a nightly run that ends is seen at the next request.</summary>
internal sealed class SnapshotSource(ExplorerOptions options)
{
    private readonly Lock _lock = new();
    private (DateTime Written, long Length) _stamp;
    private Snapshot? _current;

    /// <summary>The newest state.</summary>
    /// <exception cref="DatasetException">There is no dataset yet.</exception>
    public Snapshot Current()
    {
        var file = new FileInfo(options.Data.Store);
        if (!file.Exists)
        {
            throw new DatasetException(
                $"{options.Data.Store}: there is no dataset yet; run kompass nightly first, or name its folder with --data"
            );
        }

        var stamp = (file.LastWriteTimeUtc, file.Length);
        lock (_lock)
        {
            if (_current is null || stamp != _stamp)
            {
                _current = new Snapshot(options.Data, options.Knowledge);
                _stamp = stamp;
            }

            return _current;
        }
    }
}
