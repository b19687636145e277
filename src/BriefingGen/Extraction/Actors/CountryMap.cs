using System.Collections.Frozen;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>Which words of an article name a country: each word is looked up once, since many rules ask for it.</summary>
internal sealed class CountryMap
{
    // What a body of several states calls itself: it is an organisation, with a code of its own or not.
    private static readonly FrozenSet<string> Alliances =
        "union compact alliance pact league bloc community organization organisation treaty association"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ArticleContext _context;
    private readonly CountryGazetteer _countries;
    private readonly CountryMatch?[] _longest;
    private readonly HashSet<string> _vouched = new(StringComparer.Ordinal);

    public CountryMap(ArticleContext context, CountryGazetteer countries)
    {
        (_context, _countries) = (context, countries);
        _longest = new CountryMatch?[context.Count];
        foreach (var sentence in context.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (countries.LongestAt(context.Document, i, sentence.End) is { } match)
                {
                    _longest[i] = match;
                    if (!match.Ambiguous)
                    {
                        _vouched.Add(match.Code);
                    }
                }
            }
        }
    }

    /// <summary>The longest name of a country that begins at a word and ends before a limit; null where none does.</summary>
    public CountryMatch? At(int token, int limit)
    {
        if ((uint)token >= (uint)_longest.Length || _longest[token] is not { } match)
        {
            return null;
        }

        return token + match.Words <= limit ? match : _countries.LongestAt(_context.Document, token, limit);
    }

    /// <summary>The country that a whole phrase of another text, such as a dateline, stands for; null where none.</summary>
    public CountryMatch? Of(ReadOnlySpan<char> phrase) => _countries.Find(phrase);

    /// <summary>True where a match is not ambiguous, or the article names the same country beyond doubt elsewhere.</summary>
    public bool IsCertain(CountryMatch match) => !match.Ambiguous || _vouched.Contains(match.Code);

    public string NameOf(string code) => _countries.NameOf(code) ?? code;

    /// <summary>True for a row that is a body of several states ("European Union").</summary>
    public bool IsAlliance(string code)
    {
        var name = NameOf(code);
        return Alliances.Contains(name[(name.LastIndexOf(' ') + 1)..]);
    }
}
