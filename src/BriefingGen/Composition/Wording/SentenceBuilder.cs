using BriefingGen.Composition.Templating;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Builds a sentence of an article slice by slice, with what is set strong or put in between.</summary>
/// <param name="index">The facts.</param>
/// <param name="article">The article's id.</param>
/// <param name="strong">A word to set strong at its first place; null for none.</param>
internal sealed class SentenceBuilder(FactIndex index, string article, string? strong)
{
    private readonly PhraseBuilder _words = new();
    private string? _strong = strong;

    /// <summary>A slice as it stands, the strong word in it set strong.</summary>
    public void Add(TextSpan span)
    {
        if (span.IsEmpty)
        {
            return;
        }

        if (_strong is not null && Place(span, _strong) is { } place)
        {
            _strong = null;
            Slice(new TextSpan(span.Start, place.Start));
            Strong(place);
            Slice(new TextSpan(place.End, span.End));
        }
        else
        {
            Slice(span);
        }
    }

    /// <summary>A slice set strong.</summary>
    public void Strong(TextSpan span) => _words.Strong(Phrase.Of([index.Source(article, span)]));

    /// <summary>Words of ours in square brackets.</summary>
    public void Insert(Phrase words) => _words.Words(" [").Add(words).Words("]");

    public Phrase Build() => _words.Build();

    /// <summary>What was built, with a full stop where it has no end of its own, as a headline has none.</summary>
    public Phrase End() =>
        _words.Build().Words.TrimEnd('”', '’', '"', '\'', ')', ' ') is [.., '.' or '!' or '?' or '…' or ':']
            ? _words.Build()
            : _words.Words(".").Build();

    // Cleaning trims each piece, so the white space at a cut is written by us.
    private void Slice(TextSpan span)
    {
        if (span.IsEmpty)
        {
            return;
        }

        var piece = index.Source(article, span);
        var text = index.Read(article, span);
        if (piece.Part.Text.Length == 0)
        {
            _words.Words(text.Length > 0 ? " " : string.Empty);
            return;
        }

        _words.Words(char.IsWhiteSpace(text[0]) ? " " : string.Empty);
        _words.Add(piece);
        _words.Words(char.IsWhiteSpace(text[^1]) ? " " : string.Empty);
    }

    private TextSpan? Place(TextSpan span, string word)
    {
        var text = index.Articles[article].Facts.Article.Text.Value;
        var at = text.IndexOf(word, span.Start, span.Length, StringComparison.OrdinalIgnoreCase);
        var end = at + word.Length;
        return
            at >= 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            ? new TextSpan(at, end)
            : null;
    }
}
