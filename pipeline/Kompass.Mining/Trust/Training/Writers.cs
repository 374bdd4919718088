using Kompass.Mining.Documents;

namespace Kompass.Mining.Trust.Training;

/// <summary>How a made report is set.</summary>
internal enum Setting
{
    TextTables,
    TextLists,
    Flat,
    Html,
    Pages,
    Recognised,
    WebPage,
}

/// <summary>Sets the pieces of a report as a document.</summary>
internal static class Writers
{
    // Characters on a page of a transcript.
    private const int PageOfTranscript = 2600;

    public static Document Write(
        Setting setting,
        IReadOnlyList<Piece> pieces,
        Random random,
        ISet<string> marked
    ) =>
        setting switch
        {
            Setting.TextTables => Text(Lines(pieces, inTables: true)),
            Setting.TextLists => Text(Lines(pieces, inTables: false)),
            Setting.Flat => Text(Flat(pieces, random)),
            Setting.Html or Setting.WebPage => Of(
                DocumentKind.Html,
                new DocumentContent.Html(SourceText.From(Html(pieces, random)))
            ),
            _ => Of(
                setting == Setting.Pages ? DocumentKind.Pdf : DocumentKind.Scan,
                new DocumentContent.Paged(
                    new PageSetter(random, setting == Setting.Recognised ? marked : null).Set(
                        pieces
                    )
                )
            ),
        };

    private static Document Text(string text) =>
        Of(DocumentKind.Text, new DocumentContent.PlainText(SourceText.From(text)));

    private static Document Of(DocumentKind kind, DocumentContent content) =>
        new("made", "", kind, "made", content);

    private static string Lines(IReadOnlyList<Piece> pieces, bool inTables)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Findings && !inTables)
            {
                for (var c = 0; c < piece.Rows[0].Length; c++)
                {
                    text.Append(piece.Rows[0][c]).Append("\n\n");
                    foreach (var item in Piece.Items(piece.Rows[1][c]))
                    {
                        text.Append("- ").Append(item).Append('\n');
                    }

                    text.Append('\n');
                }
            }
            else if (piece.Rows.Count > 0)
            {
                foreach (var row in piece.Rows)
                {
                    var isList = piece.Kind == PieceKind.Findings && row != piece.Rows[0];
                    text.AppendJoin(
                            '\t',
                            row.Select(cell =>
                                isList || cell.Contains('\n', StringComparison.Ordinal)
                                    ? string.Join(' ', Piece.Items(cell).Select(i => "• " + i))
                                    : cell
                            )
                        )
                        .Append('\n');
                }

                text.Append('\n');
            }
            else
            {
                text.Append(piece.Text).Append("\n\n");
            }
        }

        return text.ToString();
    }

    private static string Flat(IReadOnlyList<Piece> pieces, Random random)
    {
        var ownHeads = random.Next(2) == 0;
        var words = new StringBuilder();
        foreach (var piece in pieces)
        {
            words.Append(
                piece.Rows.Count == 0 ? piece.Text
                : piece.Kind == PieceKind.Findings && ownHeads
                    ? string.Join(
                        ' ',
                        piece
                            .Rows[0]
                            .Select(
                                (h, c) => $"{h} {string.Join(' ', Piece.Items(piece.Rows[1][c]))}"
                            )
                    )
                : string.Join(' ', piece.Rows.SelectMany(r => r).SelectMany(Piece.Items))
            );
            words.Append(' ');
        }

        var text = new StringBuilder();
        var all = words.ToString();
        for (var (at, page) = (0, 1); at < all.Length; page++)
        {
            var end = Math.Min(all.Length, at + PageOfTranscript);
            end = end == all.Length ? end : all.LastIndexOf(' ', end - 1) + 1;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(page == 1 ? "" : $"Sveriges Kommuner och Landsting 2013-06-10 {page} ({(all.Length / PageOfTranscript) + 1}) ")}{all[at..end].Trim()}\n\n"
            );
            at = end;
        }

        return text.ToString();
    }

    private static string Html(IReadOnlyList<Piece> pieces, Random random)
    {
        var inParagraphs = random.Next(3) == 0;
        var html = new StringBuilder(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Kommunkompassen</title></head><body>"
        );
        foreach (var piece in pieces)
        {
            var tag = piece.Kind switch
            {
                PieceKind.Title or PieceKind.Chapter => "h1",
                PieceKind.Area => "h2",
                PieceKind.Rubric => "h3",
                _ => "p",
            };
            if (piece.Rows.Count == 0)
            {
                html.Append(Invariant($"<{tag}>{Escaped(piece.Text)}</{tag}>\n"));
                continue;
            }

            html.Append("<table>");
            for (var i = 0; i < piece.Rows.Count; i++)
            {
                var cell = i == 0 ? "th" : "td";
                html.Append("<tr>");
                foreach (var text in piece.Rows[i])
                {
                    html.Append(
                        Invariant(
                            $"<{cell}>{(piece.Kind is PieceKind.Findings or PieceKind.Box && i > 0 && !IsNumber(text) ? List(text) : Escaped(text))}</{cell}>"
                        )
                    );
                }

                html.Append("</tr>\n");
            }

            html.Append("</table>\n");
        }

        return html.Append("</body></html>").ToString();

        string List(string cell) =>
            inParagraphs
                ? string.Concat(Piece.Items(cell).Select(i => $"<p>• {Escaped(i)}</p>"))
                : $"<ul>{string.Concat(Piece.Items(cell).Select(i => $"<li>{Escaped(i)}</li>"))}</ul>";
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
