namespace Kompass.Mining.Learning;

/// <summary>From scores to probabilities.</summary>
public static class Softmax
{
    /// <summary>Replaces scores by probabilities.</summary>
    public static void Apply(Span<double> scores)
    {
        var max = double.NegativeInfinity;
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - max);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    /// <summary>1 / (1 + exp(-score)).</summary>
    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));
}
