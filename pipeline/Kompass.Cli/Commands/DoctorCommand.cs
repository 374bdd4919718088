using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Cli.Doctor;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass doctor</c>: what this build and this machine have.</summary>
internal static class DoctorCommand
{
    public static Command Make(Terminal terminal)
    {
        var json = Options.Flag("--json", "One JSON document");
        return new Command(
            "doctor",
            """
            Tell which engines this build and this machine have, with their versions, and what is missing.

            Examples:
              kompass doctor
              kompass doctor --json | jq '.checks[] | select(.state == "missing") | .fix'

            Exit status: 0 all that is needed is there; 1 something needed is missing (with the command that installs it).
            """
        )
        {
            json,
        }.Does((result, _) => Run(terminal, Checks(Home.Data(result)), result.GetValue(json)));
    }

    /// <summary>Everything that is looked at, in the order in which it is shown.</summary>
    public static IReadOnlyList<Check> Checks(DataFolder data) =>
        [
            .. PdfChecks.Of(PdfTools.OfThisMachine(), Engines.PdfPig?.Name.Split(' ')[^1]),
            .. LearningChecks.Of(AppContext.BaseDirectory),
            .. PlaceChecks.Of(Home.Corpus, Home.Models, data),
        ];

    /// <summary>Shows them; the exit status tells whether something needed is missing.</summary>
    public static int Run(Terminal terminal, IReadOnlyList<Check> checks, bool json)
    {
        var missing = checks.Where(c => c.State == State.Missing).ToList();
        if (json)
        {
            terminal.Output.WriteLine(
                JsonSerializer.Serialize(
                    new Diagnosis(missing.Count == 0, checks),
                    IndentedJson.Default.Diagnosis
                )
            );
        }
        else
        {
            terminal.Table(
                checks,
                ("part", c => c.Part),
                ("what", c => c.Name),
                (
                    "state",
                    c =>
                        c.State == State.Missing ? "MISSING" : c.State.ToString().ToLowerInvariant()
                ),
                ("detail", c => c.Detail)
            );
        }

        foreach (var check in checks.Where(c => c.Fix is not null))
        {
            terminal.Say($"{check.Name}: {check.Detail}; install it with: {check.Fix}");
        }

        return missing.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}

/// <summary>What <c>kompass doctor --json</c> prints.</summary>
internal sealed record Diagnosis(bool Healthy, IReadOnlyList<Check> Checks);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(StateConverter)]
)]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(Mining.Themes.Evaluation.ThemeEvaluation))]
internal sealed partial class IndentedJson : JsonSerializerContext;

internal sealed class StateConverter() : JsonStringEnumConverter<State>(JsonNamingPolicy.CamelCase);
