namespace Kompass.Mining.Layout.Flat;

/// <summary>What stands at an anchor.</summary>
internal enum AnchorKind
{
    /// <summary>The table of contents: passed over to the next anchor.</summary>
    Contents,

    /// <summary>A chapter's heading, an appendix or a section on what happened since.</summary>
    Chapter,

    /// <summary>Område N and its name.</summary>
    Area,

    /// <summary>Rubriker: a score box.</summary>
    ScoreBox,

    /// <summary>Poäng 63 av 100 behind an area's name, or Poäng område 3 63: its score alone.</summary>
    Score,

    /// <summary>Allmänt.</summary>
    General,

    /// <summary>A heading in an area's prose.</summary>
    Rubric,

    /// <summary>The heading of a findings list.</summary>
    Findings,

    /// <summary>N. name Uppnått Max Procent: a table of sub-questions.</summary>
    QuestionTable,
}

/// <summary>A label of the edition that stands in running text where a heading can stand.</summary>
internal readonly record struct Anchor(
    AnchorKind Kind,
    int Start,
    int End,
    int? Area = null,
    FindingKind? Finding = null
);
