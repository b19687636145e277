using System.Collections.Frozen;
using System.Reflection;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>What the words of a name tell of it, from <c>actor-words.tsv</c>. Immutable and thread-safe.</summary>
internal sealed class ActorWords
{
    private static readonly Lazy<ActorWords> s_builtIn = new(Load);

    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds;

    private readonly FrozenDictionary<string, string> _short;

    private ActorWords(FrozenDictionary<string, FrozenSet<string>> kinds)
    {
        _kinds = kinds;
        _short = kinds["abbreviation"]
            .Select(static pair => pair.Split('='))
            .ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
    }

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

    /// <summary>The word that a rank or an office written short stands for ("Sen."), with or without the full stop; else itself.</summary>
    public string Unabbreviated(string lower) => _short.GetValueOrDefault(lower.TrimEnd('.'), lower);

    /// <summary>True for a word that opens a family name: "de", "van".</summary>
    public bool IsParticle(string lower) => _kinds["particle"].Contains(lower);

    /// <summary>True for a number or a gathering of those who stand behind it: "a number of experts".</summary>
    public bool IsPartitive(string lemma) => _kinds["partitive"].Contains(lemma);

    /// <summary>True for the last word of a newspaper's name, by which it goes alone: "The Post".</summary>
    public bool IsPaper(string lower) => _kinds["paper"].Contains(lower);

    /// <summary>True for what is written or counted: whoever stands behind it speaks through it.</summary>
    public bool IsDocument(string lemma) => _kinds["document"].Contains(lemma);

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

    /// <summary>The family name with the particle that opens it: "de Rooij" of "Karin de Rooij".</summary>
    public string FullFamilyName(string name)
    {
        var family = FamilyName(name);
        var words = name.Split(' ');
        var at = words.Length - 1;
        if (words.Length < 3 || words[at] != family)
        {
            return family;
        }

        while (at > 1 && IsParticle(words[at - 1].ToLowerInvariant()))
        {
            at--;
        }

        return string.Join(' ', words[at..]);
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
