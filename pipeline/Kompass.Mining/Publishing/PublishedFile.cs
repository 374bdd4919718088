using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Publishing;

/// <summary>A file of a publication as its descriptions name it.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="MediaType">Its kind.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record PublishedFile(string Path, string MediaType, long Bytes, string Sha256)
{
    public static PublishedFile Csv(string folder, Table table) =>
        Of(folder, $"csv/{table.Name}.csv", "text/csv");

    /// <summary>All tables, as CSV and then as Parquet.</summary>
    public static IEnumerable<PublishedFile> Tables(string folder) =>
        TableCatalogue
            .All.Select(t => Csv(folder, t))
            .Concat(
                TableCatalogue.All.Select(t =>
                    Of(folder, $"parquet/{t.Name}.parquet", "application/vnd.apache.parquet")
                )
            );

    /// <summary>The forms of the dataset that are one file each.</summary>
    public static IEnumerable<PublishedFile> Whole(string folder) =>
        [
            Of(folder, "kompass.db", "application/vnd.sqlite3"),
            Of(
                folder,
                "kompass.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
            Of(folder, "datapackage.json", "application/json"),
        ];

    public static PublishedFile Of(string folder, string path, string mediaType)
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(folder, path));
        return new PublishedFile(
            path,
            mediaType,
            stream.Length,
            Convert.ToHexStringLower(SHA256.HashData(stream))
        );
    }
}
