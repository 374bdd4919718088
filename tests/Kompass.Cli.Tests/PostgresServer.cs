using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kompass.Cli.Tests;

/// <summary>A PostgreSQL server on loopback in a temporary folder, for as long as the test lasts.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();

    private PostgresServer(string programs)
    {
        Programs = programs;
        var data = _folder.File("pg");
        Directory.CreateDirectory(data);
        if (IsRoot)
        {
            // The server refuses to run as root, and its user must be able to come to the folder.
            Run("chmod", "711", _folder.Path);
            Run("chown", "postgres", data);
        }

        Serve("initdb", "-D", data, "-U", "kompass", "--auth=trust", "-E", "UTF8", "--no-sync");
        Serve(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(data, "log"),
            "-o",
            string.Create(
                CultureInfo.InvariantCulture,
                $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} -c fsync=off"
            ),
            "start"
        );
    }

    /// <summary>The address of its database, with a password that nobody asks for and nobody may show.</summary>
    public string Address =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"postgres://kompass:hemligt@127.0.0.1:{_port}/postgres"
        );

    private string Programs { get; }

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Starts one; skips the test where PostgreSQL is not installed.</summary>
    public static PostgresServer StartOrSkip()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(v => Path.Combine(v, "bin"))
                .LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
            : null;
        Assert.SkipWhen(
            programs is null,
            "PostgreSQL is not here; install it with: apt-get install postgresql"
        );
        return new PostgresServer(programs!);
    }

    public void Dispose()
    {
        Serve("pg_ctl", "-D", _folder.File("pg"), "-m", "immediate", "stop");
        _folder.Dispose();
    }

    private void Serve(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs, program), .. arguments];
        if (IsRoot)
        {
            Run("runuser", ["-u", "postgres", "--", .. command]);
        }
        else
        {
            Run(command[0], command[1..]);
        }
    }

    // The server that pg_ctl leaves behind must not hold the test's output.
    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (
            var argument in (string[])
                ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", program, .. arguments]
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
