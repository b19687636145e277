using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Entities;

/// <summary>Where a name begins and ends: without titles, possessives and words in small letters at its edges.</summary>
internal static class EntityEdges
{
    /// <summary>The name within what the model found; empty where nothing of it is left.</summary>
    public static Entity Cut(Document document, in EntityView view, Entity found)
    {
        var entity = Trim(document, view, found);
        if (entity.First == entity.End)
        {
            return entity;
        }

        entity = entity.Type == EntityType.Person ? WithoutTail(document, view, entity) : entity;

        var first = entity.Type == EntityType.Person ? AfterTitle(view, entity) : PersonBehind(document, view, entity);
        if (first == entity.First)
        {
            return entity;
        }

        // A full stop after "Dr" may be a word of its own.
        while (first < entity.End && !char.IsLetterOrDigit(document.Form(first)[0]))
        {
            first++;
        }

        return new Entity(first, entity.End, EntityType.Person);
    }

    /// <summary>True where a word is written as a name and is no day, month, address or file.</summary>
    public static bool IsName(Document document, in EntityView view, Entity entity)
    {
        if (entity.End - entity.First == 1 && IsAddressOrFile(document.Form(entity.First)))
        {
            return false;
        }

        for (var i = entity.First; i < entity.End; i++)
        {
            var tag = document.Morphology[i];
            if (
                view.Words[i].IsCapital
                && tag.Upos is not (Upos.Pron or Upos.Aux or Upos.Det or Upos.Cconj or Upos.Sconj)
            )
            {
                return !IsCalendar(document.Form(i)) || entity.End - entity.First > 1;
            }
        }

        return document.Form(entity.First).Length > 2 && document.Form(entity.First)[^1] is >= 'A' and <= 'Z';
    }

