using System.IO.Enumeration;

namespace Kompass.Mining.Fetching;

/// <summary>What a site's robots.txt allows (RFC 9309), for one robot.</summary>
public sealed class RobotsTxt
{
    // RFC 9309, 2.5: at least 500 kibibytes must be parsed.
    internal const int MaxBytes = 512 * 1024;

    private readonly List<(bool Allow, string Path)> _rules;

    private RobotsTxt(List<(bool, string)> rules, TimeSpan? delay) =>
        (_rules, CrawlDelay) = (rules, delay);

    /// <summary>The pause it asks for between two requests, or null.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Nothing is forbidden: there is no robots.txt.</summary>
    public static RobotsTxt AllowsAll { get; } = new([], null);

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The file.</param>
    /// <param name="robot">The robot's name, compared without regard to case.</param>
    public static RobotsTxt Parse(string text, string robot)
    {
        var (own, any) = (new Group(), new Group());
        var current = new List<Group>();
        var namesRobots = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            var name = parts[0].ToLowerInvariant();
            if (name == "user-agent")
            {
                // Lines that name robots one after the other begin one group.
                if (!namesRobots)
                {
                    current.Clear();
                }

                namesRobots = true;
                if (parts[1] == "*")
                {
                    current.Add(any);
                }
                else if (
                    robot.StartsWith(parts[1], StringComparison.OrdinalIgnoreCase)
                    && parts[1].Length > 0
                )
                {
                    own.IsNamed = true;
                    current.Add(own);
                }

                continue;
            }

            namesRobots = false;
            current.ForEach(g => g.Take(name, parts[1]));
        }

        var group = own.IsNamed ? own : any;
        return new RobotsTxt(group.Rules, group.Delay);
    }

    /// <summary>Whether an address may be asked: the longest rule that matches decides, among equals the one that allows.</summary>
    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        return path == "/robots.txt"
            || _rules
                .Where(r => Matches(r.Path, path))
                .OrderByDescending(r => r.Path.Length)
                .ThenByDescending(r => r.Allow)
                .Select(r => r.Allow)
                .FirstOrDefault(true);
    }

    // '*' stands for any characters, '$' for the end.
    private static bool Matches(string pattern, string path) =>
        FileSystemName.MatchesSimpleExpression(
            (pattern.EndsWith('$') ? pattern[..^1] : pattern + "*")
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("?", @"\?", StringComparison.Ordinal),
            path,
            ignoreCase: false
        );

    private sealed class Group
    {
        public bool IsNamed { get; set; }

        public List<(bool Allow, string Path)> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public void Take(string name, string value)
        {
            if (name is "allow" or "disallow" && value.Length > 0)
            {
                Rules.Add((name == "allow", value));
            }
            else if (
                name == "crawl-delay"
                && double.TryParse(
                    value,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var seconds
                )
                && seconds < TimeSpan.MaxValue.TotalSeconds
            )
            {
                Delay = TimeSpan.FromSeconds(seconds);
            }
        }
    }
}
