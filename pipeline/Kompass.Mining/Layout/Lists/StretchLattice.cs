namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// All ways to cut a stretch into items and to share them out among columns that stand one after the other, weighed whole: a semi-Markov chain over pieces
/// (Sarawagi and Cohen 2004), its best way by Viterbi, the probability of each piece of it by forward and backward sums.
/// </summary>
internal sealed class StretchLattice
{
    // No item met has more; what is longer is cut wherever it fits best.
    private const int MostWords = 70;

    // A column's last item is as likely as not to be cut where a page breaks.
    private const double CutAtBreak = 0.5;

    // Below this nobody would end an item there, so that no change of column is tried.
    private const double LeastEnd = 0.003;

    // How much likelier the next column begins at a gap than another column's line in general, in log-odds: chosen on lists of a writer left out.
    private const double ChangeOdds = 4;

    private const double LeastSeam = 0.001;

    // How much wording counts: words of one item are not independent, and reports word things their own way.
    private const double WordingWeight = 0.7;

    private static readonly double[] EmptyList = [Math.Log(0.01), Math.Log(0.01), Math.Log(0.1)];

    private readonly Stretch _stretch;
    private readonly IReadOnlyList<ListColumn> _columns;
    private readonly GapJudge _judge;
    private readonly IReadOnlyList<ListToken> _tokens;
    private readonly bool[] _opens;
    private readonly double[] _ends;
    private readonly double[] _skip;
    private readonly List<Node>[] _endingAt;
    private readonly List<Entry> _entries = [];

    /// <param name="stretch">What is cut; at least one word.</param>
    /// <param name="columns">The candidate columns with what stands in them so far, in their order.</param>
    /// <param name="judge">Judges gaps.</param>
    public StretchLattice(Stretch stretch, IReadOnlyList<ListColumn> columns, GapJudge judge)
    {
        _stretch = stretch;
        _columns = columns;
        _judge = judge;
        _tokens = stretch.Tokens;
        _opens = new bool[_tokens.Count];
        _ends = new double[_tokens.Count + 1];
        for (var i = 0; i < _tokens.Count; i++)
        {
            _opens[i] = i == 0 || judge.MayOpen(stretch, i);
        }

        _skip = [.. columns.Select(SkipCost)];
        _endingAt = [.. Enumerable.Range(0, _tokens.Count + 1).Select(_ => new List<Node>())];
        if (columns.Count > 1)
        {
            FindEnds();
        }
    }

