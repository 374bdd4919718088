using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Tests.Dataset.Queries;

/// <summary>A small store of reports that a test spells out.</summary>
internal sealed class Sample : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Sample(params ReportRecord[] records)
    {
        Data = new DataFolder(_folder.Path);
        Data.Build(Subject.Knowledge, records.Select(ContentId.Assign));
        Connection = SqliteStore.OpenForReading(Data);
    }

    public DataFolder Data { get; }

    public SqliteConnection Connection { get; }

    public static ReportRecord Report(
        string name,
        string code,
        int year,
        params (FindingKind Kind, string Theme)[] findings
    ) =>
        WrittenRecords.Of("a", areas: [(5, year - 1960)]) with
        {
            Id = $"{Municipality.SlugOf(name)}-{year}",
            Municipality = new MunicipalityName(code, name),
            Year = year,
            Findings =
            [
                .. findings.Select(
                    (f, i) =>
                        WrittenRecords.Finding(1, f.Kind, i + 1, $"Punkt {i}") with
                        {
                            Question = "1.4",
                            Theme = f.Theme,
                        }
                ),
            ],
        };

    public void Dispose()
    {
        Connection.Dispose();
        _folder.Dispose();
    }
}
