namespace Kompass.Cli.Doctor;

/// <summary>What models are trained with here.</summary>
internal static class LearningChecks
{
    public static IEnumerable<Check> Of()
    {
        yield return new Check(
            "learning",
            "built in",
            State.Ok,
            $"MathNet.Numerics {VersionOf(typeof(MathNet.Numerics.Optimization.BfgsMinimizer))}, used unless another is named"
        );
        yield return new Check(
            "learning",
            "ML.NET",
            State.Ok,
            $"Microsoft.ML {FileVersionOf(typeof(Microsoft.ML.MLContext))}, train and evaluate --engine mlnet"
        );
        yield return new Check(
            "learning",
            "FastTree",
            State.Ok,
            $"Microsoft.ML.FastTree {FileVersionOf(typeof(Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer))}, train and evaluate --engine fasttree"
        );
    }

    private static string VersionOf(Type type) =>
        type.Assembly.GetName().Version?.ToString(3) ?? "of unknown version";

    // Its assemblies all bear version 1.0.0.0.
    private static string FileVersionOf(Type type) =>
        System
            .Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location)
            .ProductVersion?.Split('+')[0]
        ?? "of unknown version";
}
