using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>The word classes by which grammar tells a sanction. Immutable and thread-safe.</summary>
internal sealed class SanctionGrammar
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds = TableLines
        .Of("sanction-words.tsv")
        .ToFrozenDictionary(
            cells => cells[0],
            cells => cells[1].Split(' ').ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>True where a lemma is of a class; lemmatizers cut "postponed" to "postpon".</summary>
    public bool Is(string kind, string lemma) => _kinds[kind].Contains(lemma) || _kinds[kind].Contains(lemma + "e");

    /// <summary>True for "delayed a decision to impose tariffs": what is put off is not imposed.</summary>
    public bool IsDeferred(ArticleContext context, DependencyTree tree, int verb)
    {
        var noun = tree.Is(verb, "acl") ? tree.Head(verb) : -1;
        var above = noun >= 0 && context.Lemma(noun) is "decision" or "plan" ? tree.Head(noun) : -1;
        return above >= 0 && Is("eased", context.Lemma(above));
    }

    /// <summary>
    /// How far words say that a sanction has come; what undoes one goes before what makes one ("announced the lifting").
    /// Null where none of them says it.
    /// </summary>
    public SanctionStatus? Status(IReadOnlyList<string> lemmas) =>
        lemmas.Any(l => Is("lifted", l)) ? SanctionStatus.Lifted
        : lemmas.Any(l => Is("eased", l)) || lemmas.Any(l => Is("relief", l)) ? SanctionStatus.Eased
        : lemmas.Any(l => Is("extended", l)) ? SanctionStatus.Extended
        : lemmas.Any(l => Is("proposed", l)) ? SanctionStatus.Proposed
        : lemmas.Any(l => Is("announced", l)) ? SanctionStatus.Announced
        : lemmas.Any(l => Is("force", l)) ? SanctionStatus.InForce
        : null;
}
