using CsvHelper;
using DocumentFormat.OpenXml.Spreadsheet;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Writes an empty profile for a person to fill in.</summary>
public static class ProfileTemplate
{
    /// <summary>The endings that a template's file may have, for messages.</summary>
    public const string Endings = ".xlsx or .csv";

    // Where the names for the drop-down stand, out of sight.
    private const int NamesColumn = 7;

    /// <summary>An empty profile in the form that a file's ending asks for, or null where it is none of <see cref="Endings"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="edition">Areas and sub-questions.</param>
    /// <param name="knowledge">The municipalities and editions to choose from.</param>
    public static byte[]? Of(string path, Edition edition, Knowledge knowledge) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".xlsx" => Workbook(edition, knowledge),
            ".csv" => Csv(edition),
            _ => null,
        };

    // A table that a Swedish Excel opens by double click: semicolons, and a byte order mark for å, ä and ö.
    private static byte[] Csv(Edition edition)
    {
        using var buffer = new MemoryStream();
        CsvExport.WriteRows(
            CsvWriter.Create(
                buffer,
                new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true },
                leaveOpen: true
            ),
            ProfileTable.Columns,
            Rows(edition).Select(r => r.Cells)
        );
        return buffer.ToArray();
    }

    // Fields with drop-downs or bounds; the code and the wording stand beside the cell.
    private static byte[] Workbook(Edition edition, Knowledge knowledge)
    {
        var rows = Rows(edition).ToList();
        var names = knowledge.Municipalities.All.Select(m => m.Name).Order(Swedish).ToList();
        var validations = Validations(
            rows,
            names.Count,
            string.Join(',', knowledge.Editions.Select(e => e.Id))
        );
        return SmallWorkbook.Write(
            "Profil",
            Enumerable
                .Range(0, Math.Max(rows.Count + 1, names.Count))
                .Select(i =>
                    (IEnumerable<object?>)
                        [
                            .. i == 0 ? ProfileTable.Columns
                            : i <= rows.Count ? rows[i - 1].Cells
                            : new object?[ProfileTable.Columns.Length],
                            .. new object?[NamesColumn - ProfileTable.Columns.Length],
                            i < names.Count ? names[i] : null,
                        ]
                ),
            [
                new Columns(
                    Width(1, 22),
                    Width(2, 14),
                    Width(3, 9),
                    Width(4, 110),
                    new Column
                    {
                        Min = NamesColumn + 1,
                        Max = NamesColumn + 1,
                        Width = 20,
                        CustomWidth = true,
                        Hidden = true,
                    }
                ),
            ],
            [new DataValidations(validations) { Count = (uint)validations.Count }],
            Styles(),
            (row, column) =>
                row == 0 && column < 4 ? 1u
                : row <= rows.Count && column == 1 ? 2u
                : 0u
        );
    }

    private static List<DataValidation> Validations(
        List<TemplateRow> rows,
        int names,
        string editions
    ) =>
        [
            .. rows.Select((row, i) => (row, Cell: Invariant($"B{i + 2}")))
                .Select(r =>
                    r.row switch
                    {
                        { Field: ProfileFields.Municipality } => Choice(
                            r.Cell,
                            Invariant($"$H$1:$H${names}"),
                            "Välj en av de 290 kommunerna, eller skriv namnet."
                        ),
                        { Field: ProfileFields.Edition } => Choice(
                            r.Cell,
                            $"\"{editions}\"",
                            $"Någon av {editions} väntas."
                        ),
                        { Max: { } max } => Bounded(r.Cell, max),
                        _ => null,
                    }
                )
                .OfType<DataValidation>(),
        ];

    private static readonly StringComparer Swedish = StringComparer.Create(
        CultureInfo.GetCultureInfo("sv-SE"),
        ignoreCase: true
    );

    private static Column Width(uint column, double width) =>
        new()
        {
            Min = column,
            Max = column,
            Width = width,
            CustomWidth = true,
        };

    private static DataValidation Choice(string cell, string choices, string message) =>
        new(new Formula1(choices))
        {
            Type = DataValidationValues.List,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Inte i listan",
            Error = message,
            SequenceOfReferences = new() { InnerText = cell },
        };

    private static DataValidation Bounded(string cell, int max) =>
        new(new Formula1("0"), new Formula2(max.ToString(CultureInfo.InvariantCulture)))
        {
            Type = DataValidationValues.Decimal,
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorTitle = "Utanför skalan",
            Error = Invariant($"Ett tal från 0 till {max} väntas."),
            Prompt = Invariant($"0 till {max} poäng; tomt där de inte är kända."),
            SequenceOfReferences = new() { InnerText = cell },
        };

    // 0 plain, 1 head, 2 to fill in.
    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FFFFF6DD" })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { FillId = 2, ApplyFill = true }
            )
        );

    private static IEnumerable<TemplateRow> Rows(Edition edition) =>
        [
            new(ProfileFields.Municipality, null, null, "Kommunens namn eller kod"),
            new(ProfileFields.Year, null, null, "Utvärderingens år"),
            new(ProfileFields.Edition, edition.Id, null, edition.Title),
            new(ProfileFields.Population, null, null, "Antal invånare (kan utelämnas)"),
            new(ProfileFields.Total, null, edition.Scale.TotalMax, "Totalpoäng (kan utelämnas)"),
            .. PointRows(edition, ""),
            new(
                ProfileFields.PreviousPrefix + ProfileFields.Year,
                null,
                null,
                "Förra utvärderingens år (kan utelämnas)"
            ),
            .. PointRows(edition, ProfileFields.PreviousPrefix),
        ];

    // A bare 1.1 becomes a date where a spreadsheet opens the table.
    private static IEnumerable<TemplateRow> PointRows(Edition edition, string prefix) =>
        edition.Areas.SelectMany(area =>
            area.Questions.Select(q => new TemplateRow(
                    $"{prefix}delfråga {q.Code}",
                    null,
                    q.Max,
                    q.Text
                ))
                .Prepend(
                    new TemplateRow(
                        prefix + ProfileFields.Area(area.Number),
                        null,
                        edition.Scale.AreaMax,
                        area.Name
                    )
                )
        );

    private sealed record TemplateRow(string Field, string? Value, int? Max, string Text)
    {
        public object?[] Cells => [Field, Value, Max, Text];
    }
}
