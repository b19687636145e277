using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// Links names: the same words, a person's full name with the family or given name alone, a body with its initials. Full
/// names are gathered over the whole document first, since a headline may name the family name before any full name.
/// </summary>
internal sealed class NameLinker(ClauseView view, MentionDraft[] mentions)
{
    private const uint Whole = 1;
    private const uint Outer = 2;
    private const uint Single = 3;
    private const uint Initials = 4;

    private readonly Dictionary<uint, int> _clusters = [];
    private readonly List<sbyte> _genders = [];

    /// <summary>Gives each name a cluster; returns the number of clusters.</summary>
    public int Link()
    {
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Kind is MentionKind.Name && Start(mentions[i]) + 1 < mentions[i].End)
            {
                Join(i, Full(mentions[i]));
            }
        }

        // A name of one word means whoever bore it last, or where none did yet, the first full name that has it.
        var fallback = new Dictionary<uint, int>();
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Kind is MentionKind.Name && mentions[i].Cluster >= 0 && IsPersonal(mentions[i]))
            {
                _ = fallback.TryAdd(view.Lower(mentions[i].End - 1), mentions[i].Cluster);
                _ = fallback.TryAdd(view.Lower(Start(mentions[i])), mentions[i].Cluster);
            }
        }

        LinkSingle(fallback);
        return _genders.Count;
    }

    private void LinkSingle(Dictionary<uint, int> fallback)
    {
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            if (mention.Kind is not MentionKind.Name)
            {
                continue;
            }

            var first = Start(mention);
            if (mention.Cluster >= 0)
            {
                if (IsPersonal(mention))
                {
                    _clusters[FeatureHash.Of(Single, view.Lower(mention.End - 1))] = mention.Cluster;
                    _clusters[FeatureHash.Of(Single, view.Lower(first))] = mention.Cluster;
                }

                continue;
            }

            var word = view.Lower(first);
            var found =
                Find(FeatureHash.Of(Single, word), mention)
                ?? (fallback.TryGetValue(word, out var c) && Fits(c, mention) ? (int?)c : null)
                ?? Find(FeatureHash.Of(Initials, view.Word(first).Form), mention);
            Join(i, found);
            _clusters[FeatureHash.Of(Single, word)] = mentions[i].Cluster;
        }
    }

    private int? Full(MentionDraft mention)
    {
        var first = Start(mention);
        var found = Find(WholeKey(first, mention.End), mention);
        return found ?? (IsPersonal(mention) ? Find(OuterKey(first, mention.End), mention) : null);
    }

    private int? Find(uint key, MentionDraft mention) =>
        _clusters.TryGetValue(key, out var cluster) && Fits(cluster, mention) ? cluster : null;

    private bool Fits(int cluster, MentionDraft mention) => _genders[cluster] * mention.Gender > -4;

    private void Join(int index, int? found)
    {
        var mention = mentions[index];
        var cluster = found ?? _genders.Count;
        if (found is null)
        {
            _genders.Add(mention.Gender);
        }
        else if (Math.Abs(mention.Gender) > Math.Abs(_genders[cluster]))
        {
            _genders[cluster] = mention.Gender;
        }

        mention.Cluster = cluster;
        var first = Start(mention);
        _clusters[WholeKey(first, mention.End)] = cluster;
        if (mention.End - first < 2)
        {
            return;
        }

        if (IsPersonal(mention))
        {
            _clusters[OuterKey(first, mention.End)] = cluster;
        }
        else
        {
            _ = _clusters.TryAdd(FeatureHash.Of(Initials, InitialsOf(first, mention.End)), cluster);
        }
    }

    private int Start(MentionDraft mention) =>
        mention.End - mention.First > 1
        && view.Document.Form(mention.First).Equals("the", StringComparison.OrdinalIgnoreCase)
            ? mention.First + 1
            : mention.First;

    private static bool IsPersonal(MentionDraft mention) => mention.Type is null or EntityType.Person;

    private uint WholeKey(int first, int end)
    {
        var key = Whole;
        for (var i = first; i < end; i++)
        {
            key = FeatureHash.Of(key, view.Lower(i));
        }

        return key;
    }

    private uint OuterKey(int first, int end) => FeatureHash.Of(Outer, view.Lower(first), view.Lower(end - 1));

    private uint InitialsOf(int first, int end)
    {
        Span<char> initials = stackalloc char[16];
        var length = 0;
        for (var i = first; i < end && length < initials.Length; i++)
        {
            if (view.Word(i).IsCapital)
            {
                initials[length++] = view.Document.Form(i)[0];
            }
        }

        return length > 1 ? FeatureHash.Word(initials[..length]) : 0;
    }
}
