using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Puts the user's list above what was found: its names are found on the repaired text word for word, what it says of name,
/// type, role and country holds, and what it forbids is no actor.
/// </summary>
internal sealed class ListedNames(ArticleContext context, ActorRegister register, ActorList list)
{
    private const int LongestName = 16;

    private readonly List<(int First, int End, ListedActor Actor)> _found = [];

    /// <summary>Finds the listed names; to be called once, before names of one word are settled.</summary>
    public void Apply()
    {
        if (list.Actors.IsEmpty)
        {
            return;
        }

        foreach (var sentence in context.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; )
            {
                i = Find(i, sentence.End);
            }
        }

        foreach (var group in _found.GroupBy(f => f.Actor, ReferenceEqualityComparer.Instance))
        {
            var actor = (ListedActor)group.Key!;
            if (!actor.DoNotExtract)
            {
                Register(actor, [.. group.Select(f => (f.First, f.End))]);
            }
        }
    }

    /// <summary>Takes what the list forbids out of what was gathered; to be called last.</summary>
    public void Forbid()
    {
        foreach (var (first, end, actor) in _found)
        {
            if (!actor.DoNotExtract)
            {
                continue;
            }

            foreach (var draft in register.Drafts.Where(d => d.Listed is null))
            {
                _ = draft.Mentions.RemoveAll(m => m.First < end && first < m.End);
                if (IsCalled(draft, actor))
                {
                    draft.Mentions.Clear();
                }
            }
        }
    }

    private int Find(int at, int limit)
    {
        var form = context.Document.Form(at);
        foreach (var (name, actor) in list.Beginning(form[0]))
        {
            if (!name.AsSpan().StartsWith(form, StringComparison.Ordinal))
            {
                continue;
            }

            for (var end = at + 1; end <= Math.Min(limit, at + LongestName); end++)
            {
                var text = context.Document.Read(at, end).Replace('’', '\'');
                if (text.Length == name.Length && string.Equals(text, name, StringComparison.Ordinal))
                {
                    _found.Add((at, end, actor));
                    return end;
                }

                if (text.Length >= name.Length)
                {
                    break;
                }
            }
        }

        return at + 1;
    }

    private void Register(ListedActor actor, List<(int First, int End)> places)
    {
        var same = register.Drafts.Where(d => d.Named && (IsCalled(d, actor) || IsShort(d, actor, places))).ToList();
        var type = actor.Type ?? (same.Count > 0 ? same[0].Type : ActorType.Person);
        var draft = new ActorDraft(actor.Name, type, named: true, "actor.list") { Listed = actor };
        foreach (var other in same)
        {
            draft.Take(other);
        }

        foreach (var (first, end) in places)
        {
            draft.CallAlso(context.Document.Read(first, end));
            draft.Mentions.Add((first, end, 1));
        }

        draft.HoldListed(actor);
        register.Replace(same, draft, actor.Aliases.Prepend(actor.Name));
    }

    private static bool IsCalled(ActorDraft draft, ListedActor actor) =>
        string.Equals(draft.Name, actor.Name, StringComparison.Ordinal)
        || actor.Aliases.Contains(draft.Name, StringComparer.Ordinal);

    // "Foreign Minister Dmytro Kuleba" where the list only knows "Kuleba".
    private static bool IsShort(ActorDraft draft, ListedActor actor, List<(int First, int End)> places) =>
        draft.Type is ActorType.Person
        && actor.Type is null or ActorType.Person
        && (
            string.Equals(draft.Surname, actor.Name, StringComparison.Ordinal)
            || actor.Aliases.Contains(draft.Surname, StringComparer.Ordinal)
        )
        && draft.Mentions.Exists(m => places.Exists(p => p.First >= m.First && p.End <= m.End));
}
