using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kompass.Mining.Improvements.Profiles;
using SheetRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Kompass.Mining.Tests.Improvements.Profiles;

public sealed class ProfileFileTests : IDisposable
{
    private const string Head = "field,value\nmunicipality,Borås\nyear,2013\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_SomePoints_AreRead()
    {
        var profile = Accepted("p.csv", Head + "population,104000\narea 1,67\n1.1,3\n1.2,16\n");

        Assert.Equal("boras-2013", profile.Id);
        Assert.Equal("1490", profile.Municipality.Code);
        Assert.Equal(2013, profile.Year);
        Assert.Equal("2010", profile.Edition.Id);
        Assert.Equal(104000, profile.Population);
        Assert.Equal(67, profile.Areas[1]);
        Assert.Equal([("1.1", 3m), ("1.2", 16m)], profile.Questions.Select(q => (q.Key, q.Value)));
        Assert.Equal(ProfileKind.Questions, profile.Kind);
    }

    [Theory]
    [InlineData("field;value\nmunicipality;Borås\narea 1;67,5\n")]
    [InlineData("field\tvalue\nmunicipality\tBorås\narea 1\t67.5\n")]
    [InlineData(
        "\uFEFFfield,value,max,text\r\nmunicipality,Borås,,\r\nArea 1,\"67,5\",100,Namn\r\n"
    )]
    public void Csv_AsSpreadsheetsWriteIt_IsRead(string text) =>
        Assert.Equal(67.5m, Accepted("p.csv", text).Areas[1]);

    [Theory]
    [InlineData(
        "år;2026\nutgåva;\n",
        "utgåva: år 2026 hör till utgåva 2020, vars delfrågor inte är kända, men poäng på 3 delfrågor är ifyllda; välj den utgåva som poängen är satta efter: 2010 eller 2016"
    )]
    [InlineData(
        "år;2026\nutgåva;2020\n",
        "B4 (utgåva): här står 2020, vars delfrågor inte är kända, men poäng på 3 delfrågor är ifyllda; välj den utgåva som poängen är satta efter: 2010 eller 2016"
    )]
    public void SubQuestionsOfAnEditionThatHasNone_AreRefusedInOneLine(
        string fields,
        string line
    ) =>
        Assert.Equal(
            $"{_folder.File("p.csv")}: {line}",
            Assert
                .Single(
                    Refused(
                        "p.csv",
                        $"fält;värde\nkommun;Borås\n{fields}delfråga 1.1;3\ndelfråga 1.2;4\nförra delfråga 1.1;2\n"
                    )
                )
                .ToString()
        );

    [Theory]
    [InlineData("104 106")]
    [InlineData("104\u00a0106")]
    [InlineData("104\u202f106")]
    [InlineData("104106")]
    public void Population_WithASpaceBetweenThousands_IsRead(string written) =>
        Assert.Equal(
            104106,
            Accepted(
                "p.csv",
                $"field;value\nkommun;Borås\ninvånare;{written}\nområde 1;67,5\n"
            ).Population
        );

    [Theory]
    [InlineData("10 41 06")]
    [InlineData("1 0")]
    public void Number_WithSpacesElsewhere_IsRefused(string written) =>
        Assert.Contains(
            Refused("p.csv", $"field;value\nkommun;Borås\ninvånare;{written}\nområde 1;67\n"),
            p => p.Message.Contains(written, StringComparison.Ordinal)
        );

    [Fact]
    public void Level_OfAProfileWithoutAllAreas_IsThatOfTheTotal() =>
        Assert.Equal(0.5, Accepted("p.csv", Head + "total,400\narea 1,90\n").Level);

