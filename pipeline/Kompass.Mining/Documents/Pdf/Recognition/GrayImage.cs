namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>A page as pixels, 0 black to 255 white, in the portable graymap format (PGM, <c>P5</c>) between programs.</summary>
internal sealed class GrayImage
{
    /// <summary>Ink is darker, as against paper and the grey of a table's head.</summary>
    internal const byte Dark = 140;

    private GrayImage(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        Pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    /// <summary>Reads a PGM; null where it is none or larger than allowed.</summary>
    public static GrayImage? Parse(ReadOnlySpan<byte> pgm, long mostPixels) =>
        Pixmap.Head(pgm, "P5"u8, 1, mostPixels) is var (width, height, start)
            ? new GrayImage(width, height, pgm.Slice(start, width * height).ToArray())
            : null;

    /// <summary>As PGM.</summary>
    public byte[] ToPgm()
    {
        var head = Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n");
        return [.. head, .. Pixels];
    }

    /// <summary>
    /// The angle in degrees by which the text lines are turned clockwise, from -3 to 3: the one at which the rows' sums of ink differ most from one
    /// another (projection profile; Postl 1986, Baird 1987). Coarse steps on a small picture, then finer ones around the best.
    /// </summary>
    public double Skew()
    {
        var small = Shrunk(4);
        var best = 0.0;
        var bestScore = double.MinValue;
        Search(-3, 3, 0.25);
        Search(best - 0.25, best + 0.25, 0.05);
        return Math.Round(best, 2);

        void Search(double from, double to, double step)
        {
            for (var angle = from; angle <= to + 1e-9; angle += step)
            {
                var score = small.ProfileScore(angle);
                if (score > bestScore)
                {
                    bestScore = score;
                    best = angle;
                }
            }
        }
    }

    /// <summary>
    /// The picture of a faint copy with ink as dark and paper as white as they should be; the same picture where they stand apart well enough. Ink is what the
    /// darkest of 500 pixels are, paper the mean grey.
    /// </summary>
    public GrayImage Levelled()
    {
        // Below it ink is lighter than what counts as dark, or about to be.
        const int Enough = 140;
        // A page without print has no more than its grain.
        const int Grain = 30;
        var (ink, paper) = Levels();
        return paper - ink is > Grain and < Enough
            ? new GrayImage(
                Width,
                Height,
                [.. Pixels.Select(p => (byte)Math.Clamp((p - ink) * 255 / (paper - ink), 0, 255))]
            )
            : this;
    }

    /// <summary>The picture with white paper: the grain of a scan, and the white where something was taken out of grey paper, hide columns of numbers from recognition.</summary>
    public GrayImage Whitened()
    {
        // From ink to paper, 0 to 1: what is lighter is paper.
        const double Paper = 0.85;
        var (ink, paper) = Levels();
        var white = Math.Max(1, ink + (Paper * (paper - ink)));
        return new GrayImage(
            Width,
            Height,
            [.. Pixels.Select(p => (byte)Math.Min(255, p * 255 / white))]
        );
    }

    // What is ink and what is paper.
    private (int Ink, int Paper) Levels()
    {
        var counts = new int[256];
        foreach (var pixel in Pixels)
        {
            counts[pixel]++;
        }

        return (At(Pixels.Length / 500), At(Pixels.Length / 2));

        int At(int rank)
        {
            var level = 0;
            for (var below = counts[0]; below <= rank && level < 255; below += counts[level])
            {
                level++;
            }

            return level;
        }
    }

    /// <summary>The picture with text that runs so many quarter turns clockwise set upright.</summary>
    public GrayImage QuarterTurned(int turns)
    {
        var (width, height) = turns % 2 == 1 ? (Height, Width) : (Width, Height);
        var turned = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = turns switch
                {
                    1 => (Width - 1 - y, x),
                    2 => (Width - 1 - x, Height - 1 - y),
                    3 => (y, Height - 1 - x),
                    _ => (x, y),
                };
                turned[(y * width) + x] = Pixels[(fromY * Width) + fromX];
            }
        }

