using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Reads the terms of a sanction: round, whom it lists with counts, what it covers and leaves out, when it enters into force and
/// expires, on which instrument it rests; from its own sentence and from those behind it that go on about "the measures".
/// </summary>
internal sealed class SanctionTerms(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    SanctionGrammar words
)
{
    private const int Follow = 4;
    private const int MaxSpans = 8;
    private const int MaxClimb = 8;

    private readonly SanctionDays _days = new(context, tree, words);

    /// <summary>The sanction with its terms.</summary>
    /// <param name="sanction">The sanction; its <see cref="SanctionFact.Trigger"/> says where it stands.</param>
    /// <param name="others">First words of the sentences that tell other sanctions.</param>
    public SanctionFact Read(SanctionFact sanction, IReadOnlySet<int> others)
    {
        if (sanction.Trigger is not { } trigger)
        {
            return sanction;
        }

        var at = context.TokensOf(trigger).First;
        var own = context.SentenceOf(Math.Min(at, context.Count - 1));
        var reach = Reach(own, others);
        var listed = new List<SourceSpan>();
        var goods = new List<SourceSpan>();
        var exempt = new List<SourceSpan>();
        SourceSpan? round = null,
            instrument = null;
        (DateOnly? from, DateOnly? until) = (null, null);
        var isEased = sanction.Status == SanctionStatus.Eased;
        foreach (var s in reach)
        {
            var sentence = context.Sentences[s];
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (context.Upos(i) is Upos.Noun or Upos.Propn or Upos.Num)
                {
                    if (IsListed(i, s == own ? at : sentence.First) && (s == own || IsToldPlainly(i)))
                    {
                        Add(listed, i);
                    }
                    else if (s == own && IsGoods(i) && Fits(i, sanction.Measure))
                    {
                        Add(goods, i);
                    }

                    round ??= s == own ? Round(i) : null;
                    instrument ??= Instrument(i);
                }

                if (Exempt(i) is { } left)
                {
                    Add(exempt, left);
                }
            }

            // "the exemptions expire on Friday": relief ends then, and what it is from begins.
            var isRelief = Subject(sentence) is { } subject && words.Is("relief", context.Lemma(subject));
            foreach (var date in context.DatesIn(sentence.First, sentence.End).Where(d => _days.Concerns(d, trigger)))
            {
                if (_days.EndsAt(date, sentence.First))
                {
                    (from, until) =
                        isEased ? (from ?? date.From, until)
                        : isRelief ? (from, until)
                        : (from, until ?? date.To);
                }
                else
                {
                    from ??= _days.BeginsAt(date, sentence.First) ? date.From : null;
                }
            }
        }

        return sanction with
        {
            Round = round,
            Listed = Kept(listed),
            Object = Kept(
                goods.Where(g => !listed.Exists(l => l.Start < g.End && g.Start < l.End) && !exempt.Contains(g))
            ),
            Exempt = Kept(exempt),
            InForceFrom = from,
            Expires = until,
            Instrument = instrument,
        };
    }

    // "…, on which four of its members depend": told besides, and of others.
    private bool IsToldPlainly(int noun)
    {
        for (var (at, steps) = (noun, 0); at >= 0 && steps < MaxClimb; at = tree.Head(at), steps++)
        {
            if (tree.Relation(at) == "acl:relcl" || Grammar.IsNegated(context, tree, at))
            {
                return false;
            }
        }

        return true;
    }

    // Assets are frozen, goods are banned.
    private bool Fits(int noun, string measure) =>
        measure == "unspecified" || (context.Lemma(noun) is "asset" or "property") == (measure == "asset-freeze");

    private static ImmutableArray<SourceSpan> Kept(IEnumerable<SourceSpan> spans) =>
        [.. spans.DistinctBy(s => s.Start).OrderBy(s => s.Start).Take(MaxSpans)];

    private List<int> Reach(int own, IReadOnlySet<int> others)
    {
        var reach = new List<int> { own };
        for (var s = own + 1; s < context.Sentences.Length && s <= own + Follow; s++)
        {
            var sentence = context.Sentences[s];
            if (others.Contains(sentence.First) || Subject(sentence) is not { } subject)
            {
                break;
            }

            var lemma = context.Lemma(subject);
            var same = sentence.Region == context.Sentences[own].Region;
            if (
                words.Is("restriction", lemma)
                || words.Is("ban", lemma)
                || words.Is("relief", lemma)
                || (same && lemma is "they" or "it" or "those")
                || GoesOn(sentence)
            )
            {
                reach.Add(s);
            }
        }

        return reach;
    }

    /// <summary>Those whom the sentence before one of "they" says to be listed: "Among those listed are …".</summary>
    public ImmutableArray<string> ListedBefore(int sentence)
    {
        if (
            sentence == 0
            || !PointsBack(context.Sentences[sentence])
            || !IsAmongListed(context.Sentences[sentence - 1])
        )
        {
            return [];
        }

        var before = context.Sentences[sentence - 1];
        return
        [
            .. actors
                .In(before.First, before.End)
                .Where(m => actors.Find(m.Actor)?.Type is ActorType.Person or ActorType.Organization)
                .Where(m =>
                    !tree.Is(m.First, "nmod") && !tree.Is(m.End - 1, "nmod") && context.Lower(m.First - 1) != "of"
                )
                .Select(m => m.Actor)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>True for a sentence of "they" or "it".</summary>
    public bool PointsBack(Sentence sentence) =>
        Subject(sentence) is { } subject && context.Lower(subject) is "they" or "it";

    /// <summary>True for a sentence that goes on about "the measures", "that round", "the package" of the one before.</summary>
    public bool GoesOn(Sentence sentence)
    {
        if (IsAmongListed(sentence))
        {
            return true;
        }

        if (Subject(sentence) is not { } subject)
        {
            return false;
        }

        var lemma = context.Lemma(subject);
        return (lemma is "measure" or "order" or "list" || words.Is("round", lemma))
            && Grammar.Child(tree, subject, "det") is >= 0 and var which
            && context.Lower(which) is "the" or "this" or "that" or "these" or "those";
    }

    private int? Subject(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tree.Is(i, "nsubj") && (tree.Head(i) < 0 || tree.Head(tree.Head(i)) < 0))
            {
                return i;
            }
        }

        return null;
    }

    // "Among those listed are …".
    private bool IsAmongListed(Sentence sentence) =>
        context.Lower(sentence.First) == "among" && words.Is("list", context.Lemma(sentence.First + 2));

    private void Add(List<SourceSpan> spans, int head)
    {
        var (first, end) = Grammar.Phrase(context, tree, head);
        spans.Add(context.Span(first, end));
    }

    // "23 people", "nine companies" behind the trigger; names among those listed.
    private bool IsListed(int noun, int from)
    {
        if (noun < from)
        {
            return tree.Relation(noun) == "nsubj:pass"
                && words.Is("listed", context.Lemma(noun))
                && IsListing(tree.Head(noun));
        }

        var sentence = context.Sentences[context.SentenceOf(noun)];
        if (IsAmongListed(sentence) && noun > sentence.First + 2)
        {
            return actors.At(noun) is { } named && named.End - 1 == noun || words.Is("listed", context.Lemma(noun));
        }

        return words.Is("listed", context.Lemma(noun))
            && (
                Grammar.Child(tree, noun, "nummod") >= 0
                || (tree.Relation(noun) is "obj" or "nsubj:pass" && IsListing(tree.Head(noun)))
                || (tree.Is(noun, "nmod") && context.Lemma(tree.Head(noun)) is "asset" or "property" or "account")
            );
    }

    private bool IsListing(int verb) => verb >= 0 && words.Is("list", context.Lemma(verb));

    // "the export of drilling equipment", "tariffs on steel", "an oil embargo", "freeze the assets".
    private bool IsGoods(int noun)
    {
        var head = tree.Head(noun);
        if (context.Lemma(noun) is "asset" or "property" && head >= 0 && context.Lemma(head) is "freeze" or "block")
        {
            return true;
        }

        if (head < 0 || actors.At(noun) is not null || context.IsDate(noun))
        {
            return false;
        }

        var over = context.Lemma(head);
        var restricts = words.Is("restriction", over) || words.Is("ban", over) || words.Is("goods", over);
        return restricts
            && context.Upos(noun) is not (Upos.Num or Upos.Propn)
            && !words.Is("goods", context.Lemma(noun))
            && !words.Is("listed", context.Lemma(noun))
            && context.Lemma(noun) is not ("percent" or "cent" or "%")
            && (
                (tree.Relation(noun) == "compound" && !words.Is("relief", context.Lemma(noun)))
                || (
                    tree.Is(noun, "nmod")
                    && Grammar.Case(tree, noun) is >= 0 and var by
                    && context.Lower(by) is "of" or "on"
                )
            );
    }

    private SourceSpan? Round(int noun)
    {
        if (!words.Is("round", context.Lemma(noun)))
        {
            return null;
        }

        foreach (var child in tree.Children(noun))
        {
            var ordinal =
                child < noun
                && (tree.Is(child, "nummod") || context.Xpos(child) is "JJ" or "CD")
                && (
                    char.IsDigit(context.Form(child)[0])
                    || OrdinalWords.Is(context.Lower(child))
                    || context.Lower(child) is "latest" or "new"
                );
            if (ordinal)
            {
                return context.Span(child, noun + 1);
            }
        }

        return null;
    }

    private SourceSpan? Instrument(int noun)
    {
        if (
            !words.Is("instrument", context.Lemma(noun))
            || Grammar.Case(tree, noun) is not (>= 0 and var by)
            || context.Lower(by) is not ("under" or "by" or "through" or "pursuant" or "via" or "with" or "in")
        )
        {
            return null;
        }

        var (first, end) = Grammar.Phrase(context, tree, noun);
        return context.Span(first, end);
    }

    // "exempting fuel", "does not cover food", "except for medicine", "exemptions for aid".
    private int? Exempt(int token)
    {
        var lemma = context.Lemma(token);
        if (context.Upos(token) == Upos.Verb)
        {
            var leavesOut = lemma is "exempt" or "exclude" or "spare" && !Grammar.IsNegated(context, tree, token);
            var notCovers =
                lemma is "cover" or "touch" or "affect" or "include" or "hit" or "target"
                && Grammar.IsNegated(context, tree, token);
            var passive = Grammar.Child(tree, token, "nsubj:pass");
            var obj = Grammar.Child(tree, token, "obj");
            return !leavesOut && !notCovers ? null
                : obj >= 0 ? obj
                : passive >= 0 && leavesOut ? passive
                : null;
        }

        if (lemma is "except" or "excluding" && tree.Head(token) is >= 0 and var noun && tree.Is(token, "case"))
        {
            return noun;
        }

        if (words.Is("relief", lemma))
        {
            foreach (var child in tree.Children(token))
            {
                if (tree.Is(child, "nmod") && Grammar.Case(tree, child) is >= 0 and var f && context.Lower(f) == "for")
                {
                    return child;
                }
            }
        }

        return null;
    }
}
