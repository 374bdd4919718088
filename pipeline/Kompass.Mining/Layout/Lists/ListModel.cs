using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// What was learnt of lists whose marks are gone: where items end (two models of trees: one that sees both sides of a gap, one that sees only the item), where lines of columns
/// stand in turn, how
/// items of each kind are worded, and how often what was put together is right. <c>kompass train borders</c> makes it from lists of known truth.
/// </summary>
internal sealed class ListModel(
    WordPlaces places,
    KindModel kinds,
    BoostedTrees borders,
    BoostedTrees ends,
    BoostedTrees seams,
    BoostedTrees? items,
    double sureFrom = Item.DoubtBelow
)
{
    /// <summary>What the file is for.</summary>
    public const string Kind = "borders";

    /// <summary>Raised when features change or what is read from predictions.</summary>
    public const string Code = "5";

    private static readonly Lazy<ListModel> TheShipped = new(() =>
        Read(ModelFile.Shipped(Kind), ModelFile.PathOf(Kind))
    );

    /// <summary>The model that is part of the program: <c>models/borders/model.bin</c> as it was when it was built.</summary>
    /// <exception cref="ModelException">It is damaged, or was made for other code.</exception>
    public static ListModel Shipped => TheShipped.Value;

    public WordPlaces Places { get; } = places;

    public KindModel Kinds { get; } = kinds;

    /// <summary>Probability that an item ends at a gap whose both sides stand in one column.</summary>
    public BoostedTrees Borders { get; } = borders;

    /// <summary>Probability that an item ends after its last word, whatever follows.</summary>
    public BoostedTrees Ends { get; } = ends;

    /// <summary>Probability that another column's line begins at a gap of words whose columns are not known.</summary>
    public BoostedTrees Seams { get; } = seams;

    /// <summary>Probability that an item, as it was put together, is right; null while it is trained.</summary>
    public BoostedTrees? Items { get; } = items;

    /// <summary>Items of less confidence are in doubt: of the others two in a hundred were wrong where this was chosen.</summary>
    public double SureFrom { get; } = sureFrom;

    /// <summary>All of it but its header, as parts of a model file.</summary>
    public IReadOnlyDictionary<string, byte[]> Parts() =>
        new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["places"] = ModelFile.Part(s =>
            {
                using var writer = new BinaryWriter(s, System.Text.Encoding.UTF8, leaveOpen: true);
                Places.Write(writer);
            }),
            ["kind features"] = ModelFile.Part(s =>
            {
                using var writer = new BinaryWriter(s, System.Text.Encoding.UTF8, leaveOpen: true);
                writer.Write(string.Join('\n', Kinds.Classifier.Features.Names));
            }),
            ["kinds"] = ModelFile.Part(Kinds.Classifier.Write),
            ["borders"] = ModelFile.Part(Borders.Write),
            ["ends"] = ModelFile.Part(Ends.Write),
            ["seams"] = ModelFile.Part(Seams.Write),
            ["items"] = ModelFile.Part(Items!.Write),
            ["sure from"] = BitConverter.GetBytes(SureFrom),
        };

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">It is damaged, or was made for other code.</exception>
    public static ListModel Read(ModelFile file, string name)
    {
        file.Require(name, Kind, Code, null);
        try
        {
            using var places = new BinaryReader(file.Open("places"));
            using var names = new BinaryReader(file.Open("kind features"));
            return new ListModel(
                WordPlaces.Read(places),
                new KindModel(
                    LinearClassifier.Read(
                        file.Open("kinds"),
                        new FeatureSpace(names.ReadString().Split('\n'))
                    )
                ),
                BoostedTrees.Read(file.Open("borders"), GapFeatures.Both),
                BoostedTrees.Read(file.Open("ends"), GapFeatures.Left),
                BoostedTrees.Read(file.Open("seams"), GapFeatures.Both),
                BoostedTrees.Read(file.Open("items"), ItemFeatures.Space),
                BitConverter.ToDouble(file.Parts["sure from"])
            );
        }
        catch (Exception e) when (e is EndOfStreamException or KeyNotFoundException)
        {
            throw new ModelException(name, $"is damaged; run kompass train {Kind}", e);
        }
    }
}
