using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>What is known of a column before a page break.</summary>
/// <param name="Kind">Its list.</param>
/// <param name="IsOpen">Whether its last item cannot end where it does.</param>
/// <param name="IsBroken">Whether its last item ends in the middle of a word.</param>
/// <param name="IsEmpty">Whether it has no items yet.</param>
internal readonly record struct ColumnState(
    FindingKind Kind,
    bool IsOpen,
    bool IsBroken,
    bool IsEmpty = false
);

/// <summary>
/// Shares a run of pieces out among the columns of a table that was read column after column: the pieces of the first column come first. All ways to
/// part them are weighed by what goes on from before the break and by wording; how sure a column is, is told by the former alone where it suffices.
/// </summary>
internal static class ColumnShare
{
    // Wording tells strengths from improvement areas for four items in five (docs/decisions/0006-flat-lists.md): what rests on it alone stays in doubt.
    private const double MostFromWording = 0.75;

    public static IReadOnlyList<(int Column, double Probability)> Find(
        IReadOnlyList<Piece> pieces,
        IReadOnlyList<ColumnState> columns,
        KindEvidence wording
    )
    {
        if (pieces.Count == 0)
        {
            return [];
        }

        var evidence = pieces
            .Select(p => columns.Select(c => wording.Of(p.Text.Text, c.Kind)).ToArray())
            .ToArray();
        foreach (var row in evidence)
        {
            // Only the difference between lists counts; without it long runs would fall below what a double can hold.
            var most = row.Max();
            for (var c = 0; c < row.Length; c++)
            {
                row[c] -= most;
            }
        }

        var all = Weigh(pieces, columns, evidence);
        var byPlace = Weigh(pieces, columns, [.. evidence.Select(e => new double[e.Length])]);
        return
        [
            .. all.Best.Select(
                (column, i) =>
                    (
                        column,
                        Math.Max(
                            byPlace.Share(i, column),
                            Math.Min(MostFromWording, all.Share(i, column))
                        )
                    )
            ),
        ];
    }

    private static Weights Weigh(
        IReadOnlyList<Piece> pieces,
        IReadOnlyList<ColumnState> columns,
        double[][] evidence
    )
    {
        var marginal = new double[pieces.Count, columns.Count];
        var best = new int[pieces.Count];
        var bestWeight = -1.0;
        var total = 0.0;
        foreach (var assignment in Assignments(pieces.Count, columns.Count))
        {
            var weight = Math.Exp(Score(assignment, pieces, columns, evidence));
            total += weight;
            for (var i = 0; i < pieces.Count; i++)
            {
                marginal[i, assignment[i]] += weight;
            }

            if (weight > bestWeight)
            {
                bestWeight = weight;
                best = [.. assignment];
            }
        }

        return new Weights(best, marginal, total);
    }

    private sealed record Weights(int[] Best, double[,] Marginal, double Total)
    {
        public double Share(int piece, int column) =>
            Total > 0 ? Marginal[piece, column] / Total : 0;
    }

    private static double Score(
        int[] assignment,
        IReadOnlyList<Piece> pieces,
        IReadOnlyList<ColumnState> columns,
        double[][] evidence
    )
    {
        var score = 0.0;
        for (var i = 0; i < assignment.Length; i++)
        {
            var column = columns[assignment[i]];
            var opensColumn = i == 0 || assignment[i - 1] != assignment[i];
            if (pieces[i].GoesOn)
            {
                // The rest of an item can only stand first in its column, and rather where the column was left open.
                score += opensColumn
                    ? (
                        column.IsBroken ? 2
                        : column.IsOpen ? 1.5
                        : -0.5
                    )
                    : -4;
            }
            else
            {
                score += evidence[i][assignment[i]];
                score +=
                    opensColumn && column.IsBroken ? -4
                    : opensColumn && column.IsOpen ? -0.7
                    : 0;
            }
        }

        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].IsBroken && !assignment.Contains(c))
            {
                score -= 4;
            }
            else if (
                columns[c].IsEmpty
                && columns[c].Kind != FindingKind.Weakness
                && !assignment.Contains(c)
            )
            {
                // A report without strengths, or without anything to improve, has not been met.
                score -= 2;
            }
        }

        return score;
    }

    private static IEnumerable<int[]> Assignments(int pieces, int columns)
    {
        var assignment = new int[pieces];
        while (true)
        {
            yield return assignment;
            var i = pieces - 1;
            while (i >= 0 && assignment[i] == columns - 1)
            {
                i--;
            }

            if (i < 0)
            {
                yield break;
            }

            var value = assignment[i] + 1;
            for (; i < pieces; i++)
            {
                assignment[i] = value;
            }
        }
    }
}