    private static bool IsAddressOrFile(ReadOnlySpan<char> form)
    {
        if (form.Contains('@') || form.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var dot = form.LastIndexOf('.');
        Span<char> ending = stackalloc char[4];
        return dot > 0
            && form.Length - dot - 1 is >= 3 and <= 4
            && form[(dot + 1)..].ToLowerInvariant(ending) is var length
            && ending[..length]
                is "pdf"
                    or "htm"
                    or "html"
                    or "doc"
                    or "docx"
                    or "xls"
                    or "xlsx"
                    or "ppt"
                    or "pptx"
                    or "txt"
                    or "csv"
                    or "zip"
                    or "jpg"
                    or "jpeg"
                    or "png"
                    or "gif"
                    or "exe"
                    or "mp3"
                    or "mp4";
    }

    private static bool IsCalendar(ReadOnlySpan<char> form) =>
        form
            is "Monday"
                or "Tuesday"
                or "Wednesday"
                or "Thursday"
                or "Friday"
                or "Saturday"
                or "Sunday"
                or "January"
                or "February"
                or "March"
                or "April"
                or "June"
                or "July"
                or "August"
                or "September"
                or "October"
                or "November"
                or "December";

    /// <summary>True where the tagger took a word for a proper noun.</summary>
    public static bool IsProper(Document document, int i) =>
        document.Morphology[i].Xpos.StartsWith("NNP", StringComparison.Ordinal);

    // From the first capital to the last word before one that links no names.
    private static Entity Trim(Document document, in EntityView view, Entity entity)
    {
        var first = entity.First;
        while (first < entity.End && !IsNameWord(document, view, first) && !IsParticle(document.Form(first)))
        {
            first++;
        }

        var end = first;
        for (var i = first; i < entity.End && (IsNameWord(document, view, i) || IsLink(document, view, i, entity)); i++)
        {
            end = IsNameWord(document, view, i) ? i + 1 : end;
        }

        // A text all in small letters has no capitals to go by.
        return end == first ? entity with { End = entity.First } : entity with { First = first, End = end };
    }

    private static bool IsNameWord(Document document, in EntityView view, int i)
    {
        var form = document.Form(i);
        return view.Words[i].IsCapital
            || char.IsDigit(form[0])
            || form.ContainsAnyInRange('A', 'Z')
            || form[0] > 0x7F && char.IsLetter(form[0]);
    }

    private static bool IsParticle(ReadOnlySpan<char> form) =>
        form
            is "al"
                or "el"
                or "de"
                or "von"
                or "van"
                or "bin"
                or "ibn"
                or "da"
                or "di"
                or "del"
                or "la"
                or "le"
                or "ter";

    // A possessive joins the words of an organisation, but not a state and its minister.
    private static bool IsLink(Document document, in EntityView view, int i, Entity entity)
    {
        var form = document.Form(i);
        if (form is "'s" or "’s" or "'" or "’")
        {
            return entity.Type is not (EntityType.Person or EntityType.Location)
                && (view.Hints[entity.End - 1] & NameHints.Title) == NameHints.None;
        }

        return !char.IsLetterOrDigit(form[0])
            || IsParticle(form)
            || form
                is "of"
                    or "the"
                    or "and"
                    or "for"
                    or "on"
                    or "in"
                    or "at"
                    or "to"
                    or "der"
                    or "des"
                    or "du"
                    or "dos"
                    or "y"
                    or "e";
    }

    // "Ann Lee - Associate", "the Lee Administration": what stands behind a person's name is not part of it.
    private static Entity WithoutTail(Document document, in EntityView view, Entity entity)
    {
        const NameHints Bodies = NameHints.Organisation | NameHints.Government;
        var end = entity.End;
        for (var i = entity.First + 1; i < entity.End; i++)
        {
            var isDash = document.Form(i) is "-" or "–" or "—" or "--" or "/";
            if (isDash && document.Tokens[i].SpaceAfter)
            {
                end = i;
                break;
            }
        }

        while (
            end - entity.First > 1
            && (view.Hints[end - 1] & Bodies) != NameHints.None
            && (view.Hints[end - 1] & NameHints.GivenName) == NameHints.None
        )
        {
            end--;
        }

        return entity with
        {
            End = end,
        };
    }

    // A title, or a state or office before it, is not part of a name ("US President Ann Lee", "Minister Bo").
    private static int AfterTitle(in EntityView view, Entity entity)
    {
        var first = entity.First;
        for (var i = entity.First; i < entity.End - 1; i++)
        {
            var isGivenNext = (view.Hints[i + 1] & NameHints.GivenName) != NameHints.None;
            var isTitle = StandsBeforeName(view.Hints[i], NameHints.Title);
            var isPlace = StandsBeforeName(view.Hints[i], NameHints.CountryName | NameHints.Demonym | NameHints.Region);
            first = isTitle || (isPlace && (isGivenNext || i == first)) ? i + 1 : first;
        }

        var isOnlyTitle =
            first == entity.End - 1
            && StandsBeforeName(view.Hints[first], NameHints.Title | NameHints.CountryName | NameHints.Demonym);
        return isOnlyTitle ? entity.End : first;
    }

    // The person in "Secretary of State Ann Lee" where the model took the whole for another kind of name.
    private static int PersonBehind(Document document, in EntityView view, Entity entity)
    {
        for (var i = entity.End - 3; i >= entity.First; i--)
        {
            var isGivenNext = (view.Hints[i + 1] & NameHints.GivenName) != NameHints.None;
            var stands = StandsBeforeName(view.Hints[i], NameHints.Title | NameHints.CountryName | NameHints.Demonym);
            if (isGivenNext && stands && IsLikePerson(document, view, i + 1, entity.End))
            {
                return i + 1;
            }
        }

        return entity.First;
    }

    private static bool StandsBeforeName(NameHints hints, NameHints kinds) =>
        (hints & kinds) != NameHints.None && (hints & NameHints.GivenName) == NameHints.None;

    private static bool IsLikePerson(Document document, in EntityView view, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                !view.Words[i].IsCapital
                || !IsProper(document, i)
                || (view.Hints[i] & (NameHints.Organisation | NameHints.Government)) != NameHints.None
            )
            {
                return false;
            }
        }

        return end - first is >= 2 and <= 4;
    }
}
