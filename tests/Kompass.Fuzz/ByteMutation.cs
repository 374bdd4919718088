namespace Kompass.Fuzz;

/// <summary>Damage as files meet it: bits that flip, ends that are missing, pieces that change places or come twice. The same seed does the same damage.</summary>
internal static class ByteMutation
{
    public static byte[] Of(byte[] file, Random random)
    {
        var damaged = (byte[])file.Clone();
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            damaged = Once(damaged, random);
        }

        return damaged;
    }

    private static byte[] Once(byte[] file, Random random)
    {
        if (file.Length < 16)
        {
            return file;
        }

        var at = random.Next(file.Length - 8);
        var length = Math.Min(file.Length - at, 1 + random.Next(random.Next(4) == 0 ? 4000 : 60));
        switch (random.Next(7))
        {
            case 0:
                for (var flips = 1 + random.Next(16); flips > 0; flips--)
                {
                    file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
                }

                return file;
            case 1:
                return file[..at];
            case 2:
                return [.. file[..at], .. file[(at + length)..]];
            case 3:
                return [.. file[..at], .. file[at..(at + length)], .. file[at..]];
            case 4:
                // Two pieces of one length change places.
                var other = random.Next(file.Length - length + 1);
                var piece = file[at..(at + length)];
                file.AsSpan(other, length).CopyTo(file.AsSpan(at));
                piece.CopyTo(file.AsSpan(other));
                return file;
            case 5:
                random.NextBytes(file.AsSpan(at, length));
                return file;
            default:
                // A line, or an object of a PDF, comes again elsewhere.
                var start = Array.LastIndexOf(file, (byte)'\n', at) + 1;
                var end = Array.IndexOf(file, (byte)'\n', at);
                end = end < 0 ? file.Length : end + 1;
                var to = random.Next(file.Length);
                return [.. file[..to], .. file[start..end], .. file[to..]];
        }
    }
}
