// What nearly every command names.
global using System.CommandLine;
global using System.Globalization;
global using Kompass.Mining.Corpus;
global using Kompass.Mining.Dataset;
