using Kompass.Mining.Learning;

namespace Kompass.Mining.Themes.Training;

/// <summary>Settings of the training. The defaults were chosen on the authored examples and on inner folds, never on the report that is measured.</summary>
/// <param name="GoldWeight">How much a labelled finding of a real report counts beside an authored example.</param>
/// <param name="DistantWeight">How much a sentence under a heading counts.</param>
/// <param name="SecondThemeShare">The part of an example's weight that goes to its second theme.</param>
/// <param name="QuestionL2">Penalty of the classifiers of sub-questions.</param>
/// <param name="ThemeL2">Penalty of the classifier of themes.</param>
/// <param name="Iterations">At most so many iterations a classifier.</param>
/// <param name="Folds">Parts in which the data is held out to tell the theme how sub-questions come out on unseen text.</param>
public sealed record ThemeTrainingOptions(
    double GoldWeight = 3,
    double DistantWeight = 0.3,
    double SecondThemeShare = 0.3,
    double QuestionL2 = 0.3,
    double ThemeL2 = 0.3,
    int Iterations = 80,
    int Folds = 3
)
{
    internal LearningOptions ForQuestions => new(L2: QuestionL2, MaxIterations: Iterations);

    internal LearningOptions ForThemes => new(L2: ThemeL2, MaxIterations: Iterations);
}
