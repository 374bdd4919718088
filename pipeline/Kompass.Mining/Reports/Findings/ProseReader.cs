using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Findings;

/// <summary>A sentence of an area's prose and the heading under which it stands.</summary>
/// <param name="Area">1 to 8.</param>
/// <param name="Rubric">The heading, or null before the first.</param>
/// <param name="Questions">The sub-questions of that heading.</param>
/// <param name="Text">The sentence.</param>
public sealed record ProseSentence(
    int Area,
    string? Rubric,
    IReadOnlyList<string> Questions,
    Passage Text
);

/// <summary>Reads an area's prose as sentences, and finds those that hold up other municipalities, praise, or name an improvement area.</summary>
internal sealed class ProseReader(Knowledge knowledge, EditionLabels labels)
{
    private readonly RemarkRules _remarks = new(knowledge.Swedish);

    /// <summary>All sentences of an area's prose, with their rubric; lists and tables left out.</summary>
    public IEnumerable<ProseSentence> Read(AreaSection section) =>
        ParagraphsOf(section)
            .SelectMany(p =>
                Sentences
                    .Split(p.Text, knowledge.Swedish)
                    .Select(s => new ProseSentence(section.Area, p.Rubric, p.Questions, s))
            );

    /// <summary>The paragraphs of the summary and of the areas' prose, in that order.</summary>
    public IEnumerable<Prose> Paragraphs(Sections sections)
    {
        string? heading = null;
        var summary = new List<(int? Area, string? Rubric, string? Question, Passage Text)>();
        foreach (var block in sections.Summary)
        {
            switch (block)
            {
                case Block.Heading h:
                    heading = OneLine(h.Text.Text);
                    break;
                case Block.Paragraph p:
                    summary.Add((null, heading, null, p.Text));
                    break;
                default:
                    break;
            }
        }

        return summary
            .Concat(
                sections.Areas.SelectMany(section =>
                    ParagraphsOf(section)
                        .Select(p =>
                            (
                                Area: (int?)section.Area,
                                Rubric: p.Rubric is null ? null : OneLine(p.Rubric),
                                Question: p.Questions is [var only] ? only : null,
                                p.Text
                            )
                        )
                )
            )
            .Where(p => p.Text.Text.Any(char.IsLetter))
            .Select(
                (p, i) =>
                    new Prose(
                        p.Area,
                        p.Rubric,
                        p.Question,
                        i + 1,
                        OneLine(p.Text.Text),
                        Source.Of(p.Text.Place, Via.Prose)
                    )
            );
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A heading of the prose, and the sub-questions of which it speaks.
    private sealed record Rubric(
        string? Heading,
        IReadOnlyList<string> Questions,
        bool IsGeneral = false
    );

    private IEnumerable<(
        string? Rubric,
        IReadOnlyList<string> Questions,
        Passage Text
    )> ParagraphsOf(AreaSection section)
    {
        var rubric = new Rubric(null, []);
        var inList = false;
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case Block.Heading { Text.Text: var heading }:
                    inList = labels.ListHeading(heading) is not null;
                    rubric = RubricOf(heading, section.Area) ?? rubric;
                    break;
                case Block.Paragraph paragraph when !inList && !rubric.IsGeneral:
                    yield return (rubric.Heading, rubric.Questions, paragraph.Text);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// Other municipalities that a sentence holds up as examples. Reports name others for two reasons, as examples or as partners: a sentence that
    /// speaks of cooperation names partners, unless it says in so many words that they are examples of something else.
    /// </summary>
    public IEnumerable<Exemplar> Exemplars(
        IEnumerable<ProseSentence> sentences,
        MunicipalityName self
    )
    {
        foreach (var sentence in sentences)
        {
            var text = sentence.Text.Text;
            if (Has(text, knowledge.Swedish.CooperationCues))
            {
                continue;
            }

            foreach (
                var mention in knowledge
                    .Municipalities.FindMentions(text)
                    .DistinctBy(m => m.Municipality.Code, StringComparer.Ordinal)
            )
            {
                if (mention.Municipality.Code != self.Code && !IsInstitution(text, mention))
                {
                    yield return new Exemplar(
                        MunicipalityName.Of(mention.Municipality),
                        sentence.Area,
                        sentence.Rubric,
                        text,
                        Source.Of(sentence.Text.Place, Via.Prose)
                    );
                }
            }
        }
    }

    /// <summary>Improvement areas and praise that sentences state in so many words.</summary>
    public IEnumerable<Remark> Remarks(IEnumerable<ProseSentence> sentences, MunicipalityName self)
    {
        foreach (var sentence in sentences)
        {
            var text = sentence.Text.Text;
            if (
                text.Length >= 20
                && _remarks.KindOf(text, self.Name) is { } found
                && (found != FindingKind.Strength || !HoldsUpOthers(text, self))
            )
            {
                yield return new Remark(
                    found,
                    sentence.Area,
                    sentence.Questions is [var only] ? only : null,
                    text,
                    null,
                    Source.Of(sentence.Text.Place, Via.Prose)
                );
            }
        }
    }

    // Null where the rubric above goes on.
    private Rubric? RubricOf(string heading, int area)
    {
        var found = labels.Lookup(heading);
        if (found.OfType<Label.RubricHeading>().FirstOrDefault(r => r.Area == area) is { } own)
        {
            return new(heading, own.Rubric.Questions);
        }

        if (found.OfType<Label.General>().Any())
        {
            return new(heading, [], IsGeneral: true);
        }

        // Several rubrics in one heading, parted by slashes, which rubrics themselves may have: the prose speaks of all.
        var key = LabelKey.Of(heading);
        List<string> parts = heading.Contains('/', StringComparison.Ordinal)
            ?
            [
                .. labels
                    .Edition.Area(area)
                    .Rubrics.Where(r =>
                        r.Variants.Prepend(r.Heading)
                            .Any(h => key.Contains(LabelKey.Of(h), StringComparison.Ordinal))
                    )
                    .SelectMany(r => r.Questions)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        // A list's heading stands under the rubric above it.
        return parts.Count == 0 && labels.ListHeading(heading) is not null
            ? null
            : new(heading, parts);
    }

    private bool HoldsUpOthers(string text, MunicipalityName self) =>
        knowledge
            .Municipalities.FindMentions(text)
            .Any(m => !string.Equals(m.Municipality.Code, self.Code, StringComparison.Ordinal));

    private static bool Has(string text, IReadOnlyList<string> cues) =>
        cues.Any(c => text.Contains(c, StringComparison.OrdinalIgnoreCase));

    // "Göteborgs universitet", "Högskolan i Borås"
    private bool IsInstitution(string text, Mention mention)
    {
        var word = text[mention.End..].TrimStart().Split([' ', '.', ',', ';', ':', ')'], 2)[0];
        return knowledge.Swedish.InstitutionWords.Contains(word)
            || text[..mention.Start].TrimEnd().Split(' ') is [.., var before, "i" or "vid"]
                && knowledge.Swedish.InstitutionWords.Contains(before);
    }
}
