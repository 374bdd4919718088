using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>What lies under the paths a person gave.</summary>
/// <param name="Files">To be read, in order of path. What is no regular file is among them; its reader says so.</param>
/// <param name="NotFollowed">Links that lead out of these paths or nowhere, and folders that cannot be listed: each with what is the matter.</param>
public sealed record InboxListing(IReadOnlyList<string> Files, IReadOnlyList<SetAside> NotFollowed);

/// <summary>Finds the documents under the paths a person gives.</summary>
public static class Inbox
{
    /// <summary>
    /// All documents: a file that is named is taken whatever its name; in a folder, and the folders in it, every file is taken but hidden ones, notes beside
    /// the documents (<c>*.json</c>) and a README. A link is followed where it leads into one of the paths; each folder is searched once.
    /// </summary>
    /// <exception cref="DatasetException">A path is neither a file nor a folder, or its folder cannot be listed.</exception>
    public static InboxListing List(IEnumerable<string> paths)
    {
        var given = paths.ToList();
        var walk = new Walk([.. given.Select(RealPath)]);
        foreach (var path in given)
        {
            if (Directory.Exists(path))
            {
                walk.Folders.Enqueue((path, RealPath(path)));
            }
            else if (File.Exists(path))
            {
                walk.Files.Add(path);
            }
            else
            {
                throw new DatasetException($"{path}: there is no such file or folder");
            }
        }

        walk.Run(given);
        return new InboxListing(
            [.. walk.Files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [
                .. walk
                    .NotFollowed.DistinctBy(s => s.File, StringComparer.Ordinal)
                    .OrderBy(s => s.File, StringComparer.Ordinal),
            ]
        );
    }

    private static EnumerationOptions Visible { get; } =
        new()
        {
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            // A folder that may not be entered is said, not passed over.
            IgnoreInaccessible = false,
        };

    // A path that leads through links, as the place where it ends. A link to nothing ends where it stands.
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        for (var links = 0; links < MaxLinks; links++)
        {
            if (FirstLink(full) is not { } link)
            {
                return full;
            }

            var target = Path.GetFullPath(
                new FileInfo(link).LinkTarget!,
                Path.GetDirectoryName(link)!
            );
            full = Path.GetFullPath(target + full[link.Length..]);
        }

        return full;
    }

    // As the kernel does: more links than this are a loop.
    private const int MaxLinks = 40;

    private static string? FirstLink(string full)
    {
        for (var end = full.IndexOf('/', 1); ; end = full.IndexOf('/', end + 1))
        {
            var part = end < 0 ? full : full[..end];
            if (part.Length > 1 && new FileInfo(part).LinkTarget is not null)
            {
                return part;
            }

            if (end < 0)
            {
                return null;
            }
        }
    }

    private static bool IsBeside(string name) =>
        name.StartsWith('.')
        || name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private sealed class Walk(IReadOnlyList<string> roots)
    {
        public List<string> Files { get; } = [];

        public List<SetAside> NotFollowed { get; } = [];

        public Queue<(string Path, string Real)> Folders { get; } = new();

        public void Run(IReadOnlyList<string> given)
        {
            // Folders themselves before links to them, each once: a link may lead back to where it stands.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var links = new Queue<(string Path, string Real)>();
            while (Folders.Count > 0 || links.Count > 0)
            {
                var (path, real) = Folders.Count > 0 ? Folders.Dequeue() : links.Dequeue();
                if (!seen.Add(real))
                {
                    continue;
                }

                try
                {
                    InFolder(path, real, links);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    if (given.Contains(path, StringComparer.Ordinal))
                    {
                        throw new DatasetException(
                            $"{path}: the folder cannot be listed: {e.Message}",
                            e
                        );
                    }

                    Say(path, $"the folder cannot be listed: {e.Message}");
                }
            }
        }

        private void InFolder(string path, string real, Queue<(string Path, string Real)> links)
        {
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", Visible))
            {
                var name = Path.Combine(path, entry.Name);
                if (entry.LinkTarget is not null)
                {
                    Link(name, entry is DirectoryInfo, links);
                }
                else if (entry is DirectoryInfo)
                {
                    Folders.Enqueue((name, Path.Combine(real, entry.Name)));
                }
                else if (!IsBeside(entry.Name))
                {
                    Files.Add(name);
                }
            }
        }

        private void Link(string name, bool isFolder, Queue<(string Path, string Real)> links)
        {
            var target = RealPath(name);
            if (
                !roots.Any(r => target == r || target.StartsWith(r + "/", StringComparison.Ordinal))
            )
            {
                Say(
                    name,
                    $"is a link to {target}, out of the inbox, and is not followed; name that path too if it is meant"
                );
            }
            else if (isFolder)
            {
                links.Enqueue((name, target));
            }
            else if (!IsBeside(Path.GetFileName(name)))
            {
                Files.Add(name);
            }
        }

        private void Say(string path, string message) =>
            NotFollowed.Add(new SetAside(path, SetAsideCause.Unreadable, message));
    }
}
