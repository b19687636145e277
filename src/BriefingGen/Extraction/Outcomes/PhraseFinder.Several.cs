using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Phrases that name several, or stand for those who were named before.
internal sealed partial class PhraseFinder
{
    /// <summary>The phrase of a head and of those joined to it by "and".</summary>
    public List<Phrase> Expand(int head)
    {
        if (Joined(head) is { } joined)
        {
            return Expand(joined);
        }

        var found = Sides(head) ?? Listed(head) ?? Meant(head) ?? [Of(head)];
        if (HungOnDate(found[0].First) is { } before)
        {
            found.Insert(0, before);
        }

        foreach (var child in tree.Children(head))
        {
            if (
                tree.Is(child, "conj")
                && context.Upos(child) is Upos.Noun or Upos.Propn or Upos.Pron
                && found.Count <= MaxConjuncts
                && !IsBeyondClause(head, child)
            )
            {
                found.AddRange(Meant(child) ?? [Of(child)]);
            }
        }

        // "not the army but the rebels".
        if (found.Count > 1 && _negation.IsRuledOut(head))
        {
            found.RemoveAt(0);
        }

        return found;
    }

    // "accused Norland of arming rebels, bandits and pirates": what stands behind a verb of another clause is no conjunct.
    private bool IsBeyondClause(int head, int child)
    {
        for (var i = head + 1; i < child; i++)
        {
            if (context.Xpos(i) is "VBG" && context.Upos(i) == Upos.Verb && !tree.IsWithin(i, head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sides of talks or of a deal: "talks by Norland and Suderia"; empty where the noun is none or has none.</summary>
    public List<Phrase> PartiesOf(int head)
    {
        var found = new List<Phrase>();
        foreach (var child in lexicon.Talks.Contains(context.Lemma(head)) ? tree.Children(head) : [])
        {
            if (tree.Is(child, "nmod") && CaseOf(child) is "between" or "by" or "with" or "among")
            {
                found.AddRange(Expand(child).Where(p => p.Acts));
            }
        }

        return found;
    }

    private string? CaseOf(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "case") && child < noun)
            {
                return context.Lower(child);
            }
        }

        return null;
    }

    // "six powers - Norland, Suderia … and Orlund -": those listed, where they are as many as the number says.
    private List<Phrase>? Listed(int head)
    {
        var (first, end) = Core(head);
        if (context.Xpos(head) is not ("NNS" or "NNPS") || end + 2 >= context.Count || !Opens(context.Form(end)))
        {
            return null;
        }

        var number = Number(first, head);
        var found = new List<Phrase>();
        var at = end + 1;
        while (number > 1 && at < context.Sentences[context.SentenceOf(head)].End)
        {
            if (actors.At(at) is { } mention && mention.First == at)
            {
                found.Add(new Phrase(mention.First, mention.End, mention.Actor, true));
                at = mention.End;
            }
            else if (context.Lower(at) is "," or "and" or "the" or "&")
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return found.Count == number && number > 1 ? found : null;
    }

    private static bool Opens(string form) => form is "—" or "–" or "--" or "-" or "(" or ":" or ",";

    private int Number(int first, int head)
    {
        string[] words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        for (var i = first; i < head; i++)
        {
            var at = Array.IndexOf(words, context.Lower(i));
            if (at >= 0)
            {
                return at + 2;
            }
        }

        return context.Lower(first) is "both" ? 2 : 0;
    }

    // "the two countries", "her government": those named before.
    private List<Phrase>? Meant(int head)
    {
        // "Both called on Norland": the two who were named before.
        if (context.Lower(head) == "both" && context.Upos(head) is Upos.Det or Upos.Pron && tree.Is(head, "nsubj"))
        {
            var both = _groups.Both(head);
            return both.Count == 2 ? [.. both.Select(slug => new Phrase(head, head + 1, slug, true))] : null;
        }

        if (
            context.Upos(head) is not Upos.Noun
            || (actors.At(head) is { } known && actors.Find(known.Actor) is { Named: true })
        )
        {
            return null;
        }

        var (first, end) = Core(head);
        var meant = _groups.Of(first, head);
        return meant.Count == 0 ? null : [.. meant.Select(slug => new Phrase(first, end, slug, true))];
    }

    // "Norland and Suderia said that they": both.
    private int? Joined(int pronoun)
    {
        if (context.Lower(pronoun) is not ("they" or "them" or "both"))
        {
            return null;
        }

        var phrase = Of(pronoun);
        for (var i = phrase.First; i < phrase.End && phrase.First != pronoun; i++)
        {
            foreach (var child in tree.Children(i))
            {
                if (tree.Is(child, "conj") && child != pronoun && context.Upos(child) is Upos.Noun or Upos.Propn)
                {
                    return i;
                }
            }
        }

        return null;
    }

    // "On Monday, Mira Holt and Ivo Lund met": parsers join the first name to the date before it.
    private Phrase? HungOnDate(int first)
    {
        if (first < 2 || context.Lower(first - 1) != "and" || actors.At(first - 2) is not { } mention)
        {
            return null;
        }

        for (var i = mention.First; i < mention.End; i++)
        {
            if (tree.Is(i, "conj") && tree.Head(i) < mention.First && IsDate(tree.Head(i)))
            {
                return new Phrase(mention.First, mention.End, mention.Actor, true);
            }
        }

        return null;
    }

    // "Norland's and Suderia's diplomats": each country's.
    private List<Phrase>? Sides(int head)
    {
        var (first, end) = Core(head);
        if (IsElliptic(first, head))
        {
            return
            [
                .. actors.In(first, Math.Max(end, head + 1)).Select(m => new Phrase(m.First, m.End, m.Actor, true)),
            ];
        }

        if (!lexicon.Agents.Contains(context.Lemma(head)))
        {
            return null;
        }

        var sides = actors
            .In(first, end)
            .Where(m => actors.Find(m.Actor)?.Type == ActorType.State || (m.First <= head && head < m.End))
            .ToList();
        return sides.Select(m => m.Actor).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? [.. sides.Select(m => new Phrase(m.First, m.End, m.Actor, true))]
            : null;
    }

    // "North and South Norland", hung on the second.
    private bool IsElliptic(int first, int head) =>
        head - first >= 3
        && actors.At(first) is { } one
        && one.End == first + 1
        && context.Lower(first + 1) is "and" or "or"
        && actors.At(head) is { } other
        && other.First == first + 2
        && other.Actor != one.Actor;
}
