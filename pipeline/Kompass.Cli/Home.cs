using Kompass.Cli.Commands;
using Kompass.Mining;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes;
using Kompass.Web.Hosting;

namespace Kompass.Cli;

/// <summary>Where the product's own files and the dataset lie.</summary>
internal static class Home
{
    /// <summary>Named by the script that started the program; else the folder above the program that has a corpus.</summary>
    public static string Root { get; } = FindRoot();

    public static string Corpus => Path.Combine(Root, "corpus");

    public static string Models => Path.Combine(Root, "models");

    /// <summary>The dataset's folder where none is named.</summary>
    public const string DefaultData = "data";

    public static Option<string> DataOption { get; } =
        new("--data")
        {
            Description = "Folder of the dataset (default: ./data)",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultData,
            Recursive = true,
        };

    /// <summary><c>--store URL</c>.</summary>
    /// <param name="description">What it does here.</param>
    public static Option<string?> StoreOption(string description) =>
        Options
            .Of<string?>("--store", "URL", description)
            .Unless(address =>
                PostgresStore.IsAddress(address)
                    ? null
                    : "--store takes an address of PostgreSQL, postgres://user@host/database"
            );

    /// <summary>The dataset's folder as given.</summary>
    public static DataFolder Data(ParseResult result) => new(result.GetValue(DataOption)!);

    /// <summary>A whole path for people: from the current folder on where it lies below that.</summary>
    public static string Near(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var near
        && (near.Split('/')[0] == ".." || Environment.CurrentDirectory == "/")
            ? path
            : near;

    /// <summary>What the pipeline knows.</summary>
    public static Knowledge Knowledge() => Mining.Corpus.Knowledge.Load(Corpus);

    /// <summary>The extraction, with what reads PDFs and scans here.</summary>
    public static Extractor Extractor(Knowledge knowledge, ReadingLimits limits) =>
        new(knowledge, new DocumentReader(limits.Document, () => Engines.Reader(limits.Pdf)));

    public static string ThemeModelFile => Path.Combine(Models, "themes", "model.bin");

    /// <summary>What analysts have set right: the file that is given, else the dataset's own where it has one, else that of the corpus.</summary>
    public static string CorrectionsFile(DataFolder data, string? given) =>
        given
        ?? (
            File.Exists(data.Corrections)
                ? data.Corrections
                : Path.Combine(Corpus, Path.GetFileName(data.Corrections))
        );

    public static Option<string?> CorrectionsOption() =>
        Options.Of<string?>(
            "--corrections",
            "FILE",
            "What analysts have set right (default: corrections.csv in the dataset's folder where there is one, else corpus/corrections.csv)"
        );

    /// <summary>Where real reports and their labels lie, if anywhere: <c>KOMPASS_SHARED</c>, or <c>shared</c> beside the product.</summary>
    public static string Shared =>
        Environment.GetEnvironmentVariable("KOMPASS_SHARED") is { Length: > 0 } shared
            ? shared
            : Path.Combine(Root, "..", "shared");

    public static Option<bool> NoLabelsOption() =>
        Options.Flag("--no-labels", "Leave findings without sub-question and theme");

    /// <summary>The model of themes.</summary>
    /// <exception cref="ModelException">It is missing or does not fit.</exception>
    public static ThemeModel Themes(Knowledge knowledge) =>
        ThemeModel.Read(ThemeModelFile, knowledge);

    /// <summary>The edition whose sub-questions the models know.</summary>
    public const string CurrentEdition = "2010";

    /// <summary>The model of improvement areas.</summary>
    /// <exception cref="ModelException">It is missing or does not fit.</exception>
    public static ImprovementModel ImprovementModel(Knowledge knowledge) =>
        Mining.Improvements.Prediction.ImprovementModel.Read(
            Path.Combine(Models, "improvements", "model.bin"),
            knowledge.Edition(CurrentEdition)
        );

    /// <summary>Reads the papers that go with a profile.</summary>
    public static NoteReader Notes(Knowledge knowledge, ReadingLimits limits) =>
        new(
            knowledge,
            new DocumentReader(limits.Document, () => Engines.Reader(limits.Pdf)),
            Themes(knowledge)
        );

    /// <summary>What the explorer makes suggestions with.</summary>
    public static SuggestionTools SuggestionTools(ReadingLimits limits)
    {
        var knowledge = Knowledge();
        return new(ImprovementModel(knowledge), Notes(knowledge, limits));
    }

    public static ImprovementTrainer ImprovementTrainer(Knowledge knowledge) =>
        new(knowledge.Edition(CurrentEdition), Engines.Learning);

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
