using System.Text;
using Kompass.Cli.Commands.Queries;

namespace Kompass.Cli.Tests;

public sealed class CitedRowsTests
{
    private const string Texts = "id,text,theme,source_page,document_file\r\n";

    [Theory]
    [InlineData(
        "a,En plan finns,goals,2,x.txt\r\nb,\"Dialog, ofta\",dialogue,3,x.txt\r\n",
        "the same query gives the same rows today"
    )]
    [InlineData(
        "a,En plan finns,goals,5,x.pdf\r\nb,\"Dialog, ofta\",dialogue,4,x.pdf\r\n",
        "today the same query gives 2 rows: of the rows cited, 0 are gone; 2 changed only in where it stands or is read from; 0 are new"
    )]
    [InlineData(
        "a,En plan finns,strategy,5,x.pdf\r\nc,Ny,dialogue,3,x.txt\r\n",
        "today the same query gives 2 rows: of the rows cited, 1 is gone; 1 changed in theme; 1 is new"
    )]
    public void Rows_AreGoneChangedOrElsewhere(string today, string said) =>
        Assert.Equal(
            said,
            Of(Texts + "a,En plan finns,goals,2,x.txt\r\nb,\"Dialog, ofta\",dialogue,3,x.txt\r\n")
                .Difference(Of(Texts + today))
        );

    [Fact]
    public void CountsHaveNoNames_SoTheyAreGoneOrChanged() =>
        Assert.Equal(
            "today the same query gives 1 row: of the rows cited, 1 is gone or changed; 1 is new or changed",
            Of("theme,findings\r\ngoals,3\r\n").Difference(Of("theme,findings\r\ngoals,4\r\n"))
        );

    private static CitedRows Of(string csv) =>
        CitedRows.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
}
