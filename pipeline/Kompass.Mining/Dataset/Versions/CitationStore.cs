namespace Kompass.Mining.Dataset.Versions;

/// <summary>The citations that were made of a dataset, under <c>citations/</c>, a text file each.</summary>
public sealed class CitationStore(DataFolder data)
{
    private string Folder => Path.Combine(data.Root, "citations");

    /// <summary>Keeps a citation; one that was made before stays as it is.</summary>
    public void Add(Citation citation)
    {
        if (!File.Exists(FileOf(citation.Id)))
        {
            AtomicFile.WriteText(FileOf(citation.Id), citation.ToText());
        }
    }

    /// <summary>The citation of this id, or that in a file of this name.</summary>
    /// <exception cref="DatasetException">There is none, or the file holds none.</exception>
    public Citation Find(string name)
    {
        var own = FileOf(Path.GetFileName(name));
        var file =
            File.Exists(own) ? own
            : File.Exists(name) ? name
            : throw new DatasetException(
                $"{Folder}: has no citation {name}, and there is no file of that name; give the id of a citation that --cite has made of this dataset, or a file with its text: what the explorer cites is kept nowhere else, so save the page with its text"
            );
        return Citation.Parse(File.ReadAllText(file))
            ?? throw new DatasetException(
                $"{file}: is no citation: the lines dataset, query, rows, result-sha256 and cited were expected"
            );
    }

    private string FileOf(string id) => Path.Combine(Folder, id + ".txt");
}
