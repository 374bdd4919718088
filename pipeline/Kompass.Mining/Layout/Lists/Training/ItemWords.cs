namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>What <see cref="ItemWriter"/> puts into items; <c>{0}</c> is the municipality, in <see cref="Achievements"/> a number.</summary>
internal static class ItemWords
{
    /// <summary>Acronyms of reports.</summary>
    public static IReadOnlyList<string> Acronyms { get; } =
    [
        "KF",
        "KS",
        "IT",
        "HR",
        "SKL",
        "LOV",
        "SFI",
        "KIA",
        "KKiK",
        "FB",
        "VD",
        "LEAN",
        "SIQ",
        "GIS",
        "PMO",
        "IFO",
        "BUN",
        "KLK",
    ];

    /// <summary>Names of one word.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        "Vision",
        "Framtid",
        "Möten",
        "Modell",
        "Kvalitet",
        "Stratsys",
        "Hypergene",
        "Facebook",
        "Agenda",
    ];

    /// <summary>Words with what writers say for them in short.</summary>
    public static IReadOnlyList<(string Word, string Short)> Shortenings { get; } =
    [
        ("kommunfullmäktige", "KF"),
        ("kommunstyrelsen", "KS"),
        ("fullmäktige", "KF"),
        ("budget", "IT-budget"),
        ("chefer", "VD"),
        ("personal", "HR"),
        ("webbplats", "webb"),
    ];

    /// <summary>What projects are called beside a word, and what they are.</summary>
    public static IReadOnlyList<string> NameForms { get; } =
    [
        "{0}modellen",
        "Tillsammans för {0}",
        "Frisk i {0}",
        "Vårt {0}",
        "Rätt från början",
        "Nya vägar",
        "En bra start",
        "{0} Direkt",
        "Kundforum {0}",
        "Ung i {0}",
        "Mitt {0}",
        "{0} i dag",
        "Alla ska med",
        "En dag på jobbet",
        "Det gör vi bra",
        "Trygga rummet",
    ];

    /// <summary>Whose names a municipality's own units have; a writer gives them a capital as often as not.</summary>
    public static IReadOnlyList<string> Organs { get; } =
    [
        "Socialnämnden",
        "Tekniska nämnden",
        "Kultur- och fritidsnämnden",
        "Barn- och utbildningsförvaltningen",
        "Vård- och omsorgsnämnden",
        "Miljö- och byggnadsnämnden",
        "Samhällsbyggnadsförvaltningen",
        "Utbildningsnämnden",
        "Kommunledningskontoret",
        "Näringslivskontoret",
        "Personalenheten",
        "Utvecklingsenheten",
    ];

    /// <summary>What others are called, in two words or more.</summary>
    public static IReadOnlyList<string> OthersNames { get; } =
    [
        "Östra {0}",
        "Norra {0}",
        "{0} Energi",
        "{0}hem AB",
        "AB {0}shus",
        "{0}s Musikfestival",
        "{0}s Företagarförening",
        "Röda Korset",
        "Rädda Barnen",
        "Svenskt Näringsliv",
        "Sveriges Kommuner och Landsting",
        "Mälardalens högskola",
        "Tartu i Estland",
    ];

    /// <summary>After them a name may stand that an item goes on behind.</summary>
    public static IReadOnlyList<string> Prepositions { get; } =
    ["i", "på", "med", "till", "för", "av", "hos", "inom", "mellan", "från"];

    /// <summary>Before a year.</summary>
    public static IReadOnlyList<string> YearWords { get; } =
    ["från", "sedan", "under", "hösten", "inför", "år"];

    /// <summary>What things have brought.</summary>
    public static IReadOnlyList<string> Achievements { get; } =
    [
        "har sparat {0} procent",
        "har nått {0} medarbetare",
        "har lockat {0} deltagare",
        "omfattar {0} enheter",
        "gav {0} svar",
        "har minskat med {0} procent",
    ];

    /// <summary>Of which names follow.</summary>
    public static IReadOnlyList<string> Things { get; } =
    [
        "projektet",
        "programmet",
        "ledarprogrammet",
        "kampanjen",
        "modellen",
        "styrmodellen",
        "utbildningen",
        "satsningen",
        "nätverket",
        "verktyget",
        "konceptet",
        "systemet",
        "visionen",
        "vänorten",
        "stadsdelen",
        "föreningen",
        "bolaget",
        "ledarfilosofin",
        "servicecentret",
        "utmärkelsen",
        "appen",
        "portalen",
        "handboken",
        "värdegrunden",
        "idén",
        "omvärldsrapporten",
        "ledarplattformen",
        "kvalitetspriset",
        "fonden",
        "metoden",
        "utställningen",
        "sidan",
        "tidningen",
    ];

    /// <summary>What stands in brackets behind an item; <c>{0}</c> is a number, <c>{1}</c> the municipality.</summary>
    public static IReadOnlyList<string> Brackets { get; } =
    [
        "({0} procent)",
        "({0} st)",
        "({0} av {0} enheter)",
        "({0} miljoner kronor)",
        "(i dag {0} procent)",
        "(riket {0})",
        "(gäller från 2012)",
        "(senast 2011)",
        "({1} Direkt)",
        "({1}modellen)",
        "(Trygga rummet)",
        "(IT och lön)",
        "(skola, vård, fritid)",
        "(ledare, stödpersoner)",
        "(Stratsys)",
        "(ISO 9001)",
    ];

    /// <summary>Of what a number is said that begins an item; <c>{0}</c> is the number.</summary>
    public static IReadOnlyList<string> Counts { get; } =
    [
        "{0} procent av",
        "{0} av 100",
        "{0}",
        "Över {0}",
        "{0}-punktsprogrammet:",
        "Hela {0} procent har",
    ];

    /// <summary>How second sentences begin that go on from the first.</summary>
    public static IReadOnlyList<string> Continuations { get; } =
    [
        "Det gäller även",
        "Detta gäller särskilt",
        "Här finns",
        "Här saknas",
        "Däremot saknas",
        "Däremot finns",
        "Dessutom finns",
        "Det är dock oklart med",
        "Exempel är",
        "Inte minst gäller det",
        "Men det finns också",
        "Även",
        "Några exempel är",
        "Särskilt gäller detta",
        "Till exempel",
        "Fler kan ta del av",
        "Använd gärna",
        "Kommunen har också",
        "Kommunen kan även se över",
        "På så sätt stärks",
        "Resultaten visar på",
        "Arbetet omfattar",
        "De bör",
        "Den är",
        "Den följs upp genom",
        "Det saknas dock",
        "Där finns",
        "I dag är det mest",
        "Nu saknas",
        "Flera uppger",
        "De behöver",
        "Den omfattar också",
        "Hittills har det gällt",
        "Samtidigt behövs",
        "Dessa kan stödja",
        "Utveckla också",
        "Ta även fram",
        "Det skulle underlätta",
        "Därför bör",
        "Se även över",
        "I dag sker det genom",
        "Denna bygger på",
        "Likaså",
        "Det kräver",
    ];

    /// <summary>Second sentences that say nothing without the first.</summary>
    public static IReadOnlyList<string> SecondSentences { get; } =
    [
        "Det är inte klart i dag",
        "Här kan mycket göras",
        "Detta skulle spara tid",
        "Det ger bättre underlag för beslut",
        "Arbetet är dock nytt",
        "I dag är de få",
        "Hittills har det gått långsamt",
        "Det uppskattas av medarbetarna",
        "Fler bör få del av det",
        "De är ännu inte färdiga",
        "Alla känner inte till den",
        "Det har gett goda resultat",
        "Resultaten är goda",
        "Många vet inte om att de finns",
        "Även andra förvaltningar kan ha nytta av detta",
        "I dag varierar det mellan enheterna",
        "Nu görs det på olika sätt",
        "Samtliga förvaltningar är med",
        "Så är det inte överallt",
        "Kritiken bör tas på allvar",
        "Den används sällan",
        "Det räcker inte",
        "Dessa följs upp varje år",
        "Flera uttryckte det i intervjuerna",
        "Det skulle göra arbetet lättare",
        "Dagens är svåra att läsa",
        "Stödet har varit stort",
        "De bör bli fler",
        "Därmed blir ansvaret tydligare",
        "Behovet är stort",
    ];
}
