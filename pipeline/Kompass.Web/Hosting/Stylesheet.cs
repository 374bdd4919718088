using System.Security.Cryptography;

namespace Kompass.Web.Hosting;

/// <summary>The style of all pages. Its address holds its hash, so that a browser may keep it for ever.</summary>
internal static class Stylesheet
{
    public static byte[] Bytes { get; } = Read();

    public static string Address { get; } =
        $"/explorer-{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}.css";

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream(
            "Kompass.Web.explorer.css"
        )!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
