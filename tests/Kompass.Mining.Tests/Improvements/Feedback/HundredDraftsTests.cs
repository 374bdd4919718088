using System.Xml.Linq;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Improvements.Drafts;
using static Kompass.Mining.Tests.Improvements.Feedback.ReturnedDraft;

namespace Kompass.Mining.Tests.Improvements.Feedback;

/// <summary>
/// A hundred drafts edited by chance, as evaluators edit: reworded, written over, struck, moved, merged, split, added to, restyled, with marks or numbers lost. What
/// became of a suggestion is told rightly or said to be unsure, never wrongly.
/// </summary>
public sealed class HundredDraftsTests : IDisposable
{
    private const int Drafts = 100;

    // Words that no sentence of a draft has.
    private static readonly string[] Foreign =
    [
        "sommarlov",
        "nattöppet",
        "kajkant",
        "cykelbana",
        "luftvård",
        "växthus",
        "isvak",
        "skridskor",
        "badplats",
        "körsång",
        "lekplats",
        "vinterväg",
    ];

    private static readonly Lazy<ImprovementDraft> Draft = new(() =>
    {
        var sentences = SuggestionSentences.Read(Subject.Knowledge);
        var draft = Rendered.Draft("full");
        return draft with
        {
            Areas =
            [
                .. draft.Areas.Select(a =>
                    a with
                    {
                        Strengths = [.. a.Strengths.Select(Worded)],
                        Improvements = [.. a.Improvements.Select(Worded)],
                    }
                ),
            ],
        };

        DraftItem Worded(DraftItem item) =>
            item with
            {
                Sentence = sentences.Of(item.Question, item.Kind, PointLevel.Uneven).Text,
            };
    });

