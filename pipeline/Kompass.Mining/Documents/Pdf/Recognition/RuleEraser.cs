namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>Whitens long thin lines in one direction of a picture: its lines are rows or columns, as the index tells.</summary>
/// <param name="pixels">The picture.</param>
/// <param name="clean">A copy of it, in which lines are whitened.</param>
/// <param name="lines">Lines side by side.</param>
/// <param name="length">Pixels of each.</param>
/// <param name="index">Where the pixel of a line lies.</param>
/// <param name="dark">What is darker may be a line.</param>
internal sealed class RuleEraser(
    byte[] pixels,
    byte[] clean,
    int lines,
    int length,
    Func<int, int, int> index,
    int dark
)
{
    // Pixels by which a line may be broken and still be one.
    private const int Break = 3;

    // Pixels of a line's soft edge.
    private const int Edge = 2;

    // Where the thickness of a line is measured.
    private const int Places = 24;

    /// <summary>Whitens what is longer than one bound and no thicker than the other, in pixels.</summary>
    /// <param name="least">The first.</param>
    /// <param name="thickest">The second.</param>
    /// <param name="thin">At how much of its length it has to be so thin, from 0 to 1.</param>
    public void Erase(int least, int thickest, double thin)
    {
        for (var line = 0; line < lines; line++)
        {
            foreach (var (from, to) in Runs(line))
            {
                if (to - from > least && IsThin(line, from, to, thickest, thin))
                {
                    Erase(line, from, to);
                }
            }
        }
    }

    private IEnumerable<(int From, int To)> Runs(int line)
    {
        var start = -1;
        var lastDark = -1;
        for (var at = 0; at < length; at++)
        {
            if (IsDark(line, at))
            {
                start = start < 0 ? at : start;
                lastDark = at;
            }
            else if (start >= 0 && at - lastDark > Break)
            {
                yield return (start, lastDark);
                start = -1;
            }
        }

        if (start >= 0)
        {
            yield return (start, lastDark);
        }
    }

    private void Erase(int line, int from, int to)
    {
        for (
            var beside = Math.Max(0, line - Edge);
            beside <= Math.Min(lines - 1, line + Edge);
            beside++
        )
        {
            for (var at = from; at <= to; at++)
            {
                clean[index(beside, at)] = 255;
            }
        }
    }

    // A filled bar is no line; where another line crosses it is thick too, hence several places.
    private bool IsThin(int line, int from, int to, int thickest, double thin) =>
        Enumerable
            .Range(1, Places)
            .Count(p =>
                ThicknessAt(line, from + ((to - from) * p / (Places + 1)), thickest) <= thickest
            )
        > Places * thin;

    private int ThicknessAt(int line, int at, int thickest)
    {
        var thickness = 1;
        for (var away = line - 1; away >= 0 && thickness <= thickest && IsDark(away, at); away--)
        {
            thickness++;
        }

        for (var away = line + 1; away < lines && thickness <= thickest && IsDark(away, at); away++)
        {
            thickness++;
        }

        return thickness;
    }

    private bool IsDark(int line, int at) => pixels[index(line, at)] < dark;
}
