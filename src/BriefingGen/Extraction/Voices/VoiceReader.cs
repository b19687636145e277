using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Extraction.Voices;

/// <summary>What kind of text an article is, whose words it is and which wire service it credits.</summary>
internal readonly record struct TextVoice(Genre Genre, string? Voice, string? Agency);

/// <summary>
/// Reads the kind of a text from its title, its address, the form of its paragraphs and who speaks in the first person. Where
/// the signs are few, it is a report. Without state.
/// </summary>
internal sealed partial class VoiceReader
{
    private const int MinEntries = 3;
    private const int MinTurns = 2;
    private const int MinSentences = 5;

    private readonly ImmutableArray<(Genre Genre, string Where, ImmutableArray<string> Words)> _signs;
    private readonly Agencies _agencies;

    /// <summary>Reads the tables that are built in.</summary>
    /// <param name="agencies">The wire services.</param>
    public VoiceReader(Agencies agencies)
    {
        _signs =
        [
            .. TableLines
                .Of("genre-signs.tsv")
                .Select(c => (Enum.Parse<Genre>(c[0], ignoreCase: true), c[1], c[2].Split('|').ToImmutableArray())),
        ];
        _agencies = agencies;
    }

    /// <summary>Reads an article.</summary>
    /// <param name="context">The article with its analysis.</param>
    /// <param name="actors">Who is named in it.</param>
    /// <param name="positions">Who says what in it.</param>
    /// <param name="credited">The wire service that its credit lines name; null for none.</param>
    public TextVoice Read(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        string? credited
    )
    {
        var article = context.Article;
        var paragraphs = article
            .Regions.Where(r => r.Kind == RegionKind.Paragraph)
            .Select(r => article.Text.ToString(r.Span).Trim())
            .Where(p => p.Length > 0)
            .ToList();
        var genre = Kind(article, paragraphs, context, positions);
        var voice = genre is Genre.Statement or Genre.Interview or Genre.Opinion
            ? Speaker(context, actors, genre)
            : null;
        return new TextVoice(genre, voice, Agency(paragraphs) ?? credited);
    }

    private Genre Kind(
        Article article,
        List<string> paragraphs,
        ArticleContext context,
        IReadOnlyList<PositionFact> positions
    )
    {
        var title = article.Title.Trim().ToLowerInvariant().Replace('’', '\'');
        var path = article.Url?.AbsolutePath.ToLowerInvariant() ?? "";
        foreach (var (genre, where, words) in _signs)
        {
            var hit = where switch
            {
                "title" => words.Any(w =>
                    title.StartsWith(w, StringComparison.Ordinal) || (w[^1] != ' ' && EndsWith(title, w))
                ),
                "url" => words.Any(w => path.Contains(w, StringComparison.Ordinal)),
                "text" => paragraphs.Count is > 0 and < MinSentences
                    && words.Any(w => paragraphs[0].StartsWith(w, StringComparison.OrdinalIgnoreCase)),
                _ => paragraphs.TakeLast(2).Any(p => words.Any(w => p.Contains(w, StringComparison.OrdinalIgnoreCase))),
            };
            if (hit)
            {
                return genre;
            }
        }

        if (paragraphs.Count(p => Entry().IsMatch(p)) >= MinEntries)
        {
            return Genre.Live;
        }

        return Turns(paragraphs) >= MinTurns
            ? Genre.Interview
            : OwnVoice.Of(context, positions) switch
            {
                { IsFirstPerson: true } => Genre.Statement,
                { IsArgued: true } => Genre.Opinion,
                _ => Genre.Report,
            };
    }

    // "… – live", "… – as it happened".
    private static bool EndsWith(string title, string words) =>
        title.EndsWith(words, StringComparison.Ordinal) && title.Length > words.Length + 2;

    // "Q: …" and its answer; a paragraph that is a question, and one in the first person behind it.
    private static int Turns(List<string> paragraphs)
    {
        var turns = 0;
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            var asks =
                Question().IsMatch(paragraphs[i])
                || (paragraphs[i].EndsWith('?') && paragraphs[i].Length < 300 && paragraphs[i][0] is not ('"' or '“'));
            turns += asks && (Answer().IsMatch(paragraphs[i + 1]) || FirstPerson().IsMatch(paragraphs[i + 1])) ? 1 : 0;
        }

        return turns;
    }

    // Whom the title names, a person before a body; else who is named first.
    private static string? Speaker(ArticleContext context, ActorIndex actors, Genre genre)
    {
        foreach (var sentence in context.Sentences)
        {
            if (context.Document.Regions[sentence.Region].Kind != RegionKind.Title)
            {
                break;
            }

            var named = actors
                .In(sentence.First, sentence.End)
                .Where(m => !m.Possessive)
                .Select(m => actors.Find(m.Actor))
                .OfType<ActorFact>()
                .Where(a => a.Named)
                .ToList();
            var by =
                named.Find(a => a.Type == ActorType.Person)
                ?? (genre == Genre.Statement ? named.FirstOrDefault() : null);
            if (by is not null)
            {
                return by.Actor;
            }
        }

        return null;
    }

    private string? Agency(List<string> paragraphs)
    {
        foreach (var paragraph in paragraphs.Take(2))
        {
            if (DatelineCredit().Match(paragraph) is { Success: true } credit)
            {
                var name = credit.Groups["agency"].Value.Trim();
                return _agencies.Called(name);
            }
        }

        foreach (var paragraph in paragraphs.TakeLast(2))
        {
            if (
                TailCredit().Match(paragraph) is { Success: true } credit
                && _agencies.Known(credit.Groups["agency"].Value) is { } known
            )
            {
                return known;
            }
        }

        return null;
    }

    // Paragraphs are hostile until read: linear time whatever they hold.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\W{0,2}\d{1,2}[:.]\d{2}\s*(am|pm|a\.m\.|p\.m\.|GMT|BST|UTC|CET|ET)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | Linear
    )]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(Q|QUESTION|Question)\s*[:.]", Linear)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(A|ANSWER|Answer)\s*[:.]|^[A-Z][A-Za-z. ]{1,30}:\s", Linear)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\b(I|we|We|my|our)\b", Linear)]
    private static partial Regex FirstPerson();

    // "LAKEPORT (Northern Wire) - ", "LAKEPORT, May 3 (Northern Wire) — ".
    [GeneratedRegex(@"^[^()\n""“]{0,60}\((?<agency>[A-Z][^()\n]{1,40})\)\s*[-–—]", Linear)]
    private static partial Regex DatelineCredit();

    [GeneratedRegex(
        @"(?:^[-–—(©]\s*|(?:source|credit|copyright|courtesy of)[:\s]+|contributed by\s+|\bfrom\s+)(?<agency>[A-Za-z][A-Za-z .-]{1,30}?)[).\s]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | Linear
    )]
    private static partial Regex TailCredit();
}
