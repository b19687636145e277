using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Phrasing;

/// <summary>A compressed sentence.</summary>
/// <param name="Text">The line, with names for pronouns in brackets and dates for days.</param>
/// <param name="Words">Number of its words.</param>
/// <param name="Open">Words in it that point to what only the article can tell.</param>
/// <param name="HasDate">True where it names a day.</param>
/// <param name="Named">Slugs of actors whose names were put in.</param>
internal sealed record Line(Phrase Text, int Words, int Open, bool HasDate, ImmutableArray<string> Named);

/// <summary>
/// Writes a compressed sentence: slices of the article in their order, a name in square brackets where a pronoun stood, a
/// date where a day was told against the article's.
/// </summary>
internal sealed class LineWriter(FactIndex index, DateWording dates)
{
    /// <summary>Writes a sentence of at most so many words where that can be.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="outline">The sentence.</param>
    /// <param name="within">The stretches to print.</param>
    /// <param name="needed">Words that must stay.</param>
    /// <param name="words">The most words.</param>
    /// <param name="isSentence">True for a sentence, whose full stop is left to who prints it.</param>
    /// <param name="known">Slug of who is named before the line, in its label; null where nobody is.</param>
    public Line Write(
        string article,
        SentenceOutline outline,
        ImmutableArray<TextSpan> within,
        ImmutableArray<TextSpan> needed,
        int words,
        bool isSentence = true,
        string? known = null
    )
    {
        var text = index.Articles[article].Facts.Article.Text.Value;
        var kept = Ended(text, Compression.Shorten(text, outline, within, needed, words), isSentence);
        var line = new PhraseBuilder();
        var named = ImmutableArray.CreateBuilder<string>();
        var open = 0;
        var hasDate = false;
        var isFirst = true;
        var told = (Actor: known, At: outline.Sentence.Start);
        foreach (var span in kept)
        {
            if (!isFirst && !(IsMark(text[span.Start]) || span.Length == 1 && IsQuote(text[span.Start])))
            {
                line.Words(" ");
            }

            isFirst = false;
            var at = span.Start;
            foreach (var point in Points(outline, span, kept))
            {
                if (point.Reference is { } again && IsTold(article, again, told, kept[0].Start))
                {
                    told.At = again.Span.End;
                    continue;
                }

                var insert = point.Day is { } day
                    ? Date(article, day, opens: point.Span.Start == kept[0].Start)
                    : Name(article, point.Reference!.Value, named);
                if (insert is not null && point.Reference is { } one)
                {
                    told = (named[^1], one.Span.End);
                }

                if (insert is null)
                {
                    open += point.Day is null ? 1 : 0;
                    continue;
                }

                hasDate |= point.Day is not null;
                var keeps = point.Day is { Replaces: false };
                Slice(
                    line,
                    article,
                    text,
                    new TextSpan(at, keeps ? point.Span.End : point.Span.Start),
                    keeps,
                    isSentence && at == kept[0].Start
                );
                line.Add(insert);
                at = point.Span.End;
                if (at < span.End && char.IsWhiteSpace(text[at]))
                {
                    line.Words(" ");
                }
            }

            Slice(line, article, text, new TextSpan(at, span.End), false, isSentence && at == kept[0].Start);
        }

        return new Line(line.Build(), Compression.Count(text, kept), open, hasDate, named.DrainToImmutable());
    }

    // Where a bracket or the label named a person, and nobody else since, "he" is that person; no line opens with it.
    private bool IsTold(string article, Reference reference, (string? Actor, int At) told, int first) =>
        told.Actor is not null
        && reference.Kind is ReferenceKind.Pronoun or ReferenceKind.Possessive
        && reference.Near.Length == 0
        && index.ActorAt(article, reference.Span)?.Actor == told.Actor
        && (reference.Kind is ReferenceKind.Possessive || reference.Span.Start > first)
        && !index.IsAnybodyNamed(article, new TextSpan(told.At, reference.Span.Start), told.Actor);

