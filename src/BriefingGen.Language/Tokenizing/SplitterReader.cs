using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tokenizing;

/// <summary>Describes the words of a region for the sentence splitter, in a few passes over them.</summary>
internal sealed class SplitterReader(WordTable table, ReadOnlyMemory<byte> verbClasses)
{
    /// <summary>Style of prose: few capitals, stops, and no small letters behind them.</summary>
    public const byte ProseStyle = 1 << 3 | 1;

    // How far around a word its text's style is looked for.
    private const int StyleReach = 40;

    /// <summary>The words from <paramref name="first"/> on.</summary>
    public SplitterWord[] Read(string text, ImmutableArray<Token>.Builder tokens, int first)
    {
        var words = new SplitterWord[tokens.Count - first];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Describe(text, tokens, first, first + i);
        }

        MarkForward(words);
        MarkBackward(words);
        MarkStyle(words);
        return words;
    }

    private SplitterWord Describe(string text, ImmutableArray<Token>.Builder tokens, int first, int i)
    {
        var token = tokens[i];
        var form = token.Reading.Slice(text);
        var info = table.Describe(form);
        var gap = i == first ? WordGap.EmptyLine : GapOf(text.AsSpan(tokens[i - 1].Reading.End..token.Reading.Start));
        return new SplitterWord
        {
            Lower = info.Lower,
            Suffix = info.Suffix3,
            Fine = info.Cluster,
            Coarse = info.Coarse,
            Class = info.Class,
            Look = WordLooks.Of(form, gap != WordGap.None, token.SpaceAfter || i + 1 == tokens.Count),
            Gap = gap,
            IsVerb = verbClasses.Span[info.Class] != 0,
            IsTokenStart = token.WordsInToken != 0,
        };
    }

    private static WordGap GapOf(ReadOnlySpan<char> between)
    {
        if (between.Length <= 1)
        {
            return between.IsEmpty ? WordGap.None
                : between[0] is '\n' or '\r' or '\u2028' or '\u2029' ? WordGap.Line
                : WordGap.Space;
        }

        var lines = Math.Max(between.Count('\n'), between.Count('\r'));
        return lines switch
        {
            0 => WordGap.Wide,
            1 => WordGap.Line,
            _ => WordGap.EmptyLine,
        };
    }

    private static void MarkForward(Span<SplitterWord> words)
    {
        var (since, verbs, capitals, brackets, quoted) = (0, 0, 0, 0, 0);
        var afterStop = true;
        foreach (ref var word in words)
        {
            if (word.Gap == WordGap.EmptyLine)
            {
                (brackets, quoted) = (0, 0);
            }

            // The word behind a mark, and what closes there, still counts from the mark.
            var closes = word.Look is WordLook.ClosingQuote or WordLook.ClosingBracket or WordLook.Quote;
            if (afterStop && !closes && !WordLooks.IsTerminal(word.Look))
            {
                (since, verbs) = (-1, 0);
                afterStop = false;
            }

            since = Math.Min(since + 1, 255);
            verbs = Math.Min(verbs + (word.IsVerb ? 1 : 0), 2);
            capitals = IsCapital(word.Look) ? Math.Min(capitals + 1, 5) : 0;
            afterStop |= WordLooks.IsTerminal(word.Look);
            word.Since = (ushort)since;
            word.VerbsSince = (byte)verbs;
            word.CapitalsBefore = (byte)capitals;
            word.Open = (byte)(brackets << 1 | quoted);
            switch (word.Look)
            {
                case WordLook.OpeningBracket:
                    brackets = Math.Min(brackets + 1, 3);
                    break;
                case WordLook.ClosingBracket:
                    brackets = Math.Max(brackets - 1, 0);
                    break;
                case WordLook.OpeningQuote:
                    quoted = 1;
                    break;
                case WordLook.ClosingQuote:
                    quoted = 0;
                    break;
                case WordLook.Quote:
                    quoted ^= 1;
                    break;
            }
        }
    }

    private static void MarkBackward(Span<SplitterWord> words)
    {
        var (until, verbs, capitals) = (0, 0, 0);
        for (var i = words.Length - 1; i >= 0; i--)
        {
            ref var word = ref words[i];
            if (WordLooks.IsTerminal(word.Look))
            {
                (until, verbs) = (-1, 0);
            }

            until = Math.Min(until + 1, 255);
            verbs = Math.Min(verbs + (word.IsVerb ? 1 : 0), 2);
            capitals = IsCapital(word.Look) ? Math.Min(capitals + 1, 5) : 0;
            word.Until = (ushort)until;
            word.VerbsUntil = (byte)verbs;
            word.CapitalsAfter = (byte)capitals;
        }
    }

    // Counts in a window that slides with the word.
    private static void MarkStyle(Span<SplitterWord> words)
    {
        var (letters, capitals, stops, lowStops) = (0, 0, 0, 0);
        var end = 0;
        for (var i = 0; i < words.Length; i++)
        {
            for (; end < words.Length && end <= i + StyleReach; end++)
            {
                Count(words, end, 1, ref letters, ref capitals, ref stops, ref lowStops);
            }

            if (i > StyleReach)
            {
                Count(words, i - StyleReach - 1, -1, ref letters, ref capitals, ref stops, ref lowStops);
            }

            var caps =
                letters < 3 ? 0
                : capitals * 10 < letters * 3 ? 1
                : capitals * 10 < letters * 7 ? 2
                : 3;
            var low =
                lowStops == 0 ? 0
                : lowStops * 2 < stops ? 1
                : 2;
            var dense = stops == 0 ? 0 : 1;
            words[i].Style = (byte)(caps << 3 | low << 1 | dense);
        }
    }

    private static void Count(
        ReadOnlySpan<SplitterWord> words,
        int i,
        int by,
        ref int letters,
        ref int capitals,
        ref int stops,
        ref int lowStops
    )
    {
        var look = words[i].Look;
        letters += look is WordLook.Lower or WordLook.Capital or WordLook.Capitals or WordLook.Mixed ? by : 0;
        capitals += look is WordLook.Capital or WordLook.Capitals ? by : 0;
        if (WordLooks.IsTerminal(look))
        {
            stops += by;
            lowStops += i + 1 < words.Length && words[i + 1].Look == WordLook.Lower ? by : 0;
        }
    }

    private static bool IsCapital(WordLook look) =>
        look is WordLook.Capital or WordLook.Capitals or WordLook.Initial or WordLook.Mixed;
}
