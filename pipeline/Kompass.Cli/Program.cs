using System.CommandLine;
using Kompass.Cli;
using Kompass.Cli.Commands;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await App.RunAsync(args, Terminal.System).ConfigureAwait(false);

namespace Kompass.Cli
{
    /// <summary>The command line: its commands, and the one place where what went wrong becomes a message and an exit status.</summary>
    internal static class App
    {
        public static async Task<int> RunAsync(string[] args, Terminal terminal)
        {
            var root = new RootCommand(
                "Kompass Mining: the reports of Kommunkompassen as a dataset."
            )
            {
                ExtractCommand.Make(terminal),
                FetchCommand.Make(terminal),
                NightlyCommand.Make(terminal),
                RetryCommand.Make(terminal),
                RunsCommand.Make(terminal),
                ChangesCommand.Make(terminal),
                ShowCommand.Make(terminal),
                DatasetCommand.Make(terminal),
                ResolveCommand.Make(terminal),
                PublishCommand.Make(terminal),
                ServeCommand.Make(terminal),
                SuggestCommand.Make(terminal),
                FeedbackCommand.Make(terminal),
                DoctorCommand.Make(terminal),
                ClassifyCommand.Make(terminal),
                TrainCommand.Make(terminal),
                EvaluateCommand.Make(terminal),
                ReviewCommand.Make(terminal),
                Home.DataOption,
            };
            foreach (var query in StoreQueryCommands.All())
            {
                root.Subcommands.Add(QueryRunner.Make(terminal, query));
            }

            var result = root.Parse(args);
            if (result.Errors.Count > 0)
            {
                foreach (var error in result.Errors)
                {
                    terminal.Say(error.Message);
                }

                terminal.Say(
                    $"See: kompass {(result.CommandResult.Command == root ? "" : result.CommandResult.Command.Name + " ")}--help"
                );
                return ExitCode.Usage;
            }

            try
            {
                return await result
                    .InvokeAsync(
                        new InvocationConfiguration
                        {
                            Output = terminal.Output,
                            Error = terminal.Error,
                            EnableDefaultExceptionHandler = false,
                        }
                    )
                    .ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The one place where whatever went wrong becomes a message.
            catch (Exception e)
#pragma warning restore CA1031
            {
                return Failures.Say(terminal, e, args);
            }
        }
    }
}