        return new GrayImage(width, height, turned);
    }

    /// <summary>The picture turned counter-clockwise by an angle in degrees about its centre, bilinear, white where nothing was.</summary>
    public GrayImage Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var turned = new byte[Pixels.Length];
        var cx = (Width - 1) / 2.0;
        var cy = (Height - 1) / 2.0;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                // Where this pixel came from: the inverse turn.
                var sx = cx + ((x - cx) * cos) - ((y - cy) * sin);
                var sy = cy + ((x - cx) * sin) + ((y - cy) * cos);
                turned[(y * Width) + x] = Sample(sx, sy);
            }
        }

        return new GrayImage(Width, Height, turned);
    }

    // How much darker than paper a line is, of what a letter is, and at how much of its length it is thin: the paler, the more like a row of blurred letters.
    private static readonly (double Contrast, double Thin)[] Rules = [(0.25, 0.67), (0.12, 0.9)];

    /// <summary>
    /// The picture without the long straight lines of tables and boxes, which recognition takes for signs: runs of dark pixels longer than any stroke of a
    /// letter, and thin.
    /// </summary>
    /// <param name="longest">Longest thin upright stroke of a letter, in pixels.</param>
    /// <param name="thickest">Thickest line, in pixels.</param>
    public GrayImage WithoutRules(int longest, int thickest)
    {
        var clean = (byte[])Pixels.Clone();
        var (ink, paper) = Levels();
        foreach (var (contrast, thin) in Rules)
        {
            var dark = (int)Math.Max(Dark, paper - (contrast * (paper - ink)));
            // Dashes are as long as the height of a large letter and more.
            new RuleEraser(
                Pixels,
                clean,
                Height,
                Width,
                (line, at) => (line * Width) + at,
                dark
            ).Erase(2 * longest, thickest, thin);
            new RuleEraser(
                Pixels,
                clean,
                Width,
                Height,
                (line, at) => (at * Width) + line,
                dark
            ).Erase(longest, thickest, thin);
        }

        return new GrayImage(Width, Height, clean);
    }

    /// <summary>A part of the picture with a white margin around it; whatever lies outside is white.</summary>
    public GrayImage Cut(int left, int top, int width, int height, int margin)
    {
        var (w, h) = (width + (2 * margin), height + (2 * margin));
        var part = new byte[w * h];
        Array.Fill(part, (byte)255);
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + width); x++)
            {
                part[((y - top + margin) * w) + x - left + margin] = Pixels[(y * Width) + x];
            }
        }

        return new GrayImage(w, h, part);
    }

    /// <summary>What of a box is ink, both in points from the top left corner; null where nothing is.</summary>
    public Box? InkIn(Box box, int dots)
    {
        var (left, right) = (Width, -1);
        var (top, bottom) = (Height, -1);
        var scale = dots / 72.0;
        for (var y = At(box.Top); y < Math.Min(Height, At(box.Bottom)); y++)
        {
            for (var x = At(box.Left); x < Math.Min(Width, At(box.Right)); x++)
            {
                if (Pixels[(y * Width) + x] < Dark)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                }
            }
        }

        return right < 0
            ? null
            : new Box(left / scale, top / scale, (right + 1) / scale, (bottom + 1) / scale);

        int At(double points) => Math.Max(0, (int)(points * scale));
    }

    /// <summary>What of a box is ink, from left to right, parted where nothing is for more than a gap; all in points.</summary>
    public IEnumerable<Box> PiecesIn(Box box, double gap, int dots)
    {
        var scale = dots / 72.0;
        var (top, bottom) = ((int)(box.Top * scale), (int)(box.Bottom * scale));
        var right = Math.Min(Width, (int)(box.Right * scale));
        var (start, last) = (-1, -1);
        for (var x = Math.Max(0, (int)(box.Left * scale)); x <= right; x++)
        {
            var isInk = x < right && HasInk(x, top, bottom);
            if (start >= 0 && (x == right || isInk && x - last > gap * scale))
            {
                // Half a pixel further, so that no rounding leaves one out.
                if (
                    InkIn(
                        new Box((start + 0.5) / scale, box.Top, (last + 1.5) / scale, box.Bottom),
                        dots
                    ) is
                    { } ink
                )
                {
                    yield return ink;
                }

                start = -1;
            }

            (start, last) = isInk ? (start < 0 ? x : start, x) : (start, last);
        }
    }

    private bool HasInk(int x, int top, int bottom)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, bottom); y++)
        {
            if (Pixels[(y * Width) + x] < Dark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The picture with a side of one pixel for several, each the mean of those.</summary>
    public GrayImage Shrunk(int factor)
    {
        var width = Math.Max(1, Width / factor);
        var height = Math.Max(1, Height / factor);
        var small = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var dy = 0; dy < factor; dy++)
                {
                    for (var dx = 0; dx < factor; dx++)
                    {
                        sum += Pixels[
                            (Math.Min(Height - 1, (y * factor) + dy) * Width)
                                + Math.Min(Width - 1, (x * factor) + dx)
                        ];
                    }
                }

                small[(y * width) + x] = (byte)(sum / (factor * factor));
            }
        }

        return new GrayImage(width, height, small);
    }

    private double ProfileScore(double degrees)
    {
        var slope = Math.Tan(degrees * Math.PI / 180);
        var rows = new double[Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var ink = 255 - Pixels[(y * Width) + x];
                if (ink > 100)
                {
                    var row = (int)Math.Round(y - ((x - (Width / 2.0)) * slope));
                    if (row >= 0 && row < Height)
                    {
                        rows[row] += ink;
                    }
                }
            }
        }

        var score = 0.0;
        for (var y = 1; y < Height; y++)
        {
            var step = rows[y] - rows[y - 1];
            score += step * step;
        }

        return score;
    }

    private byte Sample(double x, double y)
    {
        var x0 = (int)Math.Floor(x);
        var y0 = (int)Math.Floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= Width || y0 + 1 >= Height)
        {
            return 255;
        }

        var fx = x - x0;
        var fy = y - y0;
        var at = (y0 * Width) + x0;
        var top = (Pixels[at] * (1 - fx)) + (Pixels[at + 1] * fx);
        var bottom = (Pixels[at + Width] * (1 - fx)) + (Pixels[at + Width + 1] * fx);
        return (byte)((top * (1 - fy)) + (bottom * fy));
    }
}
