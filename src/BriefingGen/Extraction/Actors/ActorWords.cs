using System.Collections.Frozen;
using System.Reflection;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>What the words of a name tell of it, from <c>actor-words.tsv</c>. Immutable and thread-safe.</summary>
internal sealed class ActorWords
{
    private static readonly Lazy<ActorWords> s_builtIn = new(Load);

    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds;

    private ActorWords(FrozenDictionary<string, FrozenSet<string>> kinds) => _kinds = kinds;

    /// <summary>The list that ships with the library.</summary>
    public static ActorWords BuiltIn => s_builtIn.Value;

    /// <summary>True for initials that are no body: "TV", "OH".</summary>
    public bool IsNoBody(string form) => _kinds["acronym"].Contains(form.ToLowerInvariant());

    /// <summary>True for a noun that stands before a name and is no part of it: "Republican Ann Roe".</summary>
    public bool StandsBefore(string lower) => _kinds["before"].Contains(lower);

    /// <summary>True for a capital that names no one who acts.</summary>
    public bool IsNobody(string lower) => _kinds["nobody"].Contains(lower);

    /// <summary>True for a noun behind a country's name that is that country's own body.</summary>
    public bool IsOfState(string lower) => _kinds["shared"].Contains(lower);

    /// <summary>True for a noun behind a country's name that makes both one name: "Norland Merchant Bank".</summary>
    public bool IsOfItself(string lower) => _kinds["itself"].Contains(lower);

    /// <summary>True for the description of nobody in particular: "some", "the voters".</summary>
    public bool IsGeneric(ActorFact actor) => IsOnly(actor, _kinds["generic"]) && !IsCounted(actor);

    /// <summary>True for those who may be quoted, but name nobody else: "officials", "two diplomats", "two people".</summary>
    public bool IsOnlySource(ActorFact actor) =>
        IsOnly(actor, _kinds["source"]) || (IsOnly(actor, _kinds["generic"]) && IsCounted(actor));

    // "Two people said" are two.
    private static bool IsCounted(ActorFact actor) =>
        actor.Name.Contains(' ', StringComparison.Ordinal)
        && actor.Name.ToLowerInvariant().Split(' ')[0]
            is "one"
                or "two"
                or "three"
                or "four"
                or "five"
                or "six"
                or "seven";

    // Whose country or whose office it is tells them from others.
    private static bool IsOnly(ActorFact actor, FrozenSet<string> nouns) =>
        !actor.Named
        && !(actor is { Country: not null, CountryBy: null })
        && actor
            .Name.ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(w =>
                RoleLexicon.IsQuantifier(w) || IsNumber(w) || nouns.Contains(w) || BuiltIn._kinds["vague"].Contains(w)
            );

    /// <summary>The family name of a full name: its last word, or its first where the words say that it comes first.</summary>
    public string FamilyName(string name)
    {
        var words = name.Split(' ');
        var first = words[0].ToLowerInvariant();
        var isFirst =
            words.Length > 1
            && (
                (words.Length == 2 && _kinds["family2"].Contains(first))
                || (
                    (_kinds["family3"].Contains(first) || _kinds["family2"].Contains(first))
                    && (
                        (words.Length == 3 && words[1].Length < 6 && words[2].Length < 6)
                        || (words.Length == 2 && words[1].Contains('-', StringComparison.Ordinal))
                    )
                )
            );
        if (isFirst)
        {
            return words[0];
        }

        // "Karl Rees Jr." is called "Rees Jr.", never "Rees".
        return words.Length > 1 && words[^1].TrimEnd('.') is "Jr" or "Sr" or "II" or "III"
            ? $"{words[^2]} {words[^1].TrimEnd('.')}"
            : words[^1];
    }

    private static bool IsNumber(string word) =>
        word.All(c => char.IsDigit(c) || c is ',' or '.') || word is "more" or "not";

    private static ActorWords Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingGen.actor-words.tsv")!;
        using var reader = new StreamReader(stream);
        var kinds = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                kinds[line[..tab]] = line[(tab + 1)..].Split(' ').ToFrozenSet(StringComparer.Ordinal);
            }
        }

        return new ActorWords(kinds.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
