using System.Globalization;
using System.Text;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Templating;

/// <summary>
/// Carries provenance through Scriban and Markdown: each piece of text of others is written between private-use
/// characters with its number, and each citation as a link of a private scheme. One brief, one table.
/// </summary>
internal sealed class PartMarks(IReadOnlyDictionary<string, FusedArticle> articles)
{
    /// <summary>Opens a marked piece; its number follows.</summary>
    public const char Open = '\uE000';

    /// <summary>Ends the number.</summary>
    public const char Body = '\uE001';

    /// <summary>Closes a marked piece.</summary>
    public const char Close = '\uE002';

    /// <summary>The scheme of citation links.</summary>
    public const string Scheme = "cite:";

    private readonly List<StatementPart> _parts = [];
    private readonly List<Citation> _citations = [];
    private readonly Dictionary<(string Article, int Start, int End, string Fact), Citation> _known = [];

    /// <summary>Citations in order of first use.</summary>
    public IReadOnlyList<Citation> Citations => _citations;

    /// <summary>The part of a number that <see cref="Markdown(Phrase)"/> wrote; null where it wrote none.</summary>
    public StatementPart? Part(int number) => number >= 0 && number < _parts.Count ? _parts[number] : null;

    /// <summary>The citation of a link target; null where it is none of ours.</summary>
    public Citation? Citation(string target)
    {
        return
            target.StartsWith(Scheme, StringComparison.Ordinal)
            && target.StartsWith(Scheme + "c", StringComparison.Ordinal)
            && int.TryParse(
                target.AsSpan(Scheme.Length + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var n
            )
            && n >= 1
            && n <= _citations.Count
            ? _citations[n - 1]
            : null;
    }

    /// <summary>A phrase as marked Markdown.</summary>
    public string Markdown(Phrase phrase)
    {
        var builder = new StringBuilder();
        foreach (var (part, markdown) in phrase.Pieces)
        {
            if (markdown is not null)
            {
                builder.Append(markdown);
            }
            else if (part.Text.Length > 0)
            {
                builder.Append(Open).Append(CultureInfo.InvariantCulture, $"{_parts.Count}").Append(Body);
                builder.Append(MarkdownEscape.Of(part.Text)).Append(Close);
                _parts.Add(part);
            }
        }

        return builder.ToString();
    }

    /// <summary>The marks of a set of citations, which are made on first use.</summary>
    public string Markdown(CitationSet set)
    {
        var builder = new StringBuilder();
        foreach (var place in set.Places)
        {
            var citation = Cite(place);
            builder.Append(CultureInfo.InvariantCulture, $"[{citation.Source}]({Scheme}{citation.Id})");
        }

        return builder.ToString();
    }

    /// <summary>The text without the marks.</summary>
    public static string Strip(string markdown)
    {
        var builder = new StringBuilder(markdown.Length);
        var inNumber = false;
        foreach (var c in markdown)
        {
            if (c == Open || c == Body)
            {
                inNumber = c == Open;
            }
            else if (c != Close && !inNumber)
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    private Citation Cite(CitedPlace place)
    {
        var key = (place.Article, place.Start, place.End, place.Fact);
        if (!_known.TryGetValue(key, out var citation))
        {
            var article = articles[place.Article];
            citation = new Citation(
                string.Create(CultureInfo.InvariantCulture, $"c{_citations.Count + 1}"),
                article.Number,
                article.Facts.Article,
                place.Fact,
                place.Start,
                place.End,
                CleanText.Of(SourceWording.Of(article.Facts.Reading, new(place.Start, place.End)))
            );
            _citations.Add(citation);
            _known.Add(key, citation);
        }

        return citation;
    }
}
