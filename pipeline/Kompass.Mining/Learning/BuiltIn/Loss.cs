namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>A function to be minimised, with its gradient.</summary>
internal abstract class Loss
{
    /// <summary>Number of parameters.</summary>
    public abstract int Size { get; }

    /// <summary>Sum of the examples' weights.</summary>
    public abstract double TotalWeight { get; }

    /// <summary>The value at a point; the gradient is written into <paramref name="gradient"/>, which is zero at the start.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Half the penalty times the square of all weights before <paramref name="end"/>.</summary>
    protected static double Penalty(
        ReadOnlySpan<double> point,
        Span<double> gradient,
        int end,
        double l2
    )
    {
        var sum = 0.0;
        for (var i = 0; i < end; i++)
        {
            sum += point[i] * point[i];
            gradient[i] += l2 * point[i];
        }

        return l2 / 2 * sum;
    }
}

/// <summary>Negative log-likelihood of multinomial logistic regression. Parameters: for each feature one weight a label, then the labels' intercepts.</summary>
internal sealed class SoftmaxLoss(
    IReadOnlyList<Example> examples,
    int labels,
    int features,
    LearningOptions options
) : Loss
{
    private readonly double[] _weights = LearningInput.Weights(examples, labels, options.Balance);
    private readonly double[] _scores = new double[labels];

    public override int Size => (features + 1) * labels;

    public override double TotalWeight { get; } = examples.Sum(e => e.Weight);

    public override double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var loss = 0.0;
        for (var row = 0; row < examples.Count; row++)
        {
            var (vector, label, _) = examples[row];
            LinearClassifier.Scores(vector, point, features, _scores);
            var logSum = Softmax.Apply(_scores);
            loss += _weights[row] * (logSum - LogScore(vector, point, label));
            for (var k = 0; k < labels; k++)
            {
                _scores[k] = _weights[row] * (_scores[k] - (k == label ? 1 : 0));
            }

            Add(vector, gradient);
        }

        return loss + Penalty(point, gradient, features * labels, options.L2);
    }

    private double LogScore(FeatureVector vector, ReadOnlySpan<double> point, int label)
    {
        var score = point[(features * labels) + label];
        var indices = vector.Indices;
        var values = vector.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            score += values[i] * point[(indices[i] * labels) + label];
        }

        return score;
    }

    private void Add(FeatureVector vector, Span<double> gradient)
    {
        var indices = vector.Indices;
        var values = vector.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            var at = gradient.Slice(indices[i] * labels, labels);
            for (var k = 0; k < labels; k++)
            {
                at[k] += values[i] * _scores[k];
            }
        }

        var intercepts = gradient.Slice(features * labels, labels);
        for (var k = 0; k < labels; k++)
        {
            intercepts[k] += _scores[k];
        }
    }
}

/// <summary>Negative log-likelihood of binary logistic regression. Parameters: one weight a feature, then the intercept.</summary>
internal sealed class LogisticLoss(
    IReadOnlyList<Example> examples,
    int features,
    bool hasIntercept,
    LearningOptions options
) : Loss
{
    private readonly double[] _weights = LearningInput.Weights(examples, 2, options.Balance);

    public override int Size => features + 1;

    public override double TotalWeight { get; } = examples.Sum(e => e.Weight);

    public override double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var loss = 0.0;
        for (var row = 0; row < examples.Count; row++)
        {
            var (vector, label, _) = examples[row];
            var score = vector.Dot(point) + (hasIntercept ? point[features] : 0);
            var margin = label == 1 ? score : -score;
            // log(1 + exp(-margin)) without overflow
            loss +=
                _weights[row] * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
            var slope = _weights[row] * (Softmax.Sigmoid(score) - label);
            var indices = vector.Indices;
            var values = vector.Values;
            for (var i = 0; i < indices.Length; i++)
            {
                gradient[indices[i]] += slope * values[i];
            }

            if (hasIntercept)
            {
                gradient[features] += slope;
            }
        }

        return loss + Penalty(point, gradient, features, options.L2);
    }
}
