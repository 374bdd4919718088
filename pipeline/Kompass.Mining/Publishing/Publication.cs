using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>
/// A version of the dataset as a folder that can be put on the web: a Data Package of CSVs, the same as Parquet, as one Excel workbook, as CSVs for Swedish Excel and
/// as SQLite; a code book in Swedish and English; what DCAT-AP-SE 3 and Croissant ask for; licence, changes and what is known to be missing.
/// </summary>
public static class Publication
{
    /// <summary>Writes it into a folder that is new, empty, or an earlier publication.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="version">Which version.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="knowledge">The catalogue of published evaluations, for what is missing.</param>
    /// <param name="options">Names, prose, licence.</param>
    /// <param name="cancellation">Stops between records and tables.</param>
    /// <returns>The files, relative to the folder.</returns>
    public static IReadOnlyList<string> Write(
        DataFolder data,
        DatasetVersion version,
        string folder,
        Knowledge knowledge,
        PublicationOptions options,
        CancellationToken cancellation = default
    )
    {
        var versions = new VersionStore(data);
        var store = Path.Combine(folder, "kompass.db");
        DatasetWriter.Write(
            store,
            versions.Records(version).Select(r => Published(r, options)),
            versions.Reference(version),
            version.About(),
            cancellation
        );
        WriteForms(folder, store, version, options, cancellation);
        Write(folder, "codebook.sv.md", CodeBook.Swedish());
        Write(folder, "codebook.en.md", CodeBook.English());
        Write(folder, "gaps.csv", Gaps.Csv(knowledge, version));
        Write(folder, "changes.csv", Changes.Csv(versions, version));
        Write(folder, "LICENSE.txt", $"{options.License.Title}\n{options.License.Url}\n");
        Write(
            folder,
            "README.md",
            Readme.Text(version, options, knowledge, UnknownMunicipalities(folder))
        );
        Write(folder, "datapackage.json", DataPackage.Json(folder, version, options));
        Write(folder, "croissant.json", Croissant.Json(folder, version, options));
        Write(folder, "dcat-ap-se.ttl", Dcat.Turtle(folder, version, options));
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The published reports on municipalities that are none of the 290: samples, or misread names.</summary>
    public static IReadOnlyList<string> UnknownMunicipalities(string folder)
    {
        using var connection = SqliteStore.Open(
            Path.Combine(folder, "kompass.db"),
            SqliteOpenMode.ReadOnly
        );
        return
        [
            .. QueryResult
                .Read(
                    connection,
                    "SELECT id FROM reports WHERE municipality_code IS NULL ORDER BY id"
                )
                .Select(r => (string)r[0]!),
        ];
    }

    // CSV, Parquet, and what Excel opens: made of the store.
    private static void WriteForms(
        string folder,
        string store,
        DatasetVersion version,
        PublicationOptions options,
        CancellationToken cancellation
    )
    {
        using var connection = SqliteStore.Open(store, SqliteOpenMode.ReadOnly);
        CsvFolder.Write(connection, Path.Combine(folder, "csv"), TableCatalogue.All, cancellation);
        foreach (var table in TableCatalogue.All)
        {
            cancellation.ThrowIfCancellationRequested();
            ParquetFile.Write(
                Path.Combine(folder, "parquet", table.Name + ".parquet"),
                table,
                connection
            );
            ExcelCsv.Write(
                Path.Combine(folder, "csv-excel", table.Name + ".csv"),
                table,
                connection
            );
        }

        Workbook.Write(
            Path.Combine(folder, "kompass.xlsx"),
            Readme.Facts(version, options),
            connection,
            cancellation
        );
    }

    private static ReportRecord Published(ReportRecord record, PublicationOptions options) =>
        record with
        {
            Evaluators = options.WithoutNames ? [] : record.Evaluators,
            Prose = options.WithoutProse ? [] : record.Prose,
            Remarks = options.WithoutProse ? [] : record.Remarks,
            Exemplars = options.WithoutProse ? [] : record.Exemplars,
        };

    private static void Write(string folder, string name, string text) =>
        AtomicFile.WriteText(Path.Combine(folder, name), text);
}
