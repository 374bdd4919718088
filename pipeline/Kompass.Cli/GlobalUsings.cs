// What nearly every command names.
global using System.CommandLine;
global using static System.FormattableString;
global using System.Globalization;
global using Kompass.Mining.Corpus;
global using Kompass.Mining.Dataset;
