using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>Finds the words of a sentence that point out of it, and the offices before names that a table of actors tells.</summary>
internal sealed class ReferenceFinder
{
    private readonly ArticleContext _context;
    private readonly List<Seen> _mentions;

    private readonly record struct Seen(int First, int End, ActorFact Actor);

    public ReferenceFinder(ArticleContext context, ImmutableArray<ActorFact> actors)
    {
        _context = context;
        _mentions =
        [
            .. actors
                .SelectMany(actor =>
                    actor
                        .Mentions.Where(mention => mention.Article == context.Article.Id)
                        .Select(mention =>
                        {
                            var (first, end) = context.TokensOf(
                                new SourceSpan(mention.Start, mention.End, mention.Text)
                            );
                            return new Seen(first, end, actor);
                        })
                )
                .Where(mention => mention.End > mention.First)
                .OrderBy(mention => mention.First),
        ];
    }

    public ImmutableArray<Reference> References(Phrases phrases)
    {
        var references = ImmutableArray.CreateBuilder<Reference>();
        var here = Here(phrases);
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            var at = here.FindIndex(mention => mention.First == i && Kind(phrases, mention) is not null);
            if (at >= 0)
            {
                var mention = here[at];
                if (!phrases.IsQuoted(i))
                {
                    var near = here.FindLast(m => m.Actor == mention.Actor && m.End <= i && IsName(phrases, m));
                    references.Add(
                        new Reference(
                            phrases.Span(mention.First, mention.End),
                            Kind(phrases, mention)!.Value,
                            near.Actor is null ? default : phrases.Span(near.First, near.End)
                        )
                    );
                }

                i = mention.End - 1;
            }
            else if (IsOpen(phrases, i))
            {
                references.Add(
                    new Reference(phrases.Span(i, i + 1), ReferenceKind.Open, Antecedent(phrases, i) ?? default)
                );
            }
        }

