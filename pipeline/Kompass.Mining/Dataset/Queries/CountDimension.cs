namespace Kompass.Mining.Dataset.Queries;

/// <summary>By what findings are counted.</summary>
public enum CountDimension
{
    /// <summary>Theme; a finding with two counts under both.</summary>
    Theme,

    /// <summary>Sub-question.</summary>
    Question,

    /// <summary>Area.</summary>
    Area,

    /// <summary>Strength, improvement, weakness.</summary>
    Kind,

    /// <summary>Year of the report.</summary>
    Year,

    /// <summary>County.</summary>
    County,

    /// <summary>Group of municipalities (SKL 2011).</summary>
    Group,

    /// <summary>Inhabitants, in four bands.</summary>
    Population,

    /// <summary>Municipality.</summary>
    Municipality,
}
