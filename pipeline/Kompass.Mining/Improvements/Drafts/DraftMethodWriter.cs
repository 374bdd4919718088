using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Says in Swedish what a draft's probabilities rest on, how good they are, measured, and what they cannot do.</summary>
internal sealed class DraftMethodWriter(ImprovementModel model, ScoreProfile profile, bool isRanked)
{
    private const FindingKind Improvement = FindingKind.Improvement;

    // From this share on the profile is like those that the model was measured on.
    private const double MostlyKnown = 0.9;

    private readonly CaseMetrics? _measured = isRanked
        ? model.Metrics.Find(Improvement, profile.Kind)
        : null;
    private readonly Baseline? _baseline = model.BasisOf(profile.Kind, Improvement);

    public DraftBasis Basis()
    {
        if (!isRanked)
        {
            return new DraftBasis(
                BasisKind.Baseline,
                "area-scores",
                "områdenas poäng",
                "Den här utgåvans delfrågor är inte kända, eller dess skala är en annan än modellens. Förslagen är därför frågor om hela områden, ordnade efter områdenas poäng."
            );
        }

        if (_baseline is not { } baseline)
        {
            return new DraftBasis(
                BasisKind.Model,
                model.Id,
                "regulariserad logistisk regression",
                model.Reports.Contains(profile.Id, StringComparer.Ordinal)
                    ? $"{ModelNote()} Modellen har lärt sig av just den här rapporten. Förslagen träffar därför bättre här än de skulle göra för en ny utvärdering."
                    : ModelNote()
            );
        }

        var name = BaselineNames.SwedishOf(baseline, Improvement);
        return new DraftBasis(
            BasisKind.Baseline,
            BaselineNames.IdOf(baseline),
            $"tumregeln ”{name}”",
            _measured is null
                ? $"För den här typen av profil finns inga rapporter att mäta modellen mot. Rangordningen vilar därför på tumregeln ”{name}”."
                : $"För den här typen av profil är modellen inte bättre än den bästa tumregeln. Rangordningen vilar därför på tumregeln ”{name}”, och förslagen är försiktigare."
        );
    }

    public DraftMethod Method() =>
        new(
            profile.Kind == ProfileKind.Questions ? "questions" : "areas",
            model.Metrics.Data,
            model.Metrics.Code,
            [.. Limits()]
        )
        {
            Measured = Measured(),
        };

    // The first is on what suggestions are, the others on what these rest on.
    private IEnumerable<string> Limits()
    {
        if (!isRanked)
        {
            yield return "Inget är mätt för den här utgåvan, och inga sannolikheter ges.";
            yield break;
        }

        yield return "Förslagen säger vad utvärderare brukar lyfta fram vid sådana poäng, inte vad som är viktigast för kommunen. Meningarna är skrivna i förväg, efter var poängen står; bedömningen är utvärderarens. Styrkor är svårare att förutse än förbättringsmöjligheter.";
        if (_measured is { } m)
        {
            yield return $"Sannolikheterna bygger på {InWords(m.Reports, isNeuter: false)} rapporter från {InWords(m.Municipalities, isNeuter: false)} kommuner, som nämner {Percent((double)m.Named / m.Rows)} av delfrågorna som förbättringsmöjlighet eller svaghet; även ett slumpmässigt urval träffar alltså ofta rätt.";
        }

        var isPartly = profile.Edition.Questions.Any(q => profile.ShareOf(q) is null);
        if (profile.Kind == ProfileKind.Areas)
        {
            yield return "Bara områdespoäng är kända. Vilken delfråga inom ett område som brister går då inte att se, och rangordningen är mycket osäkrare än när delfrågornas poäng finns.";
        }
        else if (isPartly)
        {
            yield return "Några delfrågor saknar poäng; där står områdets poäng i deras ställe, eller kommunens nivå.";
        }

        if (isPartly)
        {
            yield return "Om en delfråga vars egna poäng inte är kända sägs högst ”sannolikt”, och högst ”möjligt” där inte heller områdets är det: starkare ord finns inget mätt stöd för.";
        }
    }

    // The figures for those who know them, on unseen reports first.
    private string? Measured()
    {
        if (_measured is not { } m || profile.Kind != ProfileKind.Questions)
        {
            return null;
        }

        var (unseen, known) = (
            InWords(OutsideTrial.Reports, isNeuter: false),
            InWords(m.Reports, isNeuter: false)
        );
        return $"På {unseen} rapporter som modellen inte hade sett var felet i sannolikheterna (ECE) {Fixed(OutsideTrial.Ece, 2)}, på de {known} kända {Of(Figure.Ece)}. Medelprecisionen (MAP) var {Fixed(OutsideTrial.Map, 2)} och {Of(Figure.Map)}, AUC {Fixed(OutsideTrial.Auc, 2)} och {Of(Figure.Auc)}. Tumregeln ”flest poäng kvar först” gav på de osedda ungefär samma ordning (MAP {Fixed(OutsideTrial.RuleMap, 2)}, AUC {Fixed(OutsideTrial.RuleAuc, 2)}).{(_baseline is null ? $" Skillnaden mot den bästa tumregeln på de kända: MAP {DifferenceNote()}." : "")}";

        string Of(Figure figure) => Fixed(m.Chosen.Of(figure).Value, 2);
    }

    private BaselineDifference MapDifference =>
        _measured!.Differences.First(d => d.Figure == Figure.Map);

    // What was measured is measured on profiles that have all points.
    private string ModelNote()
    {
        var all = profile.Edition.Questions.ToList();
        var known = all.Count(q => profile.ShareOf(q) is not null);
        return known >= MostlyKnown * all.Count
            ? $"Modellen rangordnar delfrågorna något bättre än den bästa tumregeln när en kommun i taget lämnas utanför{(MapDifference.Difference.Low > 0 ? "" : ", men med så få rapporter är skillnaden inte säkerställd")}.{(known == all.Count ? "" : $" Här har {Plain(known)} av {Plain(all.Count)} delfrågor poäng.")}"
            : $"{(2 * known < all.Count ? "Bara " : "")}{Plain(known)} av {Plain(all.Count)} delfrågor har poäng. Modellen är mätt på profiler där alla har det; för de andra delfrågorna går den efter områdets poäng eller kommunens nivå, och där är rangordningen inte säkrare än när bara områdespoäng finns.";
    }

    private string DifferenceNote()
    {
        var difference = MapDifference.Difference;
        return $"{Fixed(difference.Value, 2)} (95\u00a0%-intervall {Fixed(difference.Low, 2)} till {Fixed(difference.High, 2)})";
    }
}
