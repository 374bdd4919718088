using System.Globalization;
using BenchmarkDotNet.Running;
using Kompass.Benchmarks;

// dotnet run -c Release --project tests/Kompass.Benchmarks -- --filter '*'          BenchmarkDotNet's own command line
// dotnet run -c Release --project tests/Kompass.Benchmarks -- pdf-cost FOLDER [N]   ratios on a folder of PDFs, each read N times
if (args is ["pdf-cost", var folder, ..])
{
    PdfCost.Run(folder, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
