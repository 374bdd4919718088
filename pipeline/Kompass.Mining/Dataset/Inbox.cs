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
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(
                        folder,
                        "*",
                        new EnumerationOptions
                        {
                            RecurseSubdirectories = true,
                            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
                        }
                    )
                    .Where(f => !IsBeside(f)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{folder}: the folder cannot be listed: {e.Message}", e);
        }
    }

    private static bool IsBeside(string file)
    {
        var name = Path.GetFileName(file);
        return name.StartsWith('.')
            || name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase);
    }
}
