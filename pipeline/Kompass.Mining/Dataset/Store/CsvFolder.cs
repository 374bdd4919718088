using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Store;

/// <summary>The store's tables as CSV files in a folder, each moved into the place of the old one; what version they are of stands beside them.</summary>
internal static class CsvFolder
{
    /// <summary>Whether a dataset has them: a run then keeps them as its store is.</summary>
    public static bool IsIn(DataFolder data) => File.Exists(VersionFile(data.Csv));

    /// <summary>Writes those of a dataset: all tables of <see cref="TableCatalogue.OfRuns"/>.</summary>
    /// <param name="data">Its store is built.</param>
    /// <param name="isNew">Whether the store was built anew; else they are written only where they are of another version.</param>
    /// <param name="cancellation">Stops between tables.</param>
    /// <exception cref="IOException">They cannot be written: each is the old or the new one, and the next run goes on.</exception>
    public static void Write(DataFolder data, bool isNew, CancellationToken cancellation)
    {
        using var store = SqliteStore.OpenForReading(data);
        var version = VersionFile(data.Csv);
        if (
            isNew
            || !File.Exists(version)
            || !File.ReadAllBytes(version).AsSpan().SequenceEqual(About(store))
        )
        {
            Write(store, data.Csv, TableCatalogue.OfRuns, cancellation);
        }
    }

    /// <summary>Writes tables of a store, and removes the files of all others.</summary>
    public static void Write(
        SqliteConnection store,
        string folder,
        IReadOnlyList<Table> tables,
        CancellationToken cancellation
    )
    {
        foreach (var table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            AtomicFile.Write(
                FileOf(table),
                stream => CsvExport.WriteRows(stream, table.Names, table.Read(store))
            );
        }

        // Of a table that an earlier version of this program wrote: it would tell of another state.
        foreach (var table in TableCatalogue.All.Except(tables).Where(t => File.Exists(FileOf(t))))
        {
            AtomicFile.Delete(FileOf(table));
        }

        AtomicFile.Write(VersionFile(folder), stream => stream.Write(About(store)));

        string FileOf(Table table) => Path.Combine(folder, table.Name + ".csv");
    }

    private static string VersionFile(string folder) => Path.Combine(folder, "version.json");

    // All that the store says of itself but its schema.
    private static byte[] About(SqliteConnection store) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new SortedDictionary<string, string>(
                SqliteStore
                    .Meta(store)
                    .Where(m => m.Key != "schema")
                    .ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal),
                StringComparer.Ordinal
            ),
            AboutJson.Default.SortedDictionaryStringString
        );
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class AboutJson : JsonSerializerContext;
