using System.CommandLine.Parsing;
using Kompass.Cli;
using Kompass.Cli.Commands;
using Kompass.Cli.Commands.Drafts;
using Kompass.Cli.Commands.Learning;
using Kompass.Cli.Commands.Queries;
using Kompass.Cli.Commands.Runs;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await App.RunAsync(args, Terminal.System).ConfigureAwait(false);

namespace Kompass.Cli
{
    /// <summary>The command line: its commands, and the one place where what went wrong becomes a message and an exit status.</summary>
    internal static class App
    {
        // In the order of the help.
        private static IReadOnlyList<(string Name, Func<Terminal, Command> Make)> All() =>
            [
                ("extract", ExtractCommand.Make),
                ("fetch", FetchCommand.Make),
                ("nightly", NightlyCommand.Make),
                ("retry", RetryCommand.Make),
                ("withdraw", WithdrawCommand.Make),
                ("runs", RunsCommand.Make),
                ("changes", ChangesCommand.Make),
                ("show", ShowCommand.Make),
                ("dataset", DatasetCommand.Make),
                ("resolve", ResolveCommand.Make),
                ("publish", PublishCommand.Make),
                ("serve", ServeCommand.Make),
                ("suggest", SuggestCommand.Make),
                ("feedback", FeedbackCommand.Make),
                ("doctor", DoctorCommand.Make),
                ("classify", ClassifyCommand.Make),
                ("train", TrainCommand.Make),
                ("evaluate", EvaluateCommand.Make),
                ("review", ReviewCommand.Make),
                .. StoreQueryCommands.All.Select(q =>
                    (q.Name, (Func<Terminal, Command>)(t => QueryRunner.Make(t, q.Make())))
                ),
            ];

        // What a command does, without how and how well.
        private static string Short(string description)
        {
            var end = description.AsSpan().IndexOfAny(".:;(");
            return description[..(end < 0 ? description.Length : end)]
                .ReplaceLineEndings(" ")
                .TrimEnd();
        }

        public static async Task<int> RunAsync(string[] args, Terminal terminal)
        {
            var root = new RootCommand(
                "Kompass Mining: the reports of Kommunkompassen as a dataset."
            )
            {
                Home.DataOption,
            };
            // Making all commands takes longer than most queries do.
            var all = All();
            var named = all.Where(c => c.Name == args.FirstOrDefault()).ToList();
            foreach (var (_, make) in named.Count > 0 ? named : all)
            {
                root.Subcommands.Add(make(terminal));
            }

            var result = root.Parse(args);
            var misspelt = Misspelling.Of(args, result);
            // A command that only has commands, by itself: its help names them.
            var isIncomplete =
                misspelt is null
                && result.Errors.Count > 0
                && result.CommandResult.Command is { Action: null, Subcommands.Count: > 0 };
            if (!isIncomplete && (misspelt is not null || result.Errors.Count > 0))
            {
                return Refuse(terminal, result, misspelt);
            }

            // Help lists the commands of a command with a line each.
            foreach (var command in result.CommandResult.Command.Subcommands)
            {
                command.Description = Short(command.Description ?? "");
            }

            if (isIncomplete)
            {
                await InvokeAsync(root.Parse([.. args, "--help"]), terminal, default)
                    .ConfigureAwait(false);
                return ExitCode.Usage;
            }

            using var interruption = new Interruption(terminal);
            try
            {
                return await InvokeAsync(result, terminal, interruption.Token)
                    .ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The one place where whatever went wrong becomes a message.
            catch (Exception e)
#pragma warning restore CA1031
            {
                return Failures.Say(terminal, e, args, interruption.Status);
            }
        }

        private static int Refuse(Terminal terminal, ParseResult result, string? misspelt)
        {
            foreach (
                var problem in misspelt is null
                    ? result.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)
                    : [misspelt]
            )
            {
                terminal.Say(problem);
            }

            terminal.Say($"See: kompass {PathOf(result.CommandResult)}--help");
            return ExitCode.Usage;
        }

        private static Task<int> InvokeAsync(
            ParseResult result,
            Terminal terminal,
            CancellationToken cancellation
        ) =>
            result.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Output,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    // The library's own way ends the command without a word.
                    ProcessTerminationTimeout = null,
                },
                cancellation
            );

        // "train themes " of kompass train themes.
        static string PathOf(CommandResult command) =>
            command.Parent is CommandResult parent
                ? $"{PathOf(parent)}{command.Command.Name} "
                : "";
    }
}
