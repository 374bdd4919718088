using System.CommandLine;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Cli.Commands;

/// <summary><c>--out FILE</c>: where a draft goes, and by its ending in which format.</summary>
internal static class DraftOption
{
    public static Option<string?> Make()
    {
        var option = new Option<string?>("--out")
        {
            Description = $"Write the draft to a file: {DraftFile.Endings}",
            HelpName = "FILE",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && DraftFile.FormatOf(token.Value) is null)
            {
                result.AddError(
                    $"--out {token.Value}: a draft is written to a file that ends in {DraftFile.Endings}"
                );
            }
        });
        return option;
    }
}