    // White space at the ends is ours to write, and the full stop of a sentence stands behind its date.
    private static ImmutableArray<TextSpan> Ended(string text, ImmutableArray<TextSpan> kept, bool isSentence)
    {
        var ended = ImmutableArray.CreateBuilder<TextSpan>(kept.Length);
        foreach (var span in kept)
        {
            var end = span.End;
            while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > span.Start)
            {
                ended.Add(new TextSpan(span.Start, end));
            }
        }

        if (isSentence && ended.Count > 0 && text[ended[^1].End - 1] is '.' or ',' or ';')
        {
            var last = ended[^1];
            ended.RemoveAt(ended.Count - 1);
            if (last.Length > 1)
            {
                ended.Add(new TextSpan(last.Start, last.End - 1));
            }
        }

        // "is at hand,” he said": the comma was the speaker's clause's.
        if (
            ended.Count > 0
            && ended[^1] is { Length: > 2 } quoted
            && IsQuote(text[quoted.End - 1])
            && text[quoted.End - 2] is ','
        )
        {
            ended[^1] = new TextSpan(quoted.Start, quoted.End - 2);
            ended.Add(new TextSpan(quoted.End - 1, quoted.End));
        }

        return ended.DrainToImmutable();
    }

    private static bool IsMark(char c) => c is ',' or '.' or ';' or ':' or '!' or '?' or ')' or '”';

    private static bool IsQuote(char c) => c is '”' or '"' or '’';

    private static IEnumerable<(TextSpan Span, Reference? Reference, RelativeDay? Day)> Points(
        SentenceOutline outline,
        TextSpan span,
        ImmutableArray<TextSpan> kept
    ) =>
        outline
            // Where the line itself names before who is meant, the pronoun stands.
            .References.Where(one => one.Near.Length == 0 || !kept.Any(part => part.Contains(one.Near)))
            .Select(one => (one.Span, (Reference?)one, (RelativeDay?)null))
            .Concat(outline.Days.Select(day => (day.Span, (Reference?)null, (RelativeDay?)day)))
            .Where(point => span.Contains(point.Span))
            .OrderBy(point => point.Span.Start);

    private Phrase Date(string article, RelativeDay day, bool opens)
    {
        var words = dates.Short(day.From, day.To).Pieces[0].Part;
        var date = Phrase.Of([
            Phrase.Source(StatementPartKind.Day, words.Text, article, day.Span.Start, day.Span.End, words.Value),
        ]);
        return day.Owns ? new PhraseBuilder().Words("the ").Add(date).Build()
            : day.Replaces
                ? day.Bare ? new PhraseBuilder().Words(opens ? "On " : "on ").Add(date).Build()
                    : date
            : new PhraseBuilder().Words(" (").Add(date).Words(")").Build();
    }

    private Phrase? Name(string article, Reference reference, ImmutableArray<string>.Builder named)
    {
        // A name that the sentence had and the line has not: "thanked her" may mean another than who thanked.
        if (
            reference.Kind == ReferenceKind.Open
            || reference.Near.Length > 0
            || index.ActorAt(article, reference.Span) is not { } actor
        )
        {
            return null;
        }

        if (!actor.Named || actor.Name.Length == 0)
        {
            return null;
        }

        named.Add(actor.Actor);
        return new PhraseBuilder()
            .Words("[")
            .Add(
                Phrase.Source(
                    StatementPartKind.Name,
                    actor.Name,
                    article,
                    reference.Span.Start,
                    reference.Span.End,
                    actor.Actor
                )
            )
            .Words(reference.Kind == ReferenceKind.Possessive ? "'s]" : "]")
            .Build();
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    // Cleaning trims each piece, so the white space at a cut is written by us.
    private void Slice(PhraseBuilder line, string article, string text, TextSpan span, bool isTight, bool opens = false)
    {
        if (span.Length <= 0)
        {
            return;
        }

        var piece = index.Source(article, span);
        if (piece.Part.Text.Length == 0)
        {
            return;
        }

        // "But the council refused": what opened the sentence went.
        var words = opens && char.IsLower(piece.Part.Text[0]) ? Capital(piece.Part.Text) : piece.Part.Text;
        line.Add(piece with { Part = piece.Part with { Text = words, Value = StatementPart.Shortened } });
        if (!isTight && char.IsWhiteSpace(text[span.End - 1]))
        {
            line.Words(" ");
        }
    }
}
