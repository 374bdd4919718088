using System.Xml.Linq;

namespace Kompass.Mining.Improvements.Office;

/// <summary>The names of WordprocessingML (ISO/IEC 29500-1, part 17) that reading an edited draft needs.</summary>
internal static class WordNames
{
    public static readonly XNamespace W =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly XName Document = W + "document";
    public static readonly XName Body = W + "body";
    public static readonly XName Paragraph = W + "p";
    public static readonly XName ParagraphProperties = W + "pPr";
    public static readonly XName ParagraphStyle = W + "pStyle";
    public static readonly XName RunProperties = W + "rPr";
    public static readonly XName Table = W + "tbl";
    public static readonly XName Row = W + "tr";
    public static readonly XName RowProperties = W + "trPr";
    public static readonly XName Cell = W + "tc";
    public static readonly XName CellProperties = W + "tcPr";
    public static readonly XName GridSpan = W + "gridSpan";
    public static readonly XName Numbering = W + "numPr";
    public static readonly XName TableHeader = W + "tblHeader";
    public static readonly XName Inserted = W + "ins";
    public static readonly XName Author = W + "author";
    public static readonly XName Deleted = W + "del";
    public static readonly XName MovedFrom = W + "moveFrom";
    public static readonly XName DeletedText = W + "delText";
    public static readonly XName Run = W + "r";
    public static readonly XName Strike = W + "strike";
    public static readonly XName DoubleStrike = W + "dstrike";
    public static readonly XName Vanish = W + "vanish";
    public static readonly XName Comment = W + "comment";
    public static readonly XName CommentStart = W + "commentRangeStart";
    public static readonly XName CommentReference = W + "commentReference";
    public static readonly XName ContentControl = W + "sdt";
    public static readonly XName ContentControlProperties = W + "sdtPr";
    public static readonly XName Tag = W + "tag";
    public static readonly XName Text = W + "t";
    public static readonly XName Tab = W + "tab";
    public static readonly XName Break = W + "br";
    public static readonly XName CarriageReturn = W + "cr";
    public static readonly XName HardHyphen = W + "noBreakHyphen";
    public static readonly XName BookmarkStart = W + "bookmarkStart";
    public static readonly XName BookmarkEnd = W + "bookmarkEnd";
    public static readonly XName Style = W + "style";
    public static readonly XName StyleId = W + "styleId";
    public static readonly XName Name = W + "name";
    public static readonly XName Id = W + "id";
    public static readonly XName Value = W + "val";
    public static readonly XName Drawing = W + "drawing";
    public static readonly XName Picture = W + "pict";

    public static readonly XName Fallback =
        XNamespace.Get("http://schemas.openxmlformats.org/markup-compatibility/2006") + "Fallback";
}