    [Fact]
    public void Area_WhoseSubQuestionsAreAllFilledIn_HasTheirSum()
    {
        var profile = Accepted(
            "p.csv",
            Head
                + "1.1,3\n1.2,16\n1.3,20\n1.4,22\n1.5,5\n2.1,4\nprevious year,2010\n"
                + "previous 1.1,3\nprevious 1.2,9\nprevious 1.3,9\nprevious 1.4,9\nprevious 1.5,5\n"
        );

        Assert.Equal([(1, 66m)], profile.Areas.Select(a => (a.Key, a.Value)));
        Assert.Equal([(1, 35m)], profile.Previous[0].Areas.Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Areas_OfAnEditionWithoutKnownSubQuestions_AreRead() =>
        Assert.Equal(
            [52m, 41m],
            Accepted(
                "p.csv",
                "field,value\nmunicipality,Karlskrona\nyear,2021\nedition,2020\narea 1,52\narea 2,41\n"
            ).Areas.Values
        );

    [Fact]
    public void Csv_InWindows1252_IsRead()
    {
        File.WriteAllBytes(
            _folder.File("p.csv"),
            System.Text.Encoding.Latin1.GetBytes(
                "field;value\r\nmunicipality;Borås\r\narea 1;67\r\n"
            )
        );

        var profile = Assert.IsType<ProfileReading.Read>(Read("p.csv")).Profile;

        Assert.Equal("Borås", profile.Municipality.Name);
    }

    [Fact]
    public void Json_SomePoints_AreRead()
    {
        var profile = Accepted(
            "p.json",
            """
            { "municipality": "Ekdal", "year": 2014, "areas": { "1": 67, "2": null }, "questions": { "1.1": "3" },
              "previous": { "year": 2011, "areas": { "1": 50 }, "questions": { "1.1": 2 } } }
            """
        );

        Assert.Null(profile.Municipality.Code);
        Assert.Equal("ekdal-2014", profile.Id);
        Assert.Equal([1], profile.Areas.Keys);
        Assert.Equal(3, profile.Questions["1.1"]);
        var earlier = Assert.Single(profile.Previous);
        Assert.True(earlier.Comparable);
        Assert.Equal(2, earlier.Questions["1.1"]);
    }

    [Fact]
    public void Previous_BeforeTheRevision_IsNotComparable() =>
        Assert.False(
            Assert
                .Single(
                    Accepted(
                        "p.csv",
                        Head + "area 1,67\nprevious year,2008\nprevious area 1,52.5\n"
                    ).Previous
                )
                .Comparable
        );

    [Theory]
    // out of range
    [InlineData("1.3,30", "B4 (1.3)", "här står 30; ett tal från 0 till 25 väntas")]
    [InlineData("1.3,-1", "B4 (1.3)", "här står -1; ett tal från 0 till 25 väntas")]
    [InlineData("area 2,101", "B4 (area 2)", "här står 101; ett tal från 0 till 100 väntas")]
    [InlineData("1.3,tio", "B4 (1.3)", "här står tio; ett tal från 0 till 25 väntas")]
    [InlineData("population,0", "B4 (population)", "här står 0; ett tal från 1 till")]
    // unknown codes
    [InlineData("9.1,3", "B4 (9.1)", "”9.1” är inget fält i en profil av utgåva 2010")]
    [InlineData("1.6,3", "B4 (1.6)", "”1.6” är inget fält")]
    [InlineData("area 9,3", "B4 (area 9)", "”område 9” är inget fält")]
    [InlineData(
        "edition,1999",
        "B4 (edition)",
        "någon av utgåvorna väntas: 2002, 2010, 2016, 2020"
    )]
    // twice
    [InlineData("1.1,3\n1.1,4", "B5 (1.1)", "står två gånger; se även B4 (1.1)")]
    // sums
    [InlineData(
        "area 1,90\n1.1,3\n1.2,16\n1.3,20\n1.4,22\n1.5,5",
        "B4 (area 1)",
        "här står 90, men delfrågorna som är ifyllda för området ger summan 66"
    )]
    [InlineData("area 1,97\n1.1,3", "B4 (area 1)", "tillåter 3 till 88")]
    [InlineData("area 1,10\n1.4,30", "B4 (area 1)", "tillåter 30 till 100")]
    [InlineData(
        "total,700\narea 1,50\narea 2,50\narea 3,50\narea 4,50\narea 5,50\narea 6,50\narea 7,50\narea 8,50",
        "B4 (total)",
        "här står 700, men områdena ger summan 400"
    )]
    [InlineData(
        "area 1,67\narea 2,5\ntotal,700",
        "B6 (total)",
        "här står 700, men det som är ifyllt tillåter 72 till 672"
    )]
    [InlineData(
        "1.1,3\n1.2,16\ntotal,10",
        "B6 (total)",
        "här står 10, men det som är ifyllt tillåter 19 till 784"
    )]
    // earlier evaluation
    [InlineData("previous area 1,50", "förra år", "den förra utvärderingens år saknas")]
    [InlineData(
        "previous year,2014\nprevious 1.1,5",
        "B4 (previous year)",
        "ett år före 2013 väntas"
    )]
    public void Csv_WithAnError_NamesTheCell(string rows, string cell, string message)
    {
        var problems = Refused("p.csv", Head + rows + "\n");

        Assert.Contains(
            problems,
            p => p.Cell == cell && p.Message.Contains(message, StringComparison.Ordinal)
        );
        Assert.All(problems, p => Assert.EndsWith("p.csv", p.File, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("p.csv", "field,value\nyear,2013\narea 1,50\n", "kommun", "namn eller kod saknas")]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,9999\narea 1,50\n",
        "B2 (municipality)",
        "290 koderna"
    )]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,Borås\nyear,1066\narea 1,5\n",
        "B3 (year)",
        "här står 1066; ett heltal"
    )]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,Borås\nyear,1995\narea 1,5\n",
        "B3 (year)",
        "ingen utgåva av instrumentet är känd för 1995"
    )]
    [InlineData("p.csv", "field,value\nmunicipality,Borås\n", "", "inga poäng är ifyllda")]
    [InlineData("p.csv", "field,value\n1.1,\n", "", "inget värde är ifyllt")]
    [InlineData("p.csv", "code,points\n1.1,3\n", "A1", "kolumnerna fält och värde väntades")]
    [InlineData(
        "p.csv",
        "fält,värde\nkommun,Borås\nområde 1,52,5\n",
        "B3 (område 1)",
        "decimaltal med punkt"
    )]
    [InlineData("p.csv", "", "", "är tom")]
    [InlineData("p.json", "{ \"areas\": ", "", "är inte JSON")]
    [InlineData("p.json", "[1]", "", "ett JSON-objekt { … } väntades")]
    [InlineData("p.json", "{\"areas\":[1]}", "areas", "”areas” är inget fält")]
    [InlineData(
        "p.json",
        "{\"municipality\":\"Borås\",\"questions\":{\"1.3\":30}}",
        "questions.1.3",
        "här står 30; ett tal från 0 till 25"
    )]
    [InlineData(
        "p.json",
        "{\"municipality\":\"Borås\",\"questions\":{\"1.3\":true}}",
        "questions.1.3",
        "här står true"
    )]
    [InlineData("p.xlsx", "PK", "", "är inget Officedokument")]
    public void File_ThatIsNoProfile_SaysWhatWasExpected(
        string name,
        string text,
        string cell,
        string message
    ) =>
        Assert.Contains(
            Refused(name, text),
            p => p.Cell == cell && p.Message.Contains(message, StringComparison.Ordinal)
        );

    [Fact]
    public void EveryErrorIsNamedAtOnce() =>
        Assert.Equal(
            3,
            Refused("p.csv", Head + "1.1,99\n2.2,99\n7.7,1\n").Count(p => p.Cell.Length > 0)
        );

    [Fact]
    public void MissingFile_IsARefusalThatNamesIt() =>
        Assert.Contains(
            "kan inte läsas",
            Assert.Single(Assert.IsType<ProfileReading.Refused>(Read("none.csv")).Problems).Message,
            StringComparison.Ordinal
        );

    // As a Swedish Excel saves a table with commas that was opened by double click: a row a cell, what was typed in into the next.
    [Theory]
    [InlineData(
        "field,value,max,text\n\"municipality,Borås,,\"\n\"1.1,7,15,\"\"Plan, löften\"\"\"\n1.2,8,16,Vilken\n"
    )]
    [InlineData(
        "field,value,max,text;;\nmunicipality,,,Namn;Borås;\n\"1.1,,15,\"\"Plan, löften\"\"\";7;\n1.2,8,16,Vilken;;\n"
    )]
    public void Csv_SavedAsOneColumn_IsRead(string text)
    {
        var profile = Accepted("p.csv", text);

        Assert.Equal("1490", profile.Municipality.Code);
        Assert.Equal([("1.1", 7m), ("1.2", 8m)], profile.Questions.Select(q => (q.Key, q.Value)));
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.xlsx")]
    public void Template_FilledIn_GivesBackThePoints(string name)
    {
        File.WriteAllBytes(_folder.File(name), Template(name));
        switch (Path.GetExtension(name))
        {
            case ".csv":
                Replace(
                    ("\nkommun;;", "\nkommun;Ekdal;"),
                    ("\ndelfråga 1.1;;15", "\ndelfråga 1.1;7,5;15"),
                    ("\nförra år;;", "\nförra år;2011;"),
                    ("\nförra delfråga 8.6;;", "\nförra delfråga 8.6;4;")
                );
                break;
            default:
                FillIn(
                    _folder.File(name),
                    ("kommun", "Ekdal"),
                    ("delfråga 1.1", "7.5"),
                    ("förra år", "2011"),
                    ("förra delfråga 8.6", "4")
                );
                break;
        }

        var profile = Assert.IsType<ProfileReading.Read>(Read(name)).Profile;

        Assert.Equal("Ekdal", profile.Municipality.Name);
        Assert.Equal([("1.1", 7.5m)], profile.Questions.Select(q => (q.Key, q.Value)));
        Assert.Equal(2011, Assert.Single(profile.Previous).Year);

        void Replace(params (string From, string To)[] changes)
        {
            var text = File.ReadAllText(_folder.File(name)).ReplaceLineEndings("\n");
            foreach (var (from, to) in changes)
            {
                Assert.Contains(from, text, StringComparison.Ordinal);
                text = text.Replace(from, to, StringComparison.Ordinal);
            }

            File.WriteAllText(_folder.File(name), text);
        }
    }

    [Fact]
    public void Workbook_IsValid_AndBoundsWhatIsFilledIn()
    {
        var file = _folder.File("t.xlsx");
        File.WriteAllBytes(file, Template("t.xlsx"));
        using var book = SpreadsheetDocument.Open(file, false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;

        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken));
        var row = Row(sheet, "delfråga 1.1");
        var number = sheet.Descendants<SheetRow>().ToList().IndexOf(row) + 1;
        var bound = sheet
            .Descendants<DataValidation>()
            .Single(v => v.SequenceOfReferences!.InnerText == $"B{number}");
        Assert.Equal("15", bound.Formula2!.Text);
        Assert.Contains("0 till 15", bound.Error!.Value, StringComparison.Ordinal);
        Assert.Equal(Profile.Questions.First().Text, row.Elements<Cell>().ElementAt(3).InnerText);
        Assert.Equal("$H$1:$H$290", sheet.Descendants<DataValidation>().First().Formula1!.Text);
    }

    [Fact]
    public void Template_Untouched_SaysThatNothingIsFilledIn()
    {
        File.WriteAllBytes(_folder.File("t.xlsx"), Template("t.xlsx"));

        Assert.NotEmpty(Assert.IsType<ProfileReading.Refused>(Read("t.xlsx")).Problems);
    }

    [Fact]
    public void Workbook_WithAnError_NamesTheCell()
    {
        var file = _folder.File("t.xlsx");
        File.WriteAllBytes(file, Template("t.xlsx"));
        FillIn(file, ("kommun", "Borrås"), ("delfråga 1.1", "16"));

        var problems = Assert.IsType<ProfileReading.Refused>(Read("t.xlsx")).Problems;

        Assert.Equal(
            [
                $"{file}: B2 (kommun): Borrås är ingen av de 290 kommunerna; menade du Borås?",
                $"{file}: B8 (delfråga 1.1): här står 16; ett tal från 0 till 15 väntas",
            ],
            problems.Select(p => p.ToString())
        );
    }

    private static byte[] Template(string name) =>
        ProfileTemplate.Of(name, Profile.Edition, Subject.Knowledge)!;

    private static SheetRow Row(Worksheet sheet, string field) =>
        sheet.Descendants<SheetRow>().First(r => r.Elements<Cell>().First().InnerText == field);

    // As Excel does: texts among the shared ones, cells with their places.
    private static void FillIn(string file, params (string Field, string Value)[] values)
    {
        using var book = SpreadsheetDocument.Open(file, true);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var texts = book.WorkbookPart.AddNewPart<SharedStringTablePart>();
        texts.SharedStringTable = new SharedStringTable();
        foreach (var (row, number) in sheet.Descendants<SheetRow>().Select((r, i) => (r, i + 1)))
        {
            row.RowIndex = (uint)number;
            foreach (var (cell, column) in row.Elements<Cell>().Select((c, i) => (c, i)))
            {
                cell.CellReference = $"{(char)('A' + column)}{number}";
            }
        }

        foreach (var (field, value) in values)
        {
            var cell = Row(sheet, field).Elements<Cell>().ElementAt(1);
            var isNumber = char.IsAsciiDigit(value[0]);
            cell.DataType = isNumber ? CellValues.Number : CellValues.SharedString;
            cell.CellValue = new CellValue(
                isNumber ? value : $"{texts.SharedStringTable.ChildElements.Count}"
            );
            texts.SharedStringTable.Append(new SharedStringItem(new Text(value)));
        }
    }

    private ScoreProfile Accepted(string name, string text)
    {
        _folder.Write(name, text);
        var reading = Read(name);
        return reading is ProfileReading.Read read
            ? read.Profile
            : throw new Xunit.Sdk.XunitException(
                string.Join('\n', ((ProfileReading.Refused)reading).Problems)
            );
    }

    private IReadOnlyList<ProfileProblem> Refused(string name, string text)
    {
        _folder.Write(name, text);
        return Assert.IsType<ProfileReading.Refused>(Read(name)).Problems;
    }

    private ProfileReading Read(string name) =>
        new ProfileFile(Subject.Knowledge).Read(_folder.File(name));
}
