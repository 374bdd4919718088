using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Kompass.Cli.Doctor;

/// <summary>Where the program runs, what it knows, and where it writes.</summary>
internal static class PlaceChecks
{
    public static IEnumerable<Check> Of(string corpus, string models, DataFolder data) =>
        [Runtime(), Swedish(), Sqlite(), Corpus(corpus), Models(models), Data(data), Office()];

    private static Check Runtime() =>
        new(
            "machine",
            ".NET",
            State.Ok,
            Invariant(
                $"{Environment.Version} on {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB of memory"
            )
        );

    // Without the tables of letters there is no Swedish order of them: a, z, å, ä, ö.
    private static Check Swedish() =>
        Check.Of(
            "machine",
            "Swedish letters",
            SortsSwedish() ? "ICU" : null,
            State.Weak,
            "lists are not sorted as Swedish does",
            "apt-get install libicu72"
        );

    private static bool SortsSwedish()
    {
        try
        {
            return CultureInfo.GetCultureInfo("sv-SE").CompareInfo.Compare("ö", "z") > 0;
        }
        catch (CultureNotFoundException)
        {
            // The runtime was started without cultures.
            return false;
        }
    }

    // Not started, which takes seconds.
    private static Check Office() =>
        Check.Of(
            "feedback",
            "LibreOffice",
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, "soffice"))
                .FirstOrDefault(File.Exists),
            State.Weak,
            "drafts that come back as .odt or .doc, and such notes, cannot be read; .docx can",
            "apt-get install --no-install-recommends libreoffice-writer"
        );

    private static Check Sqlite()
    {
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sqlite_compileoption_used('ENABLE_FTS5')";
            var hasSearch =
                Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 1;
            return Check.Of(
                "store",
                "SQLite",
                hasSearch ? $"{connection.ServerVersion} with FTS5" : null,
                State.Missing,
                $"{connection.ServerVersion} without FTS5: the store cannot be built"
            );
        }
        catch (Exception e)
            when (e is SqliteException or TypeInitializationException or DllNotFoundException)
        {
            return new Check("store", "SQLite", State.Missing, e.Message);
        }
    }

    private static Check Corpus(string folder)
    {
        try
        {
            var knowledge = Knowledge.Load(folder);
            return new Check(
                "store",
                "corpus",
                State.Ok,
                $"{folder}: {knowledge.Editions.Count} editions, version {knowledge.Fingerprint}"
            );
        }
        catch (CorpusException e)
        {
            return new Check("store", "corpus", State.Missing, e.Message);
        }
    }

    // One folder a model: models/themes/model.bin.
    private static Check Models(string folder)
    {
        List<string> models = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetDirectories(folder)
                    .Where(f => File.Exists(Path.Combine(f, "model.bin")))
                    .Select(f => Path.GetFileName(f))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        return Check.Of(
            "learning",
            "models",
            models.Count > 0 ? $"{folder}: {string.Join(", ", models)}" : null,
            State.Weak,
            $"{folder}: none; findings get no labels, and nothing is predicted"
        );
    }

    private static Check Data(DataFolder data)
    {
        // The folder itself where it is there, else the nearest one above it, in which it would be made.
        var folder = new DirectoryInfo(Path.GetFullPath(data.Root));
        while (!folder.Exists && !File.Exists(folder.FullName) && folder.Parent is not null)
        {
            folder = folder.Parent;
        }

        try
        {
            using (
                new FileStream(
                    Path.Combine(folder.FullName, ".kompass-doctor"),
                    FileMode.Create,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                )
            ) { }

            return new Check(
                "store",
                "dataset",
                State.Ok,
                Directory.Exists(data.Root)
                    ? $"{data.Root} can be written"
                    : $"{data.Root} is not there yet and can be made"
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Check(
                "store",
                "dataset",
                State.Missing,
                $"{data.Root} cannot be written: {e.Message}; give --data another folder"
            );
        }
    }
}
