using System.CommandLine;
using Kompass.Mining;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli;

/// <summary>Where the product's own files and the dataset lie.</summary>
internal static class Home
{
    /// <summary>Named by the script that started the program; else the folder above the program that has a corpus.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpus folder.</summary>
    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> DataOption { get; } =
        new("--data")
        {
            Description = "Folder of the dataset (default: ./data)",
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
            Recursive = true,
        };

    /// <summary>The dataset's folder as given.</summary>
    public static DataFolder Data(ParseResult result) => new(result.GetValue(DataOption)!);

    /// <summary>What the pipeline knows.</summary>
    public static Knowledge Knowledge() => Mining.Corpus.Knowledge.Load(Corpus);

    /// <summary>The extraction.</summary>
    public static Extractor Extractor(Knowledge knowledge, PdfLimits limits) =>
        new(knowledge, new DocumentReader(pdf: () => PdfReader.OfThisMachine(limits)));

    private static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable("KOMPASS_HOME") is { Length: > 0 } home)
        {
            return home;
        }

        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "corpus", "editions")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
