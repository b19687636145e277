using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// Links common nouns: appositions ("Harland, the foreign minister"), what a copula says ("Harland is the minister"), and
/// definite phrases that repeat a noun or a title ("the minister" after "Foreign Minister Harland").
/// </summary>
internal sealed class NominalLinker(ClauseView view, MentionDraft[] mentions, int clusters)
{
    private const int MaxSentences = 12;
    private const int TitleWords = 4;
    private const double Certain = 0.9;
    private const double Likely = 0.7;
    private const double Repeated = 0.6;

    private readonly Dictionary<uint, (int Cluster, int Sentence, uint Modifiers)> _nouns = [];
    private int _clusters = clusters;

    /// <summary>Gives each nominal a cluster; returns the number of clusters.</summary>
    /// <param name="byHead">For each token the index of the mention that it heads, or -1.</param>
    public int Link(ReadOnlySpan<int> byHead)
    {
        foreach (var mention in mentions)
        {
            if (mention.Kind is MentionKind.Nominal)
            {
                mention.Cluster = -1;
            }
        }

        foreach (var mention in mentions)
        {
            if (mention.Kind is MentionKind.Name)
            {
                RememberTitle(mention);
            }
            else if (mention.Kind is MentionKind.Nominal)
            {
                LinkNominal(mention, byHead);
            }
        }

        return _clusters;
    }

    private void LinkNominal(MentionDraft mention, ReadOnlySpan<int> byHead)
    {
        var key = FeatureHash.Of((uint)mention.Count, view.Lemma(mention.Head));
        var modifiers = Modifiers(mention);
        if (BySyntax(mention, byHead) is { } named)
        {
            (mention.Cluster, mention.Confidence) = named;
        }
        else if (
            mention.IsDefinite
            && _nouns.TryGetValue(key, out var last)
            && mention.Sentence - last.Sentence <= MaxSentences
            && (modifiers == 0 || modifiers == last.Modifiers)
        )
        {
            (mention.Cluster, mention.Confidence) = (last.Cluster, Repeated);
            modifiers = last.Modifiers;
        }
        else
        {
            mention.Cluster = _clusters++;
        }

        _nouns[key] = (mention.Cluster, mention.Sentence, modifiers);
    }

    private (int Cluster, double Confidence)? BySyntax(MentionDraft mention, ReadOnlySpan<int> byHead)
    {
        var head = mention.Head;
        if (view.Tree.Is(head, "appos") && Cluster(byHead, view.Tree.Head(head), mention.Count) is { } apposed)
        {
            return (apposed, Certain);
        }

        if (
            view.Child(head, "appos") is >= 0 and var child
            && byHead[child] is >= 0 and var name
            && mentions[name].Kind is MentionKind.Name
            && Cluster(byHead, child, mention.Count) is { } named
        )
        {
            return (named, Certain);
        }

        return
            view.Child(head, "cop") >= 0
            && view.Child(head, "nsubj") is >= 0 and var subject
            && !IsNegated(head)
            && Cluster(byHead, subject, mention.Count) is { } said
            ? (said, Likely)
            : null;
    }

    private int? Cluster(ReadOnlySpan<int> byHead, int token, Count count)
    {
        var index = byHead[token];
        return index >= 0 && mentions[index].Cluster >= 0 && mentions[index].Count == count
            ? mentions[index].Cluster
            : null;
    }

    private bool IsNegated(int head)
    {
        foreach (var child in view.Tree.Children(head))
        {
            if (view.Document.Lemmas[child] is "not" or "no" or "never")
            {
                return true;
            }
        }

        return false;
    }

    // "Foreign Minister Harland" makes her "the minister" and "the foreign minister".
    private void RememberTitle(MentionDraft name)
    {
        if (!name.IsPerson)
        {
            return;
        }

        var sentence = view.Sentence(name.First);
        for (var i = name.First - 1; i >= 0 && i >= name.First - TitleWords && view.Sentence(i) == sentence; i--)
        {
            if (view.Upos(i) is not (Upos.Noun or Upos.Propn or Upos.Adj))
            {
                break;
            }

            var key = FeatureHash.Of((uint)Count.One, view.Lower(i));
            _nouns[key] = (name.Cluster, name.Sentence, i == name.First - 1 ? view.Lower(i - 1) : 0);
        }
    }

    private uint Modifiers(MentionDraft mention)
    {
        var key = 0u;
        for (var i = mention.First; i < mention.Head; i++)
        {
            if (view.Upos(i) is not (Upos.Det or Upos.Punct))
            {
                key = FeatureHash.Of(key, view.Lower(i));
            }
        }

        return key;
    }
}
