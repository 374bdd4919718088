using System.Text.RegularExpressions;

namespace Kompass.Mining.Tests.Publishing;

/// <summary>A statement of a Turtle document, terms as they are written but prefixed names whole.</summary>
internal sealed record TurtleStatement(string Subject, string Predicate, string Object)
{
    // "@prefix dcat: <http://www.w3.org/ns/dcat#> ."
    private static readonly Regex Prefix = new(@"@prefix (?<name>\w+): <(?<iri>[^>]*)> \.");

    // <http://…> | "text"@sv | "1"^^xsd:date | dcat:Dataset | a | ; , . [ ]
    private static readonly Regex Token = new(
        """<[^<>"\s]*>|"(?:[^"\\\n]|\\["\\])*"(?:@[a-z]+|\^\^\w+:\w+)?|\w+:\w+|\ba\b|[;,.\[\]]|\S+"""
    );

    private static readonly Regex Term = new(
        """^(<[^<>"\s]*>|"(?:[^"\\\n]|\\["\\])*"(?:@[a-z]+|\^\^\w+:\w+)?|\w+:\w+|a)$"""
    );

    /// <summary>Reads what Turtle calls triples: subjects with lists of predicates and objects, and blank nodes in brackets.</summary>
    /// <exception cref="FormatException">It is not of that grammar.</exception>
    public static IReadOnlyList<TurtleStatement> ReadAll(string turtle)
    {
        var prefixes = Prefix
            .Matches(turtle)
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["iri"].Value);
        var tokens = new Queue<string>(
            Token.Matches(Prefix.Replace(turtle, "")).Select(m => m.Value)
        );
        var statements = new List<TurtleStatement>();
        while (tokens.Count > 0)
        {
            ReadPredicates(Next(), ".");
        }

        return statements;

        void ReadPredicates(string subject, string end)
        {
            string mark;
            do
            {
                var predicate = Next();
                do
                {
                    statements.Add(new TurtleStatement(subject, predicate, NextObject()));
                    mark = tokens.Dequeue();
                } while (mark == ",");
            } while (mark == ";");

            if (mark != end)
            {
                throw new FormatException($"{end} was expected, not {mark}");
            }
        }

        string NextObject()
        {
            if (tokens.Peek() != "[")
            {
                return Next();
            }

            tokens.Dequeue();
            var blank = $"_:{statements.Count}";
            ReadPredicates(blank, "]");
            return blank;
        }

        string Next()
        {
            var token = tokens.Dequeue();
            return !Term.IsMatch(token) ? throw new FormatException($"{token} is no term")
                : token[0] is '<' or '"' || token == "a" ? token
                : token.Split(':') is [var prefix, var name]
                && prefixes.TryGetValue(prefix, out var iri)
                    ? $"<{iri}{name}>"
                : throw new FormatException($"{token} has no prefix that was declared");
        }
    }
}
