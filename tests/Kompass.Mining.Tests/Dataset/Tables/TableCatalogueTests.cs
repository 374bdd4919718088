using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Tables;

public sealed class TableCatalogueTests
{
    [Fact]
    public void EveryTableAndColumn_IsExplainedInBothLanguages() =>
        Assert.All(
            TableCatalogue.All,
            t =>
            {
                Assert.NotEmpty(t.Swedish);
                Assert.NotEmpty(t.English);
                Assert.All(t.Columns, c => Assert.NotEmpty(c.Swedish));
                Assert.All(t.Columns, c => Assert.NotEmpty(c.English));
                Assert.Distinct(t.Columns.Select(c => c.Name));
            }
        );

    [Fact]
    public void EveryMeaning_IsOfATableOrColumnThatThereIs() =>
        Assert.All(
            Meanings.Explained,
            m =>
                Assert.Contains(
                    TableCatalogue.All,
                    t =>
                        m.Table is "*" && t.Columns.Any(c => c.Name == m.Column)
                        || m.Table == t.Name
                            && (m.Column is "" || t.Columns.Any(c => c.Name == m.Column))
                )
        );

    [Theory]
    [InlineData("notes", "code", typeof(NoteCode))]
    [InlineData("findings", "source_via", typeof(Via))]
    [InlineData("reports", "total_via", typeof(Via))]
    public void EveryValueThatCodeGivesAColumn_IsExplained(string table, string column, Type names)
    {
        var of = TableCatalogue.Find(table);

        Assert.Equal(
            names
                .GetFields()
                .Select(f => (string)f.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal),
            of.Columns[of.IndexOf(column)].Values.Select(v => v.Value).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("notes", "about", typeof(About))]
    [InlineData("notes", "severity", typeof(Severity))]
    [InlineData("findings", "kind", typeof(FindingKind))]
    [InlineData("documents", "kind", typeof(Kompass.Mining.Documents.DocumentKind))]
    public void EveryNameOfAnEnumeration_IsExplained(string table, string column, Type names)
    {
        var of = TableCatalogue.Find(table);

        Assert.Equal(
            Enum.GetNames(names).Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal),
            of.Columns[of.IndexOf(column)].Values.Select(v => v.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Keys_AreColumnsAndReferToKeys() =>
        Assert.All(
            TableCatalogue.All,
            t =>
            {
                Assert.All(t.Key, k => t.IndexOf(k));
                Assert.All(
                    t.ForeignKeys,
                    f =>
                    {
                        Assert.All(f.Columns, c => t.IndexOf(c));
                        Assert.Equal(TableCatalogue.Find(f.Table).Key, f.Referenced);
                    }
                );
                Assert.True(
                    t.IsReference
                        || t == TableCatalogue.Reports
                        || t.IsIndexedByReport
                        || t.Key[0] == "report_id"
                );
            }
        );

    [Fact]
    public void Rows_AreOfTheColumnsTypes()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));

        Assert.All(
            TableCatalogue.All,
            table =>
                Assert.All(
                    table.Rows(record).Concat(table.Rows(Subject.Knowledge)),
                    row =>
                        Assert.All(
                            table.Columns.Zip(row),
                            c =>
                                Assert.True(Fits(c.First, c.Second), $"{table.Name}.{c.First.Name}")
                        )
                )
        );
    }

    [Fact]
    public void Confidence_OfEveryFigure_StandsBesideIt()
    {
        var read = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        var record = read with
        {
            Total = read.Total! with { Confidence = 0.1 },
            Areas = [.. read.Areas.Select(a => a with { Confidence = 0.2 })],
            Questions = [.. read.Questions.Select(q => q with { Confidence = 0.3 })],
            Previous = [.. read.Previous.Select(p => p with { Confidence = 0.4 })],
            Findings = [.. read.Findings.Select(f => f with { Confidence = 0.5 })],
        };

        Assert.Equal([0.1], Values("reports", "total_confidence"));
        Assert.Equal([0.2], Values("area_scores", "confidence"));
        Assert.Equal([0.3], Values("question_scores", "confidence"));
        Assert.Equal([0.4], Values("previous", "confidence"));
        Assert.Equal([0.5], Values("findings", "confidence"));

        IEnumerable<object?> Values(string table, string column) =>
            TableCatalogue
                .Find(table)
                .Rows(record)
                .Select(r => r[TableCatalogue.Find(table).IndexOf(column)])
                .Distinct();
    }

    [Fact]
    public void Previous_HasItsTotals()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        var previous = TableCatalogue.Find("previous");
        var totals = previous
            .Rows(record)
            .Where(r => r[previous.IndexOf("area")] is null)
            .Select(r => r[previous.IndexOf("score")]);

        Assert.Equal(
            record.Previous.Where(p => p.Total is not null).Select(p => (object?)(double)p.Total!),
            totals
        );
    }

    private static bool Fits(Column column, object? value) =>
        (column.Type, value) switch
        {
            (_, null) => !column.IsRequired,
            (ColumnType.Text, string) => true,
            (ColumnType.Integer, int) => true,
            (ColumnType.Number, double) => true,
            (ColumnType.Boolean, bool) => true,
            _ => false,
        };
}
