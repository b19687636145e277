using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Entities;

/// <summary>What is certain about names, laid over what the model found.</summary>
internal static class EntityRules
{
    private const NameHints Bodies = NameHints.Agency | NameHints.Body | NameHints.Metonym;
    private const NameHints Places = NameHints.Region | NameHints.CountryName | NameHints.Capital;

    /// <summary>Cuts titles from names of persons, drops what is no name, and reads a person's last name alike everywhere.</summary>
    public static List<Entity> Clean(Document document, in EntityView view, List<Entity> found)
    {
        var cleaned = new List<Entity>(found.Count);
        foreach (var whole in found)
        {
            var entity = EntityEdges.Cut(document, view, whole);
            if (entity.First < entity.End && EntityEdges.IsName(document, view, entity))
            {
                cleaned.Add(entity with { Type = TypeOf(view, entity) });
            }
        }

        cleaned = WithLegalForms(document, view, cleaned);
        ReadAlike(document, view, cleaned);
        return cleaned;
    }

    /// <summary>Adds what the word lists know and the model left out, where nothing was found.</summary>
    public static List<Entity> Complete(
        Document document,
        in EntityView view,
        List<Entity> found,
        NameGazetteer names,
        CountryGazetteer countries
    )
    {
        var taken = new bool[document.Tokens.Length];
        foreach (var entity in found)
        {
            Array.Fill(taken, true, entity.First, entity.End - entity.First);
        }

        var persons = LastNames(document, found);
        var all = new List<Entity>(found);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var added = taken[i] ? null : Listed(document, view, i, sentence.End, names, countries);
                if (added is null && !taken[i] && persons.Contains(document.Form(i).ToString()))
                {
                    added = new Entity(i, i + 1, EntityType.Person);
                }

                if (added is { } entity && !taken.AsSpan(entity.First, entity.End - entity.First).Contains(true))
                {
                    all.Add(entity);
                    Array.Fill(taken, true, entity.First, entity.End - entity.First);
                }
            }
        }

        all.Sort(static (a, b) => a.First.CompareTo(b.First));
        return all;
    }

    /// <summary>The country that a name stands for, or null.</summary>
    public static string? CountryOf(Document document, in EntityView view, Entity entity, CountryGazetteer countries)
    {
        if (entity.Type is EntityType.Person or EntityType.Event or EntityType.Other)
        {
            return null;
        }

        var match = countries.LongestAt(document, entity.First, entity.End);
        if (match is not { } country)
        {
            return null;
        }

        var isWhole = entity.First + country.Words == entity.End;
        var isBody =
            entity.Type == EntityType.Organization
            && (view.Hints[entity.End - 1] & NameHints.Government) != NameHints.None;
        return isWhole || isBody ? country.Code : null;
    }

    // "Carr Futures, Inc.": a company's legal form behind a comma belongs to its name.
    private static List<Entity> WithLegalForms(Document document, in EntityView view, List<Entity> found)
    {
        var joined = new List<Entity>(found.Count);
        foreach (var entity in found)
        {
            var whole = entity;
            if (IsLegalForm(document, entity.First) && entity.First >= 2 && IsComma(document, entity.First - 1))
            {
                whole = whole with
                {
                    First = RunBefore(document, view, entity.First - 1),
                    Type = EntityType.Organization,
                };
            }

            if (
                entity.End + 1 < document.Tokens.Length
                && IsComma(document, entity.End)
                && IsLegalForm(document, entity.End + 1)
                && document.SentenceOf(entity.End + 1) == document.SentenceOf(entity.First)
            )
            {
                whole = whole with { End = entity.End + 2, Type = EntityType.Organization };
            }

            while (joined.Count > 0 && joined[^1].End > whole.First)
            {
                whole = whole with
                {
                    First = Math.Min(joined[^1].First, whole.First),
                    End = Math.Max(joined[^1].End, whole.End),
                };
                joined.RemoveAt(joined.Count - 1);
            }

            joined.Add(whole);
        }

        return joined;
    }

    // First of the words with capitals before a word, in its sentence; the word behind the comma where there is none.
    private static int RunBefore(Document document, in EntityView view, int comma)
    {
        var start = document.Sentences[document.SentenceOf(comma)].First;
        var first = comma;
        while (first > start && view.Words[first - 1].IsCapital && EntityEdges.IsProper(document, first - 1))
        {
            first--;
        }

        return first == comma ? comma + 1 : first;
    }

    private static bool IsComma(Document document, int word) => document.Form(word) is ",";

    private static bool IsLegalForm(Document document, int word) =>
        document.Form(word)
            is "Inc"
                or "Inc."
                or "Ltd"
                or "Ltd."
                or "LLC"
                or "L.L.C."
                or "L.P."
                or "LP"
                or "PLC"
                or "Corp.";

    // One name means one thing in one document: the last name of a person named in full, else what it is most often.
    private static void ReadAlike(Document document, in EntityView view, List<Entity> entities)
    {
        var persons = LastNames(document, entities);
        var votes = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            var name = document.Read(entity.First, entity.End);
            if (!votes.TryGetValue(name, out var of))
            {
                votes[name] = of = new int[(int)EntityType.Other + 1];
            }

            of[(int)entity.Type]++;
        }

        for (var i = 0; i < entities.Count; i++)
        {
            var entity = entities[i];
            var name = document.Read(entity.First, entity.End);
            var of = votes[name];
            var best = Array.IndexOf(of, of.Max());
            var isListed = (view.Hints[entity.First] & (Places | Bodies | NameHints.Demonym)) != NameHints.None;
            var isClear = of[best] * 3 >= of.Sum() * 2;
            if (!isListed && (isClear || persons.Contains(name)))
            {
                entities[i] = entity with { Type = persons.Contains(name) ? EntityType.Person : (EntityType)best };
            }
        }
    }

    private static Entity? Listed(
        Document document,
        in EntityView view,
        int i,
        int end,
        NameGazetteer names,
        CountryGazetteer countries
    )
    {
        var country = countries.Longest(document, i, end, out var blocked);
        var (hints, length) = names.LongestAt(document, i, end);
        if (length > 0 && length >= (country?.Words ?? 0) && (view.Words[i].IsCapital || length > 1))
        {
            EntityType? type =
                (hints & (NameHints.Agency | NameHints.Body)) != NameHints.None ? EntityType.Organization
                : (hints & NameHints.Region) != NameHints.None ? EntityType.Location
                : (hints & NameHints.Group) != NameHints.None && IsNotPartOfName(view, i, end, length) ? EntityType.Norp
                : null;
            if (type is { } listed && country is null)
            {
                return new Entity(i, i + length, listed);
            }
        }

        if (country is not { } found || blocked > 0 || (found.Ambiguous && !EntityEdges.IsProper(document, i)))
        {
            return null;
        }

        return new Entity(
            i,
            i + found.Words,
            found.Kind switch
            {
                CountryMatchKind.Demonym => EntityType.Norp,
                CountryMatchKind.Metonym or CountryMatchKind.Office => EntityType.Organization,
                _ => EntityType.Location,
            }
        );
    }

    private static bool IsNotPartOfName(in EntityView view, int i, int end, int length) =>
        i + length >= end || !view.Words[i + length].IsCapital;

    // A name that is wholly in a list is what the list says.
    private static EntityType TypeOf(in EntityView view, Entity entity)
    {
        var all = ~NameHints.None;
        for (var i = entity.First; i < entity.End; i++)
        {
            all &= view.Hints[i];
        }

        var length = entity.End - entity.First;
        if (
            (all & NameHints.Ambiguous) != NameHints.None
            || (view.Hints[entity.First] & NameHints.Inside) != NameHints.None
        )
        {
            return entity.Type;
        }

        return (all & Bodies) != NameHints.None ? EntityType.Organization
            : (all & NameHints.CountryName) != NameHints.None ? EntityType.Location
            : length == 1
            && (all & (NameHints.Demonym | NameHints.Group)) != NameHints.None
            && entity.Type != EntityType.Person
                ? EntityType.Norp
            : (all & Places) != NameHints.None && entity.Type != EntityType.Organization ? EntityType.Location
            : entity.Type;
    }

    private static HashSet<string> LastNames(Document document, List<Entity> entities) =>
        [
            .. entities
                .Where(static e => e.Type == EntityType.Person && e.End - e.First > 1)
                .Select(e => document.Form(e.End - 1).ToString())
                .Where(static name => name.Length > 3 && char.IsUpper(name[0])),
        ];
}
