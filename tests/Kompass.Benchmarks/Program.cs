using System.Globalization;
using BenchmarkDotNet.Running;
using Kompass.Benchmarks;

// dotnet run -c Release --project tests/Kompass.Benchmarks -- --filter '*'          BenchmarkDotNet's own command line
// dotnet run -c Release --project tests/Kompass.Benchmarks -- pdf-cost FOLDER [N]   ratios on a folder of PDFs, each read N times
// dotnet run -c Release --project tests/Kompass.Benchmarks -- explorer N DIR        pages over a generated store of N findings, kept in DIR
// dotnet run -c Release --project tests/Kompass.Benchmarks -- grounding FOLDER      whether sources point to where values stand, in PDFs of scripts/sample-pdfs
// dotnet run -c Release --project tests/Kompass.Benchmarks -- reports N DIR         writes an inbox of N generated reports
if (args is ["pdf-cost", var folder, ..])
{
    PdfCost.Run(folder, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5);
    return;
}

if (args is ["grounding", var linked])
{
    GroundingTable.Run(linked);
    return;
}

if (args is ["reports", var count, var inbox])
{
    Reports.Write(inbox, int.Parse(count, CultureInfo.InvariantCulture));
    return;
}

if (args is ["explorer", var findings, var dataset])
{
    await ExplorerLoad.Run(int.Parse(findings, CultureInfo.InvariantCulture), dataset);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
