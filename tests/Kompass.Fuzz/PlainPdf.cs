using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Kompass.Fuzz;

/// <summary>
/// A PDF with its streams unpacked. Damage to a packed stream mostly costs a page; damage to what it unpacks to moves words, changes colours and figures, switches
/// layers, and cuts embedded files. Offsets of the cross-reference table are wrong after that, which readers mend.
/// </summary>
internal static partial class PlainPdf
{
    /// <summary>The file with every stream unpacked that Flate alone has packed; other files as they are.</summary>
    public static byte[] Of(byte[] file)
    {
        // One character a byte.
        var text = Encoding.Latin1.GetString(file);
        return text.StartsWith("%PDF", StringComparison.Ordinal)
            ? Encoding.Latin1.GetBytes(PackedStream().Replace(text, Unpacked))
            : file;
    }

    private static string Unpacked(Match stream)
    {
        try
        {
            using var packed = new ZLibStream(
                new MemoryStream(Encoding.Latin1.GetBytes(stream.Groups["data"].Value)),
                CompressionMode.Decompress
            );
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            var head = Length()
                .Replace(
                    stream.Groups["head"].Value,
                    string.Create(CultureInfo.InvariantCulture, $"/Length {plain.Length}")
                );
            head = Filter().Replace(head, "");
            return $"{head}stream\n{Encoding.Latin1.GetString(plain.ToArray())}\nendstream";
        }
        catch (InvalidDataException)
        {
            return stream.Value;
        }
    }

    // A dictionary of one filter and no predictor, as far as it stands right before its stream.
    [GeneratedRegex(
        @"(?<head><<(?:(?!endobj|stream|DecodeParms).)*?/Filter\s*\[?\s*/FlateDecode\s*\]?(?:(?!endobj|stream|DecodeParms|/DCT).)*?>>\s*)stream\r?\n(?<data>.*?)\r?\n?endstream",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PackedStream();

    [GeneratedRegex(@"/Length \d+( 0 R)?")]
    private static partial Regex Length();

    [GeneratedRegex(@"/Filter\s*\[?\s*/FlateDecode\s*\]?")]
    private static partial Regex Filter();
}
