namespace Kompass.Mining.Dataset;

/// <summary>
/// The seam at which tests let a file operation of the dataset fail. Every operation that changes a file of a dataset names itself here first; nobody
/// listens but a test, and only in its own flow of execution.
/// </summary>
internal static class FileOperation
{
    private static readonly AsyncLocal<Action<string, string>?> Listener = new();

    /// <summary>Listens to operations of this flow of execution until what is returned is disposed.</summary>
    /// <param name="before">Gets an operation's name (<c>create</c>, <c>flush</c>, <c>link</c>, <c>move</c>, <c>delete</c>, <c>append</c>) and its file; what it throws, the operation throws.</param>
    public static IDisposable Intercept(Action<string, string> before)
    {
        Listener.Value = before;
        return new Listening();
    }

    /// <summary>Says what is about to be done to a file.</summary>
    public static void Begin(string operation, string path) =>
        Listener.Value?.Invoke(operation, path);

    private sealed class Listening : IDisposable
    {
        public void Dispose() => Listener.Value = null;
    }
}
