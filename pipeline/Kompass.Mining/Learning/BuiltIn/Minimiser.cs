using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;

namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>Runs MathNet's L-BFGS from zero and keeps the best point that it saw.</summary>
internal static class Minimiser
{
    // Pairs of steps and gradients that L-BFGS remembers: 3 to 20 are usual (Nocedal, Wright 2006, 7.2).
    private const int Memory = 5;

    /// <summary>The point found: <see cref="Loss.Size"/> parameters.</summary>
    public static double[] Minimise(
        Loss loss,
        LearningOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var best = (Value: double.PositiveInfinity, Point: new double[loss.Size]);
        var scale = 1 / loss.TotalWeight;
        var objective = ObjectiveFunction.Gradient(point =>
        {
            cancellation.ThrowIfCancellationRequested();
            var at = point.AsArray();
            var gradient = new double[loss.Size];
            var value = loss.Evaluate(at, gradient);
            if (value < best.Value)
            {
                at.CopyTo(best.Point, 0);
                best.Value = value;
            }

            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] *= scale;
            }

            return (value * scale, (Vector<double>)new DenseVector(gradient));
        });
        try
        {
            new LimitedMemoryBfgsMinimizer(
                options.Tolerance,
                parameterTolerance: 0,
                functionProgressTolerance: 0,
                Memory,
                options.MaxIterations
            ).FindMinimum(objective, new DenseVector(loss.Size));
        }
        catch (OptimizationException)
        {
            // The iterations are used up, or the line search finds nothing lower at this precision: the best point stands.
        }

        return best.Point;
    }
}
