using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The draft's JSON form, as records have theirs: camelCase names, lower-case enumerations, nulls written. All of the evidence is in it.</summary>
public static class DraftJson
{
    private static readonly DraftJsonContext Context = new(
        JsonForm.Options(
            indented: true,
            JsonForm.Names<BasisKind>(),
            JsonForm.Names<PointLevel>(),
            JsonForm.Names<FollowUpState>(),
            JsonForm.Names<Stance>()
        )
    );

    /// <summary>Indented; ends with a line feed.</summary>
    public static string Write(ImprovementDraft draft) =>
        JsonSerializer.Serialize(draft, Context.ImprovementDraft) + "\n";
}

[JsonSerializable(typeof(ImprovementDraft))]
internal sealed partial class DraftJsonContext : JsonSerializerContext;
