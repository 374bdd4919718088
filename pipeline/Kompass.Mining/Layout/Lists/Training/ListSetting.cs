namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>How columns come out of a page.</summary>
internal enum ColumnOrder
{
    /// <summary>A heading and its list, then the next.</summary>
    OwnHeads,

    /// <summary>All headings, then all lists.</summary>
    HeadsTogether,

    /// <summary>All headings, then the lines of all lists in turn, as they stand beside one another.</summary>
    LineByLine,
}

/// <summary>What becomes of a word that was broken at the end of a line.</summary>
internal enum Hyphens
{
    /// <summary>No word is broken.</summary>
    None,

    /// <summary>Its parts stand with hyphen and blank between them.</summary>
    Kept,
}

/// <summary>Full stops at the ends of items.</summary>
internal enum Stops
{
    /// <summary>As the items were written: one in ten has one.</summary>
    AsWritten,

    /// <summary>Everywhere.</summary>
    All,

    /// <summary>Nowhere.</summary>
    None,

    /// <summary>At some: a share of them that each list draws for itself.</summary>
    Some,
}

/// <summary>How the lists of a generated document are set and what is done to them.</summary>
internal sealed record ListSetting
{
    /// <summary>What reports on it call it.</summary>
    public required string Name { get; init; }

    /// <summary>How columns come out.</summary>
    public ColumnOrder Order { get; init; }

    /// <summary>Pages over which the lists of an area go.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether pages break the whole table at one height, so that each column goes on on the next page.</summary>
    public bool BreaksTable { get; init; }

    /// <summary>Whether line breaks are kept.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>The bullet that is kept, or null.</summary>
    public string? Bullet { get; init; }

    /// <summary>Broken words; null draws it for each document.</summary>
    public Hyphens? Hyphens { get; init; }

    /// <summary>Full stops.</summary>
    public Stops? Stops { get; init; }

    /// <summary>Share of items that get a name or an acronym; null draws it for each document.</summary>
    public double? Names { get; init; }

    /// <summary>Share of items of two or more sentences or clauses; null draws it for each document.</summary>
    public double? Long { get; init; }

    /// <summary>Where items have full stops, share of those whose second sentence goes on from the first; null draws it for each document.</summary>
    public double? GoesOn { get; init; }

    /// <summary>Share of items that name a thing in a word or two; null draws it for each document.</summary>
    public double? Short { get; init; }

    /// <summary>Share of items that begin with a number or a name; null draws it for each document.</summary>
    public double? OddStarts { get; init; }

    /// <summary>Share of items that begin with a small letter; null draws it for each document.</summary>
    public double? Lower { get; init; }

    /// <summary>Whether the host took all years out; drawn for each document where it is not set.</summary>
    public bool WithoutYears { get; init; }

    /// <summary>Whether the number of the page stands among the words.</summary>
    public bool HasPageNumbers { get; init; }

    /// <summary>Kinds of setting that the models learn from.</summary>
    public static IReadOnlyList<ListSetting> Known { get; } =
    [
        new() { Name = "own heads" },
        new() { Name = "own heads, lines kept", KeepsLines = true },
        new() { Name = "own heads over pages", Pages = 2 },
        new()
        {
            Name = "table over pages",
            Pages = 2,
            BreaksTable = true,
        },
        new() { Name = "heads together", Order = ColumnOrder.HeadsTogether },
        new()
        {
            Name = "heads together, lines kept",
            Order = ColumnOrder.HeadsTogether,
            KeepsLines = true,
        },
        new()
        {
            Name = "heads together over pages",
            Order = ColumnOrder.HeadsTogether,
            Pages = 2,
            BreaksTable = true,
        },
        new() { Name = "bullets kept", Bullet = "•" },
        new()
        {
            Name = "lines in turn, lines kept",
            Order = ColumnOrder.LineByLine,
            KeepsLines = true,
        },
    ];

    /// <summary>Kinds on which confidences are learnt beside the known ones: borders were learnt on none of them.</summary>
    public static IReadOnlyList<ListSetting> Harder { get; } =
    [
        new()
        {
            Name = "page numbers among the words",
            Pages = 2,
            HasPageNumbers = true,
        },
        new() { Name = "names everywhere", Names = 0.8 },
        new() { Name = "every item long", Long = 1 },
        new() { Name = "lines in turn", Order = ColumnOrder.LineByLine },
    ];

    /// <summary>Kinds from which nothing is learnt: what it is measured on.</summary>
    public static IReadOnlyList<ListSetting> Unseen { get; } =
    [
        new()
        {
            Name = "table over three pages",
            Pages = 3,
            BreaksTable = true,
        },
        new()
        {
            Name = "table over pages, lines and hyphens kept",
            Pages = 2,
            BreaksTable = true,
            KeepsLines = true,
            Hyphens = Training.Hyphens.Kept,
        },
        new()
        {
            Name = "dashes kept",
            Bullet = "-",
            KeepsLines = true,
        },
        new()
        {
            Name = "heads together over pages, full stops",
            Order = ColumnOrder.HeadsTogether,
            Stops = Training.Stops.All,
            Pages = 2,
            BreaksTable = true,
        },
        new()
        {
            Name = "every item long, no full stops",
            Long = 1,
            Stops = Training.Stops.None,
        },
        new() { Name = "full stops everywhere", Stops = Training.Stops.All },
        new()
        {
            Name = "full stops, second sentences",
            Stops = Training.Stops.All,
            GoesOn = 0.15,
        },
        new() { Name = "odd starts everywhere", OddStarts = 0.6 },
        new()
        {
            Name = "lower case over pages",
            Lower = 1,
            Pages = 2,
        },
        new() { Name = "a fifth in lower case", Lower = 0.2 },
        new()
        {
            Name = "lines in turn over pages",
            Order = ColumnOrder.LineByLine,
            Pages = 2,
            BreaksTable = true,
            KeepsLines = true,
        },
    ];

    /// <summary>This setting with all that it leaves open drawn: most documents are plain, some are anything but.</summary>
    public ListSetting Drawn(Random random)
    {
        var (names, length, odd, lower) = (
            random.NextDouble() * (random.NextDouble() < 0.5 ? 0.1 : 0.45),
            random.NextDouble() switch
            {
                < 0.6 => 0.01,
                < 0.92 => random.NextDouble() * 0.25,
                _ => 0.3 + (random.NextDouble() * 0.6),
            },
            random.NextDouble() < 0.6 ? 0.01 : random.NextDouble() * 0.2,
            random.NextDouble() switch
            {
                < 0.7 => 0,
                < 0.97 => random.NextDouble() * 0.3,
                _ => 1,
            }
        );
        var brief = random.NextDouble() * 0.15;
        var goesOn = random.NextDouble() < 0.8 ? 0 : random.NextDouble() * 0.15;
        var hyphens = random.NextDouble() < 0.2 ? Training.Hyphens.Kept : Training.Hyphens.None;
        return this with
        {
            Names = Names ?? names,
            Long = Long ?? length,
            GoesOn = GoesOn ?? goesOn,
            Short = Short ?? brief,
            OddStarts = OddStarts ?? odd,
            Lower = Lower ?? lower,
            Hyphens = Hyphens ?? hyphens,
            WithoutYears = WithoutYears || random.NextDouble() < 0.2,
        };
    }
}
