using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Office;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Notes;

/// <summary>What the municipality's own papers say of the sub-questions.</summary>
/// <param name="Evidence">Sentences, in the files' order.</param>
/// <param name="NotRead">Files that could not be read, or not to their end, each with why.</param>
public sealed record NotesReading(
    IReadOnlyList<NoteEvidence> Evidence,
    IReadOnlyList<string> NotRead
)
{
    /// <summary>How many sentences were read and not used: they speak of no sub-question for sure, or others do before them.</summary>
    public int NotUsed { get; init; }

    /// <summary>How many sentences speak of what the evaluation's edition has no area for.</summary>
    public int NotPlaced { get; init; }

    /// <summary>What was used of them and what not, in Swedish.</summary>
    public string Used
    {
        get
        {
            var questions = Evidence.DistinctBy(n => n.Question, StringComparer.Ordinal).Count();
            var isByArea = Evidence.Any(n => n.IsOnWholeArea);
            List<string> told =
            [
                Evidence.Count == 0
                    ? "underlagen säger inget säkert om någon delfråga"
                    : $"{Counted(Evidence.Count, "mening", "meningar")} i underlagen handlar om {(isByArea ? Counted(questions, "område", "områden", isNeuter: true) : Counted(questions, "delfråga", "delfrågor"))}",
            ];
            if (NotPlaced > 0)
            {
                told.Add(
                    $"{Counted(NotPlaced, "mening handlar", "meningar handlar")} om delfrågor som utgåvan inte har något område för"
                );
            }

            if (NotUsed > NotPlaced)
            {
                told.Add(
                    $"{Counted(NotUsed - NotPlaced, "annan mening", "andra meningar")} används inte"
                );
            }

            return string.Join("; ", told);
        }
    }

    private static string Counted(int count, string one, string several, bool isNeuter = false) =>
        $"{InWords(count, isNeuter)} {(count == 1 ? one : several)}";
}

