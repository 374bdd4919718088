namespace Kompass.Mining.Dataset.Store;

/// <summary>Views of the store that join what people otherwise join by hand.</summary>
internal static class StoreViews
{
    /// <summary>What they are, for the code books.</summary>
    public static IReadOnlyList<(string Name, string Swedish, string English)> Explained { get; } =
    [
        (
            "findings_full",
            "Punkterna (findings) med namnen bakom koderna, kommunens län och grupp, rapportens total, vilka listor rapporten har, och dokumentets fil",
            "The findings with the names behind their codes, the municipality's county and group, the report's total, which lists the report has, and the document's file"
        ),
        (
            "scores_full",
            "Poängen för områden och delfrågor tillsammans (code är tom för ett område), med län, grupp, rapportens total och dokumentets fil",
            "Scores of areas and sub-questions together (code is empty for an area), with county, group, the report's total and the document's file"
        ),
    ];

    /// <summary>The statements that make them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // Findings with the names behind their codes, whose they are, and the document in which they stand.
        """
            CREATE VIEW findings_full AS
            SELECT f.*, a.name AS area_name, q.text AS question_text, t.label AS theme_label, t2.label AS theme2_label,
              m.county_code, m.county, m.group_2011, m.group_name, coalesce(r.population, m.population) AS population,
              r.total_value, r.total_max, r.has_strengths, r.has_improvements, r.has_weaknesses,
              d.file AS document_file, d.sha256 AS document_sha256
            FROM findings f
            JOIN reports r ON r.id = f.report_id
            LEFT JOIN areas a ON a.edition = f.edition AND a.area = f.area
            LEFT JOIN questions q ON q.edition = f.edition AND q.code = f.question
            LEFT JOIN themes t ON t.code = f.theme
            LEFT JOIN themes t2 ON t2.code = f.theme2
            LEFT JOIN municipalities m ON m.code = f.municipality_code
            LEFT JOIN documents d ON d.report_id = f.report_id AND d.id = f.source_document
            """,
        // Scores of areas and sub-questions alike: code is null for an area.
        """
            CREATE VIEW scores_full AS
            SELECT s.report_id, s.municipality_code, s.municipality_name, s.year, s.edition, s.area, s.code, s.name, s.score, s.max, s.confidence,
              m.county_code, m.county, m.group_2011, m.group_name, coalesce(r.population, m.population) AS population,
              r.total_value, r.total_max, s.source_page, s.source_box, d.file AS document_file, d.sha256 AS document_sha256
            FROM (
              SELECT report_id, municipality_code, municipality_name, year, edition, area, NULL AS code, name, score, max, confidence, source_document, source_page, source_box FROM area_scores
              UNION ALL
              SELECT report_id, municipality_code, municipality_name, year, edition, area, code, text, achieved, max, confidence, source_document, source_page, source_box FROM question_scores
            ) s
            JOIN reports r ON r.id = s.report_id
            LEFT JOIN municipalities m ON m.code = s.municipality_code
            LEFT JOIN documents d ON d.report_id = s.report_id AND d.id = s.source_document
            """,
    ];
}
