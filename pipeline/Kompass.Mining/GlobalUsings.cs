// What many files of every step name: the language's own, and what is known before reading.
global using static System.FormattableString;
global using System.Globalization;
global using System.Security.Cryptography;
global using System.Text;
global using System.Text.Json;
global using System.Text.Json.Serialization;
global using System.Text.RegularExpressions;
global using Kompass.Mining.Corpus;
