using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Finds the words that name an event: verbs first, then nouns that no verb carries.</summary>
internal sealed class TriggerFinder(
    ArticleContext context,
    DependencyTree tree,
    PhraseFinder phrases,
    OutcomeLexicon lexicon,
    ActorIndex actors,
    Tellers tellers
)
{
    private static readonly FrozenSet<string> Counters = (
        "round series wave set package spate barrage string raft dozen hundred thousand number million billion ton tonne "
        + "range form type kind kilogram shipment batch"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "a weapons programme", "aid workers": not what is given, though it is named by that.
    private static readonly FrozenSet<string> Others = (
        "program programme system plant industry company maker market sector worker agency price test factory expert dealer site"
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
            if (
                context.Upos(i) is Upos.Verb
                && !IsAttribute(i)
                && !IsInName(i, isVerb: true)
                && !IsTitleWord(sentence, i)
                && FindVerb(i) is { } trigger
            )
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
                && !IsInName(i)
                && FindNoun(i) is { } trigger
            )
            {
                found.Add(trigger);
            }
        }

        found.Sort((a, b) => a.Head.CompareTo(b.Head));
        return found;
    }

    // "on Face the Nation": a verb with a capital within a sentence is part of the name of a work or a show.
    private bool IsTitleWord(Sentence sentence, int verb)
    {
        if (IsQuotedTitle(sentence, verb))
        {
            return true;
        }

        if (
            verb <= sentence.First + 1
            || !char.IsUpper(context.Form(verb)[0])
            || context.IsHeadline(sentence.Region)
            || context.Form(verb - 1) is ":" or "\"" or "“" or "‘" or "'" or "''" or "-" or "–" or "—"
        )
        {
            return false;
        }

        var (capitals, words) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            words += char.IsLetter(context.Form(i)[0]) ? 1 : 0;
            capitals += char.IsUpper(context.Form(i)[0]) ? 1 : 0;
        }

        return 2 * capitals < words;
    }

    // "on NBC's “Meet the Press”": between marks, with capitals, within a sentence.
    private bool IsQuotedTitle(Sentence sentence, int verb)
    {
        const int Longest = 6;
        if (
            verb < sentence.First + 2
            || !char.IsUpper(context.Form(verb)[0])
            || context.Form(verb - 1) is not ("\"" or "“" or "''" or "``")
        )
        {
            return false;
        }

        var capitals = 0;
        for (var i = verb + 1; i < Math.Min(sentence.End, verb + Longest); i++)
        {
            if (context.Form(i) is "\"" or "”" or "''")
            {
                return capitals > 0;
            }

            if (context.Upos(i) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb && char.IsLower(context.Form(i)[0]))
            {
                return false;
            }

            capitals += char.IsUpper(context.Form(i)[0]) ? 1 : 0;
        }

        return false;
    }

    // "armed forces", "the wounded": a participle as an adjective names no event.
    private bool IsAttribute(int verb) =>
        IsBehindHyphen(verb)
        || !Participles.IsComplement(context, tree, verb)
            && (
                (tree.Is(verb, "amod") && !Voice.IsFiniteAttribute(context, tree, verb))
                || tree.Is(verb, "compound")
                || tree.Is(verb, "case")
            );

    // "union-bashing mayors".
    private bool IsBehindHyphen(int verb) =>
        verb > 1
        && context.Form(verb - 1) == "-"
        && context.Xpos(verb) is "VBG" or "VBN"
        && context.Upos(verb - 2) is Upos.Noun or Upos.Propn or Upos.Adj
        && !context.Document.Tokens[verb - 2].SpaceAfter;

    private Trigger? FindVerb(int verb)
    {
        var rows = RowsOf(verb);
        if (rows.IsEmpty)
        {
            return null;
        }

        var clause = Clause.Of(context, tree, verb);
        if (rows.Any(r => r.Needs.Any(n => n.Any(s => s.Slots.Contains("speaker", StringComparer.Ordinal)))))
        {
            AddSpeaker(clause);
        }

        foreach (var row in rows)
        {
            if (Fits(row, clause, out var word))
            {
                return row.Type is { } type ? new Trigger(verb, word, type, row, clause) { IsNoun = false } : null;
            }
        }

        return null;
    }

    // In whose words it is told.
    private void AddSpeaker(Clause clause)
    {
        if (tellers.Head(clause.Head) is { } speaker && !clause.Slot("subj").Contains(speaker))
        {
            clause.Add("speaker", speaker);
        }
    }

    // "the Growth Partnership", "Operation Desert Strike": a name is no event, whatever its words.
    private bool IsInName(int token, bool isVerb = false)
    {
        if (!char.IsUpper(context.Form(token)[0]))
        {
            return false;
        }

        var sentence = context.Sentences[context.SentenceOf(token)];
        var inTitle = context.IsHeadline(sentence.Region);
        if (context.Entities.Any(e => e.First <= token && token < e.End && e.End - e.First > 1))
        {
            return token > sentence.First || context.Upos(token) == Upos.Propn;
        }

        return !inTitle
            && !isVerb
            && token > sentence.First
            && !IsCapitals(sentence)
            && context.Upos(token) is not Upos.Adj
            && (IsCapital(token - 1) || IsCapital(token + 1));
    }

    private bool IsCapital(int token) =>
        token > 0 && token < context.Count && context.Upos(token) == Upos.Propn && actors.At(token) is null;

    private bool IsCapitals(Sentence sentence) =>
        context.Form(sentence.First).Length > 1
        && context.Form(sentence.First).All(char.IsUpper)
        && context.Form(Math.Min(sentence.First + 1, sentence.End - 1)).All(char.IsUpper);

    private ImmutableArray<OutcomeRow> RowsOf(int verb)
    {
        foreach (var lemma in VerbForms.Of(context.Lemma(verb), context.Lower(verb)))
        {
            if (lexicon.Verb(lemma) is { IsEmpty: false } rows)
            {
                return rows;
            }
        }

        return [];
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
            return need is { Words.Count: 0, Kinds.Count: 0 } ? heads.Count == 0 : !heads.Exists(h => Meets(need, h));
        }

        var met = heads.Where(h => Meets(need, h)).Select(h => (int?)h).FirstOrDefault();
        if (
            met is not null
            && need is { Words.Count: > 0, Kinds.Count: 0 }
            && need.Slots.Contains("obj", StringComparer.Ordinal)
        )
        {
            word ??= met;
        }

        return met is not null;
    }

    private bool Meets(SlotNeed need, int head)
    {
        if (need.Kinds.Count > 0 && IsOfKind(need, head))
        {
            return true;
        }

        if (need.Words.Count == 0)
        {
            return need.Kinds.Count == 0;
        }

        if (Named(need, head))
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
            // "a hunger strike", whose first word taggers take for an adjective.
            var packed =
                (tree.Is(child, "compound") || (tree.Is(child, "amod") && child == head - 1))
                && !Others.Contains(context.Lemma(head));
            if ((tree.Is(child, "conj") || packed || counted) && Named(need, child))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfKind(SlotNeed need, int head)
    {
        var phrase = phrases.Of(head);
        var type = phrase.Actor is { } slug ? actors.Find(slug)?.Type : null;
        return (need.Kinds.Contains("person") && phrase.Acts)
            || (need.Kinds.Contains("individual") && type == ActorType.Person && actors.Find(phrase.Actor!)!.Named)
            || (need.Kinds.Contains("state") && type is ActorType.State)
            || (need.Kinds.Contains("body") && type is ActorType.Organization or ActorType.State)
            || (need.Kinds.Contains("abstract") && !phrase.Acts && IsAbstract(head));
    }

    // "a number of soldiers" is soldiers.
    private bool IsAbstract(int head)
    {
        if (context.Upos(head) != Upos.Noun || !lexicon.Senses.IsAbstract(context.Lemma(head)))
        {
            return false;
        }

        foreach (var child in tree.Children(head))
        {
            if (tree.Is(child, "nmod") && context.Lower(child - 1) == "of" && phrases.Of(child).Acts)
            {
                return false;
            }
        }

        return true;
    }

    private bool Named(SlotNeed need, int head) =>
        (
            need.Words.Contains(context.Lemma(head))
            || need.Words.Contains(context.Lower(head))
            || need.Words.Contains(Singular(context.Lower(head)))
            || IsMoney(need, head)
        ) && !IsIllness(head);

    // "tribesmen", which lemmatizers may leave as it is.
    private static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("men", StringComparison.Ordinal) ? word[..^3] + "man" : word;

    // "a heart attack", "a panic attack".
    private bool IsIllness(int head) =>
        context.Lower(head - 1) is "heart" or "panic" or "asthma" or "anxiety" && tree.Head(head - 1) == head;

    private bool IsMoney(SlotNeed need, int head) => need.Words.Contains("money") && IsMoney(head);

    private bool IsMoney(int head) =>
        context.Form(head) is "$" or "€" or "£" || (context.Upos(head) == Upos.Sym && context.Form(head) != "%");
}
