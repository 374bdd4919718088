namespace Kompass.Mining.Learning.Trees;

/// <summary>A dense row to grow trees from.</summary>
/// <param name="Row">The value of every feature, in the order of the space; all finite.</param>
/// <param name="IsYes">What is to be predicted.</param>
/// <param name="Weight">How much it counts, above 0.</param>
public sealed record TreeExample(float[] Row, bool IsYes, float Weight = 1);

/// <summary>How to grow trees. The defaults suit some ten thousand rows of a few dozen features.</summary>
/// <param name="Trees">Number of trees, 1 or more.</param>
/// <param name="Leaves">Leaves of each, 2 or more.</param>
/// <param name="FewestInLeaf">No leaf holds fewer rows.</param>
/// <param name="Rate">How much of each tree is taken, above 0.</param>
/// <param name="Seed">Of the draws.</param>
public sealed record TreeOptions(
    int Trees = 100,
    int Leaves = 20,
    int FewestInLeaf = 10,
    double Rate = 0.1,
    int Seed = 2010
);
