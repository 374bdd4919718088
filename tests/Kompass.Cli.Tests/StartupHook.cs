#pragma warning disable CA1050, MA0047, RCS1110 // The runtime looks for this very name (DOTNET_STARTUP_HOOKS).

/// <summary>Runs at the start of a child program: at its end it writes which assemblies are loaded.</summary>
internal static class StartupHook
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "KOMPASS_TEST_LOADED";

    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllLines(
                Environment.GetEnvironmentVariable(FileVariable)!,
                AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!)
            );
}
