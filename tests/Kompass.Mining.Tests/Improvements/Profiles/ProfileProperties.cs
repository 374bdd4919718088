using FsCheck.Fluent;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Tests.Properties;

namespace Kompass.Mining.Tests.Improvements.Profiles;

public sealed class ProfileProperties : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnyText_IsReadOrRefusedWithAReason() =>
        Always.Holds(
            Pieces.AnyText,
            text =>
            {
                foreach (var name in new[] { "p.csv", "p.json" })
                {
                    File.WriteAllBytes(
                        _folder.File(name),
                        System.Text.Encoding.UTF8.GetBytes("field,value\n" + text)
                    );

                    var reading = new ProfileFile(Subject.Knowledge).Read(_folder.File(name));

                    Assert.True(
                        reading
                            is ProfileReading.Read
                                or ProfileReading.Refused { Problems.Count: > 0 }
                    );
                }
            },
            150
        );

    [Fact]
    public void WhatIsFilledInWithinRange_IsGivenBack() =>
        Always.Holds(
            Gen.Choose(-1, 100).ArrayOf(45).ToArbitrary(),
            percents =>
            {
                var points = Profile
                    .Questions.Zip(
                        percents,
                        (q, p) => (q.Code, Points: p < 0 ? -1 : q.Max * p / 100)
                    )
                    .Where(p => p.Points >= 0)
                    .ToList();
                _folder.Write(
                    "p.csv",
                    "field,value\nmunicipality,Ekdal\narea 1,"
                        + (points.Exists(p => p.Code[0] == '1') ? "" : "50")
                        + "\n"
                        + string.Concat(points.Select(p => $"{p.Code},{p.Points}\n"))
                );

                var reading = new ProfileFile(Subject.Knowledge).Read(_folder.File("p.csv"));

                if (points.Count > 0)
                {
                    var profile = Assert.IsType<ProfileReading.Read>(reading).Profile;
                    Assert.Equal(
                        points.Select(p => (p.Code, (decimal)p.Points)),
                        profile.Questions.Select(q => (q.Key, q.Value))
                    );
                }
            },
            60
        );
}