/// <summary>
/// Reads interview notes, the municipality's documents and web pages: texts, HTML, PDFs and scans by the pipeline's own reading, Word and OpenDocument texts within
/// the limits of drafts that come back. A sentence that speaks of a sub-question is given word for word with its place; nothing is made of it.
/// </summary>
/// <param name="knowledge">Abbreviations, examples.</param>
/// <param name="documents">Reads files that are no office documents.</param>
/// <param name="model">The question and theme models.</param>
/// <param name="mostSentences">Of a file that has more sentences only so many are read, and that is said.</param>
public sealed partial class NoteReader(
    Knowledge knowledge,
    DocumentReader documents,
    ThemeModel model,
    int mostSentences = 20_000
)
{
    private const int MostBytes = 50 << 20;
    private const int MostOfAQuestion = 3;
    private const int ShortestSentence = 25;
    private const int LongestSentence = 400;

    // No text is broken at a narrower edge than so many characters.
    private const int NarrowestEdge = 50;

    private readonly LayoutReader _layout = new(knowledge);
    private readonly QuestionOfSentence _question = new(model, knowledge);

    /// <summary>Reads files.</summary>
    /// <param name="files">The papers.</param>
    /// <param name="edition">The evaluation's edition, by whose areas what they say is placed.</param>
    /// <param name="cancellation">Stops between sentences.</param>
    public NotesReading Read(
        IEnumerable<string> files,
        Edition edition,
        CancellationToken cancellation = default
    )
    {
        var evidence = new List<NoteEvidence>();
        var notRead = new List<string>();
        var sentences = 0;
        foreach (var file in files)
        {
            try
            {
                var all = SentencesOf(file, cancellation);
                if (all.Count > mostSentences)
                {
                    notRead.Add(
                        $"{file}: bara de första {Count(mostSentences)} av {Count(all.Count)} meningar är lästa; dela upp underlaget"
                    );
                }

                sentences += all.Count;
                evidence.AddRange(
                    all.Take(mostSentences)
                        .Select(s =>
                            Evidence(Path.GetFileName(file), s.Place, s.Text, cancellation)
                        )
                        .OfType<NoteEvidence>()
                );
            }
            catch (OfficeException e)
            {
                notRead.Add($"{file}: {e.Message}");
            }
            catch (Exception e)
                when (e is IOException or UnauthorizedAccessException or RegexMatchTimeoutException)
            {
                notRead.Add($"{file}: kan inte läsas: {e.Message}");
            }
        }

        var chosen = evidence
            .DistinctBy(n => (n.Question, PlainText.Of(n.Text)))
            .GroupBy(n => n.Question, StringComparer.Ordinal)
            .SelectMany(g => g.Take(MostOfAQuestion))
            .ToList();
        var used = chosen
            .Select(n => Placed(n, edition))
            .OfType<NoteEvidence>()
            .OrderBy(n => n.Area)
            .ThenBy(n => n.Question, StringComparer.Ordinal)
            .ToList();
        return new NotesReading(used, notRead)
        {
            NotUsed = sentences - used.Count,
            NotPlaced = chosen.Count - used.Count,
        };
    }

    private List<(string Place, string Text)> SentencesOf(
        string file,
        CancellationToken cancellation
    )
    {
        var passages =
            TimeLimit.Run(
                limited => Passages(file, limited),
                documents.TimeLimit,
                documents.Clock,
                cancellation
            ) ?? throw new OfficeException("hann inte läsas inom tidsgränsen");
        return
        [
            .. passages.SelectMany(p =>
                Stretches(p.Text)
                    .SelectMany(s => Sentences.Split(s, knowledge.Swedish))
                    .Select(s => (p.Place, s.Text))
            ),
        ];
    }

    // An edition whose sub-questions are not known has whole areas, which may be other ones: then the one that is like the sub-question's own, where there is one.
    private static NoteEvidence? Placed(NoteEvidence note, Edition edition)
    {
        var isReplaced = edition.Areas.Any(a => a.LikeArea is not null);
        if (edition.QuestionsKnown && !isReplaced)
        {
            return note;
        }

        return
            edition.Areas.Where(a => (isReplaced ? a.LikeArea : a.Number) == note.Area).ToList()
                is [var area]
            ? note with
            {
                Area = area.Number,
                Question = area.Number.ToString(CultureInfo.InvariantCulture),
            }
            : null;
    }

    private NoteEvidence? Evidence(
        string file,
        string place,
        string sentence,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var text = BareSigns.Replace(PlainText.Tidy(sentence), "");
        return
            text.Length is >= ShortestSentence and <= LongestSentence
            && _question.Of(text) is var (area, question)
            ? new NoteEvidence(question, area, file, place, text, StanceWords.Of(text))
            : null;
    }

    // A line that ends although the next word would have had room, and behind which another begins, is a heading, a name or an answer by itself: no part of the next
    // sentence. Lines of a text that is broken at an edge go on.
    private static IEnumerable<Passage> Stretches(Passage paragraph)
    {
        var lines = paragraph.Split('\n').Select(l => l.Trim()).Where(l => !l.IsBlank).ToList();
        if (lines.Count < 2)
        {
            yield return paragraph;
            yield break;
        }

        var width = Math.Max(NarrowestEdge, lines.Max(l => l.Text.Length));
        var stretch = new List<Passage>();
        foreach (var line in lines)
        {
            if (stretch.Count > 0 && IsApart(stretch[^1].Text, line.Text, width))
            {
                yield return Passage.Join(" ", stretch);
                stretch.Clear();
            }

            stretch.Add(line);
        }

        yield return Passage.Join(" ", stretch);
    }

    private static bool IsApart(string line, string next, int width) =>
        (!char.IsLower(next[0]) || next.StartsWith("- ", StringComparison.Ordinal))
        && line[^1] is not (',' or '-')
        && line.Length + 1 + next.Split(' ')[0].Length <= width;

    // What a scan or a list puts before a sentence: », •
    [GeneratedRegex(@"^(?:[^\w\s]+\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex BareSigns { get; }

    private List<(string Place, Passage Text)> Passages(string file, CancellationToken cancellation)
    {
        if (new FileInfo(file).Length is var length and > MostBytes)
        {
            throw new OfficeException(
                $"är {length >> 20} MB stor; ett underlag på högst {MostBytes >> 20} MB väntades"
            );
        }

        using (var stream = File.OpenRead(file))
        {
            var head = new byte[128];
            var read = stream.Read(head);
            if (
                head.AsSpan(0, read).StartsWith("PK"u8)
                || OfficeConverter.IsNeeded(head.AsSpan(0, read))
            )
            {
                return Paragraphs(File.ReadAllBytes(file), cancellation);
            }
        }

        return documents.Read(file, cancellation) switch
        {
            DocumentReading.Read { Document: var document } => document.Content
                is DocumentContent.PlainText { Text.Text: var text }
                ? Numbered(text.Split("\n\n").Select(Plain))
                : Numbered(
                    _layout
                        .Lay(document, cancellation)
                        .Blocks.Where(b => b is not Block.Heading)
                        .SelectMany(b => b.Passages)
                ),
            DocumentReading.NotRead { SetAside.Cause: var cause } => throw new OfficeException(
                Because(cause)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Because(SetAsideCause cause) =>
        cause switch
        {
            SetAsideCause.Empty => "är tom",
            SetAsideCause.TooLarge => "är större än gränsen",
            SetAsideCause.UnknownKind => "är varken text, HTML, PDF eller Worddokument",
            SetAsideCause.Encrypted => "är låst med lösenord",
            SetAsideCause.Damaged => "är avklippt eller skadad",
            SetAsideCause.ToolMissing => "kan inte läsas; programmet för sådana filer saknas här",
            SetAsideCause.LimitPassed => "tog mer tid, minne eller plats att läsa än gränsen",
            _ => "kan inte läsas",
        };

    private static List<(string Place, Passage Text)> Paragraphs(
        byte[] bytes,
        CancellationToken cancellation
    )
    {
        using var package = PackageReader.Open(
            OfficeConverter.IsNeeded(bytes) ? OfficeConverter.ToWord(bytes, cancellation) : bytes,
            "underlag som text, HTML, PDF eller Worddokument väntades"
        );
        return Numbered(
            package
                .Main()
                .Root.Descendants(WordXml.W("p"))
                .Select(p =>
                {
                    var reader = new ParagraphReader();
                    reader.Add(p);
                    return Plain(string.Concat(reader.Pieces().Select(piece => piece.Text)));
                })
        );
    }

    private static Passage Plain(string text) => Passage.At(text, Place.Unknown);

    // Pages where the paper has them, else paragraphs, counted as a reader does.
    private static List<(string Place, Passage Text)> Numbered(IEnumerable<Passage> passages) =>
        [
            .. passages
                .Where(p => !p.IsBlank)
                .Select(
                    (p, i) =>
                        (
                            p.Place.Page is { } page
                                ? $"s.\u00a0{page.ToString(CultureInfo.InvariantCulture)}"
                                : $"stycke\u00a0{(i + 1).ToString(CultureInfo.InvariantCulture)}",
                            p
                        )
                ),
        ];
}
