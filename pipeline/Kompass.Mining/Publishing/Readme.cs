using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Publishing;

/// <summary>What is in the folder, for whoever finds it.</summary>
internal static class Readme
{
    public static string Text(
        DatasetVersion version,
        PublicationOptions options,
        Knowledge knowledge,
        IReadOnlyList<string> unknown
    )
    {
        var known = Gaps.Known(knowledge).Count();
        return Invariant(
            $"""
            # Kommunkompassen: findings and scores

            Version {version.Short} of {version.Date} · {version.Records.Count} {(
                version.Records.Count == 1 ? "evaluation" : "evaluations"
            )} · labels by {(
                version.Models.Count > 0 ? string.Join(", ", version.Models) : "no model"
            )}
            · {options.License.Title} · {options.Publisher}

            | file | for |
            |---|---|
            | `csv/`, `datapackage.json` | a Data Package: tables with types, keys and what they mean |
            | `parquet/` | the same for R, Python, DuckDB |
            | `kompass.xlsx`, `csv-excel/` | the same for Excel; the workbook begins with the code book |
            | `kompass.db` | the same as SQLite, with views that join it and full-text search |
            | `codebook.sv.md`, `codebook.en.md` | what every column means |
            | `gaps.csv` | evaluations that are known and missing here; {known} are known by municipality and year, some 240 have been made |
            | `changes.csv` | what became of the dataset from version to version |
            | `dcat-ap-se.ttl`, `croissant.json` | the description for data portals and for machine learning |

            Scores and lists were read from published reports by a program. What is uncertain is marked (`certainty`, `notes`); sub-questions and themes are
            given by a model, with probabilities. What analysts have set right stands in `corrections`, with what was read. The reports that could be had are not a random draw of those that were made. Scores of 2009 and earlier stand on
            another scale. {(options.WithoutNames ? "Names of evaluators are left out." : "")} {(
                options.WithoutProse
                    ? "The reports' prose is left out, and so are the sentences quoted from it (remarks, exemplars)."
                    : ""
            )}{Warning(unknown)}

            """
        );
    }

    /// <summary>What the publication is, each with its name: title, version, licence, publisher.</summary>
    public static IReadOnlyList<(string Name, string Value)> Facts(
        DatasetVersion version,
        PublicationOptions options
    ) =>
        [
            ("title", "Kommunkompassen: findings and scores"),
            ("version", $"{version.Version} ({version.Date})"),
            ("evaluations", version.Records.Count.ToString(CultureInfo.InvariantCulture)),
            ("licence", $"{options.License.Title}, {options.License.Url}"),
            ("publisher", options.Publisher),
            ("address", options.Url),
            ("read first", "README.md, codebook.sv.md, codebook.en.md; sheet codebook"),
        ];

    private static string Warning(IReadOnlyList<string> unknown) =>
        unknown.Count == 0
            ? ""
            : Invariant(
                $"\n\n{unknown.Count} of the evaluations are of municipalities that are none of Sweden's 290, as samples are: {string.Join(", ", unknown.Take(MostNamed))}{(unknown.Count > MostNamed ? " …" : "")}. Leave them out of what you count (`municipality_code` is empty)."
            );

    // Of reports, as many as a reader looks through.
    private const int MostNamed = 20;
}
