using System.Reflection;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>Makes records of rows, and rows of records: the parameters of a record's constructor are its columns, in their order.</summary>
/// <typeparam name="T">A record of texts, numbers and booleans.</typeparam>
internal static class StoreRow<T>
{
    private static readonly ConstructorInfo Constructor = typeof(T).GetConstructors()[0];

    private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();

    private static readonly PropertyInfo[] Properties =
    [
        .. Parameters.Select(p => typeof(T).GetProperty(p.Name!)!),
    ];

    private static readonly Type[] Types =
    [
        .. Parameters.Select(p => Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType),
    ];

    /// <summary>Names of the columns: <c>municipality_code</c> for <c>MunicipalityCode</c>.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [.. Parameters.Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name!))];

    /// <summary>The columns with what they hold.</summary>
    public static IReadOnlyList<ResultColumn> Typed { get; } =
    [
        .. Columns.Zip(
            Types,
            (name, type) =>
                new ResultColumn(
                    name,
                    type == typeof(string) ? ColumnType.Text
                        : type == typeof(bool) ? ColumnType.Boolean
                        : type == typeof(double) ? ColumnType.Number
                        : ColumnType.Integer
                )
        ),
    ];

    /// <summary>The record of a row.</summary>
    /// <param name="row">A value a parameter, as the store has it: string, long, double or null.</param>
    public static T Of(IReadOnlyList<object?> row) =>
        (T)
            Constructor.Invoke([
                .. Types.Select(
                    (type, i) =>
                        row[i] is null or DBNull
                            ? null
                            : Convert.ChangeType(row[i], type, CultureInfo.InvariantCulture)
                ),
            ]);

    /// <summary>The row of a record.</summary>
    public static object?[] Of(T item) => Array.ConvertAll(Properties, p => p.GetValue(item));
}
