using System.Text.RegularExpressions;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("Ren text, 3 < 4 & 5 > 2", "Ren text, 3 < 4 & 5 > 2")]
    [InlineData("<ul style=\"list-style-type: none\"> • Etik </ul>", " • Etik ")]
    [InlineData("<li>Etik</li><li>Moral</li>", "• Etik\n• Moral\n")]
    [InlineData("</p> och <p style=\"font-size: 24pt\">66</p>", "\n och \n66\n")]
    [InlineData("rad<br/>rad<BR>rad", "rad\nrad\nrad")]
    [InlineData("<b>Styrkor</b> <em>och</em>", "Styrkor och")]
    [InlineData("**Styrkor** och *Svagheter* och __båda__", "Styrkor och Svagheter och båda")]
    [InlineData("*\"Alltid nära\"*", "\"Alltid nära\"")]
    [InlineData("* Etik", "* Etik")]
    [InlineData("3 * 4", "3 * 4")]
    [InlineData("a*b", "a*b")]
    [InlineData("snake_case och __init__", "snake_case och init")]
    [InlineData("([Goda exempel](#)) finns", "(Goda exempel) finns")]
    [InlineData("[Kommunen](https://ekdal.example/om?x=1)", "Kommunen")]
    [InlineData("[fotnot] står kvar", "[fotnot] står kvar")]
    [InlineData("Kultur &amp; fritid&nbsp;&#229;&#xE4;", "Kultur & fritid åä")]
    [InlineData("&#1637;&#1640; p, pro&#64257;l &#8209; över&shy;syn", "58 p, profil - översyn")]
    [InlineData("R&D; och AT&T", "R&D; och AT&T")]
    [InlineData("<3 och <= 4", "<3 och <= 4")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    public void Clean_TakesMarkupOut(string line, string clean) =>
        Assert.Equal(clean, Markup.Clean(Subject.Passage(line)).Text);

    [Theory]
    [InlineData("Hej!\n> Styrkor\n>\n>> - Mål", "Hej!\n  Styrkor\n \n   - Mål")]
    [InlineData("Text.\n\n> Ett citat.\n\nMer text.", "Text.\n\n> Ett citat.\n\nMer text.")]
    public void Quoting_OfMostLines_IsTakenOut(string text, string without) =>
        Assert.Equal(without, Markup.WithoutQuoting(SourceText.From(text)).Text);

    [Theory]
    [InlineData("**Mål** nås", "nås")]
    [InlineData("([Goda exempel](#)) finns", "Goda exempel")]
    [InlineData("<b>58</b> poäng", "58")]
    [InlineData("&lt; 58 poäng", "58")]
    public void Clean_KeepsThePlacesOfWhatStays(string line, string piece)
    {
        var source = SourceText.From(line);

        var clean = Markup.Clean(Passage.Of(source, 0, line.Length));
        var at = clean.Text.IndexOf(piece, StringComparison.Ordinal);
        var place = clean.PlaceOf(at, at + piece.Length);

        Assert.Equal(piece, line[place.Start!.Value..place.End!.Value]);
    }

    [Fact]
    public void Replace_WithoutAMatch_GivesTheSamePassage()
    {
        var passage = Subject.Passage("abc");

        Assert.Same(
            passage,
            Markup.Replace(
                passage,
                new Regex("x", RegexOptions.None, TimeSpan.FromSeconds(1)),
                _ => "y"
            )
        );
    }
}
