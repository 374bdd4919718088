using System.Buffers;
using System.Collections.Frozen;

namespace Kompass.Mining.Corpus;

/// <summary>All municipalities, and where a text names them. Read from <c>corpus/municipalities.csv</c>.</summary>
public sealed class Municipalities
{
    private readonly FrozenDictionary<string, Municipality> _byCode;
    private readonly FrozenDictionary<string, Municipality> _byKey;

    // Only those who read prose ask for them.
    private readonly Lazy<FrozenDictionary<string, Municipality>> _byForm;
    private readonly Lazy<string[]> _formsLongestFirst;
    private readonly Lazy<SearchValues<string>> _names;
    private readonly Swedish _swedish;

    internal Municipalities(IReadOnlyList<Municipality> all, Swedish swedish)
    {
        All = all = WithUniqueSlugs(all);
        _swedish = swedish;
        _byCode = all.ToFrozenDictionary(m => m.Code, StringComparer.Ordinal);
        // A name comes before another's slug: "Habo" is no Håbo.
        _byKey = all.SelectMany(m => Keys(m).Select(k => (k, m)))
            .Concat(all.Select(m => (k: LabelKey.Of(m.Slug), m)))
            .DistinctBy(p => p.k, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.k, p => p.m, StringComparer.Ordinal);
        _byForm = new(() =>
            all.SelectMany(m => ProseForms(m).Select(f => (f, m)))
                .DistinctBy(p => p.f, StringComparer.Ordinal)
                .ToFrozenDictionary(p => p.f, p => p.m, StringComparer.Ordinal)
        );
        _formsLongestFirst = new(() =>
            [
                .. _byForm
                    .Value.Keys.OrderByDescending(f => f.Length)
                    .ThenBy(f => f, StringComparer.Ordinal),
            ]
        );
        _names = new(() =>
            SearchValues.Create(
                [.. all.Select(m => m.Name).Append("Falu").Distinct(StringComparer.Ordinal)],
                StringComparison.Ordinal
            )
        );
    }

    private static List<Municipality> WithUniqueSlugs(IReadOnlyList<Municipality> all)
    {
        var shared = all.GroupBy(m => m.Slug, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Select(m =>
                shared.Contains(m.Slug) ? m with { Slug = Municipality.FullSlugOf(m.Name) } : m
            ),
        ];
    }

    /// <summary>All 290, in order of code.</summary>
    public IReadOnlyList<Municipality> All { get; }

    /// <summary>The municipality with this code, or null.</summary>
    public Municipality? FindByCode(string? code) =>
        code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The municipality that a person means by a code or a name, or null.</summary>
    public Municipality? Find(string given) => FindByCode(given) ?? FindByName(given);

    /// <summary>
    /// The municipality that a name or title form means, or null: <c>Borås</c>, <c>BORÅS STAD</c>, <c>Karlstad kommun</c>,
    /// <c>Region Gotland</c>, <c>Örnsköldsviks kommun</c>, <c>boras</c>.
    /// </summary>
    public Municipality? FindByName(string name) => _byKey.GetValueOrDefault(LabelKey.Of(name));

    /// <summary>
    /// Where a text names municipalities, in order. A name counts when it stands as a word of its own, with its capital; one that is also an
    /// ordinary word does not count at the head of a sentence unless <c>kommun</c> or <c>stad</c> follows, and none does before <c>län</c>.
    /// </summary>
    public IEnumerable<Mention> FindMentions(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var offset = text.AsSpan(from).IndexOfAny(_names.Value);
            if (offset < 0)
            {
                yield break;
            }

            var start = from + offset;
            var form = FormAt(text, start);
            if (form is null)
            {
                from = start + 1;
                continue;
            }

            var end = start + form.Length;
            if (IsMeant(text, start, end, form))
            {
                yield return new Mention(_byForm.Value[form], start, end);
            }

            from = end;
        }
    }

    private string? FormAt(string text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '-'))
        {
            return null;
        }

        foreach (var form in _formsLongestFirst.Value)
        {
            var end = start + form.Length;
            if (
                end <= text.Length
                && text[start] == form[0]
                && text.AsSpan(start, form.Length).SequenceEqual(form)
                && (
                    end == text.Length
                    || !(char.IsLetterOrDigit(text[end]) || IsCompoundHyphen(text, end))
                )
            )
            {
                return form;
            }
        }

        return null;
    }

    private static bool IsCompoundHyphen(string text, int at) =>
        text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private const string County = "län";

    private bool IsMeant(string text, int start, int end, string form)
    {
        var after = text.AsSpan(end).TrimStart();
        // "i Jönköpings län"
        if (
            after.StartsWith(County, StringComparison.Ordinal)
            && !(after.Length > County.Length && char.IsLetter(after[County.Length]))
        )
        {
            return false;
        }

        if (!_swedish.PlaceNamesThatAreWords.Contains(form))
        {
            return true;
        }

        var before = text.AsSpan(0, start).TrimEnd();
        var headOfSentence =
            IsEnd(before)
            || before[^1] is '"' or '”' or '“' or '„' or '»' or '«'
            // A dash that is a bullet, not one between two names.
            || (before[^1] is '-' or '–' or '—' or '*' && IsEnd(before[..^1].TrimEnd()));
        return !headOfSentence
            || after.StartsWith("kommun", StringComparison.Ordinal)
            || after.StartsWith("stad", StringComparison.Ordinal);
    }

    private static bool IsEnd(ReadOnlySpan<char> before) =>
        before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or '•';

    private static IEnumerable<string> ProseForms(Municipality m)
    {
        yield return m.Name;
        if (m.Name[^1] is not ('s' or 'x' or 'z'))
        {
            yield return m.Name + "s";
        }

        if (string.Equals(m.Name, "Falun", StringComparison.Ordinal))
        {
            yield return "Falu";
        }
    }

    private static IEnumerable<string> Keys(Municipality m)
    {
        var name = LabelKey.Of(m.Name);
        string[] names = m.Name[^1] is 's' or 'x' or 'z' ? [name] : [name, name + "s"];
        foreach (var n in names)
        {
            yield return n;
            yield return n + "kommun";
            yield return n + "stad";
            yield return "region" + n;
        }

        foreach (var form in m.Forms)
        {
            yield return LabelKey.Of(form);
        }
    }
}

/// <summary>A municipality named in a text, at character offsets <paramref name="Start"/> (inclusive) to <paramref name="End"/> (exclusive).</summary>
public readonly record struct Mention(Municipality Municipality, int Start, int End);
