using Kompass.Mining.Improvements.Profiles;

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
                        Head + "area 1,67\nprevious year,2008\nprevious area 1,52,5\n"
                    ).Previous
                )
                .Comparable
        );

    [Theory]
    // out of range
    [InlineData("1.3,30", "B4 (1.3)", "30 was found, a number from 0 to 25 was expected")]
    [InlineData("1.3,-1", "B4 (1.3)", "-1 was found, a number from 0 to 25 was expected")]
    [InlineData("area 2,101", "B4 (area 2)", "101 was found, a number from 0 to 100 was expected")]
    [InlineData("1.3,tio", "B4 (1.3)", "tio was found, a number from 0 to 25 was expected")]
    [InlineData("population,0", "B4 (population)", "0 was found, a number from 1 to")]
    // unknown codes
    [InlineData("9.1,3", "B4 (9.1)", "'9.1' is no field of a profile in edition 2010")]
    [InlineData("1.6,3", "B4 (1.6)", "'1.6' is no field")]
    [InlineData("area 9,3", "B4 (area 9)", "'area 9' is no field")]
    [InlineData(
        "edition,1999",
        "B4 (edition)",
        "one of the editions was expected: 2002, 2010, 2016, 2020"
    )]
    // twice
    [InlineData("1.1,3\n1.1,4", "B5 (1.1)", "stands there twice; see also B4 (1.1)")]
    // sums
    [InlineData(
        "area 1,90\n1.1,3\n1.2,16\n1.3,20\n1.4,22\n1.5,5",
        "B4 (area 1)",
        "90 was found, but the sub-questions filled in for area 1 add up to 66"
    )]
    [InlineData("area 1,97\n1.1,3", "B4 (area 1)", "allow 3 to 88")]
    [InlineData("area 1,10\n1.4,30", "B4 (area 1)", "allow 30 to 100")]
    [InlineData(
        "total,700\narea 1,50\narea 2,50\narea 3,50\narea 4,50\narea 5,50\narea 6,50\narea 7,50\narea 8,50",
        "B4 (total)",
        "700 was found, but the areas add up to 400"
    )]
    // earlier evaluation
    [InlineData(
        "previous area 1,50",
        "previous year",
        "the year of the earlier evaluation is missing"
    )]
    [InlineData(
        "previous year,2014\nprevious 1.1,5",
        "B4 (previous year)",
        "a year before 2013 was expected"
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
    [InlineData(
        "p.csv",
        "field,value\nyear,2013\narea 1,50\n",
        "municipality",
        "name or code is missing"
    )]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,9999\narea 1,50\n",
        "B2 (municipality)",
        "290 codes"
    )]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,Borås\nyear,1066\narea 1,5\n",
        "B3 (year)",
        "1066 was found"
    )]
    [InlineData(
        "p.csv",
        "field,value\nmunicipality,Borås\nyear,1995\narea 1,5\n",
        "B3 (year)",
        "edition of 1995 are not known"
    )]
    [InlineData("p.csv", "field,value\nmunicipality,Borås\n", "", "no points are filled in")]
    [InlineData("p.csv", "field,value\n1.1,\n", "", "no value is filled in")]
    [InlineData("p.csv", "code,points\n1.1,3\n", "A1", "the columns field and value were expected")]
    [InlineData("p.csv", "", "", "is empty")]
    [InlineData("p.json", "{ \"areas\": ", "", "is no JSON")]
    [InlineData("p.json", "[1]", "", "a JSON object was expected")]
    [InlineData("p.json", "{\"areas\":[1]}", "areas", "an object")]
    [InlineData(
        "p.json",
        "{\"municipality\":\"Borås\",\"questions\":{\"1.3\":30}}",
        "questions[\"1.3\"]",
        "30 was found, a number from 0 to 25"
    )]
    [InlineData(
        "p.json",
        "{\"municipality\":\"Borås\",\"questions\":{\"1.3\":true}}",
        "questions[\"1.3\"]",
        "true was found"
    )]
    [InlineData("p.xlsx", "PK", "", "a .csv or .json file was expected")]
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
            "cannot be read",
            Assert.Single(Assert.IsType<ProfileReading.Refused>(Read("none.csv")).Problems).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.json")]
    public void Template_FilledIn_GivesBackThePoints(string name)
    {
        var isCsv = name.EndsWith(".csv", StringComparison.Ordinal);
        var text = isCsv
            ? ProfileTemplate.Csv(Profile.Edition)
            : ProfileTemplate.Json(Profile.Edition);
        text = isCsv
            ? text.Replace("\nmunicipality,,", "\nmunicipality,Ekdal,", StringComparison.Ordinal)
                .Replace("\n1.1,,15", "\n1.1,7,15", StringComparison.Ordinal)
                .Replace("\nprevious year,,", "\nprevious year,2011,", StringComparison.Ordinal)
                .Replace("\nprevious 8.6,,", "\nprevious 8.6,4,", StringComparison.Ordinal)
            : text.Replace(
                    "\"municipality\": null",
                    "\"municipality\": \"Ekdal\"",
                    StringComparison.Ordinal
                )
                .Replace("\"1.1\": null", "\"1.1\": 7", StringComparison.Ordinal)
                .Replace("\"year\": null", "\"year\": 2011", StringComparison.Ordinal);
        if (!isCsv)
        {
            // The first year is the profile's own.
            var at = text.IndexOf("2011", StringComparison.Ordinal);
            text = text[..at] + "2014" + text[(at + 4)..];
        }

        var profile = Accepted(name, text.Replace("\r\n", "\n", StringComparison.Ordinal));

        Assert.Equal([("1.1", 7m)], profile.Questions.Select(q => (q.Key, q.Value)));
        Assert.Single(profile.Previous);
    }

    [Fact]
    public void Template_Untouched_SaysThatNothingIsFilledIn() =>
        Assert.NotEmpty(Refused("t.csv", ProfileTemplate.Csv(Profile.Edition)));

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
