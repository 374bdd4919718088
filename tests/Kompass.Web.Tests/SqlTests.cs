using System.Net;
using System.Text.Json;

namespace Kompass.Web.Tests;

/// <summary>SQL of strangers: reading only, bounded.</summary>
public sealed class SqlTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("SELECT count(*) FROM findings", "8")]
    [InlineData(
        "SELECT theme_label FROM findings_full WHERE theme = 'follow-up'",
        "Uppföljning och analys"
    )]
    [InlineData(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 42) SELECT max(i) FROM n",
        "42"
    )]
    [InlineData(
        "SELECT count(*) FROM findings_search WHERE findings_search MATCH 'stems : \"dialog\"'",
        "2"
    )]
    public async Task A_select_is_answered(string sql, string expected)
    {
        var page = await site.Page("/sql?query=" + Uri.EscapeDataString(sql));

        Assert.Null(page.QuerySelector(".problem"));
        Assert.Equal(expected, page.QuerySelector("tbody td")!.TextContent);
    }

    [Theory]
    [InlineData("DELETE FROM findings")]
    [InlineData("UPDATE reports SET year = 1")]
    [InlineData("INSERT INTO meta VALUES ('a', 'b')")]
    [InlineData("CREATE TEMP TABLE t(a)")]
    [InlineData("ATTACH DATABASE '/tmp/x.db' AS x")]
    [InlineData("PRAGMA query_only = 0")]
    [InlineData("SELECT load_extension('x')")]
    [InlineData("VACUUM INTO '/tmp/copy.db'")]
    [InlineData("BEGIN")]
    [InlineData("SELECT 1; DELETE FROM findings")]
    public async Task Whatever_does_more_than_read_is_refused(string sql)
    {
        var page = await site.Page(
            "/sql?query=" + Uri.EscapeDataString(sql),
            HttpStatusCode.BadRequest
        );

        Assert.StartsWith("Frågan kördes inte: ", page.QuerySelector(".problem")!.TextContent);
        Assert.Equal(
            "8",
            (await site.Page("/sql?query=SELECT+count(*)+FROM+findings"))
                .QuerySelector("tbody td")!
                .TextContent
        );
    }

    [Fact]
    public async Task What_takes_longer_than_a_second_is_stopped()
    {
        const string Endless =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

        var page = await site.Page(
            "/sql?query=" + Uri.EscapeDataString(Endless),
            HttpStatusCode.BadRequest
        );

        Assert.Contains("längre än 1 s ", page.QuerySelector(".problem")!.TextContent);
        Assert.Contains("longer than 1 s ", page.QuerySelector(".problem")!.TextContent);
    }

    [Theory]
    [InlineData("SELECT zeroblob(900000000)")]
    [InlineData("SELECT replace(hex(zeroblob(900000)), '0', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')")]
    public async Task A_value_that_would_fill_the_memory_is_refused(string sql)
    {
        var page = await site.Page(
            "/sql?query=" + Uri.EscapeDataString(sql),
            HttpStatusCode.BadRequest
        );

        Assert.NotNull(page.QuerySelector(".problem"));
    }

    [Fact]
    public async Task More_rows_than_the_limit_are_cut_and_the_page_says_so()
    {
        const string Many =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) SELECT i FROM n";

        var page = await site.Page("/sql?query=" + Uri.EscapeDataString(Many));

        Assert.Equal(1000, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("fler finns", page.QuerySelector("h2")!.TextContent);
    }

    [Theory]
    [InlineData(1001, false)]
    [InlineData(100_001, true)]
    public async Task Csv_json_and_citation_have_more_rows_and_say_where_those_are_not_all(
        int rows,
        bool isCut
    )
    {
        var address =
            "/sql?query="
            + Uri.EscapeDataString(
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) SELECT i FROM n"
            );
        var cancellation = TestContext.Current.CancellationToken;

        using var csv = await site.Client.GetAsync(address + "&format=csv", cancellation);
        using var json = JsonDocument.Parse(
            await site.Client.GetStringAsync(address + "&format=json", cancellation)
        );
        var cited = await site.Client.GetStringAsync(address + "&format=cite", cancellation);

        var most = Math.Min(rows, 100_000);
        Assert.Equal(
            most,
            (await csv.Content.ReadAsStringAsync(cancellation)).Count(c => c == '\n') - 1
        );
        Assert.Equal(isCut ? ["100000"] : [], Header(csv, "X-Kompass-Cut-At"));
        Assert.Equal(isCut, json.RootElement.TryGetProperty("cut", out _));
        Assert.Equal(isCut, json.RootElement.TryGetProperty("limit", out _));
        Assert.Equal(isCut, cited.Contains("these are the first 100000", StringComparison.Ordinal));
        Assert.Contains($"rows:          {most}\n", cited, StringComparison.Ordinal);

        static string[] Header(HttpResponseMessage response, string name) =>
            response.Headers.TryGetValues(name, out var values) ? [.. values] : [];
    }

    [Fact]
    public async Task What_sqlite_refuses_is_told_in_its_words_only()
    {
        var page = await site.Page(
            "/sql?query=" + Uri.EscapeDataString("SELECT 'a' FROM none"),
            HttpStatusCode.BadRequest
        );

        Assert.StartsWith(
            "Frågan kördes inte: SQLite säger: no such table: none.",
            page.QuerySelector(".problem")!.TextContent
        );
        Assert.DoesNotContain("SQLite Error", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_refused_statement_has_no_csv()
    {
        using var response = await site.Client.GetAsync(
            "/sql?query=DROP+TABLE+findings&format=csv",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
