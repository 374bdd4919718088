// What nearly every file of the explorer names, pages and components too.
global using static System.FormattableString;
global using System.Globalization;
global using Kompass.Mining.Corpus;
global using Kompass.Mining.Dataset;
global using Kompass.Mining.Dataset.Queries;
global using Kompass.Mining.Dataset.Tables;
global using Kompass.Web.Facets;
global using Kompass.Web.Store;
global using Kompass.Web.Views;
global using Microsoft.AspNetCore.Http;
