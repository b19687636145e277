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

    /// <summary>True for "attack", "slam": what is done with words, where a position tells it.</summary>
    public bool IsVerbal(string lemma) => _kinds["verbal"].Contains(lemma);

    /// <summary>True for "decision", "plan".</summary>
    public bool IsDecision(string noun) => _kinds["decision"].Contains(noun);

    /// <summary>True for a verb of saying or thinking.</summary>
    public bool IsSpeech(string lemma) => _kinds["speech"].Contains(lemma);

    /// <summary>True for a verb that says little by itself.</summary>
    public bool IsVague(string lemma) => _kinds["vague"].Contains(lemma);

    /// <summary>True for a noun that names an occasion with a day of its own: a meeting, a summit, a deadline.</summary>
    public bool IsOccasion(string noun) => _kinds["occasion"].Contains(noun);

    /// <summary>True for a verb that sets a day for an occasion: "called a meeting for Friday".</summary>
    public bool Sets(string lemma) => _kinds["setting"].Contains(lemma);

    /// <summary>True for a verb whose present tells of a day to come as of a timetable: "expires on Friday".</summary>
    public bool IsTimed(string lemma) => _kinds["timed"].Contains(lemma);

    /// <summary>True for "due", "scheduled" before "to".</summary>
    public bool IsDue(string word) => _kinds["due"].Contains(word);

    /// <summary>True for what comes to an end on its day.</summary>
    public bool IsEnding(string lemma) => _kinds["ending"].Contains(lemma);

    /// <summary>True for a noun that refers back to what happened: "the strike", "the vote".</summary>
    public bool IsReference(string noun) => _kinds["reference"].Contains(noun);

    /// <summary>True for a noun of harm that needs nothing beside it.</summary>
    public bool IsHarm(string noun) => _kinds["harm"].Contains(noun);

    /// <summary>True for a verb of harm: who or what it is done to is hurt, broken or taken.</summary>
    public bool IsHarmful(string lemma) => _kinds["harmful"].Contains(lemma);

    /// <summary>The verb of a noun that names a deed; null for other nouns.</summary>
    public string? Verb(string noun) => _nominal.GetValueOrDefault(noun);
}
