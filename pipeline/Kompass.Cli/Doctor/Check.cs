namespace Kompass.Cli.Doctor;

/// <summary>What a check found.</summary>
internal enum State
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It works, less well than it could.</summary>
    Weak,

    /// <summary>It is needed and not there.</summary>
    Missing,
}

/// <summary>One line of what <c>kompass doctor</c> tells.</summary>
/// <param name="Part">What it belongs to: <c>pdf</c>, <c>scans</c>, <c>store</c> …</param>
/// <param name="Name">What was looked for.</param>
/// <param name="State">What was found.</param>
/// <param name="Detail">Version, place, or what its absence means.</param>
/// <param name="Fix">The command that makes it good, or null.</param>
internal sealed record Check(
    string Part,
    string Name,
    State State,
    string Detail,
    string? Fix = null
)
{
    /// <summary>What is there, or else what its absence means.</summary>
    /// <param name="part">What it belongs to.</param>
    /// <param name="name">What was looked for.</param>
    /// <param name="found">Version or place; null where it is not there.</param>
    /// <param name="otherwise">What that means, and how bad it is.</param>
    /// <param name="absence">What its absence means.</param>
    /// <param name="fix">The command that makes it good, or null.</param>
    public static Check Of(
        string part,
        string name,
        string? found,
        State otherwise,
        string absence,
        string? fix = null
    ) =>
        found is null
            ? new Check(part, name, otherwise, absence, fix)
            : new Check(part, name, State.Ok, found);
}
