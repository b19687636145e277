using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Finds the words that name an event: verbs first, then nouns that no verb carries.</summary>
internal sealed class TriggerFinder(
    ArticleContext context,
    DependencyTree tree,
    PhraseFinder phrases,
    OutcomeLexicon lexicon
)
{
    private static readonly FrozenSet<string> Counters = (
        "round series wave set package spate barrage string raft dozen hundred thousand number million billion ton tonne "
        + "range form type kind kilogram shipment batch"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The triggers of a sentence, in order of position.</summary>
    public List<Trigger> Find(Sentence sentence)
    {
        var found = new List<Trigger>();
        var carried = new HashSet<int>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (context.Upos(i) is Upos.Verb && !IsAttribute(i) && FindVerb(i) is { } trigger)
            {
                found.Add(trigger);
                carried.UnionWith(trigger.Clause.Slot("obj"));
                if (trigger.Object is { } noun)
                {
                    _ = carried.Add(noun);
                }
            }
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (
                context.Upos(i) is Upos.Noun or Upos.Propn or Upos.Adj
                && !carried.Contains(i)
                && FindNoun(i) is { } trigger
            )
            {
                found.Add(trigger);
            }
        }

        found.Sort((a, b) => a.Head.CompareTo(b.Head));
        return found;
    }

    // "armed forces", "the wounded": a participle as an adjective names no event.
    private bool IsAttribute(int verb) =>
        !Participles.IsComplement(context, tree, verb)
        && (
            (tree.Is(verb, "amod") && !Voice.IsFiniteAttribute(context, tree, verb))
            || tree.Is(verb, "compound")
            || tree.Is(verb, "case")
        );

    private Trigger? FindVerb(int verb)
    {
        var rows = RowsOf(verb);
        if (rows.IsEmpty)
        {
            return null;
        }

        var clause = Clause.Of(context, tree, verb);
        foreach (var row in rows)
        {
            if (Fits(row, clause, out var word))
            {
                return row.Type is { } type ? new Trigger(verb, word, type, row, clause) { IsNoun = false } : null;
            }
        }

        return null;
    }

    // A lemmatizer that guesses drops an e ("freed", "fre"), or drops or keeps a doubled letter.
    private ImmutableArray<OutcomeRow> RowsOf(int verb)
    {
        var lemma = context.Lemma(verb);
        var rows = lexicon.Verb(lemma);
        if (rows.IsEmpty)
        {
            rows = lexicon.Verb(lemma + "e");
        }

        if (rows.IsEmpty && lemma.Length > 3)
        {
            rows = lexicon.Verb(lemma[^1] == lemma[^2] ? lemma[..^1] : lemma + lemma[^1]);
        }

        return rows;
    }

    private Trigger? FindNoun(int noun)
    {
        var rows = lexicon.Noun(context.Lemma(noun));
        if (rows.IsEmpty && context.Upos(noun) == Upos.Noun)
        {
            rows = lexicon.Noun(context.Lower(noun));
        }

        if (rows.IsEmpty || tree.Is(noun, "compound"))
        {
            return null;
        }

        var clause = Clause.Of(context, tree, noun);
        foreach (var row in rows)
        {
            if (Fits(row, clause, out _))
            {
                return row.Type is { } type ? new Trigger(noun, null, type, row, clause) { IsNoun = true } : null;
            }
        }

        return null;
    }

    // The word that met a need of particular words in the object, which then names the event with the verb.
    private bool Fits(OutcomeRow row, Clause clause, out int? word)
    {
        word = null;
        foreach (var alternatives in row.Needs)
        {
            var met = false;
            foreach (var need in alternatives)
            {
                met |= Fits(need, clause, ref word);
            }

            if (!met)
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(SlotNeed need, Clause clause, ref int? word)
    {
        var heads = need.Slots.SelectMany(clause.Slot).ToList();
        if (need.Absent)
        {
            return heads.Count == 0;
        }

        var met = heads.Where(h => Meets(need, h)).Select(h => (int?)h).FirstOrDefault();
        if (met is not null && need.Words.Count > 0 && need.Slots.Contains("obj", StringComparer.Ordinal))
        {
            word ??= met;
        }

        return met is not null;
    }

    private bool Meets(SlotNeed need, int head)
    {
        if (need.Person)
        {
            return phrases.Of(head).Acts;
        }

        if (need.Words.Count == 0 || Named(need, head))
        {
            return true;
        }

        // "sanctions and travel bans", "a round of talks": a conjunct or what is counted may be the word.
        foreach (var child in tree.Children(head))
        {
            var counted =
                child > head
                && tree.Is(child, "nmod")
                && (Counters.Contains(context.Lemma(head)) || context.Upos(head) == Upos.Num);
            if ((tree.Is(child, "conj") || tree.Is(child, "compound") || counted) && Named(need, child))
            {
                return true;
            }
        }

        return false;
    }

    private bool Named(SlotNeed need, int head) =>
        need.Words.Contains(context.Lemma(head))
        || need.Words.Contains(context.Lower(head))
        || (need.Words.Contains("money") && IsMoney(head));

    private bool IsMoney(int head) =>
        context.Form(head) is "$" or "€" or "£" || (context.Upos(head) == Upos.Sym && context.Form(head) != "%");
}