    private static readonly Lazy<byte[]> Document = new(() =>
        DraftFile.Render(Draft.Value, DraftFormat.Word)
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatBecameOfASuggestion_IsToldRightlyOrSaidToBeUnsure()
    {
        var wrong = new List<string>();
        var (all, unsure) = (0, 0);
        for (var seed = 0; seed < Drafts; seed++)
        {
            var edits = new Edits(seed);
            // A draft that is refused is one of which all is unsure.
            if (Read(edits.Document) is not { } reading)
            {
                all += edits.Expected.Count;
                unsure += edits.Expected.Count;
                continue;
            }

            foreach (var outcome in reading.Outcomes)
            {
                all++;
                var mark = SuggestionMark.Of(outcome.Kind, outcome.Question);
                var (edit, fates) = edits.Expected[mark];
                if (outcome.Fate == SuggestionFate.Unsure)
                {
                    unsure++;
                }
                else if (!fates.Contains(outcome.Fate))
                {
                    wrong.Add($"{seed}: {mark} {edit}: {outcome.Fate}, {outcome.Text}");
                }
            }

            wrong.AddRange(
                edits
                    .Added.Where(a => !reading.Added.Any(r => (r.Kind, r.Text) == a))
                    .Select(a => $"{seed}: not added: {a}")
            );
            wrong.AddRange(
                reading
                    .Added.Where(r => !edits.Added.Contains((r.Kind, r.Text)))
                    .Select(r => $"{seed}: added: {r.Text}")
            );
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(unsure <= 0.02 * all, $"{unsure} of {all} are unsure");
    }

    private FeedbackReading? Read(ReturnedDraft draft)
    {
        var file = _folder.File("utkast.docx");
        File.WriteAllBytes(file, draft.Save());
        var readout = new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file);
        return (readout as FeedbackReadout.Read)?.Feedback.Readings[0];
    }

    private sealed class Edits
    {
        private readonly Random _random;

        public Edits(int seed)
        {
            _random = new Random(seed);
            Document = new ReturnedDraft(HundredDraftsTests.Document.Value).Reviewed();
            var items = Draft.Value.Areas.SelectMany(a => a.Strengths.Concat(a.Improvements));
            foreach (var item in items)
            {
                if (!Expected.ContainsKey(SuggestionMark.Of(item.Kind, item.Question)))
                {
                    Expected[SuggestionMark.Of(item.Kind, item.Question)] = Edit(item);
                }
            }

            for (var area = 1; area <= Draft.Value.Areas.Count; area += 3)
            {
                var kind = Chance(0.5) ? FindingKind.Strength : FindingKind.Improvement;
                var text = Sentence(area);
                Cell(area, kind).Elements(W + "p").Last().AddAfterSelf(Item(text));
                Added.Add((kind, text));
            }

            Restyle();
        }

        public ReturnedDraft Document { get; }

        public Dictionary<string, (string Edit, SuggestionFate[] Fates)> Expected { get; } =
            new(StringComparer.Ordinal);

        public HashSet<(FindingKind, string)> Added { get; } = [];

        private (string, SuggestionFate[]) Edit(DraftItem item)
        {
            var isQuestion = item.Sentence.EndsWith('?');
            var paragraph = Document.Suggestion(Short(item));
            var first = ReturnedDraft.Sentence(paragraph);
            var other =
                item.Kind == FindingKind.Strength ? FindingKind.Improvement : FindingKind.Strength;
            switch (_random.Next(12))
            {
                case 0:
                    first.ReplaceWith(Run(Reworded(item.Sentence)));
                    return ("reworded", [SuggestionFate.Edited]);
                case 1:
                    first.ReplaceWith(Run(Sentence(item.Rank)));
                    return ("written over", [SuggestionFate.Edited]);
                case 2:
                    first.ReplaceWith(
                        Tracked(
                            "del",
                            new XElement(W + "r", new XElement(W + "delText", item.Sentence))
                        ),
                        Tracked("ins", Run(Reworded(item.Sentence)))
                    );
                    return ("reworded, tracked", [SuggestionFate.Edited]);
                case 3 when paragraph.Parent!.Elements(W + "p").Count() > 1:
                    paragraph.Remove();
                    return ("struck", [SuggestionFate.Removed]);
                case 4:
                    paragraph.Elements(W + "r").Remove();
                    return ("struck, the bullet left", [SuggestionFate.Removed]);
                case 5 when paragraph.Parent!.Elements(W + "p").Count() > 1:
                    paragraph.Remove();
                    Cell(item.Question[0] - '0', other).Add(paragraph);
                    Added.Add((other, item.Sentence));
                    return ("moved", [SuggestionFate.Removed]);
                case 6:
                    var words = item.Sentence.Split(' ');
                    var half = words.Length / 2;
                    first.ReplaceWith(Run(string.Join(' ', words[..half])));
                    var rest = Item(string.Join(' ', words[half..]));
                    if (Chance(0.5))
                    {
                        // By Enter: the mark stays above, the number goes below.
                        var number = paragraph.Elements(W + "r").Last();
                        number.Remove();
                        rest.Add(number);
                    }

                    paragraph.AddAfterSelf(rest);
                    return ("split", [SuggestionFate.Edited]);
                case 7 when Next(item) is { } next:
                    var second = Document.Suggestion(Short(next));
                    first.ReplaceWith(Run($"{item.Sentence.TrimEnd('?')}, och {next.Sentence}"));
                    paragraph
                        .Elements(W + "r")
                        .Last()
                        .ReplaceWith(Run($" ({item.Question}, {next.Question})"));
                    second.Remove();
                    Expected[SuggestionMark.Of(next.Kind, next.Question)] = (
                        "merged",
                        [SuggestionFate.Edited]
                    );
                    return ("merged", [SuggestionFate.Edited]);
                default:
                    return ("left", [isQuestion ? SuggestionFate.Skipped : SuggestionFate.Kept]);
            }
        }

        private void Restyle()
        {
            switch (_random.Next(6))
            {
                case 0:
                    Document
                        .Text.Descendants()
                        .Where(e => e.Name.LocalName is "bookmarkStart" or "bookmarkEnd")
                        .Where(e =>
                            ((string?)e.Attribute(W + "name"))?.Contains(
                                "reviewed",
                                StringComparison.Ordinal
                            ) != true
                        )
                        .Where(e => !e.Parent!.Value.Contains(AreaPages.ReviewedLabel))
                        .Remove();
                    break;
                case 1:
                    Rename("Styrkor", "Det som är bra");
                    Rename("Förbättringsmöjligheter", "Att arbeta vidare med");
                    break;
                case 2:
                    foreach (var style in Document.Text.Descendants(W + "pStyle"))
                    {
                        style.SetAttributeValue(
                            W + "val",
                            ((string?)style.Attribute(W + "val"))!.Replace("Heading", "MinRubrik")
                        );
                    }

                    break;
            }
        }

        private void Rename(string head, string name)
        {
            foreach (var text in Document.Text.Descendants(W + "t").Where(t => t.Value == head))
            {
                text.Value = name;
            }
        }

        // The suggestion below in the same list, if nothing was done to it yet.
        private DraftItem? Next(DraftItem item)
        {
            var area = Draft.Value.Areas[item.Question[0] - '1'];
            var list = item.Kind == FindingKind.Strength ? area.Strengths : area.Improvements;
            return list.SkipWhile(i => i != item)
                .Skip(1)
                .FirstOrDefault(i => !Expected.ContainsKey(SuggestionMark.Of(i.Kind, i.Question)));
        }

        private XElement Cell(int area, FindingKind kind) =>
            Document.Column(area, kind == FindingKind.Strength ? 0 : 1);

        private static XElement Item(string text)
        {
            var item = Paragraph(text);
            item.AddFirst(
                new XElement(
                    W + "pPr",
                    new XElement(W + "pStyle", new XAttribute(W + "val", "CellBullet"))
                )
            );
            return item;
        }

        private static string Short(DraftItem item) =>
            SuggestionMark.Of(item.Kind, item.Question)["kompass_".Length..];

        private string Reworded(string sentence)
        {
            var words = sentence.TrimEnd('?').Split(' ');
            words[_random.Next(words.Length)] = Word();
            return string.Join(' ', words) + " " + Word();
        }

        private string Sentence(int seed) => $"{Word()} {Word()} {Word()} {Word()} {seed}";

        private string Word() => Foreign[_random.Next(Foreign.Length)];

        private bool Chance(double share) => _random.NextDouble() < share;
    }
}