    /// <summary>The most probable way to cut it.</summary>
    public IReadOnlyList<ListPiece> Read()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            foreach (var entry in EntriesAt(i))
            {
                _entries.Add(entry);
                Extend(entry);
            }
        }

        var finals = _endingAt[^1]
            .ConvertAll(n => (Node: n, Weight: SkipBetween(n.Column, _columns.Count)));
        var total = LogSum(finals.Select(f => f.Node.Forward + f.Weight));
        Backward(finals);
        var best = finals.MaxBy(f => f.Node.Best + f.Weight).Node;
        var share = ColumnShares(total);
        var pieces = new List<ListPiece>();
        for (var node = best; node is not null; node = node.Entry.BestFrom)
        {
            pieces.Add(
                new ListPiece(
                    _stretch.Columns[node.Column],
                    node.Entry.At,
                    node.To,
                    node.Entry.GoesOn,
                    Math.Exp(Math.Min(0, node.Forward + node.Backward - total)),
                    Math.Min(1, share[node.Entry.At, node.Column])
                )
            );
        }

        pieces.Reverse();
        return pieces;
    }

    // Where an item may end, asked of what stands since the last place where one may begin.
    private void FindEnds()
    {
        var start = 0;
        for (var i = 1; i <= _tokens.Count; i++)
        {
            var complete = _judge.Ends(new TokenRun(_tokens, start, i));
            _ends[i] = _stretch.BeforeBreak ? CutAtBreak + ((1 - CutAtBreak) * complete) : complete;
            if (i < _tokens.Count && _opens[i])
            {
                start = i;
            }
        }
    }

    private double SkipCost(ListColumn column) =>
        column.Last is { } last
            ? Math.Log(0.5 * Math.Max(0.02, _judge.Ends(Whole(last))))
            : EmptyList[(int)column.Kind];

    private IEnumerable<Entry> EntriesAt(int at)
    {
        for (var column = 0; column < _columns.Count; column++)
        {
            foreach (var goesOn in new[] { false, true })
            {
                if (goesOn ? _columns[column].Last is null || !_stretch.AfterBreak : !_opens[at])
                {
                    continue;
                }

                var entry = new Entry(at, column, goesOn);
                if (at == 0)
                {
                    entry.Come(
                        null,
                        SkipBetween(-1, column)
                            + Begin(column, 0, goesOn)
                            - (column + 1 < _columns.Count ? _stretch.LastColumnOdds : 0)
                    );
                }

                foreach (var node in _endingAt[at])
                {
                    if (Step(node, entry) is { } weight)
                    {
                        entry.Come(node, weight);
                    }
                }

                if (entry.Forward > double.NegativeInfinity)
                {
                    yield return entry;
                }
            }
        }
    }

    // From one piece to the next: within the column an item ends and another begins; or the column ends, and the next one begins or goes on. A column that has
    // an item may have nothing here, so that the place where it goes on is one of many; an empty one has its first item somewhere.
    private double? Step(Node node, Entry entry)
    {
        if (entry.Column < node.Column || (entry.Column == node.Column && entry.GoesOn))
        {
            return null;
        }

        if (entry.Column == node.Column)
        {
            return Math.Log(Clamp(Border(node.Entry, entry.At)));
        }

        if (_ends[entry.At] < LeastEnd)
        {
            return null;
        }

        var begin = _columns[entry.Column].Last is null
            ? Math.Log(Clamp(Mixed(Border(node.Entry, entry.At))))
            : Math.Log(_ends[entry.At]) + Begin(entry.Column, entry.At, entry.GoesOn);
        return begin
            + Change(entry.At)
            - (_columns[entry.Column].Last is null ? 0 : Math.Log(_tokens.Count))
            + SkipBetween(node.Column, entry.Column);
    }

    // How well the words on both sides of a gap go with different columns, in log-odds.
    private double Change(int at)
    {
        if (!_changes.TryGetValue(at, out var change))
        {
            var seam = Math.Clamp(_judge.Seam(_stretch, at), LeastSeam, 1 - LeastSeam);
            _changes[at] = change = ChangeOdds + Math.Log(seam / (1 - seam));
        }

        return change;
    }

    // Into an empty column: what stands before may be an item that the page cut, so that only what follows speaks for a beginning.
    private double Mixed(double border) =>
        _stretch.BeforeBreak ? (CutAtBreak * border) + ((1 - CutAtBreak) * 0.3) : border;

    // How a column begins in this stretch: with the rest of its last item or with a new one.
    private double Begin(int column, int at, bool goesOn)
    {
        if (_columns[column].Last is not { } last)
        {
            return 0;
        }

        return Math.Log(
            Clamp(
                _judge.Begins(
                    Whole(last),
                    new TokenRun(_tokens, at, _tokens.Count),
                    _stretch.HasBullets ? _tokens[at].HasBullet : null,
                    goesOn
                )
            )
        );
    }

    private void Extend(Entry entry)
    {
        var inner = 0.0;
        for (var to = entry.At + 1; to <= _tokens.Count; to++)
        {
            var isEnd = to == _tokens.Count;
            var maySwitch = !isEnd && entry.Column + 1 < _columns.Count && MayChangeAt(to);
            if (isEnd || _opens[to] || maySwitch)
            {
                var node = new Node(entry, to);
                var own = inner + Wording(entry, to);
                node.Forward = entry.Forward + own;
                node.Best = entry.Best + own;
                node.Own = own;
                _endingAt[to].Add(node);
            }

            if (isEnd || (to - entry.At >= MostWords && _opens[to]))
            {
                break;
            }

            if (_opens[to])
            {
                inner += Math.Log(Clamp(1 - Border(entry, to)));
            }
        }
    }

    private bool MayChangeAt(int at) =>
        _ends[at] >= LeastEnd && (_opens[at] || _stretch.AfterBreak);

    private double Wording(Entry entry, int to)
    {
        if (_columns.Count == 1 || entry.GoesOn)
        {
            return 0;
        }

        if (!_kinds.TryGetValue((entry.At, to), out var kinds))
        {
            _kinds[(entry.At, to)] = kinds = _judge.Kinds(new TokenRun(_tokens, entry.At, to));
        }

        return WordingWeight
            * (kinds[(int)_columns[entry.Column].Kind] - _columns.Max(c => kinds[(int)c.Kind]));
    }

    private double Border(Entry entry, int at)
    {
        var key = (entry.GoesOn ? entry.Column : -1, entry.At, at);
        if (!_borders.TryGetValue(key, out var border))
        {
            _borders[key] = border = _judge.Border(
                entry.GoesOn
                    ? Joined(_columns[entry.Column].Last!, entry.At, at)
                    : new TokenRun(_tokens, entry.At, at),
                new TokenRun(_tokens, at, _tokens.Count),
                _stretch.HasBullets ? _tokens[at].HasBullet : null,
                _stretch.LineFill(at)
            );
        }

        return border;
    }

    private readonly Dictionary<(int From, int To), double[]> _kinds = [];

    private readonly Dictionary<(int Column, int From, int At), double> _borders = [];

    private readonly Dictionary<int, double> _changes = [];

    private TokenRun Joined(ListItem last, int from, int to)
    {
        List<ListToken> tokens = [.. last.Tokens, .. _tokens.Take(to).Skip(from)];
        return new TokenRun(tokens, 0, tokens.Count);
    }

    private static TokenRun Whole(ListItem item) => new(item.Tokens, 0, item.Tokens.Count);

    private double SkipBetween(int column, int next)
    {
        var cost = 0.0;
        for (var c = column + 1; c < next; c++)
        {
            cost += _skip[c];
        }

        return cost;
    }

    private void Backward(List<(Node Node, double Weight)> finals)
    {
        foreach (var (node, weight) in finals)
        {
            node.Backward = weight;
        }

        // Entries in the order of their places: those further on are ready first.
        for (var e = _entries.Count - 1; e >= 0; e--)
        {
            var entry = _entries[e];
            entry.Backward = LogSum(entry.Nodes.Select(n => n.Own + n.Backward));
            foreach (var (node, weight) in entry.From)
            {
                node?.Meet(weight + entry.Backward);
            }
        }
    }

    private double[,] ColumnShares(double total)
    {
        var change = new double[_tokens.Count + 1, _columns.Count];
        foreach (var node in _endingAt.SelectMany(n => n))
        {
            var probability = Math.Exp(Math.Min(0, node.Forward + node.Backward - total));
            change[node.Entry.At, node.Column] += probability;
            change[node.To, node.Column] -= probability;
        }

        for (var i = 1; i <= _tokens.Count; i++)
        {
            for (var c = 0; c < _columns.Count; c++)
            {
                change[i, c] += change[i - 1, c];
            }
        }

        return change;
    }

    private static double Clamp(double probability) => Math.Clamp(probability, 1e-4, 1 - 1e-4);

    private static double LogSum(IEnumerable<double> values)
    {
        var sum = double.NegativeInfinity;
        foreach (var value in values)
        {
            sum = Add(sum, value);
        }

        return sum;
    }

    private static double Add(double a, double b)
    {
        var (most, least) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(least)
            ? most
            : most + Math.Log(1 + Math.Exp(least - most));
    }

    /// <summary>The beginning of pieces at a place, in a column, anew or going on.</summary>
    private sealed class Entry(int at, int column, bool goesOn)
    {
        public int At { get; } = at;

        public int Column { get; } = column;

        public bool GoesOn { get; } = goesOn;

        public double Forward { get; private set; } = double.NegativeInfinity;

        public double Best { get; private set; } = double.NegativeInfinity;

        public double Backward { get; set; } = double.NegativeInfinity;

        public Node? BestFrom { get; private set; }

        public List<(Node? Node, double Weight)> From { get; } = [];

        public List<Node> Nodes { get; } = [];

        public void Come(Node? node, double weight)
        {
            From.Add((node, weight));
            Forward = Add(Forward, (node?.Forward ?? 0) + weight);
            var best = (node?.Best ?? 0) + weight;
            if (best > Best)
            {
                (Best, BestFrom) = (best, node);
            }
        }
    }

    /// <summary>A piece: from its entry up to a place.</summary>
    private sealed class Node
    {
        public Node(Entry entry, int to)
        {
            (Entry, To) = (entry, to);
            entry.Nodes.Add(this);
        }

        public Entry Entry { get; }

        public int To { get; }

        public int Column => Entry.Column;

        public double Own { get; set; }

        public double Forward { get; set; }

        public double Best { get; set; }

        public double Backward { get; set; } = double.NegativeInfinity;

        public void Meet(double weight) => Backward = Add(Backward, weight);
    }
}
