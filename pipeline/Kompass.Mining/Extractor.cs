using System.Reflection;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Trust;

namespace Kompass.Mining;

/// <summary>
/// The way from a file to a record: Documents, Layout, Reports, one after the other. Holds no state between files, so that one instance serves all
/// threads; the same file gives the same record.
/// </summary>
/// <param name="knowledge">What the pipeline knows before it reads.</param>
/// <param name="documents">Reads files; by default texts and web pages, no PDFs.</param>
public sealed class Extractor(Knowledge knowledge, DocumentReader? documents = null)
{
    /// <summary>What is known before reading.</summary>
    public Knowledge Knowledge => knowledge;

    /// <summary>
    /// Another one whenever the code that reads is another: a hash over the sources of the reading steps, which the build puts into the assembly
    /// (Kompass.Mining.csproj, target StampReading).
    /// </summary>
    public static string Version { get; } =
        typeof(Extractor)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ReadingVersion")
            .Value![..VersionLength];

    // Of a hash's 64 digits; enough that two versions never meet.
    private const int VersionLength = 12;

    private readonly DocumentReader _documents = documents ?? new DocumentReader();
    private readonly LayoutReader _layout = new(knowledge);
    private readonly ReportReader _reports = new(knowledge);

    /// <summary>Changes whenever the same file may give another record: with the code, the corpus, the engines of this machine and the limits.</summary>
    public string Fingerprint => $"{Version}-{knowledge.Fingerprint}-{_documents.Fingerprint}";

    /// <summary>Reads a file. Bad input is a value with its cause; cancellation passes through.</summary>
    public ReportReading Extract(string file, CancellationToken cancellation = default) =>
        Guarded(
            file,
            () =>
                TimeLimit.Run(
                    limited => ReadFile(file, limited),
                    _documents.TimeLimit,
                    _documents.Clock,
                    cancellation
                )
                ?? ReportReading.Aside(
                    file,
                    SetAsideCause.LimitPassed,
                    Invariant(
                        $"could not be read within {_documents.TimeLimit.TotalSeconds} s (limit document-seconds)"
                    )
                )
        );

