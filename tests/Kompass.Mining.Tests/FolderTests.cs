using Kompass.Mining.Corpus;
using Mono.Cecil;

namespace Kompass.Mining.Tests;

/// <summary>The steps of the library are folders that know only those before them: no way leads from one through others back to it.</summary>
public sealed class FolderTests
{
    private const string Root = "Kompass.Mining";

    /// <summary>Whose subfolders are steps of their own; elsewhere a subfolder is a part of its step.</summary>
    private static readonly string[] Divided = ["Dataset", "Improvements"];

    [Fact]
    public void NoStepLeadsBackToItself()
    {
        using var library = AssemblyDefinition.ReadAssembly(typeof(Knowledge).Assembly.Location);
        var edges = library
            .MainModule.GetTypes()
            .SelectMany(t => References(t).Select(r => (From: StepOf(t), To: StepOf(r), Type: t)))
            .Where(e => e is { From: not null, To: not null } && e.From != e.To)
            .GroupBy(e => (From: e.From!, To: e.To!))
            .ToDictionary(g => g.Key, g => g.First().Type.FullName);
        var next = edges.Keys.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        Assert.Contains("Dataset.Store", next["Dataset.Runs"]);

        var circles = edges
            .Where(e => Reaches(e.Key.To, e.Key.From, next))
            .Select(e => $"{e.Key.From} -> {e.Key.To} ({e.Value})")
            .Order(StringComparer.Ordinal);

        Assert.Empty(circles);
    }

    private static bool Reaches(string from, string to, ILookup<string, string> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var step))
        {
            if (step == to)
            {
                return true;
            }

            if (seen.Add(step))
            {
                foreach (var other in next[step])
                {
                    open.Push(other);
                }
            }
        }

        return false;
    }

    // Kompass.Mining.Improvements.Drafts.Row -> Improvements.Drafts; Kompass.Mining.Documents.Pdf.Page -> Documents
    private static string? StepOf(TypeReference type)
    {
        var outer = type.GetElementType();
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        if (!outer.Namespace.StartsWith(Root + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var folders = outer.Namespace[(Root.Length + 1)..].Split('.');
        return Divided.Contains(folders[0]) ? string.Join('.', folders) : folders[0];
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type) =>
        type
            .Interfaces.Select(i => i.InterfaceType)
            .Concat(type.Fields.Select(f => f.FieldType))
            .Concat(type.Methods.SelectMany(References))
            .Append(type.BaseType)
            .SelectMany(Parts);

    private static IEnumerable<TypeReference?> References(MethodDefinition method) =>
        method
            .Parameters.Select(p => p.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [])
            .Concat(
                method.HasBody ? method.Body.Instructions.SelectMany(i => Operand(i.Operand)) : []
            );

    private static IEnumerable<TypeReference?> Operand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod generic =>
            [
                generic.DeclaringType,
                generic.ReturnType,
                .. generic.GenericArguments,
            ],
            MethodReference called => [called.DeclaringType, called.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic
                .GenericArguments.SelectMany(Parts)
                .Append(generic.ElementType),
            TypeSpecification wrapped => Parts(wrapped.ElementType),
            _ => [type],
        };
}
