using CsvHelper;
using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Reads a profile that a person filled in, as a workbook, CSV or JSON (by the file's extension).</summary>
public sealed class ProfileFile(Knowledge knowledge)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <returns>The profile, or every problem that was found, each with its cell.</returns>
    public ProfileReading Read(string file)
    {
        var problems = new List<ProfileProblem>();
        var entries = Entries(file, problems);
        return problems.Count > 0
            ? new ProfileReading.Refused(problems)
            : new ProfileBuilder(knowledge, file).Build(entries);
    }

    private static IReadOnlyList<ProfileEntry> Entries(string file, List<ProfileProblem> problems)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length is 0 or > MostBytes)
            {
                return Refused(
                    length == 0 ? "är tom" : $"har {length} byte; en profil har några tusen"
                );
            }

            var bytes = File.ReadAllBytes(file);
            switch (Path.GetExtension(file).ToLowerInvariant())
            {
                case ".xlsx":
                    using (
                        var book = PackageReader.Open(
                            bytes,
                            "en ifylld profil så som kompass suggest --template profil.xlsx skriver den väntades"
                        )
                    )
                    {
                        return ProfileTable.Read(file, book.FirstSheet(), problems);
                    }

                case ".csv"
                or ".txt"
                or ".tsv":
                    return ProfileTable.Read(
                        file,
                        ProfileTable.Csv(TextDecoder.Decode(bytes)),
                        problems
                    );
                case ".json":
                    return ProfileJson.Read(file, TextDecoder.Decode(bytes), problems);
                case var other:
                    return Refused($"en fil .xlsx, .csv eller .json väntades, inte {other}");
            }
        }
        catch (OfficeException e)
        {
            return Refused(e.Message);
        }
        catch (Exception e)
            when (e is CsvFormatException or FormatException or KeyNotFoundException)
        {
            return Refused($"är ingen tabell som kan läsas: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused($"kan inte läsas: {e.Message}");
        }

        List<ProfileEntry> Refused(string message)
        {
            problems.Add(new ProfileProblem(file, "", message));
            return [];
        }
    }
}