    private ReportReading ReadFile(string file, CancellationToken cancellation) =>
        _documents.Read(file, cancellation) switch
        {
            DocumentReading.Read read => WithAttachments(read.Document, cancellation),
            DocumentReading.NotRead aside => new ReportReading.NotRead(aside.SetAside),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Reads a report from a document.</summary>
    public ReportReading Extract(Document document, CancellationToken cancellation = default) =>
        Guarded(document.File, () => Read(document, cancellation));

    // A report may be attached to minutes or lie in a portfolio: the first attached file that is one is read, no deeper.
    private ReportReading WithAttachments(Document document, CancellationToken cancellation)
    {
        var own = Checked(document, cancellation);
        if (
            own is not ReportReading.NotRead { SetAside: { Cause: SetAsideCause.NotAReport } aside }
            || document.Attachments.Count == 0
        )
        {
            return own;
        }

        foreach (var (index, name) in document.Attachments.Take(MostAttachments))
        {
            if (
                _documents.ReadAttachment(document, index, cancellation)
                    is DocumentReading.Read { Document: var attached }
                && Read(attached, cancellation) is ReportReading.Read read
            )
            {
                var notes = new NoteList();
                notes.Add(read.Record.Notes);
                notes.Inform(
                    NoteCode.Attached,
                    Subject.Document,
                    $"the report is the file {name} attached to the document; pages are counted in it"
                );
                return read with { Record = read.Record with { Notes = notes.All } };
            }
        }

        return new ReportReading.NotRead(
            aside with
            {
                Message =
                    $"{aside.Message}; it has attached files, of which none is one: {string.Join(", ", document.Attachments.Take(MostAttachments).Select(a => a.Name))}",
            }
        );
    }

    // Attached files that are tried.
    private const int MostAttachments = 10;

    // Pages that are looked at again; each costs seconds.
    private const int MostPagesAgain = 8;

    /// <summary>
    /// The record, where numbers contradict each other of what their pages show: a font may say another digit than it draws. The reading with fewer contradictions is
    /// right.
    /// </summary>
    private ReportReading Checked(Document document, CancellationToken cancellation)
    {
        var first = Read(document, cancellation);
        if (first is not ReportReading.Read { Record: var record })
        {
            return first;
        }

        var pages = Contradictions(record)
            .Select(n => n.Source?.Page)
            .OfType<int>()
            .Distinct()
            .Order()
            .Take(MostPagesAgain)
            .ToHashSet();
        return
            pages.Count > 0
            && _documents.LookAgain(document, pages, cancellation) is var again
            && !ReferenceEquals(again, document)
            && Read(again, cancellation) is ReportReading.Read second
            && Contradictions(second.Record).Count() < Contradictions(record).Count()
            ? second
            : first;
    }

    private static IEnumerable<Note> Contradictions(ReportRecord record) =>
        record.Notes.Where(n =>
            n.Code
                is NoteCode.SumDiffers
                    or NoteCode.ScoreDiffers
                    or NoteCode.TotalDiffers
                    or NoteCode.PercentDiffers
                    or NoteCode.MaxDiffers
        );

    private ReportReading Read(Document document, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (document.LettersLost is { } lost)
        {
            return InDoubt(
                Read(
                    document.WithText(knowledge.Letters.Restore) with
                    {
                        LettersLost = null,
                    },
                    cancellation
                ),
                document.File,
                lost
            );
        }

        var layout = _layout.Lay(document, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return _reports.Read(document, layout, cancellation) switch
        {
            ReportReading.Read read => read with
            {
                Record = TrustModel.Shipped.Judge(read.Record, document, layout, knowledge),
            },
            var aside => aside,
        };
    }

    // Letters were put back by guessing: every finding is in doubt, and the municipality where another's name has lost the same.
    private ReportReading InDoubt(ReportReading reading, string file, string lost)
    {
        if (reading is not ReportReading.Read { Record: var record } read)
        {
            return ReportReading.Aside(
                file,
                SetAsideCause.Damaged,
                $"{lost}; save it anew in UTF-8 from where it came"
            );
        }

        var notes = new NoteList();
        notes.Warn(
            NoteCode.TextRepaired,
            Subject.Document,
            $"{lost}; they were put back word by word, so that findings and names are in doubt, and figures are not"
        );
        var name = record.Municipality.Name;
        if (
            knowledge.Municipalities.All.FirstOrDefault(m =>
                m.Name != name
                && LetterRepair.WithoutMarks(m.Name) == LetterRepair.WithoutMarks(name)
            ) is
            { } other
        )
        {
            notes.Warn(
                NoteCode.MunicipalityInferred,
                Subject.Document,
                $"without its letters {name} and {other.Name} are one name; {name} was taken"
            );
        }

        notes.Add(record.Notes);

        return read with
        {
            Record = record with
            {
                Findings =
                [
                    .. record.Findings.Select(f =>
                        f with
                        {
                            Confidence = Math.Min(f.Confidence, OfRestoredLetters),
                        }
                    ),
                ],
                Notes = notes.All,
            },
        };
    }

    // Below Finding.DoubtBelow; of a report's words one in thirty was restored wrongly or not at all.
    private const double OfRestoredLetters = 0.7;

    // A fault of ours that one document brings to light must not stop the others, nor pass for a fault of the document.
    private static ReportReading Guarded(string file, Func<ReportReading> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or KeyNotFoundException
                        or FormatException
                        or ArithmeticException
                        or RegexMatchTimeoutException
            )
        {
            return ReportReading.Aside(
                file,
                SetAsideCause.Fault,
                $"could not be read for a fault in this program ({e.GetType().Name}: {e.Message}); please report it with the document"
            );
        }
    }
}
