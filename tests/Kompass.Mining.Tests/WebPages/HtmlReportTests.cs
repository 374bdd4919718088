using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>Whole reports set as HTML in many ways: every score and every finding is read, and no note is made.</summary>
public sealed class HtmlReportTests
{
    private const string Heads = "<tr><th>Styrkor</th><th>Förbättringsmöjligheter</th></tr>";

    private static string Joined(IEnumerable<string> items, string before, string after) =>
        string.Concat(items.Select(i => before + i + after));

    private static string Boxes(IEnumerable<string> cells) =>
        $"<div>{Joined(cells, "<div>", "</div>")}</div>";

    private static string Beside(string head, IReadOnlyList<string> items) =>
        $"<tr><th rowspan={items.Count}>{head}</th><td>{string.Join("</td></tr><tr><td>", items)}</td></tr>";

    private static string Cells(string a, string b) =>
        $"<table>{Heads}<tr><td>{a}</td><td>{b}</td></tr></table>";

    private static readonly Dictionary<string, HtmlReport> Ways = new(StringComparer.Ordinal)
    {
        ["plain"] = new(),
        ["rowspan"] = new()
        {
            Findings = (a, b) =>
                $"<table>{Heads}<tr><td rowspan={b.Count}>{HtmlReport.List(a)}</td><td>{string.Join("</td></tr><tr><td>", b)}</td></tr></table>",
        },
        ["colspan"] = new()
        {
            Findings = (a, b) =>
                $"<table><tr><th colspan=2>Styrkor</th><th>Förbättringsmöjligheter</th></tr><tr><td colspan=2>{HtmlReport.List(a)}</td><td>{HtmlReport.List(b)}</td></tr></table>",
        },
        ["a row an item"] = new()
        {
            Findings = (a, b) =>
                $"<table>{Heads}{string.Concat(Enumerable.Range(0, Math.Max(a.Count, b.Count)).Select(i => $"<tr><td>{a.ElementAtOrDefault(i)}</td><td>{b.ElementAtOrDefault(i)}</td></tr>"))}</table>",
        },
        ["heads beside their rows"] = new()
        {
            Findings = (a, b) =>
                $"<table>{Beside("Styrkor", a)}{Beside("Förbättringsmöjligheter", b)}</table>",
        },
        ["heads beside lists"] = new()
        {
            Findings = (a, b) =>
                $"<table><tr><th>Styrkor</th><td>{HtmlReport.List(a)}</td></tr><tr><th>Förbättringsmöjligheter</th><td>{Joined(b, "<p>", "</p>")}</td></tr></table>",
        },
        ["boxes for rows, a group for the head"] = new()
        {
            Table = (head, rows) =>
                $"<div class=t><div class=h>{Boxes(head)}</div>{string.Concat(rows.Select(Boxes))}</div>",
        },
        ["boxes for rows, groups for both"] = new()
        {
            Table = (head, rows) =>
                $"<div class=t><div class=h>{Boxes(head)}</div><div class=b>{string.Concat(rows.Select(Boxes))}</div></div>",
        },
        ["lists within lists"] = new()
        {
            Findings = (a, b) =>
                Cells(
                    $"<ul><li>{a[0]}{HtmlReport.List(a.Skip(1))}</li></ul>",
                    $"<ul><li>{HtmlReport.List(b)}</li></ul>"
                ),
        },
        ["definition lists"] = new()
        {
            Findings = (a, b) =>
                $"<dl><dt>Styrkor</dt>{Joined(a, "<dd>", "</dd>")}<dt>Förbättringsmöjligheter</dt>{Joined(b, "<dd>", "</dd>")}</dl>",
        },
        ["definition with lists"] = new()
        {
            Findings = (a, b) =>
                $"<dl><dt>Styrkor</dt><dd>{HtmlReport.List(a)}</dd><dt>Förbättringsmöjligheter</dt><dd>{HtmlReport.List(b)}</dd></dl>",
        },
        ["lines in cells"] = new()
        {
            Findings = (a, b) => Cells(string.Join("<br>", a), string.Join("<br>", b)),
        },
        ["bullets in cells"] = new()
        {
            Findings = (a, b) => Cells(Joined(a, "• ", "<br>"), Joined(b, "- ", "<br>")),
        },
        ["paragraphs in cells"] = new()
        {
            Findings = (a, b) => Cells(Joined(a, "<p>", "</p>"), Joined(b, "<p>", "</p>")),
        },
        ["lines below headings"] = new()
        {
            Findings = (a, b) =>
                $"<h4>Styrkor</h4><p>{string.Join("<br>", a)}</p><h4>Förbättringsmöjligheter</h4><p>{string.Join("<br>", b)}</p>",
        },
        ["bold heads and dashes"] = new()
        {
            Findings = (a, b) =>
                $"<p><b>Styrkor</b><br>{Joined(a, "- ", "<br>")}</p><p><strong>Förbättringsmöjligheter:</strong><br>{Joined(b, "- ", "<br>")}</p>",
        },
        ["boxes below headings"] = new()
        {
            Findings = (a, b) =>
                $"<h4>Styrkor</h4>{Joined(a, "<div>", "</div>")}<h4>Förbättringsmöjligheter</h4>{Joined(b, "<div>", "</div>")}",
        },
        ["flex columns"] = new()
        {
            Findings = (a, b) =>
                $"<div class=r><div><h4>Styrkor</h4>{HtmlReport.List(a)}</div><div><h4>Förbättringsmöjligheter</h4>{HtmlReport.List(b)}</div></div>",
        },
        ["grids"] = new()
        {
            Findings = (a, b) =>
                $"<div class=g><div>Styrkor</div><div>Förbättringsmöjligheter</div>{string.Concat(Enumerable.Range(0, Math.Max(a.Count, b.Count)).Select(i => $"<div>{a.ElementAtOrDefault(i)}</div><div>{b.ElementAtOrDefault(i)}</div>"))}</div>",
            Box = (rubrics, score) =>
                $"<div class=g><div>Rubriker</div><div>Poäng</div><div>{Joined(rubrics, "<div>", "</div>")}</div><div>{score}</div></div>",
            Table = (head, rows) =>
                $"<div style='display:grid;grid-template-columns:[a] minmax(2em, auto) repeat({head.Count - 1}, 1fr)'>{Joined(head.Concat(rows.SelectMany(r => r)), "<div>", "</div>")}</div>",
            Style = "<style>.g{display:grid;grid-template-columns:repeat(2, 1fr)}</style>",
        },
        ["heads in the cells"] = new()
        {
            Findings = (a, b) =>
                $"<table><tr><td><h4>Styrkor</h4>{HtmlReport.List(a)}</td><td><h4>Förbättringsmöjligheter</h4>{HtmlReport.List(b)}</td></tr></table>",
        },
        ["marks of footnotes"] = new()
        {
            Findings = (a, b) =>
                Cells(HtmlReport.List(a.Select(i => i + "<sup>1</sup>")), HtmlReport.List(b)),
            Score = s => $"{s}<sup>2</sup>",
        },
        ["struck out"] = new()
        {
            Findings = (a, b) =>
                Cells(
                    HtmlReport.List([.. a, "<del>En struken punkt</del>"]),
                    HtmlReport.List([.. b, "<s>En till</s>"])
                ),
            Score = s => $"<del>{s - 5}</del> {s}",
        },
        ["hidden by class"] = new()
        {
            Score = s => $"<span class=old>{s - 5}</span><span>{s}</span>",
            Style = "<style>.old{display:none}</style>",
        },
        ["hidden items"] = new()
        {
            Findings = (a, b) =>
                Cells(
                    HtmlReport.List(a) + "<ul style=\"display:none\"><li>Utkast</li></ul>",
                    HtmlReport.List(b)
                ),
        },
        ["fields"] = new()
        {
            Score = s => $"<input value={s} readonly>",
            Number = n => $"<td><input value=\"{n}\"></td>",
        },
        ["pictures of scores"] = new() { Score = s => $"<img alt={s}>" },
        ["headings in boxes"] = new()
        {
            Heading = (level, text) => $"<div class=h{level}>{text}</div>",
        },
        ["bold headings"] = new() { Heading = (_, text) => $"<p><strong>{text}</strong></p>" },
        ["a box of terms"] = new()
        {
            Box = (rubrics, score) =>
                $"<table><tbody><tr><td>Rubriker</td><td>Poäng</td></tr><tr><td>{string.Join("<br>", rubrics)}</td><td><p><b>{score}</b></p></td></tr></tbody></table>",
        },
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Report_SetAsHtml_IsReadLikeAnyOther(string way)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var (html, scores, items) = Ways[way].Write(seed);

            var record = Subject.Record(html, "report.html");

            Check(record, scores, items);
        }
    }

    [Theory]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("macintosh", "utf-8")]
    [InlineData("ibm850", "")]
    [InlineData("utf-16", "utf-8")]
    public void Report_WhoseCharsetIsWrongOrMissing_IsReadLikeAnyOther(
        string encoding,
        string declared
    )
    {
        var (html, scores, items) = new HtmlReport().Write(7);
        html = html.Replace(
            "<meta charset=\"utf-8\">",
            declared.Length == 0 ? "" : $"<meta charset=\"{declared}\">",
            StringComparison.Ordinal
        );
        var bytes = (
            System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding)
            ?? System.Text.Encoding.GetEncoding(encoding)
        ).GetBytes(html);
        var document = Assert
            .IsType<DocumentReading.Read>(
                new DocumentReader().Read(
                    "report.html",
                    bytes,
                    TestContext.Current.CancellationToken
                )
            )
            .Document;

        var reading = Subject.Extractor.Extract(document, TestContext.Current.CancellationToken);

        Check(Assert.IsType<ReportReading.Read>(reading).Record, scores, items);
    }

    /// <summary>Areas named without "Område", their scores behind or below their names, and one table of all sub-questions.</summary>
    [Theory]
    [InlineData("{0}. {1} <span class=status>{2} POÄNG</span>", "")]
    [InlineData("{0}. {1} – {2} av 100", "")]
    [InlineData("{1}", "<p>{2}/100</p>")]
    [InlineData("{1}", "<p>Poäng: {2} (av 100)</p>")]
    public void Report_WhoseAreasAreHeadedByTheirNames_IsNoPage(string heading, string score)
    {
        var edition = Subject.Labels.Edition;
        var areas = new System.Text.StringBuilder();
        var rows = new System.Text.StringBuilder();
        foreach (var area in edition.Areas)
        {
            var points = area.Questions.Sum(q => q.Max - 4);
            string Filled(string form) =>
                string.Format(CultureInfo.InvariantCulture, form, area.Number, area.Name, points);
            areas.Append(
                CultureInfo.InvariantCulture,
                $"<h2>{Filled(heading)}</h2>{Filled(score)}<p>Ekdal har en plan som följs.</p><h3>Det här fungerar bra</h3>{HtmlReport.List(["Tydlig styrmodell som är känd", "Snabba svar på synpunkter"])}<h3>Det här kan utvecklas</h3>{HtmlReport.List(["Förenkla planerna"])}"
            );
            foreach (var (question, i) in area.Questions.Select((q, i) => (q, i)))
            {
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr>{(i == 0 ? $"<td rowspan={area.Questions.Count}>{area.Number} {area.Name}</td>" : "")}<td>{question.Code} {question.Text}</td><td>{question.Max - 4}</td><td>{question.Max}</td></tr>"
                );
            }
        }

        var html =
            $"<html><head><title>Kommunkompassen 2014</title></head><body><h1>Kommunkompassen</h1><p>ANALYS AV</p><p>EKDALS KOMMUN</p><p>2014</p>{areas}<h2>Alla frågor</h2><table><tr><th>Område</th><th>Fråga</th><th>Uppnådd poäng</th><th>Maxpoäng</th></tr>{rows}</table></body></html>";

        var record = Subject.Record(html, "report.html");

        Assert.Equal(
            edition.Areas.Select(a => (decimal)a.Questions.Sum(q => q.Max - 4)),
            record.Areas.Select(a => a.Score)
        );
        Assert.Equal(
            edition.Areas.SelectMany(a => a.Questions).Select(q => (q.Code, (decimal?)(q.Max - 4))),
            record.Questions.Select(q => (q.Code, q.Achieved))
        );
        Assert.Equal(3 * edition.Areas.Count, record.Findings.Count);
    }

    private static void Check(
        ReportRecord record,
        IReadOnlyList<int> scores,
        IReadOnlyList<(int Area, string Kind, string Text)> items
    )
    {
        Assert.Equal(scores.Select(s => (decimal)s), record.Areas.Select(a => a.Score));
        Assert.Equal(scores.Sum(), record.Total!.Value);
        Assert.Equal(
            Subject.Labels.Edition.Areas.Sum(a => a.Questions.Count),
            record.Questions.Count(q => q.Achieved is not null)
        );
        Assert.Equal(items, record.Findings.Select(f => (f.Area, f.Kind.ToString(), f.Text)));
        // Ekdal is no municipality.
        Assert.Equal([NoteCode.MunicipalityUnknown], record.Notes.Select(n => n.Code));
    }
}
