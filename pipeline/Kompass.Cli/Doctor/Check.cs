namespace Kompass.Cli.Doctor;

/// <summary>What a check found.</summary>
internal enum State
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is not there, and something else does its work.</summary>
    Absent,

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
);
