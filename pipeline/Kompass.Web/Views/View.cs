namespace Kompass.Web.Views;

/// <summary>What a page shows: a title, and every figure of it as tables, which are also its JSON and CSV.</summary>
/// <param name="Swedish">Its title.</param>
/// <param name="English">Its title.</param>
public abstract record View(string Swedish, string English)
{
    /// <summary>What of its kind it shows, by which its tab is known among others; or null.</summary>
    public virtual string? About => null;

    /// <summary>Its tables; the first is the CSV.</summary>
    public abstract IReadOnlyList<ViewTable> Tables { get; }

    /// <summary>Whether it says what cannot be answered; then its page is one of status 400.</summary>
    public virtual bool IsRefused => false;

    /// <summary>At how many rows its tables were cut, where there were more; null where they are whole.</summary>
    public virtual int? CutAt => null;

    /// <summary>What is downloaded as CSV and hashed when the view is cited: its first table, or all rows of which that has a page. Null where it has none.</summary>
    public virtual ViewTable? Download => Tables.Count > 0 ? Tables[0] : null;

    /// <summary>What of it is cited: a query of the command line, or <c>view</c> and its address.</summary>
    public virtual IReadOnlyList<string> Cited(string address) => ["view", address];
}

/// <summary>A table of a view.</summary>
/// <param name="Name">Its name in JSON and addresses, snake_case.</param>
/// <param name="Columns">Its columns, snake_case.</param>
/// <param name="Rows">Its rows, each a value a column: string, whole number, double, bool or null. Read once.</param>
public sealed record ViewTable(
    string Name,
    IReadOnlyList<string> Columns,
    IEnumerable<IReadOnlyList<object?>> Rows
);

/// <summary>What every page tells beside its view.</summary>
/// <param name="Facts">What is in the dataset and what is not; null where there is none yet.</param>
/// <param name="Path">The page's path.</param>
/// <param name="Query">Its query, without the format, with the question mark or empty.</param>
/// <param name="IsSwedish">Whether who asks prefers Swedish: then English does not stand beside it.</param>
public sealed record PageInfo(DatasetFacts? Facts, string Path, string Query, bool IsSwedish)
{
    /// <summary>The page's address at this server.</summary>
    public string Address => Path + Query;

    /// <summary>The address of the same view in another form, or of one of its tables.</summary>
    public string As(string format, string? table = null) =>
        $"{Of(table)}{(Query.Length > 0 || table is not null ? "&" : "?")}format={format}";

    /// <summary>The address of one of the view's tables; of the view where none is named.</summary>
    public string Of(string? table) =>
        table is null ? Address : $"{Address}{(Query.Length > 0 ? "&" : "?")}table={table}";
}

/// <summary>An address that asks for what cannot be. The message says what was expected.</summary>
public sealed class BadAddressException(string swedish, string english) : Exception(english)
{
    /// <summary>The message in Swedish.</summary>
    public string Swedish { get; } = swedish;
}

/// <summary>Makes tables of objects.</summary>
internal static class ViewTables
{
    /// <summary>A table whose columns are the parameters of a record.</summary>
    public static ViewTable OfRecords<T>(string name, IEnumerable<T> items) =>
        new(name, StoreRow<T>.Columns, items.Select(StoreRow<T>.Of));

    /// <summary>A table whose columns each take a value of an item.</summary>
    public static ViewTable Of<T>(
        string name,
        IEnumerable<T> items,
        params (string Column, Func<T, object?> Value)[] columns
    ) =>
        new(
            name,
            [.. columns.Select(c => c.Column)],
            items.Select(i => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(i))])
        );
}
