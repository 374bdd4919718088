global using System.Globalization;
global using Kompass.Tests;
global using Xunit;
