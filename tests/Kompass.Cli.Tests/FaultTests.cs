using System.Diagnostics;
using Kompass.Mining.Dataset;

namespace Kompass.Cli.Tests;

/// <summary>What a machine may do to a command: each ends with a line that says so, and with its exit status.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void PipeAndEndlessDeviceInTheInbox_HoldNothingUp()
    {
        Sample("in/good.txt");
        Shell("mkfifo in/pipe.txt && ln -s /dev/zero in/zero.txt && mkfifo in/pipe.pdf");

        var result = Run("nightly", "in", "--data", "d");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "in/pipe.txt: cannot be read: it is a named pipe",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "in/pipe.pdf: cannot be read: it is a named pipe",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "in/zero.txt: is a link to /dev/zero, out of the inbox",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("4\t1\t0\t3", string.Join('\t', result.Lines[1].Split('\t')[..4]));
    }

    [Fact]
    public void NamesAsNobodyShouldGiveThem_AreReadOrNamed()
    {
        Directory.CreateDirectory(_folder.File("in"));
        string[] names =
        [
            "a\nb.txt",
            "a\u001b[2Jb.txt",
            "-rf.txt",
            "'\";$(x).txt",
            new string('n', 250) + ".txt",
            " .txt",
            "ÅÄÖ.txt",
        ];
        for (var i = 0; i < names.Length; i++)
        {
            // Years, and so evaluations, of their own.
            _folder.Write(
                $"in/{names[i]}",
                File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
                    .Replace(
                        "2012",
                        (2011 + i).ToString(CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
            );
        }

        Shell("cp 'in/ÅÄÖ.txt' in/\"$(printf 'a\\377.txt')\"");

        var result = Run("nightly", "in", "--data", "d");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("8\t7\t0\t1", string.Join('\t', result.Lines[1].Split('\t')[..4]));
        Assert.Contains("has a name that is not UTF-8", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            '\u001b',
            result.Error + File.ReadAllText(_folder.File("d/QUALITY.md"))
        );
        var dash = Run("extract", "--json", "--", "in/-rf.txt");
        Assert.Equal(0, dash.ExitCode);
        Assert.Equal(2, Run("extract", new string('x', 300) + ".txt").ExitCode);
    }

    [Theory]
    [InlineData("nightly", "in", "--data", "/proc/kompass")]
    [InlineData("suggest", "--municipality", "Karlskrona", "--out", "/proc/kompass.md")]
    public void PlaceThatCannotBeWritten_IsOneLineAndExit3(params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "/proc is a folder nobody can write to");
        Sample("in/good.txt");

        IsOneLine(3, Run(arguments));
    }

    [Fact]
    public void FullDisk_IsOneLineAndExit3AndTheNextRunCompletes()
    {
        for (var i = 0; i < 4; i++)
        {
            _folder.Write(
                $"in/{i}.txt",
                File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
                    .Replace(
                        "2012",
                        (2011 + i).ToString(CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
            );
        }

        Directory.CreateDirectory(_folder.File("d"));
        Assert.SkipUnless(
            Shell("unshare -m sh -c 'mount -t tmpfs -o size=200k tmpfs d'", check: false).ExitCode
                == 0,
            "this user may not mount a small file system"
        );
        var nightly = $"dotnet {CommandLine.Program} nightly in --data d";

        var result = Shell(
            $"unshare -m sh -c 'mount -t tmpfs -o size=200k tmpfs d; {nightly}; first=$?; cp d/*.db . 2>/dev/null; mount -o remount,size=20m d; {nightly} > second 2>&1; echo $first $? > exits'",
            check: false
        );

        Assert.Equal("3 0", File.ReadAllText(_folder.File("exits")).Trim());
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Contains("could not be written", result.Error, StringComparison.Ordinal);
        Assert.Contains("4\t", File.ReadAllText(_folder.File("second")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract --json in")]
    [InlineData("findings --csv --data d")]
    [InlineData("findings --json --data d")]
    public void StandardOutputThatIsFull_IsOneLineAndExit3(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is a device of Linux");
        Sample("in/good.txt");
        Run("nightly", "in", "--data", "d", "--no-labels");

        var result = Shell($"dotnet {CommandLine.Program} {command} > /dev/full", check: false);

        IsOneLine(3, result);
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFolderOfTemporaryFiles_DoesNotMatter()
    {
        Sample("in/good.txt");

        var result = Shell(
            $"TMPDIR=/nowhere dotnet {CommandLine.Program} nightly in --data d",
            check: false
        );

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void TwoRunsAtOnce_TheSecondSaysSoInOneLine()
    {
        Sample("in/good.txt");
        using var first = new DataFolder(_folder.File("d")).Lock();

        var second = Run("nightly", "in", "--data", "d");

        IsOneLine(3, second);
        Assert.Contains("another run is writing", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DatasetOnAReadOnlyDisk_CanBeAskedAndNotWritten()
    {
        Sample("in/good.txt");
        Run("nightly", "in", "--data", "d");
        Assert.SkipUnless(
            Shell("unshare -m sh -c 'mount --bind -o ro d d'", check: false).ExitCode == 0,
            "this user may not mount a folder read-only"
        );

        var asked = ReadOnly("scores --data d --csv");
        _folder.Write("in/good.txt", "ingen rapport");
        var written = ReadOnly("nightly in --data d");

        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("bjorkvallen-2012", asked.Output, StringComparison.Ordinal);
        IsOneLine(3, written);
        Assert.Contains("cannot be written", written.Error, StringComparison.Ordinal);

        Result ReadOnly(string arguments) =>
            Shell(
                $"unshare -m sh -c 'mount --bind -o ro d d; exec dotnet {CommandLine.Program} {arguments}'",
                check: false
            );
    }

    [Fact]
    public void WithoutRightsForANetworkOfItsOwn_DoctorSaysWhatThatMeans()
    {
        _folder.Write("bin/unshare", "#!/bin/sh\nexit 1\n");
        Shell("chmod +x bin/unshare");

        var doctor = Shell(
            $"PATH=\"$PWD/bin:$PATH\" dotnet {CommandLine.Program} doctor",
            check: false
        );

        Assert.Contains(
            "unshare is missing or not allowed here",
            doctor.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WithoutAnyToolOnThePath_TextsAreReadAndAPdfIsNamedWithItsCause()
    {
        Sample("in/good.txt");
        _folder.Write("in/scan.pdf", "%PDF-1.4\nnothing more");

        var result = Shell(
            $"dotnet=$(command -v dotnet); PATH=/nowhere $dotnet {CommandLine.Program} nightly in --data d",
            check: false
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("2\t1\t0\t1", string.Join('\t', result.Lines[1].Split('\t')[..4]));
        Assert.Matches(@"set aside \(\w+\): in/scan\.pdf: .+", result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("sv_SE.UTF-8")]
    public void Locale_ChangesNothing(string locale)
    {
        Sample("in/good.txt");

        var here = Shell($"LC_ALL={locale} dotnet {CommandLine.Program} extract --json in");

        Assert.Equal(
            Shell($"LC_ALL=C dotnet {CommandLine.Program} extract --json in").Output,
            here.Output
        );
    }

    [Fact]
    public void Fault_IsOneLineThatNamesAFile()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = Failures.Say(
            new Terminal(output, error, false, false),
            new AggregateException(
                new OperationCanceledException(),
                new InvalidOperationException("hela\nfelet")
            ),
            ["nightly", "in"],
            interrupted: 143
        );

        Assert.Equal(3, exit);
        var line = Assert.Single(error.ToString().Trim().Split('\n'));
        var file = System
            .Text.RegularExpressions.Regex.Match(line, @"stands in (\S+\.txt):")
            .Groups[1]
            .Value;
        Assert.Contains(
            "InvalidOperationException: hela",
            File.ReadAllText(file),
            StringComparison.Ordinal
        );
        File.Delete(file);
    }

    private static void IsOneLine(int exit, Result result)
    {
        Assert.Equal(exit, result.ExitCode);
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private void Sample(string name) =>
        _folder.Write(
            name,
            File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
        );

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);

    private Result Shell(string command, bool check = true)
    {
        var start = new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KOMPASS_HOME"] = Repository.Root;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(!check || process.ExitCode == 0, error);
        return new Result(process.ExitCode, output.Result, error);
    }
}
