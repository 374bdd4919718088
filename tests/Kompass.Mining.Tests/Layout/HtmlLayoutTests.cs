using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class HtmlLayoutTests
{
    [Fact]
    public void References_AreReadAsTheSignsThemselvesAre() =>
        Assert.Equal(
            "en profil - översyn åren 1 2",
            Assert
                .IsType<Block.Paragraph>(
                    Assert.Single(
                        Subject
                            .Lay(
                                "<html><p>en pro&#64257;l &#8209; över&shy;s&zwnj;yn a&#778;ren&emsp;1&nbsp;2</p></html>",
                                "a.html"
                            )
                            .Blocks
                    )
                )
                .Text.Text
        );

    [Theory]
    [InlineData("<p>Ett stycke.</p><p>Ett till.</p>", "Ett stycke.\nEtt till.")]
    [InlineData(
        "<h1>Rubrik</h1>text <b>fet</b> och\n <i>kursiv</i>",
        "# Rubrik\ntext fet och kursiv"
    )]
    [InlineData("<div>a<div>b</div>c</div>", "a\nb\nc")]
    [InlineData("rad<br>rad<br/>rad", "rad\nrad\nrad")]
    [InlineData("<ul><li>Mål</li><li> God\n dialog </li><li></li></ul>", "• Mål • God dialog")]
    [InlineData(
        "<div role=list><div role=listitem>Mål</div><div role=listitem><i></i><span>Internationellt arbete</span></div></div>",
        "• Mål • Internationellt arbete"
    )]
    [InlineData("<div><div>Mål</div><div>Etik</div></div>", "Mål\n# Etik")]
    [InlineData("<ol><li>Ett<li>Två</ol>", "• Ett • Två")]
    [InlineData(
        "<table><tr><th>Område<th>Poäng<tr><td>Etik<td>58</table>",
        "Område | Poäng // Etik | 58"
    )]
    [InlineData("<table><tr><td colspan=2>Båda<td>58</table>", "Båda |  | 58")]
    [InlineData(
        "<table><tr><td><ul><li>Mål<li>Dialog</ul><td>Dyrt</table>",
        "• Mål • Dialog | Dyrt"
    )]
    [InlineData("<table><tr><td> <td></table>", "")]
    [InlineData("Kultur &amp; fritid&nbsp;&#229;", "Kultur & fritid å")]
    [InlineData("sam&shy;arbete", "samarbete")]
    [InlineData(
        "<nav>Meny</nav><script>x=1</script><style>p{}</style><p>Text</p><footer>Fot</footer>",
        "Text"
    )]
    [InlineData(
        "<form><p>Text</p><input type=submit value=Sök></form><button>Ok</button><!-- bort -->",
        "Text"
    )]
    [InlineData("<form>Poäng <input value=58></form>", "Poäng 58")]
    [InlineData("<p><img alt='58'> poäng</p>", "58 poäng")]
    [InlineData("<p>Mål<sup>1</sup> och 58<sup>[2]</sup></p>", "Mål och 58")]
    [InlineData("<p><del>53</del> <s>54</s><ins>58</ins></p>", "58")]
    [InlineData("<p hidden>Utkast</p><p style='display: none'>Utkast</p><p>Text</p>", "Text")]
    [InlineData(
        "<style>.x{display:none}.x.y{display:block}</style><p class=x>Ej</p><p class='x y'>Text</p>",
        "Text"
    )]
    [InlineData("<style>.x{display:none</style><p>Text</p><p class=x>Ej</p>", "Text")]
    [InlineData("<style>@media print{p{display:none}}</style><p>Text</p>", "Text")]
    [InlineData("<details><summary>Mer</summary><p>Text</p></details>", "# Mer\nText")]
    [InlineData("<ul><li>Mål<ul><li>Ett<li>Två</ul><li>Dialog</ul>", "• Mål • Ett • Två • Dialog")]
    [InlineData("<dl><dt>Dialog<dd>58<dt>Mål<dd>60</dl>", "Dialog | 58 // Mål | 60")]
    [InlineData(
        "<dl><dt>Styrkor<dd>God dialog<dd>Mål<dt>Svagheter<dd>Dyrt</dl>",
        "# Styrkor\n• God dialog • Mål\n# Svagheter\n• Dyrt"
    )]
    [InlineData("<p><b>Styrkor</b><br>- God dialog<br>- Mål</p>", "# Styrkor\n• God dialog • Mål")]
    [InlineData("<h4>Styrkor</h4><p>God dialog<br>Mål</p>", "# Styrkor\n• God dialog • Mål")]
    [InlineData("<table><tr><td rowspan=2>Ett<td>Två<tr><td>Tre</table>", "Ett | Två //  | Tre")]
    [InlineData(
        "<table><tr><th>Styrkor<th>Svagheter<tr><td><p>Mål</p><p>Dialog</p><td>Dyrt</table>",
        "Styrkor | Svagheter // • Mål • Dialog | • Dyrt"
    )]
    [InlineData(
        "<table><tr><td><table><tr><td>Etik<td>58<tr><td>Mål<td>60</table><td><p>Kontakt</p></table>",
        "Etik | 58 // Mål | 60\nKontakt"
    )]
    [InlineData(
        "<div><div>Etik</div><div>58</div></div><div><div>Mål</div><div>60</div></div><div><div>Dialog</div><div>61</div></div>",
        "Etik | 58 // Mål | 60 // Dialog | 61"
    )]
    [InlineData("<p><span>Etik</span><span>58</span></p>", "Etik 58")]
    [InlineData("<p>ej stängd<p>heller inte", "ej stängd\nheller inte")]
    [InlineData("</p></div>lös text", "lös text")]
    public void Page_BecomesBlocks(string body, string blocks) =>
        Assert.Equal(blocks, Blocks.Show(Lay(body).Blocks).Trim('\n'));

    [Fact]
    public void Title_IsTheFirstHeading()
    {
        var layout = Lay("<html><head><title> Kompassen | Ekdal </title></head><body><p>Text</p>");

        Assert.Equal("# Kompassen | Ekdal\nText", Blocks.Show(layout.Blocks));
        Assert.Equal(LayoutShape.Html, layout.Shape);
        Assert.Null(layout.Pages);
    }

    [Theory]
    [InlineData("<p>Målen är tydliga.</p>", "Målen är tydliga.")]
    [InlineData("<table><tr><td>58</td></tr></table>", "58")]
    [InlineData("<p>58 st</p><p class=x>58</p>", "58 st")]
    [InlineData("<ul>\n<li>God dialog</li></ul>", "God dialog")]
    public void Texts_KnowWhereTheyStandInTheSource(string html, string text)
    {
        var passage = Lay(html).Blocks.SelectMany(Texts).First(p => p.Text == text);

        Assert.Equal(text, html[passage.Place.Start!.Value..passage.Place.End!.Value]);
    }

    [Fact]
    public void SameTextTwice_IsFoundEachInItsElement()
    {
        const string Html = "<table><tr><td>58</td><td>58</td></tr></table>";

        var cells = Lay(Html).Blocks.SelectMany(Texts).ToList();

        Assert.Equal([15, 26], cells.Select(c => c.Place.Start));
    }

    [Fact]
    public void TextThatIsBrokenInTheSource_StandsFromItsTagOn()
    {
        const string Html = "<p>Kultur &amp; fritid</p>";

        var passage = Lay(Html).Blocks.SelectMany(Texts).Single();

        Assert.Equal("Kultur & fritid", passage.Text);
        Assert.Equal(0, passage.Place.Start);
        Assert.InRange(passage.Place.End!.Value, 1, Html.Length);
    }

    [Theory]
    [InlineData(
        "Tydliga |mål;Öppna |möten;Nära |dialog",
        "• Tydliga mål • Öppna möten • Nära dialog"
    )]
    [InlineData("Etik|58;Valfrihet|61;Insyn|40", "Etik | 58 // Valfrihet | 61 // Insyn | 40")]
    public void ItemsInPieces_AreRowsOnlyWhereAPieceIsAFigure(string items, string blocks)
    {
        var html = string.Concat(
            items
                .Split(';')
                .Select(i =>
                    $"<li>{string.Concat(i.Split('|').Select(p => $"<span>{p}</span>"))}</li>"
                )
        );

        Assert.Equal(blocks, Blocks.Show(Lay($"<ul>{html}</ul>").Blocks));
    }

    [Fact]
    public void PageThatCarriesATranscript_IsReadAsText()
    {
        var page =
            "<div>Titel</div><div>"
            + string.Concat(
                Enumerable
                    .Range(2, 4)
                    .Select(p =>
                        $"<p>Sveriges Kommuner och Landsting 2013-07-04 {p} (9) Område {p - 1} Här står text.</p>"
                    )
            )
            + "</div>";

        var layout = Lay(page);

        Assert.NotEqual(LayoutShape.Html, layout.Shape);
    }

    private static IEnumerable<Passage> Texts(Block block) =>
        block switch
        {
            Block.Heading h => [h.Text],
            Block.Paragraph p => [p.Text],
            Block.ItemList l => l.Items.Select(i => i.Text),
            Block.Table t => t.Rows.SelectMany(r => r.Cells).Select(c => c.Text),
            _ => [],
        };

    private static DocumentLayout Lay(string html) => Subject.Lay(html + " ", "page.html");

    [Theory]
    [InlineData("left:62px", "font-size:10px", true)]
    [InlineData("left:62px", "", true)]
    [InlineData("", "font-size:10px", false)]
    public void PrintedPages_AreLaidOutWhereTheySayWhereTheirLinesStand(
        string left,
        string size,
        bool isLaidOut
    )
    {
        var (y, lines) = (800, new List<string>());
        void Line(string text, string right = "")
        {
            y -= 14;
            lines.Add($"<div class=\"t x1 f1\" style=\"bottom:{y}px\">{text}</div>");
            if (right.Length > 0)
            {
                lines.Add($"<div class=\"t x2 f1\" style=\"bottom:{y}px\">{right}</div>");
            }
        }

        Line("Område 1 Offentlighet och demokrati");
        for (var i = 0; i < 12; i++)
        {
            Line("Kommunen arbetar med frågorna i hela sin organisation och följer upp dem.");
        }

        Line("Styrkor", "Förbättringsmöjligheter");
        Line("• Tydlig plan för", "• Återkoppling till");
        Line("dialog med alla", "invånarna");
        Line("• God insyn", "• Fler möten");
        // No space is set above it, and it is no item.
        Line("Område 2 Tillgänglighet och brukarorientering");
        Line("Rubriker", "Poäng");
        Line("Valfrihet", "61");
        var page =
            $"<html><style>.pf{{width:595px;height:842px}} .x1{{{left}}} .x2{{left:310px}} .f1{{{size}}}</style><body><div class=\"pf\" data-page-no=\"1\">{string.Concat(lines)}</div></body></html>";

        var layout = Subject.Lay(page, "page.html");

        Assert.Equal(isLaidOut, layout.Shape == LayoutShape.Pages);
        if (isLaidOut)
        {
            var table = Assert.Single(layout.Blocks.OfType<Block.FindingsTable>());
            Assert.Equal(
                [
                    "Tydlig plan för dialog med alla",
                    "God insyn",
                    "Återkoppling till invånarna",
                    "Fler möten",
                ],
                table.Columns.SelectMany(c => c.Items).Select(i => i.Text.Text)
            );
            var place = table.Columns[0].Items[1].Text.Place;
            Assert.Equal("God insyn", page[place.Start!.Value..place.End!.Value]);
        }
    }
}
