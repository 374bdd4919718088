namespace Kompass.Mining.Learning.Calibration;

/// <summary>
/// Makes a classifier's probabilities honest with one number: the logarithms of the probabilities are divided by a temperature, above 1 for a model that
/// is too sure (Guo et al., On Calibration of Modern Neural Networks, ICML 2017). The order of the labels stays.
/// </summary>
/// <param name="Temperature">Above 0; 1 changes nothing.</param>
public sealed record TemperatureScaling(double Temperature)
{
    // A temperature below 1 would make a model surer than its likelihood does: on unseen reports it never was too careful.
    private const double Lowest = 1;
    private const double Highest = 5;

    /// <summary>Changes nothing.</summary>
    public static TemperatureScaling None { get; } = new(1);

    /// <summary>The temperature under which the true labels are likeliest, by golden-section search between 1 and 5.</summary>
    /// <param name="predictions">Probabilities of all labels and the index of the true one, on data that the model did not learn from.</param>
    public static TemperatureScaling Fit(
        IReadOnlyList<(double[] Probabilities, int Label)> predictions
    )
    {
        if (predictions.Count == 0)
        {
            return None;
        }

        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > 1e-4)
        {
            var (a, b) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (Loss(predictions, Math.Exp(a)) < Loss(predictions, Math.Exp(b)))
            {
                high = b;
            }
            else
            {
                low = a;
            }
        }

        return new TemperatureScaling(Math.Round(Math.Exp((low + high) / 2), 4));
    }

    /// <summary>The calibrated probabilities; they add up to 1.</summary>
    public double[] Apply(ReadOnlySpan<double> probabilities)
    {
        var scores = new double[probabilities.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Log(Math.Max(probabilities[i], 1e-12)) / Temperature;
        }

        Softmax.Apply(scores);
        return scores;
    }

    private static double Loss(
        IReadOnlyList<(double[] Probabilities, int Label)> predictions,
        double temperature
    )
    {
        var scaling = new TemperatureScaling(temperature);
        return predictions.Sum(p =>
            -Math.Log(Math.Max(scaling.Apply(p.Probabilities)[p.Label], 1e-12))
        );
    }
}
