namespace Kompass.Web.Views;

/// <summary>What an address asks for, and the dataset of which it asks.</summary>
internal sealed class ViewRequest(HttpContext context, Snapshot snapshot, ExplorerOptions options)
{
    // Longer than any search a person writes; what is longer is a mistake or an attack.
    private const int MostCharacters = 2000;

    public Snapshot Snapshot { get; } = snapshot;

    public ExplorerOptions Options { get; } = options;

    public Knowledge Knowledge => Snapshot.Knowledge;

    public CancellationToken Cancellation => context.RequestAborted;

    /// <summary>A part of the path.</summary>
    public string Route(string name) => context.Request.RouteValues[name] as string ?? "";

    /// <summary>Checks that the address has no other parameters: one that is ignored would let all rows pass for the answer.</summary>
    /// <exception cref="BadAddressException">It has one.</exception>
    public void Knows(IReadOnlyList<string> names)
    {
        if (
            context.Request.Query.Keys.FirstOrDefault(k =>
                !names.Contains(k, StringComparer.OrdinalIgnoreCase)
            ) is
            { } unknown
        )
        {
            var known = string.Join(", ", names);
            throw new BadAddressException(
                $"{unknown}: sidan har ingen sådan parameter; möjliga: {known}",
                $"{unknown}: the page has no such parameter; known are {known}"
            );
        }
    }

    /// <summary>A parameter's value, or null where it is missing or empty.</summary>
    public string? One(string name)
    {
        var value = context.Request.Query[name].ToString().Trim();
        return value.Length switch
        {
            0 => null,
            > MostCharacters => throw new BadAddressException(
                $"{name} är längre än {MostCharacters} tecken",
                $"{name} is longer than {MostCharacters} characters"
            ),
            _ => value,
        };
    }

    /// <summary>A parameter's values, given again or parted by commas.</summary>
    public IReadOnlyList<string> Several(string name) =>
        [
            .. context
                .Request.Query[name]
                .SelectMany(v =>
                    (v ?? "").Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <exception cref="BadAddressException">It is none.</exception>
    public int Number(string name, int otherwise, int least, int most) =>
        One(name) is not { } value ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
        : throw new BadAddressException(
            $"{name}: ett tal från {least} till {most} väntades, inte \"{value}\"",
            $"{name}: a number from {least} to {most} was expected, not \"{value}\""
        );

    /// <summary>One of a few names.</summary>
    /// <exception cref="BadAddressException">It is none of them.</exception>
    public string OneOf(string name, params string[] known) =>
        One(name) is not { } value ? known[0]
        : known.Contains(value, StringComparer.Ordinal) ? value
        : throw new BadAddressException(
            $"{name}: ett av {string.Join(", ", known)} väntades, inte \"{value}\"",
            $"{name}: one of {string.Join(", ", known)} was expected, not \"{value}\""
        );
}
