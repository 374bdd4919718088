using Kompass.Mining.Corpus;
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
                ModelNote()
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
        );

    private IEnumerable<string> Limits()
    {
        if (_measured is { } m)
        {
            yield return $"Sannolikheterna bygger på {m.Reports} rapporter från {m.Municipalities} kommuner, som nämner {Percent((double)m.Named / m.Rows)} av delfrågorna som förbättringsområde eller svaghet; den som pekar på måfå får alltså ofta rätt. {(profile.Kind == ProfileKind.Questions ? $"Räkna med en medelprecision (MAP) på {Range(Figure.Map, OutsideTrial.Map)}, AUC på {Range(Figure.Auc, OutsideTrial.Auc)} och ett fel i sannolikheterna (ECE) på {Range(Figure.Ece, OutsideTrial.Ece)}: det förra på {OutsideTrial.Reports} rapporter som ingen sett i förväg, det senare på de kända. " : "")}Rangordningen ger ungefär vad ”flest poäng kvar först” ger ({Fixed(OutsideTrial.RuleMap, 2)} och {Fixed(OutsideTrial.RuleAuc, 2)} på de osedda).";
        }

        if (!isRanked)
        {
            yield return "Inget är mätt för den här utgåvan, och inga sannolikheter ges.";
            yield break;
        }

        if (profile.Kind == ProfileKind.Areas)
        {
            yield return "Bara områdespoäng är kända. Vilken delfråga inom ett område som brister går då inte att se, och rangordningen är mycket osäkrare än när delfrågornas poäng finns.";
        }
        else if (
            profile.Edition.Areas.SelectMany(a => a.Questions).Any(q => profile.ShareOf(q) is null)
        )
        {
            yield return "Några delfrågor saknar poäng; där står områdets poäng i deras ställe, eller kommunens nivå.";
        }

        if (profile.Edition.Areas.SelectMany(a => a.Questions).Any(q => profile.ShareOf(q) is null))
        {
            yield return "Om en delfråga vars egna poäng inte är kända sägs högst ”sannolikt”, och högst ”möjligt” där inte heller områdets är det: starkare ord finns inget mätt stöd för.";
        }

        if (model.Reports.Contains(profile.Id, StringComparer.Ordinal))
        {
            yield return "Modellen har lärt av just den här rapporten. Förslagen träffar därför bättre här än de skulle göra för en ny utvärdering.";
        }

        yield return "Styrkor är svårare att förutse än förbättringsområden.";
        yield return "Förslagen säger vad utvärderare brukar lyfta fram vid sådana poäng, inte vad som är viktigast för kommunen. Meningarna är skrivna i förväg, efter var poängen står; bedömningen är utvärderarens.";
    }

    // What was measured is measured on profiles that have all points.
    private string ModelNote()
    {
        var all = profile.Edition.Areas.SelectMany(a => a.Questions).ToList();
        var known = all.Count(q => profile.ShareOf(q) is not null);
        return known >= MostlyKnown * all.Count
            ? $"Modellen rangordnar delfrågorna bättre än den bästa tumregeln när en kommun i taget lämnas utanför{DifferenceNote()}.{(known == all.Count ? "" : $" Här har {Plain(known)} av {Plain(all.Count)} delfrågor poäng.")}"
            : $"{(2 * known < all.Count ? "Bara " : "")}{Plain(known)} av {Plain(all.Count)} delfrågor har poäng. Modellen är mätt på profiler där alla har det; för de andra delfrågorna går den efter områdets poäng eller kommunens nivå, och där är rangordningen inte säkrare än när bara områdespoäng finns.";
    }

    private string Range(Figure figure, double unseen) =>
        $"{Fixed(unseen, 2)} till {Fixed(_measured!.Chosen.Of(figure).Value, 2)}";

    private string DifferenceNote()
    {
        var map = _measured!.Differences.First(d => d.Figure == Figure.Map);
        var interval =
            $"skillnad i medelprecision {Fixed(map.Difference.Value, 2)}, 95 %-intervall {Fixed(map.Difference.Low, 2)} till {Fixed(map.Difference.High, 2)}";
        return map.Difference.Low > 0
            ? $" ({interval})"
            : $", men med så få rapporter är skillnaden inte säkerställd ({interval})";
    }
}
