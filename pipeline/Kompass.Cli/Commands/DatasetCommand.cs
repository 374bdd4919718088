using Kompass.Cli.Commands.Queries;
using Kompass.Mining.Dataset.Versions;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass dataset versions|diff|checkout</c>: the states that a dataset has had.</summary>
internal static class DatasetCommand
{
    public static Command Make(Terminal terminal) =>
        new(
            "dataset",
            """
            The states that the dataset has had. Every run that changes a record makes one; none is ever lost.

            Examples:
              kompass dataset versions
              kompass dataset diff 3 latest --csv
              kompass dataset checkout 3f9a0c12d4e5 then; kompass findings --data then
            """
        )
        {
            Versions(terminal),
            Diff(terminal),
            Checkout(terminal),
        };

    private static Command Versions(Terminal terminal) =>
        new Command("versions", "All versions, the oldest first.").Does(
            (result, _) =>
            {
                var store = new VersionStore(Home.Data(result));
                var versions = store.All();
                terminal.Table(
                    versions,
                    ("number", v => v.Number),
                    ("version", v => v.Short),
                    ("date", v => v.Date),
                    ("reports", v => v.Records.Count),
                    ("program", v => v.Code),
                    ("models", v => string.Join(' ', v.Models))
                );
                terminal.Say(
                    Terminal.Counted(versions.Count, "versions")
                        + (
                            store.Current(versions) is { } current
                                ? Invariant($"; the dataset is in number {current.Number}")
                                : ""
                        )
                );
                return versions.Count > 0 ? ExitCode.Done : ExitCode.Partly;
            }
        );

    private static Command Diff(Terminal terminal)
    {
        var before = Version("BEFORE");
        var after = Version("AFTER");
        after.DefaultValueFactory = _ => "latest";
        var format = new FormatOptions();
        return new Command(
            "diff",
            "What differs between two versions, row by row. Exit status: 0 nothing; 1 something; 3 there is no such version."
        )
        {
            before,
            after,
            format.Json,
            format.Csv,
        }.Does(
            (result, cancellation) =>
            {
                var store = new VersionStore(Home.Data(result));
                var rows = VersionDiff.Of(
                    store,
                    store.Find(result.GetValue(before)!),
                    store.Find(result.GetValue(after)!)
                );
                if (format.Of(result) == Format.Table)
                {
                    terminal.Table(
                        rows.Names,
                        rows.Rows(cancellation)
                            .Select(r =>
                                (IReadOnlyList<string>)[.. r.Select(v => (string?)v ?? "")]
                            )
                    );
                }
                else
                {
                    format.Of(result).Write(terminal, rows, cancellation);
                }

                terminal.Say(Terminal.Counted(rows.Count, "differences"));
                return rows.Count == 0 ? ExitCode.Done : ExitCode.Partly;
            }
        );
    }

    private static Command Checkout(Terminal terminal)
    {
        var version = Version("VERSION");
        var folder = new Argument<string>("DIR") { Description = "A folder that is new or empty" };
        return new Command(
            "checkout",
            "Put a version's records and store into a folder, for --data. Exit status: 0 done; 2 the folder holds something; 3 there is no such version."
        )
        {
            version,
            folder,
        }.Does(
            (result, cancellation) =>
            {
                var target = result.GetValue(folder)!;
                if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                {
                    terminal.Say($"{target}: is not empty; name a folder that is new");
                    return ExitCode.Usage;
                }

                var store = new VersionStore(Home.Data(result));
                var found = store.Find(result.GetValue(version)!);
                store.Checkout(found, new DataFolder(target), cancellation);
                terminal.Say($"{target} holds version {found.Short} of {found.Date}");
                return ExitCode.Done;
            }
        );
    }

    private static Argument<string> Version(string name) =>
        new(name) { Description = "Beginning of its hash, its number, or latest" };
}
