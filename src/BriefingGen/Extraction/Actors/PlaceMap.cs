using System.Collections.Frozen;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Places that an article names, with the country that it gives them: "the Orlundian town of Dasna", "Riga, Latvia",
/// "Hallmere, the Orlundian capital".
/// </summary>
internal sealed class PlaceMap
{
    private static readonly FrozenSet<string> Kinds =
        "town city village port capital region province resort district island valley border county state suburb"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Features =
        "valley dam river strait island islands mountains border peninsula sea desert lake"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private readonly ArticleContext _context;
    private readonly CountryMap _countries;
    private readonly Dictionary<string, string?> _places = new(StringComparer.OrdinalIgnoreCase);

    public PlaceMap(ArticleContext context, CountryMap countries)
    {
        (_context, _countries) = (context, countries);
        foreach (var sentence in context.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                Read(i, sentence);
            }
        }
    }

    /// <summary>Takes what a dateline says: "DASNA, Orlund".</summary>
    public void Add(string place, string? country)
    {
        if (place.Length > 1 && (country is not null || !_places.ContainsKey(place)))
        {
            _places[place] = country;
        }
    }

    /// <summary>The country of a place; null where the article does not say.</summary>
    public string? CountryOf(string name) => _places.GetValueOrDefault(name);

    /// <summary>True where the article uses a name as that of a place.</summary>
    public bool IsPlace(string name) => _places.ContainsKey(name);

    private void Read(int at, Sentence sentence)
    {
        var lower = _context.Lower(at);
        if (Kinds.Contains(lower) && _context.Lower(at + 1) == "of" && at + 2 < sentence.End)
        {
            Add(Name(at + 2, sentence.End, out _), CountryBefore(at, sentence.First));
            return;
        }

        if (!IsCapital(at) || (at > sentence.First && IsCapital(at - 1)))
        {
            return;
        }

        var name = Name(at, sentence.End, out var end);
        var isThere = at > sentence.First && IsLocative(_context.Lower(at - 1));
        if ((isThere && end == at + 1) || Features.Contains(_context.Lower(end)))
        {
            Add(name, null);
        }

        if (end + 1 >= sentence.End || _context.Form(end) != ",")
        {
            return;
        }

        var next = _context.Lower(end + 1) is "the" or "a" ? end + 2 : end + 1;
        if (_countries.At(next, sentence.End) is not { Ambiguous: false } match)
        {
            return;
        }

        var behind = next + match.Words;
        if (
            match.Kind is CountryMatchKind.Name && next == end + 1 && isThere
            || match.Kind is CountryMatchKind.Demonym && IsKindSoon(behind, sentence.End)
        )
        {
            Add(name, match.Code);
        }
    }

    private static bool IsLocative(string lower) =>
        lower is "in" or "at" or "near" or "outside" or "around" or "into" or "to";

    private bool IsCapital(int at) => char.IsUpper(_context.Form(at)[0]);

    private string Name(int at, int limit, out int end)
    {
        end = at;
        while (end < limit && end - at < 3 && IsCapital(end))
        {
            end++;
        }

        return end > at ? _context.Document.Read(at, end) : "";
    }

    private bool IsKindSoon(int at, int limit)
    {
        for (var i = at; i < Math.Min(limit, at + 3); i++)
        {
            if (Kinds.Contains(_context.Lower(i)))
            {
                return true;
            }
        }

        return false;
    }

    // "the Calveran lake resort of", "the Orlundian border town of".
    private string? CountryBefore(int at, int first)
    {
        for (var i = at - 1; i >= first && i >= at - 4; i--)
        {
            if (_countries.At(i, at) is { Ambiguous: false } match)
            {
                return match.Code;
            }

            if (_context.Upos(i) is not (Upos.Noun or Upos.Adj or Upos.Propn))
            {
                break;
            }
        }

        return null;
    }
}
