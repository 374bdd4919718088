using Npgsql;

namespace Kompass.Cli.Tests;

/// <summary>The dataset in PostgreSQL: <c>kompass nightly --store</c>, and the questions that are asked with <c>--store</c>.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dataset_IsSharedInADatabaseWithTheSameAnswersToEveryQuestion()
    {
        using var server = PostgresServer.StartOrSkip();
        CopySamples(4);
        var first = Run("nightly", "in", "--data", "d", "--store", server.Address);
        Assert.Equal(0, first.ExitCode);
        Assert.DoesNotContain("hemligt", first.Error, StringComparison.Ordinal);
        SameAnswers(server);

        // Nothing changed: nothing is written. Then another report comes, and all have the new version.
        var made = Ask(server, "SELECT oid FROM pg_namespace WHERE nspname = 'kompass'");
        Run("nightly", "in", "--data", "d", "--store", server.Address);
        Assert.Equal(made, Ask(server, "SELECT oid FROM pg_namespace WHERE nspname = 'kompass'"));
        CopySamples(5);
        Run("nightly", "in", "--data", "d", "--store", server.Address);
        Assert.NotEqual(
            made,
            Ask(server, "SELECT oid FROM pg_namespace WHERE nspname = 'kompass'")
        );
        SameAnswers(server);

        // PostgreSQL's own Swedish search, and the views.
        Assert.NotEqual(
            0L,
            Ask(
                server,
                "SELECT count(*) FROM kompass.prose WHERE to_tsvector('swedish', text) @@ websearch_to_tsquery('swedish', 'kommunen')"
            )
        );
        Assert.Equal(
            Ask(server, "SELECT count(*) FROM kompass.findings"),
            Ask(server, "SELECT count(*) FROM kompass.findings_full")
        );
    }

    [Fact]
    public void DatabaseThatCannotBeReached_IsOneLineAndTheDatasetIsWhole()
    {
        CopySamples(1);

        var night = Run(
            "nightly",
            "in",
            "--data",
            "d",
            "--store",
            "postgres://kompass:hemligt@127.0.0.1:1/x"
        );
        var question = Run("scores", "--store", "postgres://127.0.0.1:1/x");
        var wrong = Run("nightly", "in", "--data", "d", "--store", "mysql://127.0.0.1/x");

        Assert.Equal((3, 3, 2), (night.ExitCode, question.ExitCode, wrong.ExitCode));
        Assert.Contains("postgres://127.0.0.1:1/x", night.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", night.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("scores", "--data", "d").ExitCode);
    }

    private void SameAnswers(PostgresServer server)
    {
        foreach (
            var question in (string[])
                [
                    "findings --text kommunen --in lists,remarks,prose",
                    "findings --text e-tjänst*",
                    "concordance --text dialog --in prose",
                    "findings --kind improvement --area 1-3",
                    "counts --by theme,kind",
                    "counts --by year,area",
                    "scores",
                    "scores --area 2,5",
                    "progress",
                    "together --within report",
                    "counts --by year",
                ]
        )
        {
            string[] arguments = [.. question.Split(' '), "--csv"];
            var own = Run([.. arguments, "--data", "d"]);
            var shared = Run([.. arguments, "--data", "elsewhere", "--store", server.Address]);

            Assert.True(own.ExitCode is 0 or 1, question + own.Error);
            Assert.Equal(
                (own.ExitCode, own.Output, own.Error),
                (shared.ExitCode, shared.Output, shared.Error)
            );
        }
    }

    private static object? Ask(PostgresServer server, string sql)
    {
        var address = new Uri(server.Address);
        using var database = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={address.Port};Username=kompass;Database=postgres;Pooling=false"
        );
        database.Open();
        using var command = new NpgsqlCommand(sql, database);
        return command.ExecuteScalar();
    }

    private void CopySamples(int count)
    {
        foreach (
            var file in Directory
                .GetFiles(Repository.Samples, "*.txt")
                .Order(StringComparer.Ordinal)
                .Take(count)
        )
        {
            Directory.CreateDirectory(_folder.File("in"));
            File.Copy(file, _folder.File("in/" + Path.GetFileName(file)), overwrite: true);
        }
    }

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
