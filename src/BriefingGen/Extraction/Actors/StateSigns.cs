using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Duplicates;

namespace BriefingGen.Extraction.Actors;

/// <summary>One place where an article names a state, and how much it says of those who are named near it.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Code">The state's code.</param>
/// <param name="Weight">From 0.4 (a matter that is spoken of) to 3 (the state acts).</param>
/// <param name="Holds">True where it says something of who is named before it in the sentence too.</param>
/// <param name="Speaks">True where the state acts or its people are named: not where it is a place, or only spoken of.</param>
/// <param name="IsSeat">True for a seat of power or a body of state that is called by its name alone.</param>
internal readonly record struct StateSign(
    int First,
    int End,
    string Code,
    double Weight,
    bool Holds,
    bool Speaks,
    bool IsSeat
);

/// <summary>All places where an article names states, in order, and the state that it is written from.</summary>
internal sealed class StateSigns
{
    private const double Acts = 2.7;
    private const double Clause = 1.5;
    private const double Owns = 2.5;
    private const double Belongs = 2;
    private const double Dateline = 2;
    private const double Spoken = 0.8;
    private const double Object = 0.4;

    private readonly ArticleContext _context;
    private readonly CountryMap _countries;
    private readonly List<StateSign> _signs = [];
    private readonly Dictionary<string, double> _home = new(StringComparer.Ordinal);

    public StateSigns(ArticleContext context, CountryMap countries, PlaceMap places)
    {
        (_context, _countries) = (context, countries);
        var lead = -1;
        foreach (var sentence in context.Sentences)
        {
            var region = sentence.Region;
            var title = context.Document.Regions[region].Kind is RegionKind.Title;
            lead = lead < 0 && !title ? region : lead;
            Read(sentence, title || region == lead);
        }

        ReadDateline(places);
        Home = _home.Count == 0 ? null : _home.MaxBy(pair => (pair.Value, pair.Key)).Key;
    }

    public IReadOnlyList<StateSign> All => _signs;

    /// <summary>The state that headline, dateline and first paragraph are most about; null where they name none.</summary>
    public string? Home { get; }

    private void Read(Sentence sentence, bool leads)
    {
        for (var i = sentence.First; i < sentence.End; )
        {
            if (_countries.At(i, sentence.End) is not { } match || !_countries.IsCertain(match))
            {
                i++;
                continue;
            }

            var end = i + match.Words;
            if (!_countries.IsAlliance(match.Code))
            {
                var weight = Weigh(i, end, match.Kind, sentence);
                var holds =
                    match.Kind is CountryMatchKind.Office || (IsPlace(i) && match.Kind is CountryMatchKind.Capital);
                _signs.Add(new StateSign(i, end, match.Code, weight, holds, weight >= Spoken, IsSeat(match, i)));
                if (leads)
                {
                    _home[match.Code] = _home.GetValueOrDefault(match.Code) + weight;
                }
            }

            i = end;
        }
    }

    /// <summary>The share of one state in all that the article says of states that act, from 0 to 1.</summary>
    public double Share(string code)
    {
        var (own, all) = (0.0, 0.0);
        foreach (var sign in _signs.Where(static s => s.Speaks))
        {
            all += sign.Weight;
            own += string.Equals(sign.Code, code, StringComparison.Ordinal) ? sign.Weight : 0;
        }

        return all > 0 ? own / all : 0;
    }

    /// <summary>The one state whose seats of power the article names; null where it names none or several.</summary>
    public string? OnlySeat()
    {
        var codes = _signs
            .Where(static s => s.IsSeat)
            .Select(static s => s.Code)
            .Distinct(StringComparer.Ordinal)
            .Take(2);
        return codes.ToList() is [var one] ? one : null;
    }

    private bool IsSeat(CountryMatch match, int first) =>
        !match.Ambiguous
        && (match.Kind is CountryMatchKind.Office || (match.Kind is CountryMatchKind.Metonym && !IsPlace(first)));

    private double Weigh(int first, int end, CountryMatchKind kind, Sentence sentence)
    {
        if (kind is CountryMatchKind.Office)
        {
            return Belongs;
        }

        var next = _context.Lower(end);
        if (kind is CountryMatchKind.Demonym)
        {
            return RoleLexicon.IsHead(next) || RoleLexicon.IsModifier(next) || RoleLexicon.IsPeople(next)
                ? Belongs
                : 0.8;
        }

        if (next is "'s" or "'")
        {
            var owned = _context.Lower(end + 1);
            return RoleLexicon.IsHead(owned) || RoleLexicon.IsModifier(owned) || RoleLexicon.IsBody(owned) ? Owns : 1.5;
        }

        var before = first > sentence.First ? _context.Lower(first - 1) : "";
        return before switch
        {
            "in" when first - 1 == sentence.First && next == "," => Owns,
            "in" or "at" or "near" or "from" or "to" or "into" or "outside" or "around" or "across" or "through" => kind
            is CountryMatchKind.Name
                ? 0.5
                : 0.7,
            "with" or "against" or "on" or "for" or "between" or "over" => 0.4,
            "of" => 0.7,
            "by" => Belongs,
            _ => Subject(first, end, sentence),
        };
    }

    private double Subject(int first, int end, Sentence sentence)
    {
        if (first == sentence.First)
        {
            return Acts;
        }

        var syntax = _context.Syntax;
        for (var i = first; i < end && syntax is not null; i++)
        {
            if (syntax.Is(i, "nsubj"))
            {
                return syntax.Head(i) is var verb && (syntax.Is(verb, "root") || syntax.Is(verb, "conj"))
                    ? Acts
                    : Clause;
            }
        }

        // What is visited, told or struck does not act.
        var last = end - 1;
        return syntax?.Is(last, "obj") == true || syntax?.Is(last, "iobj") == true ? Object : 1;
    }

    private bool IsPlace(int first) => first > 0 && _context.Lower(first - 1) is "in" or "at" or "from" or "outside";

    // A dateline belongs to no sentence, so it is read from the text: "DASNA, Orlund - ", "HALLMERE (Wire) - ".
    private void ReadDateline(PlaceMap places)
    {
        foreach (var region in _context.Article.Regions.Where(r => r.Kind is RegionKind.Paragraph).Take(2))
        {
            var text = _context.Article.Text.Slice(region.Span);
            var length = Sources.Duplicates.Dateline.LengthIn(text);
            if (length == 0)
            {
                continue;
            }

            var parts = text[..length].ToString().Split('(')[0].Split(',', StringSplitOptions.TrimEntries);
            var place = parts[0].Trim(' ', '-', '–', '—');
            var country = parts.Length > 1 ? _countries.Of(parts[1].Trim(' ', '-', '–', '—', '.')) : null;
            country ??= _countries.Of(place);
            places.Add(place, country?.Code);
            if (country is { } match && !_countries.IsAlliance(match.Code))
            {
                _home[match.Code] = _home.GetValueOrDefault(match.Code) + Dateline;
            }

            return;
        }
    }
}
