using System.Collections.Frozen;

namespace BriefingGen.Extraction.Deeds;

/// <summary>Which predicates can be deeds, by lemma. Immutable and thread-safe.</summary>
internal sealed class DeedWords
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds;
    private readonly FrozenDictionary<string, string> _nominal;

    private DeedWords(FrozenDictionary<string, FrozenSet<string>> kinds, FrozenDictionary<string, string> nominal) =>
        (_kinds, _nominal) = (kinds, nominal);

    /// <summary>Reads the tables that are built in.</summary>
    public static DeedWords Load() =>
        new(
            TableLines
                .Of("deed-words.tsv")
                .ToFrozenDictionary(
                    cells => cells[0],
                    cells => cells[1].Split(' ').ToFrozenSet(StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
            TableLines
                .Of("nominal-deeds.tsv")
                .ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal)
        );

    /// <summary>A lemma as the tables have it; lemmatizers cut "postponed" to "postpon".</summary>
    public string Known(string lemma) => !IsPublic(lemma) && IsPublic(lemma + "e") ? lemma + "e" : lemma;

    /// <summary>True for a state.</summary>
    public bool IsStative(string lemma) => _kinds["stative"].Contains(lemma);

    /// <summary>True where what it governs tells what happens.</summary>
    public bool Governs(string lemma) => _kinds["governor"].Contains(lemma);

    /// <summary>True where its noun tells what happens.</summary>
    public bool IsLight(string lemma) => _kinds["light"].Contains(lemma);

    /// <summary>True where the subject, without an object, is what changes.</summary>
    public bool Changes(string lemma) => _kinds["changes"].Contains(lemma);

    /// <summary>True for a verb of public life: offices, courts, votes, trade, disasters, movements of goods and forces.</summary>
    public bool IsPublic(string lemma) => _kinds["public"].Contains(lemma);

    /// <summary>True for what goes on in somebody's mind or manner.</summary>
    public bool IsPrivate(string lemma) => _kinds["private"].Contains(lemma);

    /// <summary>True for "possibility", "concern": what is raised or shared with them is said, not done.</summary>
    public bool IsAbstract(string noun) => _kinds["abstract"].Contains(noun);

    /// <summary>True for "decision", "plan".</summary>
    public bool IsDecision(string noun) => _kinds["decision"].Contains(noun);

    /// <summary>True for a verb of saying or thinking.</summary>
    public bool IsSpeech(string lemma) => _kinds["speech"].Contains(lemma);

    /// <summary>True for a verb that says little by itself.</summary>
    public bool IsVague(string lemma) => _kinds["vague"].Contains(lemma);

    /// <summary>The verb of a noun that names a deed; null for other nouns.</summary>
    public string? Verb(string noun) => _nominal.GetValueOrDefault(noun);
}
