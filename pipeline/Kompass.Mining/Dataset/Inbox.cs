namespace Kompass.Mining.Dataset;

/// <summary>Finds the documents under the paths a person gives.</summary>
public static class Inbox
{
    /// <summary>
    /// All documents: a file that is named is taken whatever its name; in a folder, and the folders in it, every file is taken but hidden ones, notes beside
    /// the documents (<c>*.json</c>) and a README. In order of path.
    /// </summary>
    /// <exception cref="DatasetException">A path is neither a file nor a folder, or a folder cannot be listed.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                found.AddRange(InFolder(path));
            }
            else if (File.Exists(path))
            {
                found.Add(path);
            }
            else
            {
                throw new DatasetException($"{path}: there is no such file or folder");
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> InFolder(string folder)
    {
        var found = new List<string>();
        try
        {
            // Folders themselves before links to them, each once: a link may lead back to where it stands.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var folders = new Queue<(string Path, string Real)>([(folder, RealPath(folder))]);
            var links = new Queue<string>();
            while (folders.Count > 0 || links.Count > 0)
            {
                var (path, real) = folders.Count > 0 ? folders.Dequeue() : Linked(links.Dequeue());
                if (!seen.Add(real))
                {
                    continue;
                }

                found.AddRange(
                    Directory.EnumerateFiles(path, "*", Visible).Where(f => !IsBeside(f))
                );
                foreach (var below in new DirectoryInfo(path).EnumerateDirectories("*", Visible))
                {
                    var name = Path.Combine(path, below.Name);
                    if (below.LinkTarget is null)
                    {
                        folders.Enqueue((name, Path.Combine(real, below.Name)));
                    }
                    else
                    {
                        links.Enqueue(name);
                    }
                }
            }

            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{folder}: the folder cannot be listed: {e.Message}", e);
        }
    }

    private static EnumerationOptions Visible { get; } =
        new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    private static (string Path, string Real) Linked(string link) => (link, RealPath(link));

    private static string RealPath(string folder) =>
        new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName
        ?? Path.GetFullPath(folder);

    private static bool IsBeside(string file)
    {
        var name = Path.GetFileName(file);
        return name.StartsWith('.')
            || name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase);
    }
}