        return references.DrainToImmutable();
    }

    /// <summary>Runs of words that give the office of the name behind them, where the table of actors has it.</summary>
    public IEnumerable<(int First, int End)> Roles(Phrases phrases)
    {
        foreach (var mention in Here(phrases).Where(m => m.Actor is { Named: true, Role: not null }))
        {
            var name = NameAt(mention.First, mention.End);
            var first = mention.First;
            while (
                first > phrases.Sentence.First
                && phrases.Tree.Head(first - 1) >= first
                && phrases.Tree.Head(first - 1) < mention.End
                && !phrases.IsMark(first - 1)
            )
            {
                first--;
            }

            if (
                name > first
                && name < mention.End
                && _context.Upos(first) is Upos.Noun or Upos.Propn or Upos.Adj
                && _context.Entities.Any(e => e.Type is EntityType.Person && e.First <= name && name < e.End)
                && !phrases.IsQuoted(first)
                && phrases.Lower(first - 1) is not ("'s" or "the" or "former" or "by")
                && !Enumerable
                    .Range(first, name - first)
                    .Any(i => phrases.IsMark(i) || CueFinder.Kind(phrases, i) is not null)
            )
            {
                yield return (first, name);
            }
        }
    }

    private List<Seen> Here(Phrases phrases) =>
        [.. _mentions.Where(m => m.First >= phrases.Sentence.First && m.End <= phrases.Sentence.End)];

    // "She" and "the minister" for somebody with a name; "a witness" and "the mayor" of whom no more is known name themselves.
    private ReferenceKind? Kind(Phrases phrases, Seen mention)
    {
        if (mention.End - mention.First == 1 && _context.Xpos(mention.First) is "PRP" or "PRP$")
        {
            return
                _context.Xpos(mention.First) is "PRP$"
                || (
                    _context.Lower(mention.First) is "his" or "her"
                    && _context.Upos(mention.End < _context.Count ? mention.End : mention.First)
                        is Upos.Noun
                            or Upos.Adj
                )
                ? ReferenceKind.Possessive
                : ReferenceKind.Pronoun;
        }

        return
            mention.Actor.Named
            && _context.Lower(mention.First) is "the" or "that"
            && !IsName(phrases, mention)
            && !GoesOn(phrases, mention)
            ? ReferenceKind.Description
            : null;
    }

    // "the president of a guild of bakers" is not the president who was named before.
    private static bool GoesOn(Phrases phrases, Seen mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            foreach (var child in phrases.Tree.Children(i))
            {
                if (
                    child >= mention.End
                    && (
                        phrases.Tree.Is(child, "nmod")
                        || phrases.Tree.Is(child, "appos")
                        || phrases.Tree.Relation(child).StartsWith("acl", StringComparison.Ordinal)
                    )
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsName(Phrases phrases, Seen mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            var form = _context.Form(i);
            if (
                form.Length > 2 && mention.Actor.Name.Contains(form, StringComparison.Ordinal)
                || (
                    mention.Actor.Type is not ActorType.Person
                    && char.IsUpper(form[0])
                    && (i > phrases.Sentence.First || _context.Upos(i) is Upos.Propn)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    // Where the person's name begins in "Prime Minister Ada Lind": at its entity, else nowhere.
    private int NameAt(int first, int end)
    {
        foreach (var entity in _context.Entities)
        {
            if (entity.Type is EntityType.Person && entity.End == end && entity.First > first)
            {
                return entity.First;
            }
        }

        return first;
    }

    // "rejected the offer": which one stands in the sentence before. With words of its own ("the offer of a truce") it is told.
    private bool IsBareMatter(Phrases phrases, int token) =>
        _context.Upos(token) is Upos.Noun
        && OutlineWords.Is("matter", _context.Lemma(token))
        && !phrases.IsQuoted(token)
        && phrases.Lower(token - 1) is "the"
        && !HasWordsOfItsOwn(phrases, token)
        && !Enumerable
            .Range(phrases.Sentence.First, token - phrases.Sentence.First)
            .Any(i => _context.Lemma(i) == _context.Lemma(token));

    // "But the former minister denied it", "asked the Lakeside senator": an office without its name, where no name stands
    // before. One that only one person holds is told by its place or country ("the Lakeside mayor"); a member of many is not.
    private bool IsBareHolder(Phrases phrases, int token)
    {
        if (
            _context.Xpos(token) is not ("NN" or "NNP")
            || phrases.IsQuoted(token)
            || phrases.Tree.Relation(token)
                is not ("nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "nmod" or "nmod:poss" or "conj")
            || !OutlineWords.Is("member", _context.Lower(token)) && !OutlineWords.Is("holder", _context.Lower(token))
        )
        {
            return false;
        }

        var isDefinite = false;
        foreach (var child in phrases.Tree.Children(token))
        {
            var relation = phrases.Tree.Relation(child);
            if (
                relation.StartsWith("acl", StringComparison.Ordinal)
                || relation is "appos" or "flat"
                // "the president of Varenia"; "the former minister of ports" is anybody.
                || relation == "nmod" && !OutlineWords.Is("member", _context.Lower(token)) && HasName(phrases, child)
            )
            {
                return false;
            }

            isDefinite |= _context.Lower(child) == "the";
        }

        return isDefinite
            && (OutlineWords.Is("member", _context.Lower(token)) || !IsPlaced(phrases, token))
            && !_context.Entities.Any(entity =>
                entity.Type is EntityType.Person
                && entity.First >= phrases.Sentence.First
                && entity.End <= token
                && !phrases.Tree.IsWithin(entity.First, token)
                && !Acts(phrases, entity.First, entity.End, token)
            );
    }

    // Who asks somebody is not whom he asks.
    private static bool Acts(Phrases phrases, int first, int end, int token)
    {
        for (var i = first; i < end; i++)
        {
            if (phrases.Tree.Is(i, "nsubj") && i != token && phrases.Tree.Head(i) == phrases.Tree.Head(token))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasName(Phrases phrases, int token) =>
        Enumerable
            .Range(phrases.Sentence.First, phrases.Sentence.End - phrases.Sentence.First)
            .Any(i => _context.Upos(i) is Upos.Propn && phrases.Tree.IsWithin(i, token) && !_context.IsDate(i));

    private bool IsPlaced(Phrases phrases, int token) =>
        Enumerable
            .Range(phrases.Sentence.First, phrases.Sentence.End - phrases.Sentence.First)
            .Any(i =>
                i != token
                && !_context.IsDate(i)
                && (_context.Upos(i) is Upos.Propn || _context.Upos(i) is Upos.Adj && char.IsUpper(_context.Form(i)[0]))
                && phrases.Tree.IsWithin(i, token)
            );

    private static bool HasWordsOfItsOwn(Phrases phrases, int token)
    {
        foreach (var child in phrases.Tree.Children(token))
        {
            if (phrases.Tree.Relation(child) is not ("det" or "case" or "punct" or "cc" or "conj"))
            {
                return true;
            }
        }

        return false;
    }

    // A pronoun for which the sentence has no word before it.
    private bool IsOpen(Phrases phrases, int token)
    {
        if (IsBareMatter(phrases, token) || IsBareHolder(phrases, token))
        {
            return true;
        }

        var word = _context.Lower(token);
        if (
            !OutlineWords.Is("open", word)
            || phrases.IsQuoted(token)
            || phrases.Tree.Is(token, "expl")
            || _context.IsDate(token)
            || phrases.Tree.Is(token, "mark")
            || _context.Upos(token) is Upos.Sconj or Upos.Adp
        )
        {
            return false;
        }

        return word switch
        {
            // "That tension was laid bare": which one stands in the sentence before.
            "that" when phrases.Tree.Is(token, "det") => !HasRelative(phrases, phrases.Tree.Head(token)),
            "that" or "there" or "here" => _context.Upos(token) is Upos.Pron
                && phrases.Tree.Relation(token) is "nsubj" or "obj" or "obl" or "nsubj:pass"
                && !IsRelative(phrases, token),
            "this" or "these" or "those" or "such" => !IsDatePart(token)
                && !HasRelative(phrases, token)
                && !IsOfClauseBefore(phrases, token),
            // "The above article".
            "above" => phrases.Tree.Is(token, "amod"),
            "i" or "my" or "me" or "mine" or "we" or "us" or "our" or "ours" => true,
            _ => true,
        };
    }

    private static bool IsRelative(Phrases phrases, int token)
    {
        var head = phrases.Tree.Head(token);
        return head >= 0 && phrases.Tree.Relation(head).StartsWith("acl", StringComparison.Ordinal);
    }

    // "met on Thursday, but those talks ended": what the clause before tells.
    private static bool IsOfClauseBefore(Phrases phrases, int token)
    {
        if (!phrases.Tree.Is(token, "det"))
        {
            return false;
        }

        var at = phrases.Tree.Head(token);
        for (var steps = 0; at >= 0 && steps < 8; steps++, at = phrases.Tree.Head(at))
        {
            if (phrases.Tree.Is(at, "conj") && phrases.Tree.Head(at) < token && phrases.HasChild(at, "nsubj"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfPerson(int token) => _context.Lower(token) is "he" or "she" or "him" or "her" or "his" or "hers";

    private bool IsOfMany(int token) => _context.Lower(token) is "they" or "them" or "their" or "theirs";

    // "Ada Lind took one of their boats": whose, the sentence before tells.
    private bool IsOneName(int token) =>
        _context.Entities.Any(entity =>
            entity.Type is EntityType.Person && entity.First <= token && token < entity.End
        );

    // "Ada Lind's support means … , she says": support is not she.
    private bool IsPerson(int token) =>
        OutlineWords.Is("holder", _context.Lemma(token))
        || OutlineWords.Is("member", _context.Lemma(token))
        || _context.Entities.Any(entity =>
            entity.Type is EntityType.Person && entity.First <= token && token < entity.End
        );

    private static bool HasRelative(Phrases phrases, int token) =>
        phrases.HasChild(token, "acl") || phrases.HasChild(token, "nmod");

    private bool IsDatePart(int token) => _context.IsDate(token) || _context.IsDate(token + 1);

    // The coreference layer has it, or, for a possessive and an object, the sentence's own subject stands before it.
    private TextSpan? Antecedent(Phrases phrases, int token)
    {
        if (_context.Xpos(token) is not ("PRP" or "PRP$"))
        {
            return null;
        }

        if (_context.Document.Present.HasFlag(Layers.Coreference))
        {
            var clusters = _context.Document.Coreference;
            if (clusters.AtHead(token) is >= 0 and var at)
            {
                foreach (var index in clusters.MentionsOf(clusters.Mentions[at].Cluster))
                {
                    var mention = clusters.Mentions[index];
                    if (
                        mention.Kind is not MentionKind.Pronoun
                        && mention.Head < token
                        && mention.Head >= phrases.Sentence.First
                    )
                    {
                        return phrases.Span(mention.Head, mention.Head + 1);
                    }
                }
            }
        }

        if (_context.Xpos(token) is "PRP$" or "PRP")
        {
            var head = phrases.Tree.Head(token);
            for (var (up, steps) = (head, 0); up >= 0 && steps < 32; up = phrases.Tree.Head(up), steps++)
            {
                foreach (var child in phrases.Tree.Children(up))
                {
                    if (
                        child < token
                        && !phrases.Tree.IsWithin(token, child)
                        && phrases.Tree.Is(child, "nsubj")
                        && _context.Upos(child) is Upos.Noun or Upos.Propn
                        && (!IsOfPerson(token) || IsPerson(child))
                        && !(IsOfMany(token) && IsOneName(child))
                        && (_context.Xpos(token) is "PRP$" || up != head)
                    )
                    {
                        return phrases.Span(child, child + 1);
                    }
                }
            }
        }

        return null;
    }
}
