using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Resolves "he", "she" and "they" where the paragraph leaves one reading: one person named before, or one subject in
/// the sentence before; at the opening of a paragraph, who spoke last in the one before.
/// </summary>
internal sealed class PronounResolver(ArticleContext context, IReadOnlyList<ActorDraft> drafts)
{
    private const double Least = 0.5;

    private readonly NearerPerson _nearer = new(context);
    private readonly Genders _genders = new(context);

    private readonly record struct Seen(int First, int End, ActorDraft Draft, bool Subject);

    public void Resolve()
    {
        var mentions = drafts
            .SelectMany(d => d.Mentions.Select(m => new Seen(m.First, m.End, d, IsSubject(m.First, m.End))))
            .OrderBy(m => m.First)
            .ToList();
        var covering = Covering(mentions);
        var next = 0;
        var here = new List<Seen>();
        ActorDraft? spokeLast = null;
        var region = -1;
        for (var i = 0; i < context.Count; i++)
        {
            if (context.RegionOf(i) != region)
            {
                region = context.RegionOf(i);
                spokeLast = here.FindLast(m => m.Subject && SpeaksAt(m)).Draft;
                here.Clear();
            }

            while (next < mentions.Count && mentions[next].First <= i)
            {
                here.Add(mentions[next++]);
            }

            if (Number(i) is { } plural && Meant(i, plural, covering, here, spokeLast) is { } found)
            {
                found.Draft.Mentions.Add((i, i + 1, found.Confidence));
                here.Add(new Seen(i, i + 1, found.Draft, IsSubject(i, i + 1)));
            }
        }
    }

    private (ActorDraft Draft, double Confidence)? Meant(
        int token,
        bool plural,
        ActorDraft?[] covering,
        List<Seen> here,
        ActorDraft? spokeLast
    )
    {
        if (ByLayer(token, plural, covering) is not { } found || Differs(token, found.Draft))
        {
            return Antecedent(token, plural, here, spokeLast);
        }

        if (plural)
        {
            return found;
        }

        var first = context.Sentences[context.SentenceOf(token)].First;
        var inSentence = here.Where(m => m.First >= first && m.End <= token).ToList();
        if (inSentence.Exists(m => m.Draft == found.Draft))
        {
            return found;
        }

        // Its own sentence names another whom it may mean: that one where the given name agrees, else nobody.
        var persons = inSentence.Where(m => m.Draft is { Named: true, Type: ActorType.Person }).ToList();
        var nearer = _nearer.Of(token, persons.Select(m => (m.First, m.End, m.Draft.Name))).ToList();
        return nearer.Count == 0 ? found
            : nearer.Count == 1 && _nearer.Agrees(token, nearer[0]) == true
                ? (persons.First(m => m.Draft.Name == nearer[0]).Draft, Least)
            : null;
    }

    private ActorDraft?[] Covering(List<Seen> mentions)
    {
        var covering = new ActorDraft?[context.Count];
        foreach (var mention in mentions.OrderByDescending(m => m.End - m.First))
        {
            covering.AsSpan(mention.First, mention.End - mention.First).Fill(mention.Draft);
        }

        return covering;
    }

    // The coreference of the document knows gender, number and syntax; it is believed where it is sure enough.
    private (ActorDraft Draft, double Confidence)? ByLayer(int token, bool plural, ActorDraft?[] covering)
    {
        if (!context.Document.Present.HasFlag(Layers.Coreference))
        {
            return null;
        }

        var clusters = context.Document.Coreference;
        if (clusters.AtHead(token) is not (>= 0 and var at) || clusters.Mentions[at].Confidence < Least)
        {
            return null;
        }

        ActorDraft? best = null;
        foreach (var index in clusters.MentionsOf(clusters.Mentions[at].Cluster))
        {
            var mention = clusters.Mentions[index];
            if (mention.Kind is not MentionKind.Pronoun && covering[mention.Head] is { } draft && Fits(draft, plural))
            {
                best = mention.Head < token || best is null ? draft : best;
            }
        }

        return best is null ? null : (best, clusters.Mentions[at].Confidence);
    }

    private bool? Number(int token) =>
        context.Lower(token) switch
        {
            "he" or "she" or "him" or "his" => false,
            "her" => false,
            "they" => true,
            _ => null,
        };

    private (ActorDraft Draft, double Confidence)? Antecedent(
        int token,
        bool plural,
        List<Seen> here,
        ActorDraft? spokeLast
    )
    {
        var fitting = here.Where(m => m.End <= token && Fits(m.Draft, plural) && !Differs(token, m.Draft)).ToList();
        var distinct = fitting.Select(m => m.Draft).Distinct().ToList();
        if (distinct.Count == 1)
        {
            return (distinct[0], 0.8);
        }

        if (distinct.Count == 0)
        {
            return spokeLast is not null && Fits(spokeLast, plural) && !Differs(token, spokeLast) && Speaks(token + 1)
                ? (spokeLast, 0.6)
                : null;
        }

        // Several: the one subject of the nearest sentence that has one.
        for (var s = context.SentenceOf(token); s >= 0 && context.Sentences[s].Region == context.RegionOf(token); s--)
        {
            var subjects = fitting
                .Where(m => m.Subject && context.SentenceOf(m.First) == s)
                .Select(m => m.Draft)
                .Distinct()
                .ToList();
            if (subjects.Count > 0)
            {
                return subjects.Count == 1 ? (subjects[0], 0.6) : null;
            }
        }

        return null;
    }

    // "He" is nobody who is called Mrs, or has a woman's name.
    private bool Differs(int token, ActorDraft draft) =>
        Genders.OfPronoun(context.Lower(token)) is not 0 and var gender
        && draft is { Named: true, Type: ActorType.Person }
        && _genders.Of(draft) == -gender;

    private static bool Fits(ActorDraft draft, bool plural) =>
        plural ? draft.Type is ActorType.Group : draft.Type is ActorType.Person;

    private bool IsSubject(int first, int end)
    {
        var sentence = context.Sentences[context.SentenceOf(first)];
        var at = end;
        while (at < sentence.End && context.Upos(at) is Upos.Adv)
        {
            at++;
        }

        return at < sentence.End
                && context.Upos(at) is Upos.Verb or Upos.Aux
                && context.Xpos(at) is not ("VBG" or "VBN")
            || (first > sentence.First && Speaks(first - 1));
    }

    private bool SpeaksAt(Seen mention) => Speaks(mention.End) || (mention.First > 0 && Speaks(mention.First - 1));

    private bool Speaks(int token) =>
        context.Lower(token)
            is "said"
                or "says"
                or "say"
                or "told"
                or "added"
                or "wrote"
                or "argued"
                or "warned"
                or "explained"
                or "continued"
                or "noted"
                or "tells"
                or "adds"
                or "insisted"
                or "replied"
                or "claimed";
}
